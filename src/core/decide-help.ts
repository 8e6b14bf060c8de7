import type { Actor } from './command.ts';
import { no, nothing, notThere, solvedAlready, yes } from './decision.ts';
import type { Decision, Refusal } from './decision.ts';
import { isMeToo, isSolved } from './issue.ts';
import type { DuplicateIssue, Issue, IssueEvent } from './issue.ts';
import { isForReporter, isHelpWanted, isLive, isStuckOn, stuckMeToos } from './stuck.ts';
import type { HelpEvent } from './stuck.ts';

/** Anybody but the reporter helps, guests too: being stuck now is apart from who owns the cause. */
export function help(issue: Issue, actor: Actor): Decision {
  const over = isOver(issue, actor);
  if (over !== null) return no(over);
  if (issue.help?.state === 'promised' && issue.help.hasLeft !== true) {
    const { helper } = issue.help;
    if (helper === actor.person) return nothing;
    return no(isForThem(issue, actor) ?? { reason: 'helps-already', person: helper });
  }
  if (!isHelpWanted(issue)) return no({ reason: 'nobody-stuck' });
  const theirs = isForThem(issue, actor);
  if (theirs !== null) return no(theirs);
  return yes({ type: 'help-promised', helper: actor.person });
}

/** Whoever is stuck does not help themselves; nor does its reporter, whom the card would name. */
function isForThem(issue: Issue, actor: Actor): Refusal | null {
  const isStuck = isStuckOn(issue, actor);
  return isStuck || actor.isReporter ? { reason: 'help-is-for-you', isStuck } : null;
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

/** Help did not help, or somebody is stuck once more: its reporter, or a me too whom the help was for. */
export function stuck(issue: Issue, actor: Actor): Decision {
  const { help: before } = issue;
  const isTheirs = isStuckOn(issue, actor);
  if (!actor.isReporter && !isTheirs) return no({ reason: 'not-stuck-yourself' });
  const over = isOver(issue, actor);
  if (over !== null) return no(over);
  if (!actor.isReporter) return stuckToo(issue, actor);
  if (isTheirs && isLive(before)) return nothing;
  return yes({ type: 'help-wanted', helper: before?.state === 'given' ? before.helper : null });
}

/** A me too who is stuck as well. They need not be counted yet. */
export function stuckToo(issue: Issue, actor: Actor): Decision {
  if (isLive(issue.help) && isStuckOn(issue, actor)) return nothing;
  const joined: IssueEvent[] = isMeToo(issue, actor.person) ? [] : [{ type: 'joined', person: actor.person }];
  return yes(...joined, { type: 'stuck-too', person: actor.person });
}

/** Whoever is stuck says so for themselves; an admin, for all. */
export function notStuck(issue: Issue, actor: Actor): Decision {
  const isTheirs = isStuckOn(issue, actor);
  const isNobodys = actor.isReporter && !isLive(issue.help);
  if (!isTheirs && !isNobodys && !actor.isAdmin) {
    return no(
      actor.isMember === null && !actor.isReporter
        ? { reason: 'admin-unknown' }
        : { reason: 'not-stuck-yourself' },
    );
  }
  const over = isOver(issue, actor);
  if (over !== null) return no(over);
  if (!isTheirs || !isLive(issue.help) || !areOthersStuck(issue, actor)) {
    return { ok: true, events: endOfHelp(issue) };
  }
  return yes({ type: 'unstuck', person: actor.isReporter ? null : actor.person });
}

function areOthersStuck(issue: Issue, { isReporter, person }: Actor): boolean {
  const others = stuckMeToos(issue).filter((it) => it !== person);
  return others.length > 0 || (!isReporter && isForReporter(issue));
}

/** Nobody is asked for help any more: it is solved, or ends otherwise. Help that was given stays, and is thanked for. */
export function endOfHelp({ help: asked }: Issue): Extract<HelpEvent, { type: 'help-ended' }>[] {
  if (asked === null || asked.state === 'given') return [];
  return [{ type: 'help-ended', helper: asked.state === 'promised' ? asked.helper : null }];
}

/** What it is the same as is fixed, and confirmed: that is where its people say whether it is. */
export function helpEndedWith(issue: DuplicateIssue, fixed: number): IssueEvent[] {
  return endOfHelp(issue).map((event) => ({ ...event, fixed }));
}

/** Whoever is stuck on a duplicate is so as before; what is solved, declined or withdrawn asks nobody for help. */
function isOver(issue: Issue, actor: Actor): Refusal | null {
  if (issue.state === 'duplicate') return null;
  return isSolved(issue) ? solvedAlready(issue, actor) : notThere(issue, actor);
}
