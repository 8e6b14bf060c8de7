import { Client } from 'pg';
import { expect, test } from 'vitest';

import { askDatabase } from '../support/looking.ts';
import { eachWithProcesses, recoveryMs } from './killed.ts';

const { here, cards, calls, settled } = eachWithProcesses();

test('killed while it writes down where a card stands: Slack says so again, and it is not posted twice', async () => {
  const { slack, databaseUrl } = here();
  await slack.misbehaves({ method: 'chat.postMessage', kind: 'hold', times: 1 });
  await slack.withholdsEvents(true);
  await slack.person('ana').types('/flag-issue Known at last');
  await expect.poll(() => calls('chat.postMessage'), { timeout: recoveryMs }).toBe(1);
  const other = new Client({ connectionString: databaseUrl });
  await other.connect();
  await other.query(`begin; select from messages where kind = 'card' for update`);
  await slack.withholdsEvents(false);
  const waits = `select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
  await expect.poll(() => askDatabase(databaseUrl, waits), { timeout: recoveryMs }).toHaveLength(1);
  await here().bot().kill();
  await other.end();
  await slack.releases();
  await here().start();
  await settled();
  expect(await cards('Known at last')).toBe(1);
  expect(await calls('chat.postMessage')).toBe(1);
}, 150_000);

test('the database takes it too late: Slack says so again, and it is not posted twice', async () => {
  const { slack, databaseUrl } = here();
  await slack.misbehaves({ method: 'chat.postMessage', kind: 'hold', times: 1 });
  await slack.withholdsEvents(true);
  await slack.person('ana').types('/flag-issue Known in the end');
  await expect.poll(() => calls('chat.postMessage'), { timeout: recoveryMs }).toBe(1);
  const other = new Client({ connectionString: databaseUrl });
  await other.connect();
  await other.query(`begin; select from messages where kind = 'card' for update`);
  await slack.withholdsEvents(false);
  const said = () => here().bot().logged();
  await expect.poll(said, { timeout: recoveryMs }).toContain('an event came to nothing');
  await other.end();
  await here().bot().kill();
  await slack.releases();
  await here().start();
  await settled();
  expect(await cards('Known in the end')).toBe(1);
  expect(await calls('chat.postMessage')).toBe(1);
}, 150_000);
