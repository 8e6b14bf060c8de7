import type { Actor } from './command.ts';
import { no, nothing, notThere, solvedAlready, yes } from './decision.ts';
import type { Decision, Refusal } from './decision.ts';
import { isHelpWanted, isSolved } from './issue.ts';
import type { Issue, IssueEvent } from './issue.ts';

/** Anybody but the reporter helps, guests too: being stuck now is apart from who owns the cause. */
export function help(issue: Issue, actor: Actor): Decision {
  const over = isOver(issue, actor);
  if (over !== null) return no(over);
  if (issue.help?.state === 'promised' && issue.help.hasLeft !== true) {
    const { helper } = issue.help;
    if (helper === actor.person) return nothing;
    return no(actor.isReporter ? { reason: 'help-is-for-you' } : { reason: 'helps-already', person: helper });
  }
  if (!isHelpWanted(issue)) return no({ reason: 'nobody-stuck' });
  if (actor.isReporter) return no({ reason: 'help-is-for-you' });
  return yes({ type: 'help-promised', helper: actor.person });
}

export function helped({ help: given }: Issue, actor: Actor, line: string): Decision {
  if (given === null || given.state === 'wanted' || given.helper !== actor.person) {
    return no({ reason: 'not-the-helper' });
  }
  return given.state === 'given' ? nothing : yes({ type: 'helped', helper: actor.person, line });
}

/** Whoever takes their promise back has no reason to give. */
export function cannotHelp({ help: promised }: Issue, actor: Actor): Decision {
  if (promised?.state === 'wanted') return nothing;
  if (promised?.state !== 'promised' || promised.helper !== actor.person) {
    return no({ reason: 'not-the-helper' });
  }
  return yes({ type: 'help-withdrawn', helper: actor.person, hasLeft: false });
}

/** Help did not help, or its reporter is stuck once more. */
export function stuck(issue: Issue, actor: Actor): Decision {
  if (!actor.isReporter) return no({ reason: 'not-stuck-yourself' });
  const over = isOver(issue, actor);
  if (over !== null) return no(over);
  const before = issue.help;
  if (before !== null && before.state !== 'given') return nothing;
  return yes({ type: 'help-wanted', helper: before === null ? null : before.helper });
}

export function notStuck(issue: Issue, actor: Actor): Decision {
  if (!actor.isReporter && !actor.isAdmin) {
    return no(actor.isMember === null ? { reason: 'admin-unknown' } : { reason: 'not-stuck-yourself' });
  }
  const over = isOver(issue, actor);
  return over === null ? { ok: true, events: endOfHelp(issue) } : no(over);
}

/** Nobody is asked for help any more: it is solved, or ends otherwise. Help that was given stays, and is thanked for. */
export function endOfHelp({ help: asked }: Issue): IssueEvent[] {
  if (asked === null || asked.state === 'given') return [];
  return [{ type: 'help-ended', helper: asked.state === 'promised' ? asked.helper : null }];
}

/** Whoever is stuck on a duplicate is so as before; what is solved, declined or withdrawn asks nobody for help. */
function isOver(issue: Issue, actor: Actor): Refusal | null {
  if (issue.state === 'duplicate') return null;
  return isSolved(issue) ? solvedAlready(issue, actor) : notThere(issue, actor);
}
