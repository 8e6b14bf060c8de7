import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';

import { actsOf, workingDays } from '../src/playground/seed/calendar.ts';
import { fixedStories } from '../src/playground/seed/fixed.ts';
import { waitingStories } from '../src/playground/seed/waiting.ts';

/* A week, so that each day of it is today once: 16 November 2026 is a Monday. */
const week = [16, 17, 18, 19, 20, 21, 22].map((day) =>
  Temporal.PlainDate.from({ year: 2026, month: 11, day }),
);

it('on whatever day it is, all that is filled in is over, on working days of the last three weeks', () => {
  for (const today of week) {
    const dates = actsOf([...fixedStories, ...waitingStories], workingDays(today)).map(({ at }) =>
      at.toZonedDateTimeISO('UTC').toPlainDate(),
    );
    const days = dates.map((it) => it.until(today, { largestUnit: 'day' }).days);
    expect([today.toString(), Math.min(...days) >= 1]).toEqual([today.toString(), true]);
    expect([today.toString(), Math.max(...days) <= 23]).toEqual([today.toString(), true]);
    expect(dates.filter(({ dayOfWeek }) => dayOfWeek > 5)).toEqual([]);
  }
});

it('what is agreed on for later is for today or a working day to come', () => {
  for (const today of week) {
    const [first, second] = [15, 16].map(workingDays(today));
    if (first === undefined || second === undefined) throw new Error('no days');
    expect(Temporal.PlainDate.compare(first, today)).toBeGreaterThanOrEqual(0);
    expect(Temporal.PlainDate.compare(second, first)).toBe(1);
    expect([first, second].filter(({ dayOfWeek }) => dayOfWeek > 5)).toEqual([]);
  }
});
