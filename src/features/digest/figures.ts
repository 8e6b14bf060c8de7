import { Temporal } from 'temporal-polyfill';

import { chartedSeries, chartedWeeks } from '../../core/digest/weeks.ts';
import type { Series, Week } from '../../core/digest/weeks.ts';
import type { Figure } from '../../core/numbers.ts';
import type { ChartBlock } from '../../platform/slack/drawing.ts';
import { countOf, listed, numberInWords } from '../words.ts';

const words: Readonly<Record<Figure['of'], string>> = {
  firstAnswer: 'a first answer within #',
  claim: 'an owner within #',
  confirmation: 'a confirmation within #',
  support: 'an answer to an ask within #',
  confirmed: '# is confirmed',
  unconfirmed: '# was answered by nobody',
  answered: '# had an answer',
  held: '# held',
};

/** How the system responded, each figure with the one of the four weeks before behind it. */
export function figuresInWords(figures: readonly Figure[]): string {
  const times = figures.filter((it) => 'seconds' in it).map(inWords);
  const isOfSolved = ({ of }: Figure): boolean => of === 'confirmed' || of === 'unconfirmed';
  const ofSolved = figures.filter(isOfSolved).map(inWords);
  const held = figures.filter(({ of }) => of === 'held').map(inWords);
  const asks = figures.filter(({ of }) => of === 'answered').map(inWords);
  return [
    ...(times.length === 0 ? [] : [`Half of the time there was ${listed(times)}.`]),
    ...(ofSolved.length === 0 ? [] : [`Of what was called solved, ${listed(ofSolved)}.`]),
    ...(held.length === 0 ? [] : [`Of the fixes looked at again, ${listed(held)}.`]),
    ...(asks.length === 0 ? [] : [`Of the asks, ${listed(asks)}.`]),
    ...(figures.some(({ before }) => before !== null) ? ['In brackets: the four weeks before.'] : []),
  ].join(' ');
}

/** `a first answer within 3 hours (5 hours)` */
function inWords(figure: Figure): string {
  const isPercent = 'percent' in figure;
  const said = (value: number): string => (isPercent ? `${value}\u00a0%` : durationInWords(value));
  const earlier = figure.before === null ? '' : ` (${said(figure.before)})`;
  return `${words[figure.of].replace('#', said(isPercent ? figure.percent : figure.seconds))}${earlier}`;
}

/** To the hour, and from two days on to the day: of a median, more would be feigned. */
function durationInWords(seconds: number): string {
  const minutes = Math.max(1, Math.round(seconds / 60));
  if (minutes < 60) return countOf(minutes, 'one minute', '# minutes');
  const hours = Math.round(minutes / 60);
  if (hours < 48) return countOf(hours, 'one hour', '# hours');
  return `${Math.round(hours / 24)} days`;
}

const seriesWords: Readonly<Record<Series, string>> = {
  flagged: 'Flagged',
  claimed: 'Claimed',
  confirmed: 'Confirmed',
  held: 'Held',
};

/** What the chart shows, for whoever doesn't see it: a sentence for each of its lines. Its room is the issues' as well. */
export function weeksInWords(all: readonly Week[], shown: readonly Series[]): string {
  const weeks = chartedWeeks(all, shown);
  const since = weeks.slice(0, 1).map((week) => `Each week from ${labelOf(week)} to now.`);
  const counts = chartedSeries(weeks, shown).map(
    (name) => `${seriesWords[name]} ${weeks.map((week) => week[name]).join(', ')}.`,
  );
  return [...since, ...counts].join(' ');
}

export function chartOf(all: readonly Week[], shown: readonly Series[]): ChartBlock {
  const weeks = chartedWeeks(all, shown);
  const labels = weeks.map(labelOf);
  return {
    type: 'data_visualization',
    title: `Issues in the last ${numberInWords(weeks.length)} weeks`,
    chart: {
      type: 'line',
      series: chartedSeries(weeks, shown).map((name) => ({
        name: seriesWords[name],
        data: weeks.map((week, index) => ({ label: labels[index] ?? '', value: week[name] })),
      })),
      axis_config: { categories: labels },
    },
  };
}

/** `16 Nov`: of eight weeks that begin on the same day of the week. */
function labelOf({ day }: Week): string {
  return Temporal.PlainDate.from(day).toLocaleString('en-GB', { day: 'numeric', month: 'short' });
}
