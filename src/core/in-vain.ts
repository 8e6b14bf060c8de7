import type { Temporal } from 'temporal-polyfill';

import { askPasses } from './ask-turns.ts';
import type { Cadence } from './cadence.ts';
import type { Issue, IssueEvent } from './issue.ts';
import { askedForLook, lookedAtInstead } from './look.ts';
import { promisePasses } from './promise-passes.ts';

/** When it is looked at next whether there is somebody to ask; `null`: nobody is looked for. */
export function inVainAt(issue: Issue, now: Temporal.Instant): Temporal.Instant | null {
  return isInVain(issue) ? dayAfter(issue, now) : null;
}

/** Everybody there was to ask was asked: for a first answer, for support, or for another look. */
function isInVain(issue: Issue): boolean {
  if (issue.state === 'open') return issue.promise?.state === 'unanswered';
  if (issue.state === 'claimed') return issue.ask?.standing.state === 'unanswered';
  return askedForLook(issue)?.of.length === 0;
}

/**
 * Each day once: whoever was away comes back without a word. At the time of day at which it was flagged, so that not all of
 * them are looked at in one moment, and that what happens to an issue meanwhile puts nothing off.
 */
function dayAfter({ flaggedAt }: Issue, now: Temporal.Instant): Temporal.Instant {
  const days = Math.floor(now.since(flaggedAt).total('hours') / 24);
  return flaggedAt.add({ hours: 24 * (days + 1) });
}

/** Whoever leads, and was not asked, is asked now. */
export function askedAfterAll(issue: Issue, cadence: Cadence, now: Temporal.Instant): readonly IssueEvent[] {
  if (!isInVain(issue)) return [];
  return [
    ...promisePasses(issue, cadence, now),
    ...askPasses(issue, cadence, now),
    ...lookedAtInstead(issue, cadence),
  ];
}
