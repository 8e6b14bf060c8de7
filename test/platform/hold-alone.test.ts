import { Client } from 'pg';
import { expect, onTestFinished, test } from 'vitest';

import { holdAlone } from '../../src/platform/postgres/hold-alone.ts';
import type { HeldAlone } from '../../src/platform/postgres/hold-alone.ts';
import { waitUntil } from '../support/postgres-server.ts';
import { createDatabase } from '../support/postgres.ts';

async function aDatabase() {
  const database = await createDatabase();
  onTestFinished(() => database.drop());
  const holds = async (
    name: string,
    onLost = () => undefined,
  ): Promise<HeldAlone | { heldBy: string | null }> => {
    const hold = await holdAlone(database.url, name, onLost);
    if ('release' in hold) onTestFinished(hold.release);
    return hold;
  };
  const client = new Client({ connectionString: database.url });
  await client.connect();
  onTestFinished(() => client.end());
  const holders = async (): Promise<readonly { pid: number; name: string }[]> =>
    (
      await client.query(
        `select pid, application_name as name from pg_locks join pg_stat_activity using (pid)
         where locktype = 'advisory' and granted and datname = current_database()`,
      )
    ).rows;
  const cutsOff = (pid: number) => client.query('select pg_terminate_backend($1)', [pid]);
  return { holds, holders, cutsOff };
}

test('of two at once one holds it, the other is told who, and may once it was let go', async () => {
  const { holds } = await aDatabase();
  const [one, other] = await Promise.all([holds('One'), holds('Other')]);
  const [winner, loser] = 'release' in one ? [one, other] : [other, one];
  expect(loser).toEqual({ heldBy: winner === one ? 'One' : 'Other' });
  if ('release' in winner) await winner.release();
  expect(await holds('A third')).toHaveProperty('release');
});

test('a hold whose connection breaks is taken anew', async () => {
  const { holds, holders, cutsOff } = await aDatabase();
  await holds('One');
  const [{ pid } = { pid: 0 }] = await holders();
  await cutsOff(pid);
  await waitUntil(async () => (await holders()).some((it) => it.name === 'One' && it.pid !== pid));
  expect(await holds('Other')).toEqual({ heldBy: 'One' });
});

test('who lost it to somebody else hears of it', async () => {
  const { holds, holders, cutsOff } = await aDatabase();
  let isLost = false;
  await holds('One', () => void (isLost = true));
  const [{ pid } = { pid: 0 }] = await holders();
  await cutsOff(pid);
  expect(await holds('Other')).toHaveProperty('release');
  await waitUntil(async () => isLost);
});
