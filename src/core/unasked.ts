import { asksWhetherFixed } from './asked-again.ts';
import { leadsNudges, ownersNudges } from './attended.ts';
import { laterAsked } from './did-it-hold.ts';
import type { Issue, IssueEvent } from './issue.ts';
import type { WantedNudge } from './nudge.ts';
import { nudgesOfAsk } from './nudges-of-ask.ts';
import { offers } from './offers.ts';
import { asksFirst } from './told-of-first-answer.ts';
import { asksForNames } from './told-of-fix.ts';

/** What people are to be told unasked once `events` have turned `before` into `after`. */
export function unasked(
  before: Issue | null,
  after: Issue,
  events: readonly IssueEvent[],
): readonly WantedNudge[] {
  return [
    ...asksWhetherFixed(before, after),
    ...laterAsked(before, after),
    ...ownersNudges(before, after),
    ...leadsNudges(after, events),
    ...nudgesOfAsk(before, after),
    ...asksFirst(after, events),
    ...offers(after, events),
    ...asksForNames(after, events),
  ];
}
