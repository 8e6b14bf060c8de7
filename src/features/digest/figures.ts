import { Temporal } from 'temporal-polyfill';

import { series } from '../../core/digest/weeks.ts';
import type { Series, Week } from '../../core/digest/weeks.ts';
import type { Figure } from '../../core/numbers.ts';
import type { ChartBlock } from '../../platform/slack/drawing.ts';
import { capitalised, countOf, listed } from '../words.ts';

const words: Readonly<Record<Figure['of'], string>> = {
  firstAnswer: 'half of the first answers came within #',
  claim: 'half of the owners within #',
  confirmation: 'half of the confirmations within #',
  confirmed: '# is confirmed',
  unconfirmed: '# was answered by nobody',
};

/** How the system responded, each figure with the one of the four weeks before behind it. */
export function figuresInWords(figures: readonly Figure[]): string {
  const times = figures.filter((it) => 'seconds' in it).map(inWords);
  const shares = figures.filter((it) => 'percent' in it).map(inWords);
  return [
    ...(times.length === 0 ? [] : [`${capitalised(listed(times))}.`]),
    ...(shares.length === 0 ? [] : [`Of what was called solved, ${listed(shares)}.`]),
    ...(figures.some(({ before }) => before !== null) ? ['In brackets: the four weeks before.'] : []),
  ].join(' ');
}

/** `a first answer 3 hours (5 hours)` */
function inWords(figure: Figure): string {
  const isShare = 'percent' in figure;
  const said = (value: number): string => (isShare ? `${value}\u00a0%` : durationInWords(value));
  const earlier = figure.before === null ? '' : ` (${said(figure.before)})`;
  return `${words[figure.of].replace('#', said(isShare ? figure.percent : figure.seconds))}${earlier}`;
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
};

/** What the chart shows, for whoever doesn't see it. */
export function weeksInWords(weeks: readonly Week[]): string {
  const counts = series.map(
    (name) => `${seriesWords[name].toLowerCase()} ${weeks.map((week) => week[name]).join(', ')}`,
  );
  return `The last eight weeks, this one last: ${counts.join('; ')}.`;
}

export function chartOf(weeks: readonly Week[]): ChartBlock {
  const labels = weeks.map(({ day }) => dayInWords(Temporal.PlainDate.from(day)));
  return {
    type: 'data_visualization',
    title: 'Issues in the last eight weeks',
    chart: {
      type: 'line',
      series: series.map((name) => ({
        name: seriesWords[name],
        data: weeks.map((week, index) => ({ label: labels[index] ?? '', value: week[name] })),
      })),
      axis_config: { categories: labels },
    },
  };
}

/** `16 Nov`; a digest is one week's, so it needs no year. */
export function dayInWords(day: Temporal.PlainDate): string {
  return day.toLocaleString('en-GB', { day: 'numeric', month: 'short' });
}
