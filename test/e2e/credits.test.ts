import { expect, test } from 'vitest';

import { allIsSaid, inAWorkspace, patienceMs } from './a-workspace.ts';
import { confirmed, learnt, publishes, solvedBySam, solvedWithLine } from './learned.ts';

const here = inAWorkspace({ neverNamed: [] });

const ask = 'May your name be shown with it?';

test('nobody is named without a yes: everybody appears by their part', async () => {
  const { slack } = here();
  const [ana, kim] = [slack.person('ana'), slack.person('kim')];
  await learnt(here(), 'Rugs curl', 'Tape the corners');
  await publishes(here(), 'sam', 'Rugs curl', 'People tripped');
  const channel = await kim.eventuallySees('learnings', 'People tripped', patienceMs);
  expect(channel).toContain(
    'Thanks to: the person who flagged it · the person who took it on · and whoever wrote it up',
  );
  await allIsSaid(here());
  const seen = await ana.eventuallySees(
    'flagpost',
    'What was learned from it is shared: may your name be shown',
  );
  expect(seen).not.toContain('If what is learned from it is shared');
  expect(seen).not.toContain(ask);
  for (const post of await slack.messages('learnings')) {
    expect(JSON.stringify(post.blocks)).not.toContain('<@');
    expect(post.notifies).toEqual([]);
  }
});

test('the reporter is asked with the question, once; a yes names them in the line and in the write-up, a no is changed at any time', async () => {
  const { slack } = here();
  const [ana, kim] = [slack.person('ana'), slack.person('kim')];
  const number = await solvedWithLine(here(), 'Vents rattle', 'Tighten them in autumn');
  const seen = await ana.eventuallySees('flagpost', 'If what is learned from it is shared', patienceMs);
  expect(seen).toContain('[Show my name] [Leave my name off]');
  await ana.presses('Leave my name off', { in: 'flagpost', containing: `Is #${number}` });
  await ana.eventuallySees('flagpost', 'Your name is left off what was learned.', patienceMs);
  await ana.presses('Fixed', { in: 'flagpost', containing: `Is #${number}` });
  await ana.eventuallySees('form', 'Your answer is saved');
  await ana.closes();
  expect(await kim.eventuallySees('learnings', 'Tighten them', patienceMs)).not.toContain('@Ana');
  await ana.presses('Show my name', { in: 'flagpost', containing: `Your answer on #${number}` });
  await kim.eventuallySees(
    'learnings',
    'Thanks to: @Ana Torres, who flagged it · and the person who took it on',
    patienceMs,
  );
  await publishes(here(), 'sam', 'Vents rattle', 'It was loud');
  await kim.eventuallySees('learnings', /It was loud[^]*Thanks to: @Ana Torres, who flagged it/, patienceMs);
  await ana.presses('Leave my name off', { in: 'flagpost', containing: `Your answer on #${number}` });
  await ana.eventuallySees('flagpost', 'Your name is left off what was learned.', patienceMs);
  await expect.poll(() => kim.sees('learnings'), { timeout: patienceMs }).not.toContain('@Ana');
});

