import type { Temporal } from 'temporal-polyfill';

import { usualNudgesADay } from './attention.ts';
import type { Reach } from './attention.ts';
import { isOpen, officeWeek } from './working-time.ts';
import type { Week, WorkingTime } from './working-time.ts';

/** When somebody may be written to unasked, as they have set it; whoever has set nothing keeps office hours. */
export interface Hours {
  /** IANA name, as Slack says it; `null` until it has. */
  readonly zone: string | null;
  /** Their own hours; `null`: office hours. */
  readonly week: Week | null;
  readonly isOnlyOnHome: boolean;
  /** ISO date of the first day back. */
  readonly awayUntil: string | null;
  readonly nudgesADay: number | null;
}

/** What the workspace has in common. */
export type Workplace = Pick<WorkingTime, 'zone' | 'holidays'>;

/** Where Slack has not said in which zone somebody is, they are in the workspace's. */
export function workingTimeOf({ zone, week, awayUntil }: Hours, workplace: Workplace): WorkingTime {
  const { holidays } = workplace;
  return { zone: zone ?? workplace.zone, week: week ?? officeWeek, holidays, awayUntil };
}

export function reachOf(hours: Hours, workplace: Workplace): Reach {
  return hours.isOnlyOnHome ? 'only-on-home' : workingTimeOf(hours, workplace);
}

export function budgetOf({ nudgesADay }: Hours): number {
  return nudgesADay ?? usualNudgesADay;
}

export const mostNudgesADay = 10;

/** Whoever has set nothing, and flags while offices are closed where they are, may work shifts. */
export function mayWorkShifts({ zone, week, isOnlyOnHome }: Hours, at: Temporal.Instant): boolean {
  if (zone === null || week !== null || isOnlyOnHome) return false;
  return !isOpen({ zone, week: officeWeek, holidays: new Set(), awayUntil: null }, at);
}
