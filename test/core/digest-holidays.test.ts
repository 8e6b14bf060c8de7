import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';

import { lookAt } from '../../src/core/digest/periods.ts';
import type { Look, Schedule, Slot } from '../../src/core/digest/periods.ts';

const monday: Schedule = { zone: 'Europe/Berlin', day: 1, hour: 9, holidays: new Set() };
const at = (text: string): Temporal.Instant =>
  Temporal.PlainDateTime.from(text).toZonedDateTime(monday.zone).toInstant();
const shown = (it: Temporal.Instant): string =>
  it.toZonedDateTimeISO(monday.zone).toPlainDateTime().toString({ smallestUnit: 'minute' });
const free = (...holidays: readonly string[]): Schedule => ({ ...monday, holidays: new Set(holidays) });

/** `usual`: when the last one was to be told by rights. */
function looked(schedule: Schedule, last: string, now: string, usual = last) {
  const { period, next } = lookAt(schedule, { to: at(last), usual: at(usual) }, at(now));
  return { told: period === null ? null : shown(period.to), next: shown(next) };
}

const days = (from: string, count: number): string[] =>
  Array.from({ length: count }, (_, after) => Temporal.PlainDate.from(from).add({ days: after }).toString());

/** When it is told after 23 November, or after its day of the week before, by whoever looks when told to. */
function toldOn(schedule: Schedule, times: number): string[] {
  const begun = at(`2026-11-${schedule.day === 1 ? 23 : 15 + schedule.day}T09:00`);
  const told: NonNullable<Look['period']>[] = [];
  const before: Slot = { to: begun, usual: begun };
  for (let now = begun; told.length < times;) {
    const { period, next } = lookAt(schedule, told.at(-1) ?? before, now);
    if (period !== null) told.push(period);
    now = next;
  }
  const ends = told.map(({ to }) => shown(to));
  expect(told.map(({ from }) => shown(from))).toEqual([shown(begun), ...ends.slice(0, -1)]);
  return ends;
}

describe('a holiday', () => {
  it.each([
    ['on the Monday', 1, ['2026-11-30'], ['2026-12-01T09:00', '2026-12-07T09:00', '2026-12-14T09:00']],
    ['on other days', 1, days('2026-12-01', 4), ['2026-11-30T09:00', '2026-12-07T09:00']],
    ['and another', 1, days('2026-11-30', 2), ['2026-12-02T09:00', '2026-12-07T09:00']],
    [
      'until Thursday',
      1,
      days('2026-11-30', 4),
      ['2026-12-04T09:00', '2026-12-07T09:00', '2026-12-14T09:00'],
    ],
    [
      'from a Tuesday that is the digest’s',
      2,
      days('2026-12-01', 4),
      ['2026-11-24T09:00', '2026-12-07T09:00', '2026-12-15T09:00'],
    ],
    [
      'on a Friday, before a weekend',
      5,
      ['2026-12-04'],
      ['2026-11-27T09:00', '2026-12-07T09:00', '2026-12-11T09:00'],
    ],
    [
      'on a Saturday that is the digest’s',
      6,
      ['2026-12-05'],
      ['2026-11-28T09:00', '2026-12-07T09:00', '2026-12-12T09:00'],
    ],
    ['all week', 1, days('2026-11-30', 5), ['2026-12-07T09:00', '2026-12-14T09:00']],
    ['for two months', 1, days('2026-11-30', 60), ['2027-01-29T09:00', '2027-02-01T09:00']],
  ])('%s', (_, day, holidays, expected) => {
    expect(toldOn({ ...free(...holidays), day }, expected.length)).toEqual(expected);
  });

  it('is one by the workspace’s clock; on the day after it is told as late as it has to be', () => {
    const schedule = free('2026-11-30');
    const last = '2026-11-23T09:00';
    const tuesday = '2026-12-01T09:00';
    expect(looked(schedule, last, '2026-11-30T12:00')).toEqual({ told: null, next: tuesday });
    expect(looked(schedule, last, '2026-11-30T23:59').told).toBeNull();
    expect(looked(schedule, last, '2026-12-01T20:00').told).toBe(tuesday);
    expect(looked(schedule, last, '2026-12-02T00:00')).toEqual({ told: null, next: '2026-12-07T09:00' });
  });

  it('that is named once the digest has gone brings no other, nor does one that is none after all', () => {
    const next = { told: null, next: '2026-12-07T09:00' };
    expect(looked(free('2026-11-30'), '2026-11-30T09:00', '2026-11-30T10:00')).toEqual(next);
    expect(looked(free('2026-11-30'), '2026-11-30T09:00', '2026-12-01T09:00')).toEqual(next);
    expect(looked(monday, '2026-12-01T09:00', '2026-12-01T10:00')).toEqual(next);
  });

  it.each([
    ['on another day', { ...monday, day: 3 }, '2026-12-09T09:00'],
    ['at another hour', { ...monday, day: 5, hour: 15 }, '2026-12-11T15:00'],
    ['without the holiday', { ...monday, day: 5 }, '2026-12-11T09:00'],
    ['on the day it was moved to', monday, '2026-12-14T09:00'],
  ])(
    'has moved it over a weekend; from then on it is told %s: the week that has begun has one as well',
    (_, schedule, next) => {
      const friday = '2026-12-04T09:00';
      const moved = '2026-12-07T09:00';
      expect(looked({ ...free('2026-12-04'), day: 5 }, '2026-11-27T09:00', moved).told).toBe(moved);
      expect(looked(schedule, moved, '2026-12-07T12:00', friday)).toEqual({ told: null, next });
    },
  );
});