/** Flagged by Ana, for somebody who is stuck; Lea helps them today, and Sam solves it with a line that others can use. */
async function solvedWithHelp(text: string, line: string): Promise<number> {
  const { slack } = here();
  const [ana, lea] = [slack.person('ana'), slack.person('lea')];
  await ana.types('/flag-issue');
  await ana.fills('What got in the way?', text);
  await ana.picks('Is help wanted today?', 'Someone is stuck right now');
  await ana.submits();
  const receipt = await ana.eventuallySees('form', 'It says that someone is stuck right now');
  await ana.closes();
  await lea.eventuallySees('process-gaps', text, patienceMs);
  await lea.presses('Help now', { in: 'process-gaps', containing: text });
  await lea.eventuallySees('flagpost', text, patienceMs);
  await lea.presses('Helped', { in: 'flagpost', containing: text });
  await lea.fills('What helped?', 'The back door');
  await lea.submits();
  await solvedBySam(here(), text, line);
  return Number(/#(\d+)/.exec(receipt)?.[1]);
}

test('of a line its owner and whoever helped are asked when it is confirmed, once; what they say is seen in its post', async () => {
  const { slack } = here();
  const [ana, sam, lea, kim] = ['ana', 'sam', 'lea', 'kim'].map((name) => slack.person(name));
  if (ana === undefined || sam === undefined || lea === undefined || kim === undefined)
    throw new Error('nobody');
  const number = await solvedWithHelp('Hinges squeak', 'Oil them in spring');
  await allIsSaid(here());
  expect(await sam.sees('flagpost')).not.toContain(`What was learned from #${number}`);
  await confirmed(here(), number);
  await kim.eventuallySees('learnings', 'Oil them in spring', patienceMs);
  const mine = `What was learned from #${number} is shared`;
  await lea.eventuallySees('flagpost', `${mine}. You had a part in it: you helped.`, patienceMs);
  await sam.eventuallySees('flagpost', `${mine}. You had a part in it: you took it on.`, patienceMs);
  await sam.presses('Show my name', { in: 'flagpost', containing: mine });
  const post =
    /Oil them in spring[^]*Thanks to: @Sam Okafor, who took it on · the person who flagged it · and whoever helped/;
  await kim.eventuallySees('learnings', post, patienceMs);
  await publishes(here(), 'sam', 'Hinges squeak', 'Nobody heard the bell');
  await kim.eventuallySees('learnings', 'Nobody heard the bell', patienceMs);
  await allIsSaid(here());
  for (const person of [sam, lea]) {
    const seen = await person.sees('flagpost');
    expect(seen.split(`What was learned from #${number}`)).toHaveLength(2);
  }
  expect(await ana.sees('flagpost')).not.toContain(`What was learned from #${number}`);
});

test('the owner is asked with the publication by somebody else, which does not wait; a later yes is added', async () => {
  const { slack } = here();
  const [ana, sam, kim] = [slack.person('ana'), slack.person('sam'), slack.person('kim')];
  const number = await solvedWithLine(here(), 'Fans wobble', 'Balance them');
  await ana.chooses('Write what we learned', { in: 'process-gaps', containing: 'Fans wobble' });
  await ana.fills('What happened', 'One fell down');
  await ana.submits();
  await ana.picks(ask, 'Leave my name off');
  await ana.submits();
  await ana.eventuallySees('form', 'is published');
  await ana.closes();
  await kim.eventuallySees('learnings', 'One fell down', patienceMs);
  const asked = await sam.eventuallySees(
    'flagpost',
    `What was learned from #${number} is written up. You had a part in it: you took it on.`,
    patienceMs,
  );
  const mine = `What was learned from #${number}`;
  expect(asked.split(mine)).toHaveLength(2);
  await sam.presses('Show my name', { in: 'flagpost', containing: mine });
  await kim.eventuallySees(
    'learnings',
    'Thanks to: @Sam Okafor, who took it on · the person who flagged it · and whoever wrote it up',
    patienceMs,
  );
  await ana.chooses('Change what we learned', { in: 'process-gaps', containing: 'Fans wobble' });
  await ana.fills('What happened', 'One fell down, on nobody');
  await ana.submits();
  await ana.submits();
  await ana.eventuallySees('form', 'is changed');
  await ana.closes();
  await allIsSaid(here());
  expect((await sam.sees('flagpost')).split(mine)).toHaveLength(2);
});

test('the writer says so in the preview; a lead is the last to be named', async () => {
  const { slack } = here();
  const [sam, kim] = [slack.person('sam'), slack.person('kim')];
  const number = await solvedWithLine(here(), 'Doors stick', 'Plane them in summer');
  await slack.makeAdmin('ana');
  await slack.person('ana').presses('Show my name', { in: 'flagpost', containing: `Is #${number}` });
  await publishes(here(), 'sam', 'Doors stick', 'It rained', 'Show my name');
  await kim.eventuallySees(
    'learnings',
    'Thanks to: @Sam Okafor, who took it on and wrote it up · and @Ana Torres, who flagged it',
    patienceMs,
  );
  expect(await sam.seesForm()).toBeUndefined();
});

test('who publishes it before it is confirmed was asked in the preview, and is not asked again', async () => {
  const { slack } = here();
  const [sam, kim] = [slack.person('sam'), slack.person('kim')];
  const number = await solvedWithLine(here(), 'Lamps hum', 'Turn them');
  await publishes(here(), 'sam', 'Lamps hum', 'A headache');
  await kim.eventuallySees('learnings', 'A headache', patienceMs);
  await confirmed(here(), number);
  await allIsSaid(here());
  expect(await sam.sees('flagpost')).not.toContain(`What was learned from #${number}`);
});
