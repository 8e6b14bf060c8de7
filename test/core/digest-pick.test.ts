import { array, assert, nat, property, record, string } from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it, test } from 'vitest';

import { fitted } from '../../src/core/digest/fit.ts';
import { pick } from '../../src/core/digest/pick.ts';
import type { Candidate, Gathered, WaitingCandidate } from '../../src/core/digest/pick.ts';
import {
  chartedSeries,
  chartedWeeks,
  isWorthAChart,
  series,
  seriesOfSeveral,
  weeksUpTo,
} from '../../src/core/digest/weeks.ts';
import type { Series, Week } from '../../src/core/digest/weeks.ts';
import type { PartOfChart } from '../../src/core/numbers.ts';
import { all, noResponse } from './responses.ts';

const to = Temporal.Instant.from('2026-11-23T09:00:00Z');
const weeksAgo = (weeks: number): Temporal.Instant =>
  to.subtract({ minutes: Math.round(60 * 24 * 7 * weeks) });
const none = { rows: [], total: 0 };
const empty: Gathered = {
  fixed: none,
  learned: none,
  waiting: none,
  undecided: none,
  cameBack: none,
  thanks: [],
  weeks: [],
  numbers: { now: noResponse, before: noResponse, several: all, longest: null },
  lastFlagAt: weeksAgo(1),
  watchedSince: weeksAgo(20),
  askedAt: null,
  lines: 0,
};
const picked = (more: Partial<Gathered>) => pick({ ...empty, ...more }, to, 'UTC');
const found = <Row>(...rows: Row[]) => ({ rows, total: rows.length });
const one = (number: number, more: Partial<Candidate> = {}): Candidate => ({
  number,
  impact: null,
  met: 1,
  ...more,
});
const waits = (number: number, more: Partial<WaitingCandidate> = {}): WaitingCandidate => ({
  ...one(number),
  asWaiting: 0,
  asDecision: 0,
  ...more,
});

describe('what goes in', () => {
  it('of the fixes, those that help most people come first; there is room for four', () => {
    const rows = [one(1), one(2, { met: 7 }), one(3, { impact: 'hurts' }), one(4), one(5), one(6)];
    expect(picked({ fixed: { rows, total: 31 } })?.fixed).toEqual({ numbers: [2, 3, 1, 4], more: 27 });
  });

  it('what was written up is worth half a minute before a line is', () => {
    const learned = found({ ...one(1, { met: 9 }), isWrittenUp: false }, { ...one(2), isWrittenUp: true });
    expect(picked({ learned })?.learned.numbers).toEqual([2, 1]);
  });

  it('of what waits, what hurts most comes first, and of that the oldest', () => {
    const waiting = found(
      waits(1),
      waits(5, { impact: 'hurts' }),
      waits(4, { impact: 'blocks' }),
      waits(3, { impact: 'hurts' }),
    );
    expect(picked({ waiting })?.waiting).toEqual({ numbers: [3, 5, 4], more: 1 });
  });

  it('of what needs a decision, what nobody was asked about yet comes first', () => {
    const undecided = found(waits(1, { asDecision: 3 }), waits(2), waits(3, { asDecision: 1 }));
    expect(picked({ undecided })?.undecided.numbers).toEqual([2, 3, 1]);
  });
});

it('there is room for two lines of thanks, and they alone are worth a reader’s time', () => {
  const rows = [1, 2, 3, 4].map((number) => ({ number, seq: 7 }));
  expect(picked({ thanks: rows })?.thanks).toEqual(rows.slice(0, 2));
});

describe('what is worth a reader’s time', () => {
  it('nothing is not, nor are figures alone', () => {
    expect(picked({})).toBeNull();
    const now = { ...noResponse, firstAnswer: { seconds: 60, of: 9 } };
    expect(picked({ numbers: { ...empty.numbers, now } })).toBeNull();
  });

  it('a decision is, once; after that it goes along with other news', () => {
    expect(picked({ undecided: found(waits(1)) })).not.toBeNull();
    const asked = found(waits(1, { asDecision: 1 }));
    expect(picked({ undecided: asked })).toBeNull();
    expect(picked({ undecided: asked, fixed: found(one(2)) })?.undecided.numbers).toEqual([1]);
  });

  it('a lead’s own line is', () => {
    expect(picked({ lines: 1 })).not.toBeNull();
  });
});

