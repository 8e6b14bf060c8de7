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

test('what is offered to somebody comes at once, and what can wait comes the next day', async () => {
  const lea = await isAskedInAWeek('The fan rattles');
  movesTo('2026-12-08T07:20:00Z');
  await flagged(here(), 'ana', 'The mat slips');
  await claimed(here(), 'sam', 'The mat slips');
  const sam = here().slack.person('sam');
  await sam.presses('Hand over', { in: 'flagpost', containing: 'The mat slips' });
  await sam.picks('Who could take it on?', 'lea');
  await sam.submits();
  await itIs('2026-12-08T08:01:00Z');
  await lea.eventuallySees('flagpost', 'asks whether you would take on #2', patienceMs);
  await itIs('2026-12-08T15:00:00Z');
  expect(await askedAgain()).toBe(0);
  await itIs('2026-12-09T08:01:00Z');
  await expect.poll(askedAgain, { timeout: patienceMs }).toBe(1);
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

test('what may stand there already has its place: it is sent again the same day', async () => {
  const { clock, databaseUrl } = here();
  const sam = await wantsOneADay('sam');
  const number = await learnt(here(), 'Rugs curl', 'Tape the corners');
  await sam.eventuallySees('flagpost', `What was learned from #${number} is shared`, patienceMs);
  await allIsSaid(here());
  const unsure = `with it as (update messages set state = 'unsure', channel = null, ts = null, arrived_at = null, since = $1
      where kind = 'credit' returning workspace_id, id)
    insert into due select workspace_id, 'resend', id::text, $1 from it`;
  await askDatabase(databaseUrl, unsure, [clock.now().subtract({ minutes: 2 }).toString()]);
  const state = () => ask(`select state from messages where kind = 'credit' and state <> 'ended'`);
  await expect.poll(state, { timeout: patienceMs }).toEqual([{ state: 'sent' }]);
});
