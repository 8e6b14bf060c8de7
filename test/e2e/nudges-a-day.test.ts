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

/* A Tuesday: it is 15:10 in Berlin, where Lea is. */
const here = eachInAWorkspace({ beginsAt: '2026-12-01T14:10:00Z' });

/** Lea wants one message a day, and in a week she is asked once more whether each of these is fixed. */
async function isAskedInAWeek(...texts: readonly string[]): Promise<PersonAtSlack> {
  for (const text of texts) {
    await flagged(here(), 'lea', text);
    await claimed(here(), 'sam', text);
    await solved(here(), 'sam', text, `${text} no more`);
    await allIsSaid(here());
  }
  const lea = here().slack.person('lea');
  await changesHours(lea, () => lea.picks('At most', 'One message a day'));
  return lea;
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