describe('quiet, not green', () => {
  const asks = (more: Partial<Gathered>): boolean => picked(more)?.asksWhyQuiet ?? false;

  it('eight weeks without a flag: one question, and only one', () => {
    expect(asks({ lastFlagAt: weeksAgo(7.9) })).toBe(false);
    expect(asks({ lastFlagAt: weeksAgo(8) })).toBe(true);
    expect(asks({ lastFlagAt: weeksAgo(12), askedAt: weeksAgo(4) })).toBe(false);
  });

  it('it was flagged again since, and is quiet again: the question comes again', () => {
    expect(asks({ lastFlagAt: weeksAgo(9), askedAt: weeksAgo(10) })).toBe(true);
  });

  it('where nobody has ever flagged, the weeks count from the first digest on', () => {
    expect(asks({ lastFlagAt: null, watchedSince: weeksAgo(7) })).toBe(false);
    expect(asks({ lastFlagAt: null, watchedSince: weeksAgo(8) })).toBe(true);
    expect(asks({ lastFlagAt: null, askedAt: weeksAgo(1) })).toBe(false);
  });

  it('an old workspace that Flagpost has just come to is not asked at once', () => {
    expect(asks({ lastFlagAt: weeksAgo(30), watchedSince: weeksAgo(2) })).toBe(false);
  });
});

