import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';

import type { Gathered } from '../../src/core/digest/pick.ts';
import { gather } from '../../src/platform/postgres/gather.ts';
import { transact } from '../../src/platform/postgres/transact.ts';
import { lived, people } from './a-history.ts';
import type { Lived } from './a-history.ts';
import { aStore, aWorkspace } from './a-store.ts';
import type { TestStore } from './a-store.ts';

const to = Temporal.Instant.from('2026-11-23T09:00:00Z');
const week = 7 * 24;
const period = { from: to.subtract({ hours: week }), to };

async function gathered({ store, workspace }: Pick<TestStore, 'store' | 'workspace'>): Promise<Gathered> {
  return await transact(store, { workspace }, (tx) => gather(tx, workspace, period, 'UTC'));
}

const cameBack = (hoursAgo: number) => ['reopened', hoursAgo, undefined, { isReturn: true }] as const;
const posted = (hoursAgo: number) => ['posted', hoursAgo] as const;
const open = (number: number, more: Partial<Lived> = {}): Lived => ({
  number,
  state: 'open',
  events: [posted(200)],
  ...more,
});
const fixed = (number: number, confirmed: number, more: Partial<Lived> = {}): Lived => ({
  number,
  state: 'confirmed',
  events: [
    posted(confirmed + 50),
    ['claimed', confirmed + 40],
    ['resolved', confirmed + 5],
    ['confirmed', confirmed],
  ],
  ...more,
});

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

test('how the system responded, now and in the four weeks before', async () => {
  const bench = await aStore();
  const answered = (number: number, hoursAgo: number, took: number, how: string): Lived =>
    open(number, { events: [posted(hoursAgo + took), [how, hoursAgo], ['updated', hoursAgo - 1]] });
  await lived(bench, to, [
    answered(1, 10, 2, 'inquired'),
    answered(2, 20, 4, 'looks-again'),
    answered(3, 30, 9, 'declined'),
    answered(4, week + 10, 1, 'offered'),
    answered(5, 5 * week + 1, 1, 'updated'),
    fixed(6, 10),
    fixed(7, week - 3, { state: 'resolved', isSilent: true }),
    open(13, {
      state: 'claimed',
      events: [
        ['asked', 40],
        ['ask-promised', 37],
        ['ask-closed', 30, undefined, { how: 'done' }],
        ['asked', 20],
        ['ask-closed', 15, undefined, { how: 'answered' }],
        ['asked', 14],
        ['ask-closed', 13, undefined, { how: 'called-back' }],
        ['asked', 12],
        ['handed-over', 9],
        ['ask-closed', 9, undefined, { how: 'taken-over' }],
        ['asked', 8],
        ['asked', 6],
      ],
    }),
    fixed(8, 12 * week, { events: [posted(2020), ['confirmed', 2000], ['held', 20]] }),
    fixed(9, 12 * week, { events: [posted(2020), ['confirmed', 2000], ['held', 30]] }),
    fixed(10, 12 * week, { events: [posted(2020), ['confirmed', 2000], ['held', week + 5]] }),
    fixed(11, 12 * week, {
      state: 'claimed',
      events: [posted(2020), ['confirmed', 2000], cameBack(9), ['reopened', 7]],
    }),
    fixed(12, 12 * week, { state: 'claimed', events: [posted(2020), ['reopened', 9]] }),
  ]);
  const { now, before, longest } = (await gathered(bench)).numbers;
  const hours = (count: number): number => count * 3600;
  expect(now).toEqual({
    asked: 5,
    answered: 3,
    support: { seconds: hours(3), of: 3 },
    firstAnswer: { seconds: hours(4), of: 4 },
    claim: { seconds: hours(10), of: 1 },
    confirmation: { seconds: hours(50), of: 2 },
    solved: 1,
    confirmed: 1,
    unconfirmed: 0,
    held: 2,
    cameBack: 1,
  });
  expect(before).toEqual({
    asked: 0,
    answered: 0,
    support: null,
    firstAnswer: { seconds: hours(1), of: 2 },
    claim: { seconds: hours(10), of: 1 },
    confirmation: null,
    solved: 1,
    confirmed: 0,
    unconfirmed: 1,
    held: 1,
    cameBack: 0,
  });
  expect(longest).toEqual({ number: 5, since: to.subtract({ hours: 5 * week + 2 }) });
});

test('the longest without an owner is whoever came to have none first, and not the lowest number', async () => {
  const bench = await aStore();
  const letGo = (number: number, hoursAgo: number): Lived =>
    open(number, { events: [posted(900), ['claimed', 800], ['let-go', hoursAgo]] });
  const longest = async () => (await gathered(bench)).numbers.longest;
  expect(await longest()).toBe(null);
  await lived(bench, to, [
    letGo(1, 5),
    letGo(2, 400),
    open(3, { events: [posted(500)] }),
    open(4),
    letGo(5, 6),
  ]);
  expect(await longest()).toEqual({ number: 3, since: to.subtract({ hours: 500 }) });
  await bench.ask(`update issues set state = 'claimed' where number = 3`);
  expect(await longest()).toEqual({ number: 2, since: to.subtract({ hours: 400 }) });
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
