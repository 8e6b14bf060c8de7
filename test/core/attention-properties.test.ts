import { array, assert, boolean, date, integer, property, record } from 'fast-check';
import type { Arbitrary } from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';

import { attention, blocksOfBundle } from '../../src/core/attention.ts';
import type { Nudge } from '../../src/core/attention.ts';
import { dayOf, isOpen, openingAfter } from '../../src/core/working-time.ts';
import { times } from './working-times.ts';

const starts: Arbitrary<Temporal.Instant> = date({
  min: new Date('2026-01-01T00:00:00Z'),
  max: new Date('2028-01-01T00:00:00Z'),
  noInvalidDate: true,
}).map((it) => Temporal.Instant.fromEpochMilliseconds(it.getTime()));

/** Wanted so many minutes after the beginning. */
const wanted = array(
  record({
    isQuestion: boolean(),
    after: integer({ min: 0, max: 6 * 1440 }),
    blocks: integer({ min: 1, max: 24 }),
  }),
  {
    minLength: 1,
    maxLength: 30,
  },
);

/** Minutes from one look that nobody asked for to the next: somebody wants something written, a process starts anew. */
const looks = array(integer({ min: 1, max: 2000 }), { maxLength: 40 });

const runs = record({ time: times, start: starts, wanted, looks, budget: integer({ min: 1, max: 5 }) });
type Run = typeof runs extends Arbitrary<infer It> ? It : never;

interface Sent {
  readonly at: Temporal.Instant;
  readonly nudges: readonly Nudge[];
  /** What was wanted by then and did not go. */
  readonly passedOver: readonly Nudge[];
}

const compare = Temporal.Instant.compare;

/** Looks where the rules say, and at the moments of the run, until nothing is left to look for. */
function simulate({ time, start, wanted: all, looks: gaps, budget }: Run): {
  sent: Sent[];
  left: readonly Nudge[];
} {
  const sent: Sent[] = [];
  let waiting: readonly Nudge[] = all.map(({ isQuestion, after, blocks }, index) => ({
    id: String(index),
    isQuestion,
    blocks,
    wantedAt: start.add({ minutes: after }),
  }));
  let unasked = start;
  const moments = gaps.map((gap) => (unasked = unasked.add({ minutes: gap })));
  let now: Temporal.Instant | null = start;
  while (now !== null) {
    const at: Temporal.Instant = now;
    const found = attention({ waiting, reach: time, budget, sent: sent.map((it) => it.at) }, at);
    expect([...found.alone, ...found.bundle, ...found.left].toSorted(byId)).toEqual(waiting.toSorted(byId));
    const passedOver = found.left.filter(({ wantedAt }) => compare(wantedAt, at) <= 0);
    const messages = [...found.alone.map((it) => [it]), ...(found.bundle.length > 0 ? [found.bundle] : [])];
    sent.push(...messages.map((nudges) => ({ at, nudges, passedOver })));
    waiting = found.left;
    if (found.lookAgainAt !== null) expect(compare(found.lookAgainAt, at)).toBe(1);
    const next = moments.find((it) => compare(it, at) > 0);
    now = [found.lookAgainAt, next].flatMap((it) => (it == null ? [] : [it])).toSorted(compare)[0] ?? null;
  }
  return { sent, left: waiting };
}

const byId = (a: Nudge, b: Nudge): number => Number(a.id) - Number(b.id);

function holds(check: (run: Run, result: ReturnType<typeof simulate>) => void): void {
  assert(
    property(runs, (run) => check(run, simulate(run))),
    { numRuns: 150 },
  );
}

describe('whatever the zone, the week, what is wanted and when one looks', () => {
  it('nobody is written to in their rest, nor before it is wanted', () => {
    holds(({ time }, { sent }) => {
      for (const { at, nudges } of sent) {
        expect(isOpen(time, at)).toBe(true);
        for (const { wantedAt } of nudges) expect(compare(wantedAt, at)).toBeLessThanOrEqual(0);
      }
    });
  });

  it('no day of theirs brings more than the budget', () => {
    holds(({ time, budget }, { sent }) => {
      const perDay = Map.groupBy(sent, ({ at }) => dayOf(time, at).toString());
      for (const messages of perDay.values()) expect(messages.length).toBeLessThanOrEqual(budget);
    });
  });

  it('no message holds more than Slack takes', () => {
    holds((_, { sent }) => {
      for (const { nudges } of sent)
        expect(nudges.reduce((sum, { blocks = 0 }) => sum + blocks, 0)).toBeLessThanOrEqual(blocksOfBundle);
    });
  });

  it('nothing is sent twice, and nothing is lost as long as they work at all', () => {
    holds(({ time }, { sent, left }) => {
      const ids = sent.flatMap(({ nudges }) => nudges.map(({ id }) => id));
      expect(new Set(ids).size).toBe(ids.length);
      for (const { wantedAt } of left) expect(openingAfter(time, wantedAt)).toBeNull();
    });
  });

  it('nothing else goes while a question is left behind', () => {
    holds((_, { sent }) => {
      const late = sent.filter(({ passedOver }) => passedOver.some(({ isQuestion }) => isQuestion));
      for (const { nudges } of late) expect(nudges.every(({ isQuestion }) => isQuestion)).toBe(true);
    });
  });
});
