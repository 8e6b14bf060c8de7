import { Temporal } from 'temporal-polyfill';

import type { ChangeKind, Impact, Verdict } from '../core/issue.ts';
import type { Consent, ReaderAnswer, SectionName } from '../core/learning.ts';
import { isAfter } from '../core/moments.ts';
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
  thanked: 'A line of thanks',
  helped: 'What helped?',
  declined: 'Not doing, because…',
  upheld: 'It stays as it is, because…',
  asked: 'What I tried',
  'ask-closed': 'Your answer',
  'ask-passed': 'What could you offer so far?',
  contained: 'What keeps the damage small?',
};

/** A fix has come back for one who met it, and counts as fixed so far. */
export function oneMore(owner: string): string {
  return `If one more person who met it says so, it goes on with ${owner}`;
}

/** In the place of a question that is asked once more. */
export function asksAnew(number: number): string {
  return `I ask you about *#${number}* again. Please answer in my newer message.`;
}

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

/** `no`, `one`, `ten`, `11`. */
export function numberInWords(count: number): string {
  return small[count] ?? String(count);
}

const small = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

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

/* Made once: to make one takes forty times as long as to use it, and each receipt says a time. */
const dayParts = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const;
const day = new Intl.DateTimeFormat('en-GB', { ...dayParts, timeZone: 'UTC' });
const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'UTC' });

/**
 * A day that is over, as each reader's own clock has it. Where Slack can't write it, `Mon 30 Nov 2026`.
 * https://docs.slack.dev/messaging/formatting-message-text/#date-formatting
 */
export function dateInWords(at: Temporal.Instant): string {
  return written(at, '{date_short}', dayByUtc(at));
}

/** The same with the time of day: `Mon 30 Nov 2026, 14:03 UTC`. */
export function momentInWords(at: Temporal.Instant): string {
  return written(at, '{date_short}, {time}', momentByUtc(at));
}

/** Of each, Slack's way of writing a day with its weekday. There is a short one for no weekday only. */
const comingDays = { by: '{date_long_pretty}', until: '{date_long_pretty}', on: '{date_long}' } as const;

/**
 * A day to come, with its weekday, as one plans by it: `until tomorrow`, `until Monday, November 30th, 2026`. Nothing
 * happens *on* tomorrow. The word before it is Slack's to write too: what a text begins with, it makes *Tomorrow*.
 */
export function comingDay(before: keyof typeof comingDays, at: Temporal.Instant): string {
  return written(at, `${before} ${comingDays[before]}`, `${before} ${dayByUtc(at)}`);
}

/** The same with the time of day: `by tomorrow, 14:03`. */
export function comingMoment(before: keyof typeof comingDays, at: Temporal.Instant): string {
  return written(at, `${before} ${comingDays[before]}, {time}`, `${before} ${momentByUtc(at)}`);
}

function written(at: Temporal.Instant, format: string, otherwise: string): string {
  return `<!date^${Math.floor(at.epochMilliseconds / 1000)}^${format}|${otherwise}>`;
}

function momentByUtc(at: Temporal.Instant): string {
  return `${dayByUtc(at)}, ${time.format(at.epochMilliseconds)} UTC`;
}

function dayByUtc(at: Temporal.Instant): string {
  return day.format(at.epochMilliseconds).replace(',', '');
}

/** By when somebody answers, which is said only of a time to come; `null`: it is over, whoever reads it late. */
export function answersBy(by: Temporal.Instant, now: Temporal.Instant): string | null {
  return isAfter(by, now) ? comingMoment('by', by) : null;
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
