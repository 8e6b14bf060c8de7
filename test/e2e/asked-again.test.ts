import { expect, test } from 'vitest';

import { claimed, flagged, inAWorkspace, isLookedAt, patienceMs, solved } from './a-workspace.ts';

/* A Monday: it is eleven in Lima, where Ana is. */
const here = inAWorkspace({ beginsAt: '2026-11-23T16:00:00Z' });

const texts = ['The lamp is out', 'The door sticks', 'The tap drips', 'The fan rattles', 'The bell is mute'];

/** How many of Ana's messages ask her something once more. */
async function askedAgain(): Promise<number> {
  const messages = await here().slack.directMessages('ana');
  return messages.filter((it) => JSON.stringify(it.blocks).includes('so I ask once more')).length;
}

test('unanswered, it is asked once more after five working days; of five on one day two come together on the next', async () => {
  const { slack, clock } = here();
  const ana = slack.person('ana');
  for (const text of texts) {
    await flagged(here(), 'ana', text);
    await claimed(here(), 'sam', text);
    await solved(here(), 'sam', text, `${text} no more`);
  }
  clock.skip({ hours: 24 * 7 - 3 });
  await isLookedAt(here());
  expect(await askedAgain()).toBe(0);
  clock.skip({ hours: 1 });
  await ana.eventuallySees('flagpost', 'so I ask once more, and not again', patienceMs);
  await isLookedAt(here());
  expect(await askedAgain()).toBe(3);
  clock.skip({ hours: 22 });
  await isLookedAt(here());
  expect(await askedAgain()).toBe(3);
  clock.skip({ hours: 2 });
  const both = await ana.eventuallySees('flagpost', 'Some things in one message', patienceMs);
  const last = both.slice(both.indexOf('Some things in one message'));
  expect(last).toContain('> The fan rattles');
  expect(last).toContain('> The bell is mute');
  await isLookedAt(here());
  expect(await askedAgain()).toBe(4);
});

test('answered in that message, it says so there', async () => {
  const { slack } = here();
  const ana = slack.person('ana');
  await ana.presses('Fixed', { in: 'flagpost', containing: 'Some things in one message' });
  await ana.eventuallySees('form', 'Your answer is saved');
  await ana.closes();
  const seen = await ana.eventuallySees(
    'flagpost',
    /Some things in one message[^]*It counts as fixed/,
    patienceMs,
  );
  expect(seen.slice(seen.indexOf('Some things'))).toContain('so I ask once more');
});

test('whoever has answered is not asked again', async () => {
  const { slack, clock } = here();
  const ana = slack.person('ana');
  await flagged(here(), 'ana', 'The kettle leaks');
  await claimed(here(), 'sam', 'The kettle leaks');
  await solved(here(), 'sam', 'The kettle leaks', 'A new kettle');
  await ana.eventuallySees('flagpost', 'A new kettle', patienceMs);
  await ana.presses("I can't tell", { in: 'flagpost', containing: 'A new kettle' });
  await ana.eventuallySees('flagpost', 'nobody asks you again', patienceMs);
  const before = await askedAgain();
  clock.skip({ hours: 24 * 9 });
  await isLookedAt(here());
  expect(await askedAgain()).toBe(before);
});
