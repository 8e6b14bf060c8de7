import { describe, expect, test } from 'vitest';

import { claimed, eachInAWorkspace, flagged, isLookedAt, patienceMs } from './a-workspace.ts';
import { asks, isQuiet, itIs, owned } from './asks.ts';
import { isAwayUntil } from './choosing-hours.ts';
import { laddered } from './promises.ts';

/* A Monday; it is noon in Berlin, where all of them are. */
const here = eachInAWorkspace({
  beginsAt: '2026-11-23T11:00:00Z',
  prepare: async (slack) => {
    await slack.addPerson({ name: 'max', realName: 'Max Hofer' });
    await slack.addPerson({ name: 'tom', realName: 'Tom Lindt' });
  },
});
const patient = { timeout: 60_000 };

const question = 'What does it need?';

/** How often each message that asks Sam about it does. */
async function timesAsked(): Promise<readonly number[]> {
  const messages = await here().slack.directMessages('sam');
  return messages.map((it) => JSON.stringify(it.blocks).split(question).length - 1).filter((it) => it > 0);
}

async function ownedUntil(day: string): Promise<void> {
  const sam = here().slack.person('sam');
  await flagged(here(), 'ana', 'The fan rattles');
  await claimed(here(), 'sam', 'The fan rattles');
  await sam.presses('Agreement', { in: 'flagpost', containing: 'The fan rattles' });
  await sam.picks('By when?', day);
  await sam.submits();
}

describe('one message about one issue at a time', () => {
  test('an owner who was away until their date is asked once that morning', patient, async () => {
    const { slack, clock } = here();
    const sam = slack.person('sam');
    await ownedUntil('2026-11-27');
    await isAwayUntil(sam, '2026-11-27');
    /* Friday, 9:30 in Berlin. */
    clock.skip({ hours: 24 * 4 - 3, minutes: 30 });
    await isLookedAt(here());
    await sam.eventuallySees('flagpost', question, patienceMs);
    await isLookedAt(here());
    expect(await timesAsked()).toEqual([1]);
  });

  test('an owner of whom nobody took care until their date is asked once', patient, async () => {
    const { slack, clock } = here();
    await ownedUntil('2026-11-25');
    await isLookedAt(here());
    await here().stopApp();
    clock.skip({ hours: 24 * 2 - 3, minutes: 30 });
    await here().restart();
    await isLookedAt(here());
    await slack.person('sam').eventuallySees('flagpost', question, patienceMs);
    expect(await timesAsked()).toEqual([1]);
  });

  test('a lead who was away until the day they had promised is asked once', patient, async () => {
    const { slack } = here();
    const lea = slack.person('lea');
    await laddered(here(), { leads: 'lea', above: 'tom', sponsor: '' });
    const number = await owned(here(), 'The lamp is out');
    await asks(here(), 'The lamp', 'A candle');
    await lea.eventuallySees('flagpost', 'asks for support', patienceMs);
    await lea.presses("I'll do it", { in: 'flagpost', containing: 'asks for support' });
    await lea.picks('By when?', '2026-12-01');
    await lea.submits();
    await isQuiet(here());
    await isAwayUntil(lea, '2026-12-01');
    const before = (await slack.directMessages('lea')).length;
    await itIs(here(), '2026-12-01T08:30:00Z');
    await isLookedAt(here());
    const since = (await slack.directMessages('lea')).slice(before);
    expect(since.filter((it) => JSON.stringify(it.blocks).includes(`#${number}`))).toHaveLength(1);
  });
});
