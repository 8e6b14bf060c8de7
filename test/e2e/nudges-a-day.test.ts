import { expect, test } from 'vitest';

import type { PersonAtSlack } from '../../src/playground/people/person.ts';
import { askDatabase } from '../support/looking.ts';
import {
  allIsSaid,
  claimed,
  eachInAWorkspace,
  flagged,
  isLookedAt,
  patienceMs,
  solved,
} from './a-workspace.ts';
import { changesHours } from './choosing-hours.ts';
import { learnt } from './learned.ts';

/* A Tuesday: it is 15:10 in Berlin, where Lea is. */
const here = eachInAWorkspace({ beginsAt: '2026-12-01T14:10:00Z' });

async function wantsOneADay(name: string): Promise<PersonAtSlack> {
  const person = here().slack.person(name);
  await changesHours(person, () => person.picks('At most', 'One message a day'));
  return person;
}

/** Lea wants one message a day, and in a week she is asked once more whether each of these is fixed. */
async function isAskedInAWeek(...texts: readonly string[]): Promise<PersonAtSlack> {
  for (const text of texts) {
    await flagged(here(), 'lea', text);
    await claimed(here(), 'sam', text);
    await solved(here(), 'sam', text, `${text} no more`);
    await allIsSaid(here());
  }
  return await wantsOneADay('lea');
}

const again = 'so I ask once more';

async function askedAgain(): Promise<number> {
  const messages = await here().slack.directMessages('lea');
  return messages.filter((it) => JSON.stringify(it.blocks).includes(again)).length;
}

function movesTo(instant: string): void {
  const { clock } = here();
  clock.skip({ seconds: Math.round((Date.parse(instant) - clock.now().epochMilliseconds) / 1000) });
}

/** Moves to this moment by UTC, and lets everything happen that is due by then. */
async function itIs(instant: string): Promise<void> {
  movesTo(instant);
  await isLookedAt(here());
}

const ask = (sql: string) => askDatabase(here().databaseUrl, sql);

test('what Slack would not take on its day counts on the day on which it arrives', async () => {
  const { slack } = here();
  await isAskedInAWeek('The fan rattles', 'The bell is mute');
  await slack.misbehaves({ method: 'chat.postMessage', kind: 'status', status: 503 });
  const nextLook = `select to_char(due_at at time zone 'UTC', 'DD HH24:MI') as at from due where kind = 'nudge'`;
  movesTo('2026-12-08T08:00:30Z');
  await expect.poll(() => ask(nextLook), { timeout: patienceMs }).toEqual([{ at: '09 08:00' }]);
  movesTo('2026-12-09T08:00:30Z');
  await expect.poll(() => ask(nextLook), { timeout: patienceMs }).toEqual([{ at: '10 08:00' }]);
  await slack.behaves();
  await itIs('2026-12-09T09:00:00Z');
  await expect.poll(askedAgain, { timeout: patienceMs }).toBe(1);
  await itIs('2026-12-09T15:00:00Z');
  expect(await askedAgain()).toBe(1);
  await itIs('2026-12-10T08:01:00Z');
  await expect.poll(askedAgain, { timeout: patienceMs }).toBe(2);
});

test('of five things offered to somebody on one day three come, and two together the next', async () => {
  const { slack } = here();
  const [sam, lea] = [slack.person('sam'), slack.person('lea')];
  const texts = ['The mat slips', 'The lamp hums', 'The rug curls', 'The vent drips', 'The shelf sags'];
  for (const text of texts) {
    await flagged(here(), 'ana', text);
    await claimed(here(), 'sam', text);
    await sam.presses('Hand over', { in: 'flagpost', containing: text });
    await sam.picks('Who could take it on?', 'lea');
    await sam.submits();
    await isLookedAt(here());
  }
  const offers = async () => (await slack.directMessages('lea')).length;
  expect(await offers()).toBe(3);
  await itIs('2026-12-02T08:01:00Z');
  await expect.poll(offers, { timeout: patienceMs }).toBe(4);
  const morning = await lea.eventuallySees('flagpost', 'Some things in one message', patienceMs);
  for (const text of texts.slice(3)) expect(morning).toContain(`> ${text}`);
});

test('of four fixes that one met they are asked about three on one day, and of the last on the next', async () => {
  const { slack } = here();
  const lea = slack.person('lea');
  const texts = ['The door sticks', 'The tap drips', 'The kettle leaks', 'The bulb flickers'];
  for (const text of texts) {
    await flagged(here(), 'ana', text);
    await lea.presses('Me too', { in: 'process-gaps', containing: text });
    await claimed(here(), 'sam', text);
    await solved(here(), 'sam', text, `${text} no more`);
    await isLookedAt(here());
  }
  const asked = async () =>
    (await slack.directMessages('lea')).filter((it) => JSON.stringify(it.blocks).includes('fixed for you?'))
      .length;
  expect(await asked()).toBe(3);
  await itIs('2026-12-02T08:01:00Z');
  await expect.poll(asked, { timeout: patienceMs }).toBe(4);
  /* Five of her working days after each of them came. */
  await itIs('2026-12-08T14:55:00Z');
  await expect.poll(askedAgain, { timeout: patienceMs }).toBe(3);
  await itIs('2026-12-09T08:02:00Z');
  await expect.poll(askedAgain, { timeout: patienceMs }).toBe(4);
});

test('whether somebody may be named is asked when their day has room for it', async () => {
  const sam = await wantsOneADay('sam');
  const first = await learnt(here(), 'Rugs curl', 'Tape the corners');
  const asksOf = (number: number): string => `What was learned from #${number} is shared`;
  await sam.eventuallySees('flagpost', asksOf(first), patienceMs);
  const second = await learnt(here(), 'Vents rattle', 'Tighten them in autumn');
  await allIsSaid(here());
  expect(await sam.sees('flagpost')).not.toContain(asksOf(second));
  await itIs('2026-12-02T14:01:00Z');
  await sam.eventuallySees('flagpost', asksOf(second), patienceMs);
});
