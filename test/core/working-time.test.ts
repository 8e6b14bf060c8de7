import { Temporal } from 'temporal-polyfill';
import { describe, expect, it, test } from 'vitest';

import {
  addWorkingDays,
  addWorkingMinutes,
  dayOf,
  officeWeek,
  openingAfter,
  openingOn,
} from '../../src/core/working-time.ts';
import type { Week, WorkingTime } from '../../src/core/working-time.ts';

const office = (zone: string, more: Partial<WorkingTime> = {}): WorkingTime => ({
  zone,
  week: officeWeek,
  holidays: new Set(),
  awayUntil: null,
  ...more,
});

/** Wall time there, `2026-11-20T09:00`. */
const at = (zone: string, wall: string): Temporal.Instant =>
  Temporal.PlainDateTime.from(wall).toZonedDateTime(zone).toInstant();

function wall(zone: string, instant: Temporal.Instant | null): string | null {
  return instant === null ? null : instant.toZonedDateTimeISO(zone).toPlainDateTime().toString().slice(0, 16);
}

const nights: Week = Array.from({ length: 7 }, (_, day) => (day < 5 ? [{ from: 22 * 60, to: 30 * 60 }] : []));
const everyNight: Week = Array.from({ length: 7 }, () => [{ from: 22 * 60, to: 30 * 60 }]);
const never: Week = [[], [], [], [], [], [], []];

describe('when somebody works again', () => {
  it.each([
    ['in the middle of the day it is now', office('Europe/Berlin'), '2026-11-20T10:30', '2026-11-20T10:30'],
    ['before nine it is nine', office('Europe/Berlin'), '2026-11-20T08:59', '2026-11-20T09:00'],
    ['at five it is the next morning', office('Europe/Berlin'), '2026-11-19T17:00', '2026-11-20T09:00'],
    ['after Friday it is Monday', office('Europe/Berlin'), '2026-11-20T17:00', '2026-11-23T09:00'],
    [
      'a holiday is skipped',
      office('Europe/Berlin', { holidays: new Set(['2026-11-23']) }),
      '2026-11-20T18:00',
      '2026-11-24T09:00',
    ],
    [
      'whoever is away begins on the day they are back',
      office('Europe/Berlin', { awayUntil: '2026-12-02' }),
      '2026-11-20T10:00',
      '2026-12-02T09:00',
    ],
    [
      'whoever comes back years later too',
      office('Europe/Berlin', { awayUntil: '2031-01-01' }),
      '2026-11-20T10:00',
      '2031-01-01T09:00',
    ],
    [
      'a night shift goes on after midnight',
      office('UTC', { week: nights }),
      '2026-11-21T05:59',
      '2026-11-21T05:59',
    ],
    ['and ends in the morning', office('UTC', { week: nights }), '2026-11-21T06:00', '2026-11-23T22:00'],
    [
      'the night into a holiday takes place, the one out of it does not',
      office('UTC', { week: nights, holidays: new Set(['2026-11-18']) }),
      '2026-11-18T06:00',
      '2026-11-19T22:00',
    ],
    ['where the clock has half hours', office('Asia/Kolkata'), '2026-11-20T08:00', '2026-11-20T09:00'],
    [
      'a day that was left out at the date line',
      office('Pacific/Apia'),
      '2011-12-29T18:00',
      '2012-01-02T09:00',
    ],
    ['nobody works on no day', office('UTC', { week: never }), '2026-11-20T10:00', null],
  ] as const)('%s', (_, time, from, expected) => {
    expect(wall(time.zone, openingAfter(time, at(time.zone, from)))).toBe(expected);
  });
});

describe('working minutes', () => {
  it.each([
    ['four hours in a morning', office('Europe/Berlin'), '2026-11-20T09:00', 240, '2026-11-20T13:00'],
    [
      'what ends with the day ends then',
      office('Europe/Berlin'),
      '2026-11-20T13:00',
      240,
      '2026-11-20T17:00',
    ],
    ['over the weekend', office('Europe/Berlin'), '2026-11-20T15:00', 240, '2026-11-23T11:00'],
    ['from within rest', office('Europe/Berlin'), '2026-11-21T12:00', 240, '2026-11-23T13:00'],
    [
      'the night that has an hour more',
      office('Europe/Berlin', { week: everyNight }),
      '2026-10-24T22:00',
      480,
      '2026-10-25T05:00',
    ],
    [
      'the night that has an hour less',
      office('Europe/Berlin', { week: everyNight }),
      '2026-03-28T22:00',
      480,
      '2026-03-29T23:00',
    ],
    ['nobody works: never', office('UTC', { week: never }), '2026-11-20T10:00', 1, null],
  ] as const)('%s', (_, time, from, minutes, expected) => {
    expect(wall(time.zone, addWorkingMinutes(time, at(time.zone, from), minutes))).toBe(expected);
  });
});

describe('working days', () => {
  it.each([
    ['two after Thursday is Monday, as it begins', '2026-11-19T15:00', 2, '2026-11-23T09:00'],
    ['one after Saturday is Monday', '2026-11-21T15:00', 1, '2026-11-23T09:00'],
    ['one after Sunday night is Monday', '2026-11-22T23:59', 1, '2026-11-23T09:00'],
    ['ten is two weeks', '2026-11-09T09:00', 10, '2026-11-23T09:00'],
  ])('%s', (_, from, days, expected) => {
    const time = office('America/New_York');
    expect(wall(time.zone, addWorkingDays(time, at(time.zone, from), days))).toBe(expected);
  });

  test('a lunch break is no new day', () => {
    const halves = [
      { from: 540, to: 720 },
      { from: 780, to: 1020 },
    ];
    const time = office('UTC', { week: [halves, halves, halves, halves, halves, [], []] });
    expect(wall('UTC', addWorkingDays(time, at('UTC', '2026-11-19T10:00'), 1))).toBe('2026-11-20T09:00');
  });

  test('of two spans that overlap no minute counts twice', () => {
    const double = [
      { from: 540, to: 720 },
      { from: 660, to: 780 },
    ];
    const time = office('UTC', { week: [double, [], [], [], [], [], []] });
    expect(wall('UTC', addWorkingMinutes(time, at('UTC', '2026-11-23T09:00'), 240))).toBe('2026-11-23T13:00');
    expect(wall('UTC', addWorkingMinutes(time, at('UTC', '2026-11-23T09:00'), 241))).toBe('2026-11-30T09:01');
  });

  test('after midnight it is still the day on which the shift began, and in the morning no more', () => {
    const time = office('UTC', { week: nights });
    expect(dayOf(time, at('UTC', '2026-11-20T02:00')).toString()).toBe('2026-11-19');
    expect(dayOf(time, at('UTC', '2026-11-20T06:00')).toString()).toBe('2026-11-20');
    expect(wall('UTC', addWorkingDays(time, at('UTC', '2026-11-19T02:00'), 1))).toBe('2026-11-19T22:00');
  });

  test('on a date is when it begins then, or next', () => {
    const time = office('Asia/Tokyo');
    const on = (day: string) => wall(time.zone, openingOn(time, Temporal.PlainDate.from(day)));
    expect(on('2026-11-20')).toBe('2026-11-20T09:00');
    expect(on('2026-11-21')).toBe('2026-11-23T09:00');
  });
});
