import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';

import type { Gathered } from '../../src/core/digest/pick.ts';
import { gather } from '../../src/platform/postgres/gather.ts';
import { transact } from '../../src/platform/postgres/transact.ts';
import { cameBack, fixed, lived, open, posted } from './a-history.ts';
import type { Lived } from './a-history.ts';
import { aStore } from './a-store.ts';
import type { TestStore } from './a-store.ts';

const to = Temporal.Instant.from('2026-11-23T09:00:00Z');
const week = 7 * 24;
const period = { from: to.subtract({ hours: week }), to };

async function gathered({ store, workspace }: Pick<TestStore, 'store' | 'workspace'>): Promise<Gathered> {
  return await transact(store, { workspace }, (tx) => gather(tx, workspace, period, 'UTC'));
}

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
        ['ask-closed', 5, undefined, { how: 'solved' }],
        ['asked', 4],
        ['ask-promised', 3],
        ['ask-closed', 2, undefined, { how: 'solved' }],
        ['asked', 1],
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
    asked: 7,
    answered: 4,
    support: { seconds: hours(3), of: 4 },
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
