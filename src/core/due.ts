import type { Temporal } from 'temporal-polyfill';

import type { Turn } from './decide.ts';
import type { Issue } from './issue.ts';
import { silenceDueAt } from './settle.ts';

export interface Due {
  readonly turn: Turn['type'];
  readonly at: Temporal.Instant;
}

/** What time will bring about if nobody changes the issue before. A sweep finds it when it has come. */
export function dueOf(issue: Issue): Due | null {
  if (issue.state === 'saved') {
    const { hold, postAt } = issue;
    if (hold === null) return { turn: 'post', at: postAt };
    return hold.askAt === null ? null : { turn: 'ask-to-choose', at: hold.askAt };
  }
  if (issue.help?.state === 'promised' && issue.help.hasLeft === true) {
    return { turn: 'helper-left', at: issue.flaggedAt };
  }
  if (issue.state !== 'resolved') return null;
  const at = silenceDueAt(issue);
  return at === null ? null : { turn: 'fall-silent', at };
}
