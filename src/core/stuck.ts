import { isMeToo } from './issue.ts';
import type { Issue, PersonId } from './issue.ts';

/**
 * Help for whoever is stuck right now, which is apart from owning the cause. `since` is the version at which somebody
 * promised it: each promise has a message of its own. It is for the reporter and for the me toos who are stuck, or,
 * `isForOthers`, for those alone.
 */
export type Help = (
  | { readonly state: 'wanted' }
  | {
      readonly state: 'promised';
      readonly helper: PersonId;
      readonly since: number;
      readonly hasLeft?: true;
    }
  | { readonly state: 'given'; readonly helper: PersonId; readonly since: number; readonly line: string }
) & { readonly isForOthers?: true };

export type HelpEvent =
  | { readonly type: 'help-promised'; readonly helper: PersonId }
  | { readonly type: 'help-withdrawn'; readonly helper: PersonId; readonly hasLeft: boolean }
  | { readonly type: 'helped'; readonly helper: PersonId; readonly line: string }
  /** Its reporter is stuck, again. `helper`: whoever helped before. */
  | { readonly type: 'help-wanted'; readonly helper: PersonId | null }
  /** Somebody who met it as well is stuck. */
  | { readonly type: 'stuck-too'; readonly person: PersonId }
  /** Others are stuck still. `person` is null where it was the reporter. */
  | { readonly type: 'unstuck'; readonly person: PersonId | null }
  /** `helper`: whoever was about to help. `fixed`: the issue that it is the same as, which is fixed, and confirmed. */
  | { readonly type: 'help-ended'; readonly helper: PersonId | null; readonly fixed?: number };

/** Help is asked for or on its way, and has not been given. */
export function isLive(help: Help | null): help is Exclude<Help, { readonly state: 'given' }> {
  return help !== null && help.state !== 'given';
}

/** Somebody is stuck, and nobody helps them yet. One who has left is stuck no more. */
export function isHelpWanted(issue: Issue): boolean {
  const { help } = issue;
  const isOpen = help?.state === 'wanted' || (help?.state === 'promised' && help.hasLeft === true);
  return isOpen && !isForNobody(issue);
}

/** Help is asked for, or promised, and everybody whom it was for has left. */
export function isForNobody(issue: Issue): boolean {
  return isLive(issue.help) && !isForReporter(issue) && stuckMeToos(issue).length === 0;
}

/** Whether the help that is asked for, or was given, is for the reporter. One who has left needs none. */
export function isForReporter({ help, reporter }: Issue): boolean {
  return help !== null && help.isForOthers !== true && !reporter.hasLeft;
}

/** Those besides the reporter whom the help is for. */
export function stuckMeToos({ help, meToos }: Issue): PersonId[] {
  if (help === null) return [];
  return meToos.filter((it) => it.isStuck === true && it.hasLeft !== true).map(({ person }) => person);
}

/** Everybody whom the help is for and who can be told. */
export function stuckPeople(issue: Issue): PersonId[] {
  const { person } = issue.reporter;
  return [...(person !== null && isForReporter(issue) ? [person] : []), ...stuckMeToos(issue)];
}

/** Whether the help is for this person. */
export function isStuckOn(
  issue: Issue,
  { person, isReporter }: { readonly person: PersonId; readonly isReporter: boolean },
): boolean {
  if (isReporter) return isForReporter(issue);
  return isMeToo(issue, person) && stuckMeToos(issue).includes(person);
}
