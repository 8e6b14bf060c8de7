import { expect, test } from 'vitest';

import { allIsSaid, inAWorkspace, patienceMs } from './a-workspace.ts';
import { learnt, publishes, solvedWithLine } from './learned.ts';

const here = inAWorkspace({ neverNamed: [] });

const ask = 'May your name be shown with it?';

test('nobody is named without a yes: everybody appears by their part', async () => {
  const { slack } = here();
  const [ana, sam, kim] = [slack.person('ana'), slack.person('sam'), slack.person('kim')];
  await learnt(here(), 'Rugs curl', 'Tape the corners');
  await publishes(here(), 'sam', 'Rugs curl', 'People tripped');
  const channel = await kim.eventuallySees('learnings', 'People tripped', patienceMs);
  expect(channel).toContain('Thanks to: the person who flagged it · the owner · whoever wrote it up');
  await allIsSaid(here());
  expect(await sam.sees('flagpost')).not.toContain(ask);
  expect(await ana.sees('flagpost')).not.toContain(ask);
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
  await kim.eventuallySees('learnings', 'Thanks to: @Ana Torres, who flagged it · the owner', patienceMs);
  await publishes(here(), 'sam', 'Vents rattle', 'It was loud');
  await kim.eventuallySees('learnings', /It was loud[^]*Thanks to: @Ana Torres, who flagged it/, patienceMs);
  await ana.presses('Leave my name off', { in: 'flagpost', containing: `Your answer on #${number}` });
  await ana.eventuallySees('flagpost', 'Your name is left off what was learned.', patienceMs);
  await expect.poll(() => kim.sees('learnings'), { timeout: patienceMs }).not.toContain('@Ana');
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
  expect(asked.split(ask)).toHaveLength(2);
  await sam.presses('Show my name', { in: 'flagpost', containing: ask });
  await kim.eventuallySees(
    'learnings',
    'Thanks to: @Sam Okafor, who took it on · the person who flagged it · whoever wrote it up',
    patienceMs,
  );
  await ana.chooses('Write what we learned', { in: 'process-gaps', containing: 'Fans wobble' });
  await ana.fills('What happened', 'One fell down, on nobody');
  await ana.submits();
  await ana.submits();
  await ana.eventuallySees('form', 'is changed');
  await ana.closes();
  await allIsSaid(here());
  expect((await sam.sees('flagpost')).split('you took it on')).toHaveLength(2);
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
    'Thanks to: @Sam Okafor, who took it on and wrote it up · @Ana Torres, who flagged it',
    patienceMs,
  );
  expect(await sam.seesForm()).toBeUndefined();
});
