import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';

import type { Gathered } from '../../src/core/digest/pick.ts';
import { gather } from '../../src/platform/postgres/gather.ts';
import { transact } from '../../src/platform/postgres/transact.ts';
import { cameBack, fixed, lived, open, people, posted } from './a-history.ts';
import { aStore, aWorkspace } from './a-store.ts';
import type { TestStore } from './a-store.ts';

const to = Temporal.Instant.from('2026-11-23T09:00:00Z');
const week = 7 * 24;
const period = { from: to.subtract({ hours: week }), to };

async function gathered({ store, workspace }: Pick<TestStore, 'store' | 'workspace'>): Promise<Gathered> {
  return await transact(store, { workspace }, (tx) => gather(tx, workspace, period, 'UTC'));
}

async function wasTold(
  { ask, workspace }: TestStore,
  weeksAgo: number,
  picked: object,
  state = 'sent',
): Promise<void> {
  const ends = String(to.subtract({ hours: week * weeksAgo }));
  await ask(`insert into digests values ($1, $2::timestamptz - interval '7 days', $2::timestamptz, $3)`, [
    workspace,
    ends,
    JSON.stringify(picked),
  ]);
  await ask(
    `insert into messages (workspace_id, kind, subject, target, state)
      values ($1, 'digest', (extract(epoch from $2::timestamptz) * 1000)::bigint::text, '', $3)`,
    [workspace, ends, state],
  );
}

const waited = (...numbers: number[]) => ({ waiting: { numbers }, undecided: { numbers: [] } });

test('fixes of the period that still hold, with how many people met each', async () => {
  const bench = await aStore();
  await people(bench, ['UANA', 'USAM', 'ULEA']);
  await lived(bench, to, [
    fixed(1, 10, { meToos: ['USAM', 'ULEA'], impact: 'hurts' }),
    fixed(2, week),
    fixed(3, week + 1),
    fixed(4, 0),
    fixed(5, 20, { state: 'claimed' }),
  ]);
  const { fixed: found, lastFlagAt } = await gathered(bench);
  expect(found).toEqual({
    rows: [
      { number: 1, impact: 'hurts', met: 3 },
      { number: 2, impact: null, met: 1 },
    ],
    total: 2,
  });
  expect(lastFlagAt?.toString()).toBe('2026-11-21T07:00:00Z');
});

test('an issue is twice in a digest as waiting, and from then on needs a decision', async () => {
  const bench = await aStore();
  await lived(bench, to, [open(1), open(2), open(3), open(4, { impact: 'blocks' }), fixed(5, 500)]);
  await wasTold(bench, 3, waited(1, 5));
  await wasTold(bench, 2, waited(1, 2, 5));
  await wasTold(bench, 1, { waiting: { numbers: [] }, undecided: { numbers: [1] } });
  const { waiting, undecided } = await gathered(bench);
  expect(waiting.rows.map(({ number, asWaiting }) => [number, asWaiting])).toEqual([
    [2, 1],
    [3, 0],
    [4, 0],
  ]);
  expect(waiting.total).toBe(3);
  expect(undecided).toEqual({
    rows: [{ number: 1, impact: null, met: 1, asWaiting: 2, asDecision: 1 }],
    total: 1,
  });
});

test('what needs a decision goes unsaid while an answer, a yes or a day is waited for', async () => {
  const bench = await aStore();
  await lived(bench, to, [open(1), open(2), open(3), open(4), open(5), open(6)]);
  await wasTold(bench, 2, waited(1, 2, 3, 4));
  await wasTold(bench, 1, waited(1, 2, 3, 4));
  const waits = async (number: number, what: string, until = to.add({ hours: 1 })): Promise<void> => {
    const promise = { state: 'waiting', for: what, until: String(until) };
    await bench.ask('update issues set life = $1 where number = $2', [JSON.stringify({ promise }), number]);
  };
  await waits(1, 'answer');
  await waits(2, 'yes');
  await waits(3, 'yes', to);
  await waits(5, 'yes');
  await waits(6, 'date');
  const { waiting, undecided } = await gathered(bench);
  expect(undecided).toMatchObject({ rows: [{ number: 3 }, { number: 4 }], total: 2 });
  expect(waiting).toMatchObject({ rows: [{ number: 5 }], total: 1 });
});

test('a digest that nobody could read has told nobody what waits', async () => {
  const bench = await aStore();
  await lived(bench, to, [open(1)]);
  await wasTold(bench, 3, waited(1), 'ended');
  await wasTold(bench, 2, waited(1), 'waiting');
  await wasTold(bench, 1, waited(1));
  expect((await gathered(bench)).waiting.rows).toMatchObject([{ number: 1, asWaiting: 1 }]);
});

test('what came back: reopened after it was confirmed, or flagged again; counted on the fix', async () => {
  const bench = await aStore();
  await lived(bench, to, [
    {
      number: 1,
      state: 'claimed',
      events: [posted(900), ['claimed', 800], ['resolved', 700], ['confirmed', 600], cameBack(5)],
    },
    { number: 2, state: 'claimed', events: [posted(90), ['claimed', 80], ['resolved', 70], ['reopened', 5]] },
    fixed(3, 500),
    open(4, { events: [posted(30)], returnOf: 3 }),
    open(5, { events: [posted(300)], returnOf: 1 }),
    open(6, { state: 'withdrawn', events: [posted(30)], returnOf: 2 }),
  ]);
  expect((await gathered(bench)).cameBack.rows.map(({ number }) => number)).toEqual([1, 3]);
});

test('each week counts what happened in it, by the clock of the zone', async () => {
  const bench = await aStore();
  await lived(bench, to, [
    fixed(1, 10),
    open(2),
    open(3, { events: [posted(8 * week)] }),
    open(4, { events: [posted(8 * week + 1)] }),
  ]);
  const { weeks } = await gathered(bench);
  expect(weeks.map(({ day, flagged, claimed, confirmed }) => [day, flagged, claimed, confirmed])).toEqual([
    ['2026-09-28', 1, 0, 0],
    ...['2026-10-05', '2026-10-12', '2026-10-19', '2026-10-26', '2026-11-02'].map((day) => [day, 0, 0, 0]),
    ['2026-11-09', 1, 0, 0],
    ['2026-11-16', 1, 1, 1],
  ]);
});

test('one workspace’s issues and digests are nothing to another', async () => {
  const bench = await aStore();
  await lived(bench, to, [fixed(1, 10), open(2)]);
  await wasTold(bench, 1, waited(2));
  const { id } = await aWorkspace(bench.store);
  const other = await gathered({ store: bench.store, workspace: id });
  expect(other).toMatchObject({ fixed: { total: 0 }, waiting: { total: 0 }, lastFlagAt: null, lines: 0 });
  expect(other.watchedSince.equals(period.from)).toBe(true);
});
