import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';

import { arrivedOfLate } from '../../src/platform/postgres/arrivals.ts';
import { personFor } from '../../src/platform/postgres/people.ts';
import { transact } from '../../src/platform/postgres/transact.ts';
import { aStore } from './a-store.ts';

const now = Temporal.Instant.from('2026-12-14T09:00:00Z');

test('what an earlier version has sent, and could not be redrawn since, arrived when it was sent', async () => {
  const { store, workspace, ask } = await aStore();
  const { id } = await transact(store, { workspace }, (tx) => personFor(tx, workspace, 'UANA'));
  await ask(
    `with sent as (
        insert into messages (workspace_id, target, subject, kind, state, reason, since, channel, ts)
        values ($1, $2::text, 'offer/7/1', 'nudge', 'waiting', 'missing_scope', '2026-12-09T09:00:00Z', 'D1', '1.1')
        returning id)
      insert into nudges (workspace_id, person_id, kind, subject, is_question, wanted_at, sent_at, message)
        select $1, $2::uuid, 'offer', '7/1', true, '2026-12-09T09:00:00Z', '2026-12-09T09:00:00Z', id from sent`,
    [workspace, id],
  );
  const arrived = await transact(store, { workspace }, (tx) => arrivedOfLate(tx, workspace, id, now));
  expect(arrived).toEqual([]);
});
