import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';

import { hasDateSoon } from '../../src/core/attended.ts';
import type { ClaimedIssue } from '../../src/core/issue.ts';
import { movedTo, wantedAt } from '../../src/core/nudge.ts';
import type { AboutDate } from '../../src/core/nudge.ts';
import { officeWeek } from '../../src/core/working-time.ts';
import type { WorkingTime } from '../../src/core/working-time.ts';
import { anIssue, thursday } from '../support/builders.ts';

const office: WorkingTime = { zone: 'UTC', week: officeWeek, holidays: new Set(), awayUntil: null };
const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);

describe('a date that is soon', () => {
  const dated = (by: string): ClaimedIssue =>
    anIssue({ state: 'claimed', agreement: { success: null, by: day(by) } });

  it.each([
    ['2026-12-03', false],
    ['2026-12-04', true],
    ['2026-12-17', true],
    ['2026-12-18', false],
    ['2026-11-30', false],
  ])('of %s, on Thursday 3 December: %s', (by, isSoon) => {
    expect(hasDateSoon(dated(by), office, thursday)).toBe(isSoon);
  });

  it('is no date at all', () => {
    expect(hasDateSoon(anIssue({ state: 'claimed' }), office, thursday)).toBe(false);
  });

  it('is not asked about once its day has begun', () => {
    expect(wantedAt(office, { justOn: day('2026-12-03') }, thursday)).toBeNull();
    expect(wantedAt(office, { justOn: day('2026-12-04') }, thursday)).toEqual(
      Temporal.Instant.from('2026-12-04T09:00:00Z'),
    );
  });
});

describe('what waits for a date, in hours that may be others', () => {
  it.each<[string, AboutDate, string | null]>([
    ['on it is wanted as it begins', { on: day('2026-12-04') }, '2026-12-04T09:00:00Z'],
    ['on a free one is wanted on the next', { on: day('2026-12-05') }, '2026-12-07T09:00:00Z'],
    ['on one that has begun keeps the time it had', { on: day('2026-12-03') }, null],
    ['on it alone is wanted while it goes on', { justOn: day('2026-12-03') }, thursday.toString()],
    ['before it is wanted on the working day before', { before: day('2026-12-07') }, '2026-12-04T09:00:00Z'],
    ['before it is wanted while that day goes on', { before: day('2026-12-04') }, thursday.toString()],
  ])('%s', (_, date, at) => {
    expect(movedTo(office, date, thursday)?.toString() ?? null).toBe(at);
  });
});
