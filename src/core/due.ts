import type { Temporal } from 'temporal-polyfill';

import { askDueAt } from './ask-ends.ts';
import { leadDueAt } from './attended.ts';
import { promiseDueAt } from './first-answer.ts';
import { inVainAt } from './in-vain.ts';
import type { Issue } from './issue.ts';
import { isAfter } from './moments.ts';
import { silenceDueAt } from './settle.ts';
import { isForNobody } from './stuck.ts';
import type { TurnType } from './turns.ts';

export interface Due {
  readonly turn: TurnType;
  readonly at: Temporal.Instant;
}

/** What a sweep finds next of an issue, if nobody changes it before. */
export function foundNext(issue: Issue, now: Temporal.Instant): Due | null {
  return sooner(dueOf(issue), due('in-vain', inVainAt(issue, now)));
}

/** What time will bring about if nobody changes the issue before. */
export function dueOf(issue: Issue): Due | null {
  if (issue.state === 'saved') {
    const { hold, postAt } = issue;
    if (hold === null) return { turn: 'post', at: postAt };
    return hold.askAt === null ? null : { turn: 'ask-to-choose', at: hold.askAt };
  }
  if (issue.help?.state === 'promised' && issue.help.hasLeft === true) {
    return { turn: 'helper-left', at: issue.flaggedAt };
  }
  if (isForNobody(issue)) return { turn: 'met-left', at: issue.flaggedAt };
  if (issue.state === 'claimed') {
    if (issue.ownerHasLeft === true) return { turn: 'owner-left', at: issue.flaggedAt };
    return sooner(due('could-use-help', leadDueAt(issue)), due('ask-passes', askDueAt(issue)));
  }
  if (issue.state === 'open') return due('promise-passes', promiseDueAt(issue));
  return issue.state === 'resolved' ? due('fall-silent', silenceDueAt(issue)) : null;
}

function due(turn: Due['turn'], at: Temporal.Instant | null): Due | null {
  return at === null ? null : { turn, at };
}

/** When that has come about the other is looked at again. */
function sooner(one: Due | null, other: Due | null): Due | null {
  if (one === null || other === null) return one ?? other;
  return isAfter(one.at, other.at) ? other : one;
}
