import { expect, test } from 'vitest';

import { allIsSaid, claimed, eachInAWorkspace, flagged, patienceMs } from './a-workspace.ts';
import { itIs } from './asks.ts';
import { isAwayUntil } from './choosing-hours.ts';
import { publishes } from './learned.ts';

/* A Tuesday: it is 16:10 in Tokyo, where Kim is, and 8:10 in Berlin, where Sam and Lea are. */
const here = eachInAWorkspace({ beginsAt: '2026-12-01T07:10:00Z' });
const patient = { timeout: 60_000 };

const tokyosEvening = '2026-12-01T09:00:00Z';
const tokyosMorning = '2026-12-02T00:00:01Z';

const mine = 'What was learned from #1 is shared. You had a part in it: you flagged it.';

async function solvedWith(text: string, line: string): Promise<void> {
  const sam = here().slack.person('sam');
  await claimed(here(), 'sam', text);
  await sam.presses('Mark as solved', { in: 'flagpost', containing: text });
  await sam.fills('What changed?', `Changed: ${text}`);
  await sam.picks('What kind of change is it?', 'Added a guard');
  await sam.fills('What can others use?', line);
  await sam.submits();
  await allIsSaid(here());
}

/** How many messages ask Kim whether she may be named. */
async function timesAsked(): Promise<number> {
  const messages = await here().slack.directMessages('kim');
  return messages.filter(({ blocks }) => JSON.stringify(blocks).includes('Show my name')).length;
}

test(
  'others confirmed it while its reporter was away: they are asked when they are back, once',
  patient,
  async () => {
    const { slack } = here();
    const [kim, lea, ana] = [slack.person('kim'), slack.person('lea'), slack.person('ana')];
    await flagged(here(), 'kim', 'The fan rattles');
    for (const it of [lea, ana]) await it.presses('Me too', { in: 'process-gaps', containing: 'The fan' });
    await isAwayUntil(kim, '2026-12-28');
    await itIs(here(), tokyosEvening);
    await solvedWith('The fan rattles', 'Balance it in spring');
    await kim.opensHome();
    await kim.presses("I can't tell", { in: 'home', containing: 'The fan rattles' });
    await itIs(here(), '2026-12-01T14:30:00Z');
    for (const it of [lea, ana]) {
      await it.eventuallySees('flagpost', 'Is #1 fixed for you?', patienceMs);
      await it.presses('Fixed', { in: 'flagpost', containing: 'Is #1' });
      await it.eventuallySees('form', 'Your answer is saved');
      await it.closes();
    }
    await lea.eventuallySees('learnings', 'Balance it in spring', patienceMs);
    expect(await timesAsked()).toBe(0);
    await itIs(here(), '2026-12-28T00:00:01Z');
    await kim.eventuallySees('flagpost', mine, patienceMs);
    expect(await kim.sees('flagpost')).not.toContain('Is #1 fixed for you?');
    await publishes(here(), 'sam', 'The fan rattles', 'It was loud');
    await allIsSaid(here());
    expect(await timesAsked()).toBe(1);
    await kim.presses('Show my name', { in: 'flagpost', containing: 'you flagged it' });
    await lea.eventuallySees('learnings', 'and @Kim Sato, who flagged it', patienceMs);
  },
);

test(
  'the reporter answers on Home, and the question never comes: they are asked all the same',
  patient,
  async () => {
    const kim = here().slack.person('kim');
    await flagged(here(), 'kim', 'The hinge groans');
    await itIs(here(), tokyosEvening);
    await solvedWith('The hinge groans', 'Oil it in spring');
    await kim.opensHome();
    await kim.presses('Fixed', { in: 'home', containing: 'The hinge groans' });
    await allIsSaid(here());
    expect(await timesAsked()).toBe(0);
    await itIs(here(), tokyosMorning);
    await kim.eventuallySees('flagpost', mine, patienceMs);
    expect(await timesAsked()).toBe(1);
  },
);

test('it is written up while the question rests: it comes with that, and not twice', patient, async () => {
  const kim = here().slack.person('kim');
  await flagged(here(), 'kim', 'The lamp is out');
  await itIs(here(), tokyosEvening);
  await solvedWith('The lamp is out', 'Keep a spare');
  await publishes(here(), 'sam', 'The lamp is out', 'It was dark');
  await itIs(here(), tokyosMorning);
  await kim.eventuallySees('flagpost', 'Is #1 fixed for you?', patienceMs);
  await allIsSaid(here());
  expect(await timesAsked()).toBe(1);
});