describe('a chart', () => {
  const weeks = (flagged: readonly number[], claimed = 0): Week[] =>
    flagged.map((count, index) => ({
      day: `2026-10-0${index + 1}`,
      flagged: count,
      claimed,
      confirmed: 0,
      held: 0,
    }));

  it.each([
    ['as it was', [2, 2, 2, 2, 2, 2, 2, 2], false],
    ['too little of it', [0, 0, 0, 0, 0, 0, 0, 9], false],
    ['ten, and all of them now', [0, 0, 0, 0, 0, 0, 0, 10], true],
    ['a little more', [3, 3, 3, 3, 3, 3, 3, 4], false],
    ['a third more, and two at least', [6, 6, 6, 6, 6, 6, 6, 8], true],
    ['far fewer', [9, 9, 9, 9, 9, 9, 9, 3], true],
    ['what changed is long ago', [30, 0, 1, 1, 1, 1, 1, 1], false],
  ])('%s', (_, counts, isWorth) => {
    expect(isWorthAChart(weeks(counts), series)).toBe(isWorth);
  });

  it.each([
    ['in the third week of all', [0, 0, 0, 0, 0, 4, 0, 9], [4, 0, 9]],
    ['in the first week of all there are two to draw', [0, 0, 0, 0, 0, 0, 0, 12], [0, 12]],
    ['after weeks of quiet, however long it was used before', [0, 0, 3, 0, 1, 2, 3, 9], [3, 0, 1, 2, 3, 9]],
    ['a quiet week in between is shown', [2, 0, 0, 0, 0, 0, 0, 9], [2, 0, 0, 0, 0, 0, 0, 9]],
    ['where nothing happened all are', [0, 0, 0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 0]],
  ])('begins where something happened: %s', (_, counts, wanted) => {
    expect(chartedWeeks(weeks(counts), series).map(({ flagged }) => flagged)).toEqual(wanted);
  });

  it('any of its lines is something that happened', () => {
    const confirmed = weeks([0, 0, 0, 4, 5, 6, 7, 8]).map((week, index) =>
      index === 0 ? { ...week, confirmed: 1 } : week,
    );
    expect(chartedWeeks(confirmed, series)).toHaveLength(8);
    expect(chartedWeeks(confirmed, ['flagged', 'claimed'])).toHaveLength(5);
  });

  it('has a line for what held once something did, and one for all else from the beginning', () => {
    const some = weeks([4, 0, 9]);
    expect(chartedSeries(some, series)).toEqual(['flagged', 'claimed', 'confirmed']);
    const held = some.map((week, index) => ({ ...week, held: index }));
    expect(chartedSeries(held, series)).toEqual(['flagged', 'claimed', 'confirmed', 'held']);
    expect(chartedSeries(held, ['flagged', 'claimed'])).toEqual(['flagged', 'claimed']);
  });

  const part = (more: Partial<PartOfChart> = {}): PartOfChart => ({
    claimed: 'several',
    confirmed: 'several',
    held: 'several',
    ...more,
  });
  const few = part({ claimed: 'few', confirmed: 'few', held: 'few' });
  const nothing = part({ claimed: 'nobody', confirmed: 'nobody', held: 'nobody' });

  it.each<[string, PartOfChart[], Series[]]>([
    ['three in each part', [part(), part(), part()], ['flagged', 'claimed', 'confirmed', 'held']],
    ['one or two in each', [few, few, few], ['flagged']],
    ['one or two of late', [part(), part(), few], ['flagged']],
    ['one or two long ago', [part({ claimed: 'few' }), part(), part()], ['flagged', 'confirmed', 'held']],
    ['and each in another part', [part({ held: 'few' }), part({ claimed: 'few' })], ['flagged', 'confirmed']],
    ['nobody at first', [nothing, part({ held: 'nobody' })], ['flagged', 'claimed', 'confirmed']],
    ['nobody', [nothing, nothing], ['flagged']],
  ])(
    'has a line only where three people are behind it, wherever it is not nought: %s',
    (_, chart, wanted) => {
      expect(seriesOfSeveral(chart)).toEqual(wanted);
      const numbers = { ...empty.numbers, several: { ...all, chart } };
      expect(picked({ numbers, lines: 1 })?.series).toEqual(wanted);
    },
  );

  it('what one person claimed is no change that is worth one', () => {
    const steady = weeks([2, 2, 2, 2, 2, 2, 2, 2]).map((week, index) =>
      index === 7 ? { ...week, claimed: 9 } : week,
    );
    const several = { ...all, chart: [few] };
    expect(picked({ weeks: steady, lines: 1 })?.weeks).toEqual(steady);
    expect(picked({ weeks: steady, lines: 1, numbers: { ...empty.numbers, several } })?.weeks).toBeNull();
  });

  it('its weeks end where the period ends, by the clock of the zone', () => {
    const begins = weeksUpTo(Temporal.Instant.from('2026-11-15T23:30:00Z'), 'Europe/Berlin');
    expect(begins.slice(-4).map(({ at, day }) => `${at.toString()} ${day}`)).toEqual([
      '2026-10-18T22:30:00Z 2026-10-19',
      '2026-10-25T23:30:00Z 2026-10-26',
      '2026-11-01T23:30:00Z 2026-11-02',
      '2026-11-08T23:30:00Z 2026-11-09',
    ]);
    expect(begins).toHaveLength(8);
  });
});

test('what is too long loses lines, never a list, and says how many', () => {
  const parts = array(
    record({
      lines: array(string({ minLength: 1, maxLength: 40 }), { minLength: 1 }),
      more: nat(9),
    }),
  );
  const length = ({ lines }: { readonly lines: readonly string[] }): number => lines.join('').length;
  assert(
    property(parts, nat(400), (all, most) => {
      const fitting = fitted(all, most, length);
      expect(fitting).toHaveLength(all.length);
      for (const [index, part] of fitting.entries()) {
        const before = all[index];
        expect(part.lines.length).toBeGreaterThan(0);
        expect(part.lines.length + part.more).toBe((before?.lines.length ?? 0) + (before?.more ?? 0));
      }
      const isShortest = fitting.every(({ lines }) => lines.length === 1);
      expect(isShortest || fitting.reduce((sum, part) => sum + length(part), 0) <= most).toBe(true);
    }),
  );
});
