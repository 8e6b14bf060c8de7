import { Temporal } from 'temporal-polyfill';
import { expect, onTestFinished, test } from 'vitest';

import type { Period } from '../../src/core/digest/periods.ts';
import { openPool, prepareConnection } from '../../src/platform/postgres/connect.ts';
import { gather } from '../../src/platform/postgres/gather.ts';
import { transact } from '../../src/platform/postgres/transact.ts';
import type { WorkspaceId } from '../../src/platform/postgres/transact.ts';
import { lived } from './a-history.ts';
import type { Lived } from './a-history.ts';
import { aStore, aWorkspace } from './a-store.ts';

const to = Temporal.Instant.from('2026-11-23T09:00:00Z');
const week = 7 * 24;
const period = { from: to.subtract({ hours: week }), to };
const earlier = { from: period.from.subtract({ hours: week }), to: period.from };

const open = (number: number): Lived => ({ number, state: 'open', events: [['posted', 400]] });
const fixed = (number: number, confirmed: number): Lived => ({
  number,
  state: 'confirmed',
  events: [
    ['posted', 400],
    ['confirmed', confirmed],
  ],
});

test('on one connection, by turns: each workspace and each period has its own', async () => {
  const bench = await aStore();
  const { id } = await aWorkspace(bench.store);
  await lived(bench, to, [fixed(1, 10), open(2)]);
  await lived({ ask: bench.ask, workspace: id }, to, [fixed(1, 200), open(2), open(3)]);
  const pool = openPool(await prepareConnection(bench.url), { max: 1 }, () => undefined);
  onTestFinished(() => pool.end());
  const found = async (workspace: WorkspaceId, of: Period): Promise<string> => {
    const told = await transact({ ...bench.store, pool }, { workspace }, (tx) =>
      gather(tx, workspace, of, 'UTC'),
    );
    return `${told.fixed.total} ${told.waiting.total}`;
  };
  /* Postgres looks for a plan of its own for all values after five times. */
  for (let time = 0; time < 8; time += 1) {
    expect(await found(bench.workspace, period)).toBe('1 1');
    expect(await found(id, period)).toBe('0 2');
    expect(await found(id, earlier)).toBe('1 2');
    expect(await found(bench.workspace, earlier)).toBe('0 1');
  }
});

test('asked for another workspace than the transaction is for, row security shows nothing', async () => {
  const bench = await aStore();
  const { id } = await aWorkspace(bench.store);
  await lived(bench, to, [fixed(1, 10), open(2)]);
  const seen = await transact(bench.store, { workspace: id }, (tx) =>
    gather(tx, bench.workspace, period, 'UTC'),
  );
  expect(seen).toMatchObject({ fixed: { total: 0 }, waiting: { total: 0 }, lastFlagAt: null });
  expect(seen.numbers.longest).toBeNull();
});
