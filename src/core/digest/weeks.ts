import type { Temporal } from 'temporal-polyfill';

import { isAfter } from '../moments.ts';
import type { PartOfChart } from '../numbers.ts';
import { remembered } from '../remembered.ts';
import { weeksBefore } from './periods.ts';

/** What happened in one of the weeks that a chart shows. */
export interface Week {
  /** The day on which it began, in the workspace's zone: `2026-11-16`. */
  readonly day: string;
  readonly flagged: number;
  readonly claimed: number;
  readonly confirmed: number;
  /** Still fixed a month after it was confirmed. */
  readonly held: number;
}

const weekCount = 8;
const weeksOfComparison = 4;
const fewestIssues = 10;

export const series = ['flagged', 'claimed', 'confirmed', 'held'] as const;
export type Series = (typeof series)[number];

/** Far more than there are zones. */
const mostKept = 1000;

interface Begin {
  readonly at: Temporal.Instant;
  /** As it is in `Week`. */
  readonly day: string;
}

const beginsUpTo = remembered(
  mostKept,
  ({ to, zone }: { readonly to: Temporal.Instant; readonly zone: string }) =>
    `${to.epochNanoseconds} ${zone}`,
  ({ to, zone }): readonly Begin[] => {
    const end = to.toZonedDateTimeISO(zone);
    return Array.from({ length: weekCount }, (_, index) => {
      const begin = end.subtract({ weeks: weekCount - index });
      return { at: begin.toInstant(), day: begin.toPlainDate().toString() };
    });
  },
);

/** Where the weeks up to `to` begin, the first one first. */
export function weeksUpTo(to: Temporal.Instant, zone: string): readonly Begin[] {
  return beginsUpTo({ to, zone });
}

/** Where the four weeks begin that a period is compared with. */
export function beginOfComparison(from: Temporal.Instant, zone: string): Temporal.Instant {
  return weeksBefore(from, weeksOfComparison, zone);
}

/**
 * The lines that several people are behind, in each part of their time in which there is anything to show. One part of one
 * person's would show how they do, however many are behind the others.
 */
export function seriesOfSeveral(chart: readonly PartOfChart[]): readonly Series[] {
  return series.filter((name) => {
    if (name === 'flagged') return true;
    const behind = chart.map((part) => part[name]);
    return behind.includes('several') && !behind.includes('few');
  });
}

/** A chart of little, or of what goes on as it did, would be decoration. */
export function isWorthAChart(weeks: readonly Week[], shown: readonly Series[]): boolean {
  const flagged = weeks.reduce((sum, week) => sum + week.flagged, 0);
  return flagged >= fewestIssues && shown.some((name) => hasChanged(weeks.map((week) => week[name])));
}

/**
 * From the first week on in which anything happened: before it Flagpost was not here yet, or it was quiet, and either way
 * a beginning of zeros says nothing. Two weeks at the least, since one alone makes no line.
 */
export function chartedWeeks(weeks: readonly Week[], shown: readonly Series[]): readonly Week[] {
  const first = weeks.findIndex((week) => shown.some((name) => week[name] > 0));
  return weeks.slice(Math.max(0, Math.min(first, weeks.length - 2)));
}

/** Whether a fix held is known a month later, so at first, and where none held, its line would be one of zeros. */
export function chartedSeries(weeks: readonly Week[], shown: readonly Series[]): readonly Series[] {
  return shown.filter((name) => name !== 'held' || weeks.some(({ held }) => held > 0));
}

/** The last week differs from the four before it by a third of what was usual, and by two at the least. */
function hasChanged(counts: readonly number[]): boolean {
  const last = counts.at(-1) ?? 0;
  const before = counts.slice(-1 - weeksOfComparison, -1);
  const usual = before.reduce((sum, count) => sum + count, 0) / weeksOfComparison;
  return Math.abs(last - usual) >= Math.max(2, usual / 3);
}

/** Whether it has been quiet `since` then for so long that somebody should ask. */
export function isQuiet(to: Temporal.Instant, since: Temporal.Instant, zone: string): boolean {
  return !isAfter(since, weeksBefore(to, weekCount, zone));
}
