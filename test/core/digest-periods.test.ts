import {
  array,
  assert,
  boolean,
  constant,
  constantFrom,
  integer,
  oneof,
  option,
  property,
  record,
} from 'fast-check';
import type { Arbitrary } from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it, test } from 'vitest';

import { lookAt, periodSoFar } from '../../src/core/digest/periods.ts';
import type { Period, Schedule, Slot } from '../../src/core/digest/periods.ts';

const none: ReadonlySet<string> = new Set();
const monday: Schedule = { zone: 'Europe/Berlin', day: 1, hour: 9, holidays: none };
const at = (text: string, zone = 'Europe/Berlin'): Temporal.Instant =>
  Temporal.PlainDateTime.from(text).toZonedDateTime(zone).toInstant();
const shown = ({ from, to }: Period, zone = 'Europe/Berlin'): string =>
  [from, to].map((it) => it.toZonedDateTimeISO(zone).toPlainDateTime().toString()).join(' – ');
const told = (to: Temporal.Instant): Slot => ({ to, usual: to });
const look = (schedule: Schedule, last: string | null, now: string) =>
  lookAt(schedule, last === null ? null : told(at(last, schedule.zone)), at(now, schedule.zone));
const periodAt = (schedule: Schedule, last: string | null, now: string): string | null => {
  const { period } = look(schedule, last, now);
  return period === null ? null : shown(period, schedule.zone);
};
const nextAt = (schedule: Schedule, last: string | null, now: string): string =>
  look(schedule, last, now).next.toZonedDateTimeISO(schedule.zone).toPlainDateTime().toString();

describe('one week after the other', () => {
  it('the first is of the week before; before its hour there is none', () => {
    expect(periodAt(monday, null, '2026-11-23T08:59')).toBeNull();
    expect(nextAt(monday, null, '2026-11-23T08:59')).toBe('2026-11-23T09:00:00');
    expect(periodAt(monday, null, '2026-11-23T09:00')).toBe('2026-11-16T09:00:00 – 2026-11-23T09:00:00');
  });

  it('each begins where the last one ended, and none comes twice', () => {
    expect(periodAt(monday, '2026-11-23T09:00', '2026-11-23T09:00')).toBeNull();
    expect(nextAt(monday, '2026-11-23T09:00', '2026-11-23T09:00')).toBe('2026-11-30T09:00:00');
    expect(periodAt(monday, '2026-11-23T09:00', '2026-11-30T09:02')).toBe(
      '2026-11-23T09:00:00 – 2026-11-30T09:00:00',
    );
  });

  it('week 53 is a week like any other', () => {
    expect(periodAt(monday, '2026-12-21T09:00', '2026-12-28T09:00')).toBe(
      '2026-12-21T09:00:00 – 2026-12-28T09:00:00',
    );
    expect(periodAt(monday, '2026-12-28T09:00', '2027-01-04T09:00')).toBe(
      '2026-12-28T09:00:00 – 2027-01-04T09:00:00',
    );
  });

  it('summer time begins and ends: nine o’clock is nine o’clock', () => {
    const sunday = { ...monday, day: 7 };
    expect(nextAt(monday, '2026-10-19T09:00', '2026-10-19T10:00')).toBe('2026-10-26T09:00:00');
    expect(periodAt(sunday, '2026-03-22T09:00', '2026-03-29T09:00')).toBe(
      '2026-03-22T09:00:00 – 2026-03-29T09:00:00',
    );
  });

  it('an hour that summer time leaves out is the one after it; one that comes twice is the first', () => {
    const early = { ...monday, day: 7, hour: 2 };
    expect(nextAt(early, '2026-03-22T02:00', '2026-03-28T12:00')).toBe('2026-03-29T03:00:00');
    expect(look(early, '2026-10-18T02:00', '2026-10-24T12:00').next.toString()).toBe('2026-10-25T00:00:00Z');
  });

  it('a Friday that a zone left out is told on the Saturday', () => {
    const apia = { ...monday, zone: 'Pacific/Apia', day: 5 };
    expect(nextAt(apia, '2011-12-23T09:00', '2011-12-29T12:00')).toBe('2011-12-31T09:00:00');
    expect(periodAt(apia, '2011-12-23T09:00', '2011-12-31T10:00')).toBe(
      '2011-12-23T09:00:00 – 2011-12-31T09:00:00',
    );
    expect(nextAt(apia, '2011-12-31T09:00', '2011-12-31T10:00')).toBe('2012-01-06T09:00:00');
  });
});

describe('nobody was there at the hour', () => {
  it('later on the same day it is sent, and ends at its hour all the same', () => {
    expect(periodAt(monday, '2026-11-16T09:00', '2026-11-23T23:59')).toBe(
      '2026-11-16T09:00:00 – 2026-11-23T09:00:00',
    );
  });

  it('later than that the next one covers both', () => {
    expect(periodAt(monday, '2026-11-16T09:00', '2026-11-24T00:00')).toBeNull();
    expect(nextAt(monday, '2026-11-16T09:00', '2026-11-24T00:00')).toBe('2026-11-30T09:00:00');
    expect(periodAt(monday, '2026-11-16T09:00', '2026-11-30T09:00')).toBe(
      '2026-11-16T09:00:00 – 2026-11-30T09:00:00',
    );
  });
});

