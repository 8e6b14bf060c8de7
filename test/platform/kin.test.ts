import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';

import { loadKin, whatCountsReturns } from '../../src/platform/postgres/kin.ts';
import { loadIssue } from '../../src/platform/postgres/load-issue.ts';
import { transact } from '../../src/platform/postgres/transact.ts';
import { cameBack, lived, open, posted } from './a-history.ts';
import type { Lived } from './a-history.ts';
import { aStore } from './a-store.ts';

const to = Temporal.Instant.from('2026-11-23T09:00:00Z');
const fix = open(1, { events: [posted(900)] });

/** The how many-eth return the card of each says that it is, by number; `null`: it says nothing of it. */
async function nths(issues: readonly Lived[]): Promise<Record<string, number | null>> {
  const bench = await aStore();
  const { store, workspace } = bench;
  await lived(bench, to, [fix, ...issues]);
  return await transact(store, { workspace }, async (tx) => {
    const said: Record<string, number | null> = {};
    for (const { number } of issues) {
      const issue = (await loadIssue(tx, workspace, number, 'read'))?.issue;
      if (issue !== undefined) said[number] = (await loadKin(tx, workspace, issue)).fix?.nth ?? null;
    }
    return said;
  });
}

test('what was flagged first, and could be seen later, is the same return as what it was found to be', async () => {
  const [held, seen] = [[posted(10)], [posted(30)]];
  expect(
    await nths([
      open(2, { state: 'duplicate', of: 3, returnOf: 1, events: held }),
      open(3, { returnOf: 1, events: seen }),
    ]),
  ).toEqual({ 2: 1, 3: 1 });
  expect(
    await nths([
      open(2, { returnOf: 1, events: held }),
      open(3, { state: 'duplicate', of: 2, returnOf: 1, events: seen }),
    ]),
  ).toEqual({ 2: 1, 3: 1 });
});

test('what goes on as an earlier return is that one, whatever came back in between', async () => {
  expect(
    await nths([
      open(2, { state: 'duplicate', of: 4, returnOf: 1, events: [posted(30)] }),
      open(3, { returnOf: 1, events: [posted(20)] }),
      open(4, { returnOf: 1, events: [posted(10)] }),
      open(5, { state: 'duplicate', of: 1, returnOf: 1, events: [posted(9)] }),
      open(6, { returnOf: 1, events: [posted(8)] }),
      open(7, { returnOf: 1, events: [posted(8)] }),
    ]),
  ).toEqual({ 2: 1, 3: 2, 4: 1, 5: null, 6: 3, 7: 4 });
});

test('what counts the returns of a fix is found from each of them, and through what is the same', async () => {
  const bench = await aStore();
  const { ask, store, workspace } = bench;
  await lived(bench, to, [
    fix,
    open(2, { returnOf: 1 }),
    open(3, { returnOf: 1 }),
    open(4, { state: 'duplicate', of: 5, returnOf: 1 }),
    open(5, { state: 'duplicate', of: 6 }),
    open(6),
    open(7, { returnOf: 8 }),
    open(8),
  ]);
  await ask(
    `insert into messages (workspace_id, kind, subject, target)
      select $1, kind, subject::text, '' from generate_series(1, 8) subject, (values ('card'), ('controls')) k(kind)`,
    [workspace],
  );
  await ask(
    `with weeks as (
        insert into digests (workspace_id, begins_at, ends_at, picked)
        select $1, '2026-11-16', '2026-11-23', '{"cameBack": {"numbers": [1]}}' returning ends_at)
      insert into messages (workspace_id, kind, subject, target)
      select $1, 'digest', (extract(epoch from ends_at) * 1000)::bigint::text, '' from weeks`,
    [workspace],
  );
  const drawn = async (...numbers: number[]) => {
    const ids = await transact(store, { workspace }, (tx) => whatCountsReturns(tx, workspace, numbers));
    const rows = await ask<{ kind: string; subject: string }>(
      `select kind, subject from messages where id = any($1) order by kind, subject`,
      [ids],
    );
    return rows.map(({ kind, subject }) => (kind === 'card' ? Number(subject) : kind));
  };
  expect(await drawn(1)).toEqual([1, 2, 3, 4, 'digest']);
  expect(await drawn(2, 1)).toEqual([1, 2, 3, 4, 'digest']);
  expect(await drawn(5)).toEqual([1, 2, 3, 4, 5, 'digest']);
  expect(await drawn(8)).toEqual([7, 8]);
  expect(await drawn(8, 1)).toEqual([1, 2, 3, 4, 7, 8, 'digest']);
});

test('a return goes on naming the fix that did not hold, whatever was mended since', async () => {
  const bench = await aStore();
  const { store, workspace } = bench;
  const mended = open(1, {
    events: [posted(900), ['resolved', 800], ['confirmed', 799], cameBack(100), ['resolved', 90]],
  });
  await lived(bench, to, [mended, open(2, { returnOf: 1, events: [posted(500)] })]);
  const kin = await transact(store, { workspace }, async (tx) => {
    const loaded = await loadIssue(tx, workspace, 2, 'read');
    return loaded === null ? null : await loadKin(tx, workspace, loaded.issue);
  });
  expect(kin?.fix?.fixedAt?.toString()).toBe(to.subtract({ hours: 800 }).toString());
});
