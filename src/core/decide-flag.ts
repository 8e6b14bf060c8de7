import type { Actor } from './command.ts';
import { no, nothing, notThere, yes } from './decision.ts';
import type { Decision } from './decision.ts';
import { isMeToo, isOwned } from './issue.ts';
import type { Issue, IssueEvent } from './issue.ts';

export function whileSaved(issue: Issue, actor: Actor, event: IssueEvent): Decision {
  if (!actor.isReporter) return no({ reason: 'not-the-reporter' });
  if (issue.state === 'withdrawn') return no({ reason: 'withdrawn' });
  if (issue.state !== 'saved') return no({ reason: 'posted-already', mayWithdraw: issue.state === 'open' });
  return yes(event);
}

export function withdraw(issue: Issue, actor: Actor): Decision {
  if (!actor.isReporter) return no({ reason: 'not-the-reporter' });
  if (issue.state === 'withdrawn') return nothing;
  if (issue.state === 'saved') return no({ reason: 'not-posted-yet' });
  if (isOwned(issue)) return no({ reason: 'posted-already', mayWithdraw: false });
  return yes({ type: 'withdrawn' });
}

export function meToo(issue: Issue, actor: Actor): Decision {
  const hidden = notThere(issue);
  if (hidden !== null) return no(hidden);
  if (actor.isReporter) return no({ reason: 'own-flag' });
  if (isMeToo(issue, actor.person)) return nothing;
  if (issue.state === 'confirmed') return no({ reason: 'settled' });
  return yes({ type: 'joined', person: actor.person });
}