describe('the settings change', () => {
  it('a later day of the same week: that has had its digest, and the next week has one', () => {
    const changed = '2026-11-23T12:00';
    const on = (day: number): string => nextAt({ ...monday, day }, '2026-11-23T09:00', changed);
    expect(on(3)).toBe('2026-12-02T09:00:00');
    expect(on(5)).toBe('2026-12-04T09:00:00');
    expect(nextAt({ ...monday, hour: 15 }, '2026-11-23T09:00', changed)).toBe('2026-11-30T15:00:00');
  });

  it('an earlier day: the next week has one, but not on the morrow', () => {
    const on = (day: number, last: string): string => nextAt({ ...monday, day }, last, last);
    expect(on(1, '2026-11-27T09:00')).toBe('2026-11-30T09:00:00');
    expect(on(1, '2026-11-29T09:00')).toBe('2026-12-07T09:00:00');
  });

  it('another zone: Monday there comes hours later, and is not a second digest', () => {
    const last = at('2026-11-23T09:00', 'Asia/Tokyo');
    const there = { ...monday, zone: 'America/New_York' };
    const { period, next } = look(there, '2026-11-22T19:00', '2026-11-23T09:00');
    expect(period).toBeNull();
    expect(next.equals(at('2026-11-30T09:00', 'America/New_York'))).toBe(true);
    expect(lookAt(there, told(last), next).period).toEqual({ from: last, ...told(next) });
  });

  it('what a lead reads before is of the time since the last one', () => {
    const now = at('2026-11-26T12:00');
    expect(shown(periodSoFar(monday, told(at('2026-11-23T09:00')), now))).toBe(
      '2026-11-23T09:00:00 – 2026-11-26T12:00:00',
    );
    expect(shown(periodSoFar(monday, null, now))).toBe('2026-11-19T12:00:00 – 2026-11-26T12:00:00');
  });
});

const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Chatham',
  'Africa/Cairo',
  'America/Havana',
];
const schedules = record({
  zone: constantFrom(...zones),
  day: integer({ min: 1, max: 7 }),
  hour: integer({ min: 0, max: 23 }),
  holidays: constant(none),
});
const start = Temporal.Instant.from('2005-01-01T00:00:00Z');
const starts = integer({ min: 0, max: 25 * 365 * 24 * 60 }).map((minutes) => start.add({ minutes }));
/** How long until somebody looks at the clock again, in minutes: seldom for long, as when everything is down. */
const pauses = oneof(
  { weight: 8, arbitrary: integer({ min: 1, max: 3000 }) },
  { weight: 1, arbitrary: integer({ min: 3000, max: 40_000 }) },
);
/** Also far too many. */
const freeDays: Arbitrary<readonly number[]> = oneof(
  constant([]),
  array(integer({ min: 0, max: 120 }), { maxLength: 100 }),
);

const lives = record({
  free: freeDays,
  begun: starts,
  steps: array(
    record({
      pause: pauses,
      changed: option(schedules, { freq: 12 }),
      isPunctual: boolean(),
    }),
    { minLength: 20, maxLength: 120 },
  ),
  schedule: schedules,
});
type Life = typeof lives extends Arbitrary<infer L> ? L : never;

interface Sent {
  readonly period: Period;
  readonly at: Temporal.Instant;
  readonly schedule: Schedule;
}

/** Someone who looks when told to, or later, through any change of the settings. */
function live({ begun, steps, schedule: first, free }: Life): Sent[] {
  const day = begun.toZonedDateTimeISO('UTC').toPlainDate();
  const holidays = new Set(free.map((days) => day.add({ days }).toString()));
  const sent: Sent[] = [];
  let now = begun;
  let schedule = first;
  let last: Slot | null = null;
  for (const { pause, changed, isPunctual } of steps) {
    schedule = { ...(changed ?? schedule), holidays };
    const { period, next } = lookAt(schedule, last, now);
    if (period !== null) sent.push({ period, at: now, schedule });
    last = period ?? last;
    expect(Temporal.Instant.compare(next, now)).toBe(1);
    now = isPunctual ? next : now.add({ minutes: pause });
  }
  return sent;
}

const weekOf = (at: Temporal.Instant, { zone }: Schedule): number | undefined =>
  at.toZonedDateTimeISO(zone).weekOfYear;

test('no moment is in two periods, none is left out and no week has two, whatever is changed and however long nobody looks', () => {
  assert(
    property(lives, (life) => {
      const sent = live(life);
      for (const [index, { period, at: when, schedule }] of sent.entries()) {
        expect(Temporal.Instant.compare(period.from, period.to)).toBe(-1);
        const dates = [period.to, when].map((it) => it.toZonedDateTimeISO(schedule.zone).toPlainDate());
        expect(dates[0]?.toString()).toBe(dates[1]?.toString());
        expect(schedule.holidays.has(dates[0]?.toString() ?? '')).toBe(false);
        expect(Temporal.Instant.compare(period.to, when)).toBeLessThanOrEqual(0);
        const before = sent[index - 1];
        if (before === undefined) continue;
        const isSameWeek = weekOf(period.to, schedule) === weekOf(before.period.to, schedule);
        expect(isSameWeek && life.free.length === 0).toBe(false);
        expect(period.from.equals(before.period.to)).toBe(true);
        expect(period.to.since(period.from).total('hours')).toBeGreaterThanOrEqual(48);
      }
    }),
    { numRuns: 150 },
  );
});

/** In the week in which Samoa left out a day there were six. */
const sevenDaysAWeek = starts.filter((it) => it.epochMilliseconds > Date.UTC(2012, 0, 7));

test('whoever looks when told to gets one a week, at the hour, in every zone', () => {
  assert(
    property(sevenDaysAWeek, schedules, (begun, schedule) => {
      let { next } = lookAt(schedule, null, begun);
      let last: Slot | null = null;
      for (let week = 0; week < 60; week += 1) {
        const looked = lookAt(schedule, last, next);
        expect(looked.period?.to.equals(next)).toBe(true);
        last = told(next);
        next = looked.next;
        expect(Math.round(next.since(last.to).total('hours') / 24)).toBe(7);
      }
    }),
    { numRuns: 30 },
  );
});
