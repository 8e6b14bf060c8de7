import { array, constantFrom, integer, option, record } from 'fast-check';
import type { Arbitrary } from 'fast-check';

import type { WorkingTime } from '../../src/core/working-time.ts';

/** Half hours, quarters, the date line, and clocks that change in either half of the year. */
export const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/St_Johns',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
];

const spans = array(record({ from: integer({ min: 0, max: 1439 }), length: integer({ min: 1, max: 720 }) }), {
  maxLength: 2,
}).map((some) =>
  some.map(({ from, length }) => ({ from, to: from + length })).toSorted((a, b) => a.from - b.from),
);

/** When somebody may work, the days on which clocks change among their holidays. */
export const times: Arbitrary<WorkingTime> = record({
  zone: constantFrom(...zones),
  week: array(spans, { minLength: 7, maxLength: 7 }),
  holidays: constantFrom(new Set<string>(), new Set(['2026-03-29', '2026-10-25', '2027-01-01'])),
  awayUntil: option(constantFrom('2026-03-29', '2026-10-25', '2027-01-02'), { nil: null }),
});
