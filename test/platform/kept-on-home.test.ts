import type { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';

import { loadKept, noteRead } from '../../src/platform/postgres/kept-on-home.ts';
import { personFor } from '../../src/platform/postgres/people.ts';
import { transact } from '../../src/platform/postgres/transact.ts';
import { aStore } from './a-store.ts';

test('only whoever it is for finds what was not sent to them, until they have read it', async () => {
  const { store, workspace, ask } = await aStore();
  const [ana, sam] = await transact(store, { workspace }, async (tx) => [
    (await personFor(tx, workspace, 'UANA')).id,
    (await personFor(tx, workspace, 'USAM')).id,
  ]);
  const now = store.clock();
  const keep = async (subject: string, target: string | undefined, at: Temporal.Instant, kind = 'news') => {
    const [row] = await ask<{ id: string }>(
      `insert into messages (workspace_id, kind, subject, target, state, reason, since)
        values ($1, $5, $2, $3, 'ended', 'on Home', $4) returning id`,
      [workspace, subject, target, at.toString(), kind],
    );
    return row?.id ?? '';
  };
  const asked = await keep('1/7a5d3c1e', ana, now.subtract({ hours: 3 }), 'reached');
  const old = await keep('1/2', ana, now.subtract({ hours: 100 * 24 }));
  const [older, newer, sams] = [
    await keep('1/3', ana, now.subtract({ hours: 2 })),
    await keep('1/4', ana, now.subtract({ hours: 1 })),
    await keep('1/4', sam, now),
  ];
  const kept = async (person = ana) =>
    await transact(store, { workspace }, async (tx) =>
      person === undefined ? [] : (await loadKept(tx, workspace, person)).map(({ id }) => id),
    );
  expect(await kept()).toEqual([newer, older, asked, old]);
  await noteRead(store, workspace, 'UANA', [sams, older, asked, 'no id']);
  expect(await kept()).toEqual([newer, asked, old]);
  expect(await kept(sam)).toEqual([sams]);
});
