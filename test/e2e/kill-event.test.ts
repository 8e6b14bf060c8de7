import { Client } from 'pg';
import { expect, test } from 'vitest';

import { askDatabase } from '../support/looking.ts';
import { eachWithProcesses, recoveryMs } from './killed.ts';

const { here, cards, calls, settled } = eachWithProcesses();

/** Slack has taken the card, and says where it stands; the bot can't write that down until `goesOn`. */
async function isToldTooSoon(text: string): Promise<{ goesOn: () => Promise<void> }> {
  const { slack, databaseUrl } = here();
  await slack.misbehaves({ method: 'chat.postMessage', kind: 'hold', times: 1 });
  await slack.withholdsEvents(true);
  await slack.person('ana').types(`/flag-issue ${text}`);
  await expect.poll(() => calls('chat.postMessage'), { timeout: recoveryMs }).toBe(1);
  const other = new Client({ connectionString: databaseUrl });
  await other.connect();
  await other.query(`begin; select from messages where kind = 'card' for update`);
  await slack.withholdsEvents(false);
  return { goesOn: () => other.end() };
}

/** The next start hears of it, and posts nothing again. */
async function isThereOnce(text: string): Promise<void> {
  await here().slack.releases();
  await here().start();
  await settled();
  expect(await cards(text)).toBe(1);
  expect(await calls('chat.postMessage')).toBe(1);
}

test('killed while it writes down where a card stands: Slack says so again, and it is not posted twice', async () => {
  const { goesOn } = await isToldTooSoon('Known at last');
  const waits = `select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
  await expect.poll(() => askDatabase(here().databaseUrl, waits), { timeout: recoveryMs }).toHaveLength(1);
  await here().bot().kill();
  await goesOn();
  await isThereOnce('Known at last');
}, 150_000);

test('the database takes it too late: Slack says so again, and it is not posted twice', async () => {
  const { goesOn } = await isToldTooSoon('Known in the end');
  const said = () => here().bot().logged();
  await expect.poll(said, { timeout: recoveryMs }).toContain('an event came to nothing');
  await goesOn();
  await here().bot().kill();
  await isThereOnce('Known in the end');
}, 150_000);
