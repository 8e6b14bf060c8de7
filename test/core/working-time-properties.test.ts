import { assert, constantFrom, date, integer, property } from 'fast-check';
import type { Arbitrary } from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';

import { addWorkingMinutes, isOpen, officeWeek, openingAfter } from '../../src/core/working-time.ts';
import { times, zones } from './working-times.ts';

/** Around the days on which clocks change, and any other day. */
const instants: Arbitrary<Temporal.Instant> = date({
  min: new Date('2011-12-20T00:00:00Z'),
  max: new Date('2031-01-01T00:00:00Z'),
  noInvalidDate: true,
}).map((it) => Temporal.Instant.fromEpochMilliseconds(it.getTime()));

const minutes = integer({ min: 1, max: 20_000 });
const compare = Temporal.Instant.compare;

describe('whatever the zone, the week and the moment', () => {
  it('opens at or after the moment, and is open then', () => {
    assert(
      property(times, instants, (time, from) => {
        const opening = openingAfter(time, from);
        if (opening === null) return;
        expect(compare(opening, from)).toBeGreaterThanOrEqual(0);
        expect(isOpen(time, opening)).toBe(true);
      }),
    );
  });

  it('is at rest between the moment and the opening', () => {
    assert(
      property(times, instants, integer({ min: 0, max: 99 }), (time, from, percent) => {
        const opening = openingAfter(time, from);
        if (opening === null || opening.equals(from)) return;
        const ms = opening.epochMilliseconds - from.epochMilliseconds;
        expect(isOpen(time, from.add({ milliseconds: Math.floor((ms * percent) / 100) }))).toBe(false);
      }),
    );
  });

  it('takes as long in two parts as in one', () => {
    assert(
      property(times, instants, minutes, minutes, (time, from, first, second) => {
        const half = addWorkingMinutes(time, from, first);
        const whole = addWorkingMinutes(time, from, first + second);
        if (half === null || whole === null) return;
        expect(addWorkingMinutes(time, half, second)?.toString()).toBe(whole.toString());
      }),
    );
  });

  it('is never over sooner for beginning later', () => {
    assert(
      property(times, instants, minutes, minutes, (time, from, wait, length) => {
        const sooner = addWorkingMinutes(time, from, length);
        const later = addWorkingMinutes(time, from.add({ minutes: wait }), length);
        if (sooner === null || later === null) return;
        expect(compare(sooner, later)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('counts each minute in which they work, and no other', () => {
    assert(
      property(times, instants, integer({ min: 1, max: 900 }), (time, from, length) => {
        const whole = Temporal.Instant.fromEpochMilliseconds(
          Math.floor(from.epochMilliseconds / 60_000) * 60_000,
        );
        const end = addWorkingMinutes(time, whole, length);
        if (end === null || end.epochMilliseconds - whole.epochMilliseconds > 5 * 86_400_000) return;
        let counted = 0;
        for (let it = whole; compare(it, end) < 0; it = it.add({ minutes: 1 }))
          if (isOpen(time, it)) counted += 1;
        expect(counted).toBe(length);
      }),
      { numRuns: 25 },
    );
  });

  it('lets an office worker be written to between nine and five on a weekday, and at no other time', () => {
    assert(
      property(constantFrom(...zones), instants, (zone, moment) => {
        const local = moment.toZonedDateTimeISO(zone);
        const isAtWork = local.dayOfWeek <= 5 && local.hour >= 9 && local.hour < 17;
        expect(isOpen({ zone, week: officeWeek, holidays: new Set(), awayUntil: null }, moment)).toBe(
          isAtWork,
        );
      }),
      { numRuns: 1000 },
    );
  });
});
