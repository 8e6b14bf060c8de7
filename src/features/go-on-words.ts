import type { Temporal } from 'temporal-polyfill';

import type { OwnersKind } from '../core/attended.ts';
import type { ClaimedIssue } from '../core/issue.ts';
import type { Happening } from '../platform/postgres/event-rows.ts';
import { dayInWords } from './day.ts';
import { dateInWords } from './words.ts';

/** What an owner is asked, and why; `heard`: their last word. */
export function whatItNeeds(
  kind: OwnersKind,
  issue: ClaimedIssue,
  heard: Happening,
  now: Temporal.Instant,
): string {
  return `${why(kind, issue, heard, now)} What does it need?`;
}

function why(
  kind: OwnersKind,
  { number, agreement }: ClaimedIssue,
  { event, at }: Happening,
  now: Temporal.Instant,
): string {
  switch (kind) {
    case 'quiet':
      return `It has been quiet about *#${number}* since ${dateInWords(at)}.`;
    case 'snooze-over':
      return event.type === 'snoozed'
        ? `You asked me to come back to *#${number}* on ${dayInWords(event.until, now)}.`
        : `You asked me to come back to *#${number}*.`;
    case 'day-before':
    case 'on-the-day':
      return agreement?.by == null
        ? `*#${number}* is yours.`
        : `You set ${dayInWords(agreement.by, now)} as the date for *#${number}*.`;
  }
}
