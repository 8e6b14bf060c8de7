import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';

import { gather } from '../../src/platform/postgres/gather.ts';
import { transact } from '../../src/platform/postgres/transact.ts';
import { lived } from './a-history.ts';
import type { Lived } from './a-history.ts';
import { aStore } from './a-store.ts';

const to = Temporal.Instant.from('2026-11-23T09:00:00Z');
const week = 7 * 24;
const period = { from: to.subtract({ hours: week }), to };

const thanked = (number: number, agreedHoursAgo: number, state = 'confirmed'): Lived => ({
  number,
  state,
  events: [
    ['posted', 700],
    ['confirmed', 690],
    ['thanked', 680],
    ['thanks-shown', agreedHoursAgo],
  ],
});

const line = (mayShow: boolean, isWelcome: boolean | null, seq = 3) => ({
  seq,
  by: null,
  mayShow,
  isWelcome,
});

test('lines of thanks go in where both agree by now and the fix stands, once, and not those of long ago', async () => {
  const { ask, store, workspace } = await aStore();
  const lines: readonly (readonly [Lived, readonly object[]])[] = [
    [thanked(1, 10), [line(true, true), line(true, null, 9)]],
    [thanked(2, 10), [line(true, null)]],
    [thanked(3, 10), [line(false, true)]],
    [thanked(4, 10), [line(true, false)]],
    [thanked(5, 10, 'claimed'), [line(true, true)]],
    [thanked(6, 2 * week), [line(true, true)]],
    [thanked(7, 2 * week), [line(true, true)]],
    [thanked(8, 4 * week + 1), [line(true, true)]],
    [thanked(9, 0), [line(true, true)]],
  ];
  await lived(
    { ask, workspace },
    to,
    lines.map(([issue]) => issue),
  );
  for (const [{ number }, thanks] of lines)
    await ask(`update issues set life = jsonb_build_object('thanks', $1::jsonb) where number = $2`, [
      JSON.stringify(thanks),
      number,
    ]);
  await ask(
    `insert into digests values ($1, $2::timestamptz - interval '7 days', $2::timestamptz, '{"thanks": [{"number": 7, "seq": 3}]}')`,
    [workspace, String(to.subtract({ hours: week }))],
  );
  await ask(
    `insert into messages (workspace_id, kind, subject, target, state)
      values ($1, 'digest', (extract(epoch from $2::timestamptz) * 1000)::bigint::text, '', 'sent')`,
    [workspace, String(to.subtract({ hours: week }))],
  );
  const { thanks } = await transact(store, { workspace }, (tx) => gather(tx, workspace, period, 'UTC'));
  expect(thanks).toEqual([
    { number: 1, seq: 3 },
    { number: 6, seq: 3 },
  ]);
});
