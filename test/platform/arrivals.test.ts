import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';

import { arrivedOfLate } from '../../src/platform/postgres/arrivals.ts';
import { personFor } from '../../src/platform/postgres/people.ts';
import { transact } from '../../src/platform/postgres/transact.ts';
import { aStore } from './a-store.ts';

const now = Temporal.Instant.from('2026-12-14T09:00:00Z');

test.each<[string, string, string]>([
  ['an offer that Slack never took, of three weeks ago', 'offer', 'waiting'],
  ['an offer that could not be drawn, of three weeks ago', 'offer', 'reserved'],
  ['a wish for another look, of three weeks ago', 'look', 'waiting'],
  ['whether they may be named, of three weeks ago', 'credit', 'waiting'],
])('what never arrives does not silence anybody for good: %s', async (_, kind, state) => {
  const { store, workspace, ask } = await aStore();
  const { id } = await transact(store, { workspace }, (tx) => personFor(tx, workspace, 'UANA'));
  await ask(
    `insert into messages (workspace_id, target, subject, kind, state, since)
      values ($1, $2, '7/1', $3, $4, '2026-11-23T09:00:00Z')`,
    [workspace, id, kind, state],
  );
  const arrived = await transact(store, { workspace }, (tx) => arrivedOfLate(tx, workspace, id, now));
  expect(arrived).toEqual([]);
});

test('what an earlier version has sent, and could not be redrawn since, arrived when it was sent', async () => {
  const { store, workspace, ask } = await aStore();
  const { id } = await transact(store, { workspace }, (tx) => personFor(tx, workspace, 'UANA'));
  await ask(
    `insert into messages (workspace_id, target, subject, kind, state, reason, since, channel, ts)
      values ($1, $2, '7/1', 'offer', 'waiting', 'missing_scope', '2026-11-23T09:00:00Z', 'D1', '1.1')`,
    [workspace, id],
  );
  const arrived = await transact(store, { workspace }, (tx) => arrivedOfLate(tx, workspace, id, now));
  expect(arrived).toEqual([]);
});
