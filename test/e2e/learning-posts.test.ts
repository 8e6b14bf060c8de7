import { expect, test } from 'vitest';

import { askDatabase } from '../support/looking.ts';
import { allIsSaid, inAWorkspace, later, patienceMs, solved } from './a-workspace.ts';
import { confirmed, learnt, publishes, solvedWithLine } from './learned.ts';

const here = inAWorkspace();

test('what others can use is posted when it is confirmed, and not before; the card links to it', async () => {
  const { slack } = here();
  const kim = slack.person('kim');
  const number = await solvedWithLine(here(), 'Lamps flicker', 'Count the lamps on each fuse');
  await allIsSaid(here());
  expect(await kim.sees('learnings')).not.toContain('Count the lamps');
  await confirmed(here(), number);
  const channel = await kim.eventuallySees('learnings', 'Count the lamps on each fuse', patienceMs);
  expect(channel).toContain(`What we learned from #${number}:`);
  expect(channel).toContain("[Used this] [Already knew] [Doesn't apply to us]");
  await kim.eventuallySees('process-gaps', 'What we learned: see the post.', patienceMs);
});

test('without a line nothing is posted', async () => {
  const { slack } = here();
  const number = await learnt(here(), 'Mats slip', null);
  await allIsSaid(here());
  expect(await slack.person('kim').sees('learnings')).not.toContain(`#${number}`);
});

test('what came back is taken back, and a newer fix teaches anew, in a post of its own', async () => {
  const { slack } = here();
  const [ana, kim] = [slack.person('ana'), slack.person('kim')];
  const number = await learnt(here(), 'Hinges squeak', 'Oil them in spring');
  await kim.eventuallySees('learnings', 'Oil them in spring', patienceMs);
  await ana.presses('Not fixed', { in: 'flagpost', containing: `Your answer on #${number}` });
  await ana.eventuallySees('form', 'Not fixed');
  await ana.closes();
  const after = await kim.eventuallySees(
    'learnings',
    `What stood here about #${number} is taken back`,
    patienceMs,
  );
  expect(after).not.toContain('Oil them in spring');
  await kim.opensHome();
  expect(await kim.sees('home')).not.toContain('Oil them in spring');
  await solved(here(), 'sam', 'Hinges squeak', 'New hinges');
  await ana.eventuallySees('flagpost', 'New hinges', patienceMs);
  await ana.presses('Fixed', { in: 'flagpost', containing: 'New hinges' });
  await ana.eventuallySees('form', 'Your answer is saved');
  await ana.closes();
  await allIsSaid(here());
  expect((await kim.sees('learnings')).split(`#${number}`)).toHaveLength(2);
});

test('a write-up whose solution did not hold says so, takes the newer line, and is its writers’ to change', async () => {
  const { slack } = here();
  const [ana, sam, lea, kim] = [
    slack.person('ana'),
    slack.person('sam'),
    slack.person('lea'),
    slack.person('kim'),
  ];
  const number = await learnt(here(), 'Locks freeze', 'Spray them in autumn');
  await allIsSaid(here());
  await publishes(here(), 'sam', 'Locks freeze', 'They froze at night');
  await allIsSaid(here());
  await ana.presses('Not fixed', { in: 'flagpost', containing: `Your answer on #${number}` });
  await ana.closes({ all: true });
  await allIsSaid(here());
  expect(await kim.sees('learnings')).toContain(`#${number} has come back since.`);

  await later(here());
  await sam.presses('Hand over', { in: 'flagpost', containing: 'Locks freeze' });
  await sam.picks('Who could take it on?', 'lea');
  await sam.submits();
  await lea.presses('Yes, I take it on', { in: 'flagpost', patienceMs });
  await allIsSaid(here());
  await later(here());
  await lea.presses('Mark as solved', { in: 'flagpost', containing: 'Locks freeze' });
  await lea.fills('What changed?', 'Heated locks');
  await lea.picks('What kind of change is it?', 'Added a guard');
  await lea.fills('What can others use?', 'Heat them');
  await lea.submits();
  await allIsSaid(here());
  expect(await kim.sees('learnings')).toContain('It is called solved anew; those who met it still say');
  await ana.presses('Fixed', { in: 'flagpost', containing: 'Heated locks' });
  await ana.closes({ all: true });
  await allIsSaid(here());
  const post = await kim.sees('learnings');
  expect(post).toContain(`This tells of an earlier solution: #${number} came back. It was solved anew since`);
  expect(post).toContain('What others can use since: Heat them');
  await kim.opensHome();
  await kim.eventuallySees('home', `#${number}: Heat them`);
  expect(await lea.sees('flagpost')).not.toContain('Change what we learned');

  const news = await sam.looksAt('flagpost', `#${number}, which you wrote up, was solved anew since`);
  await sam.presses('Change what we learned', { on: news });
  await sam.fills('What others can use', 'Heat every lock');
  await sam.submits();
  await sam.eventuallySees('form', 'Back to the text');
  await sam.submits();
  await sam.eventuallySees('form', 'is changed');
  await sam.closes({ all: true });
  await allIsSaid(here());
  const changed = await kim.sees('learnings');
  expect(changed).toContain('What others can use: Heat every lock');
  expect(changed).not.toContain('This tells of an earlier solution');
});

test('readers answer without their names: another answer takes the place of the first, the same takes it back', async () => {
  const { slack, clock, databaseUrl } = here();
  const [lea, kim] = [slack.person('lea'), slack.person('kim')];
  const number = await learnt(here(), 'Cables tangle', 'Tie them by colour');
  const at = { in: 'learnings', containing: 'Tie them by colour' };
  await kim.eventuallySees('learnings', 'Tie them by colour', patienceMs);
  await lea.presses('Used this', at);
  await lea.eventuallySees('learnings', '(only you) Flagpost: Your answer: Used this.', patienceMs);
  await kim.presses('Used this', at);
  await lea.eventuallySees('learnings', 'Used this: 2', patienceMs);
  await lea.presses('Already knew', at);
  await kim.eventuallySees('learnings', 'Used this: 1 · Already knew: 1', patienceMs);
  clock.skip({ seconds: 4 });
  await lea.presses('Already knew', at);
  await lea.eventuallySees('learnings', 'Your answer Already knew is taken back.', patienceMs);
  const channel = await kim.eventuallySees('learnings', /Used this: 1\n/, patienceMs);
  expect(channel).not.toContain('Already knew:');
  const rows = await askDatabase<{ row: string; ids: string }>(
    databaseUrl,
    `select readers::text as row, (select string_agg(id::text, ' ') from people) as ids from readers where issue = ${number}`,
  );
  expect(rows).toHaveLength(1);
  for (const id of rows[0]?.ids.split(' ') ?? []) expect(rows[0]?.row).not.toContain(id);
});

test('twice at once is once; four people at once are four', async () => {
  const { slack } = here();
  const kim = slack.person('kim');
  await learnt(here(), 'Boxes tear', 'Tape the bottom twice');
  const at = { in: 'learnings', containing: 'Tape the bottom' };
  await kim.eventuallySees('learnings', 'Tape the bottom', patienceMs);
  const everybody = ['ana', 'sam', 'lea', 'kim'].map((name) => slack.person(name));
  await Promise.all(everybody.map((one) => one.presses("Doesn't apply to us", { ...at, times: 2 })));
  await kim.eventuallySees('learnings', "Doesn't apply to us: 4", patienceMs);
});
