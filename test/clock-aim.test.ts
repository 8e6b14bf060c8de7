import { assert, constantFrom, date, property } from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';

import { BACK, instantOf, NO_SUCH_DAY, TOO_FAR, wayTo } from '../src/playground/time/aim.ts';

const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);
const where = (aim: Parameters<typeof instantOf>[0], now: string, zone: string): string =>
  instantOf(aim, at(now), zone).toZonedDateTimeISO(zone).toString({ timeZoneName: 'never' });

test.each([
  [
    'before nine it is today’s',
    'morning',
    '2026-11-25T07:59:59Z',
    'Europe/Berlin',
    '2026-11-25T09:00:00+01:00',
  ],
  [
    'at nine it is tomorrow’s',
    'morning',
    '2026-11-25T08:00:00Z',
    'Europe/Berlin',
    '2026-11-26T09:00:00+01:00',
  ],
  [
    'over the change to summer time',
    'morning',
    '2026-03-28T12:00:00Z',
    'Europe/Berlin',
    '2026-03-29T09:00:00+02:00',
  ],
  ['in a zone of half hours', 'morning', '2026-11-25T03:31:00Z', 'Asia/Kolkata', '2026-11-26T09:00:00+05:30'],
  [
    'beyond the date line',
    'morning',
    '2026-11-25T21:00:00Z',
    'Pacific/Auckland',
    '2026-11-27T09:00:00+13:00',
  ],
  [
    'on a Monday before nine it is this one',
    'monday',
    '2026-11-23T07:00:00Z',
    'Europe/Berlin',
    '2026-11-23T09:00:00+01:00',
  ],
  [
    'on a Monday at nine it is the next one',
    'monday',
    '2026-11-23T08:00:00Z',
    'Europe/Berlin',
    '2026-11-30T09:00:00+01:00',
  ],
  ['on a Sunday it is tomorrow', 'monday', '2026-11-22T12:00:00Z', 'UTC', '2026-11-23T09:00:00+00:00'],
] as const)('%s', (_, aim, now, zone, expected) => {
  expect(where(aim, now, zone)).toBe(expected);
});

test('an hour is an hour, and a day and time is the workspace’s', () => {
  expect(where('hour', '2026-10-25T00:30:00Z', 'Europe/Berlin')).toBe('2026-10-25T02:30:00+01:00');
  expect(where({ at: '2026-12-03T14:30' }, '2026-11-22T09:00:00Z', 'America/Lima')).toBe(
    '2026-12-03T14:30:00-05:00',
  );
});

const zones = [
  'UTC',
  'Europe/Berlin',
  'Asia/Kathmandu',
  'America/Lima',
  'Pacific/Apia',
  'Australia/Lord_Howe',
];
const moments = date({ min: new Date('2026-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }).map(
  (date) => Temporal.Instant.fromEpochMilliseconds(date.getTime()),
);

test('wherever and whenever: the next morning and the next Monday are ahead, at nine, and no later than they have to be', () => {
  assert(
    property(moments, constantFrom(...zones), (now, zone) => {
      const morning = instantOf('morning', now, zone);
      const monday = instantOf('monday', now, zone);
      for (const one of [morning, monday]) {
        expect(Temporal.Instant.compare(one, now)).toBe(1);
        expect(one.toZonedDateTimeISO(zone).toPlainTime().toString()).toBe('09:00:00');
      }
      expect(monday.toZonedDateTimeISO(zone).dayOfWeek).toBe(1);
      expect(morning.since(now).total('hours')).toBeLessThanOrEqual(25);
      expect(monday.since(now).total('hours')).toBeLessThanOrEqual(24 * 7 + 1);
    }),
  );
});

test.each([
  ['2026-11-22T09:00', BACK],
  ['2026-11-22T08:59', BACK],
  ['2026-11-22T09:01', ''],
  ['2027-11-23T09:00', ''],
  ['2027-11-24T09:00', TOO_FAR],
  ['12026-11-24T09:00', NO_SUCH_DAY],
  ['2027-02-31T09:00', NO_SUCH_DAY],
  ['2026-12-01T24:01', NO_SUCH_DAY],
  ['', NO_SUCH_DAY],
  ['tomorrow', NO_SUCH_DAY],
])('it goes forward only, to a day that there is, and a year at one go: %j', (day, said) => {
  const way = wayTo({ at: day }, at('2026-11-22T09:00:00Z'), 'UTC');
  expect(typeof way === 'string' ? way : '').toBe(said);
});
