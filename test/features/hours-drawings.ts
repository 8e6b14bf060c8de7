import type { ModalView } from '@slack/types';

import type { Hours } from '../../src/core/hours.ts';
import type { Week } from '../../src/core/working-time.ts';
import { hoursInWords } from '../../src/features/hours-words.ts';
import { hoursForm } from '../../src/features/hours/form.ts';
import type { Drawing } from '../../src/platform/slack/drawing.ts';
import { thursday } from '../support/builders.ts';
import type { Drawings } from './drawings.ts';

export const officeHours: Hours = {
  zone: 'Europe/Berlin',
  week: null,
  isOnlyOnHome: false,
  awayUntil: null,
  nudgesADay: null,
};

const on = (from: number, to: number, ...days: readonly number[]): Week =>
  Array.from({ length: 7 }, (_, day) => (days.includes(day) ? [{ from, to }] : []));

const nights: Hours = { ...officeHours, week: on(22 * 60, 30 * 60, 0, 1, 4), nudgesADay: 1 };

const all: Readonly<Record<string, Hours>> = {
  'office hours': officeHours,
  'office hours, nobody knows where': { ...officeHours, zone: null },
  'office hours, away': { ...officeHours, awayUntil: '2026-12-24' },
  'office hours, back today': { ...officeHours, awayUntil: '2026-12-03' },
  'a night shift': nights,
  'one long day': { ...officeHours, zone: 'UTC', week: on(0, 24 * 60, 6), nudgesADay: 10 },
  'every day': {
    ...officeHours,
    zone: 'America/Argentina/Buenos_Aires',
    week: on(510, 720, 0, 1, 2, 3, 4, 5, 6),
  },
  'only on Home': { ...officeHours, isOnlyOnHome: true },
};

export const hoursForms: Readonly<Record<string, ModalView>> = {
  hours: hoursForm(officeHours, thursday),
  'hours, of somebody who leads': hoursForm(officeHours, thursday, 'weekly'),
  'hours, at night and away': hoursForm({ ...nights, awayUntil: '2026-12-24' }, thursday),
};

/** How it stands, as it is said to whoever has set it. */
export function hoursWords(): Drawings {
  const said = (text: string): Drawing => ({ text, blocks: [] });
  return Object.fromEntries(
    Object.entries(all).map(([name, it]) => [name, said(hoursInWords(it, thursday))]),
  );
}
