import { Temporal } from 'temporal-polyfill';

import type { ChangeKind, Impact, Verdict } from '../core/issue.ts';
import type { Consent, ReaderAnswer, SectionName } from '../core/learning.ts';
import type { SaidEvent } from '../core/said.ts';

/** The product's words, as people see them. One word per idea, the same everywhere. */
export const impactWords: Readonly<Record<Impact, string>> = {
  annoying: 'Annoying',
  slows: 'Slows work',
  blocks: 'Blocks work',
  hurts: 'Hurts customers or safety',
};

export const changeWords: Readonly<Record<ChangeKind, string>> = {
  'removed-cause': 'Removed the cause',
  'added-guard': 'Added a guard',
  automated: 'Automated it',
  checklist: 'Checklist or training',
  'one-off': 'One-off fix',
};

export const verdictWords: Readonly<Record<Verdict, string>> = {
  fixed: 'Fixed',
  partly: 'Partly',
  'not-fixed': 'Not fixed',
  'cannot-tell': "I can't tell",
};

/** What people are asked where they say something, and again where they edit it. */
export const saidLabels: Readonly<Record<SaidEvent['type'], string>> = {
  updated: 'How is it going?',
  inquired: 'What would you like to know?',
  informed: 'Your answer',
  resolved: 'What changed?',
  commented: 'Your line',
  helped: 'What helped?',
  declined: 'Not doing, because…',
  upheld: 'It stays as it is, because…',
};

export const learningLabel = 'What can others use?';

export const sectionWords: Readonly<Record<SectionName, string>> = {
  happened: 'What happened',
  possible: 'What made it possible',
  well: 'What went well',
  changed: 'What we changed',
  use: 'What others can use',
};

export const readerWords: Readonly<Record<ReaderAnswer, string>> = {
  used: 'Used this',
  knew: 'Already knew',
  'not-ours': "Doesn't apply to us",
};

export const consentWords: Readonly<Record<Consent, string>> = {
  yes: 'Show my name',
  no: 'Leave my name off',
};

export function countOf(count: number, one: string, many: string): string {
  return count === 1 ? one : many.replace('#', String(count));
}

/** `one`, `one and two`, `one, two and three`. */
export function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

/** A sentence that may begin with *somebody*. */
export function capitalised(sentence: string): string {
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`;
}

/** `5 seconds`, `one minute`, `10 minutes`, `one hour`. */
export function timeInWords(seconds: number): string {
  if (seconds === 3600) return 'one hour';
  if (seconds % 60 !== 0) return countOf(seconds, 'one second', '# seconds');
  return countOf(seconds / 60, 'one minute', '# minutes');
}

/** `In 5 seconds`, `In one minute`, `Within 10 minutes`; `At once` for none. */
export function pauseInWords(seconds: number, when: 'In' | 'Within'): string {
  return seconds === 0 ? 'At once' : `${when} ${timeInWords(seconds)}`;
}

/** `March 2026`; without the year where `now` is in it too. Told in UTC: at its edges another month is near enough. */
export function monthInWords(at: Temporal.Instant, now?: Temporal.Instant): string {
  const month = at.toZonedDateTimeISO('UTC');
  const year = now?.toZonedDateTimeISO('UTC').year === month.year ? '' : ` ${month.year}`;
  return `${month.toLocaleString('en', { month: 'long' })}${year}`;
}

/**
 * The day as each reader's own clock has it.
 * https://docs.slack.dev/messaging/formatting-message-text/#date-formatting
 */
export function dateInWords(at: Temporal.Instant): string {
  const otherwise = at.toZonedDateTimeISO('UTC').toLocaleString('en-GB', { dateStyle: 'medium' });
  return `<!date^${Math.floor(at.epochMilliseconds / 1000)}^{date_short}|${otherwise}>`;
}

/** The same with the time of day: `30 Nov 2026, 14:03`. */
export function momentInWords(at: Temporal.Instant): string {
  const otherwise = at
    .toZonedDateTimeISO('UTC')
    .toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
  return `<!date^${Math.floor(at.epochMilliseconds / 1000)}^{date_short}, {time}|${otherwise} UTC>`;
}

/** `1st`, `2nd`, `3rd`, `4th`, `11th`, `21st`. */
export function ordinal(count: number): string {
  const isTeen = Math.floor(count / 10) % 10 === 1;
  return `${count}${(isTeen ? undefined : ['th', 'st', 'nd', 'rd'][count % 10]) ?? 'th'}`;
}

/** `Kathmandu` of `Asia/Kathmandu`. */
export function cityOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

/** A day as Slack's calendar sends it, `YYYY-MM-DD` from the year 1 on; `null` for any other text. */
export function dayIn(text: string): Temporal.PlainDate | null {
  if (!/^(?!0000)\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(text)) return null;
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  /* The 31st of February becomes its last. */
  const date = Temporal.PlainDate.from({ year, month, day });
  return date.toString() === text ? date : null;
}
