import type { Issue, OpenIssue } from './issue.ts';

/** What every state has: taking it alone drops what belongs to the state that ends. */
export function common(issue: Issue) {
  const { number, version, text, impact, affected, flaggedAt, reporter, meToos, reopenings } = issue;
  const { returnOf, help, hasAskedForLook, duplicates, asksAbove } = issue;
  const { formerOwners, helpers, supporters } = issue;
  const met = { reporter, asksAbove, meToos, reopenings, returnOf, duplicates };
  const had = { formerOwners, helpers, supporters };
  return { number, version, text, impact, affected, flaggedAt, help, hasAskedForLook, ...met, ...had };
}

/** It needs an owner, and a first answer that is yet to be promised. */
export function opened(issue: Issue): OpenIssue {
  const unanswered = { promise: null, asked: null, answerer: null, offeredTo: null, inquiry: null };
  return { ...common(issue), state: 'open', ...unanswered };
}
