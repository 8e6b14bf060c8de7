import type { Actor } from '../../core/command.ts';
import type { Refusal } from '../../core/decision.ts';
import { isOwned } from '../../core/issue.ts';
import type { Issue, PersonId } from '../../core/issue.ts';
import { tagsOf } from '../keys.ts';
import type { KeyRing } from '../keys.ts';
import type { ActorRole } from './event-rows.ts';
import type { Participant } from './issue-rows.ts';
import type { LoadedIssue } from './load-issue.ts';
import type { Person } from './people.ts';
import type { WorkspaceId } from './transact.ts';

export function reporterRow(rows: readonly Participant[]): Participant {
  const row = rows.find(({ role }) => role === 'reporter');
  if (row === undefined) throw new Error('an issue without a reporter');
  return row;
}

export function actorOf(
  keys: KeyRing,
  workspace: WorkspaceId,
  { participants }: LoadedIssue,
  person: Person,
  known: { readonly isListedAdmin: boolean; readonly isLead: boolean },
): Actor {
  const { personId, tag } = reporterRow(participants);
  const isReporter =
    personId === null ? tagsOf(keys, workspace, person.id).includes(tag ?? '') : personId === person.id;
  return {
    person: person.id,
    isReporter,
    isMember: person.isMember,
    isAdmin: person.isAdmin || known.isListedAdmin,
    isLead: known.isLead,
  };
}

/** Who acted is kept by role; a reporter is never named in the history, save for what they do as the issue's owner. */
export function actedAs(issue: Issue, actor: Actor): { role: ActorRole; person: PersonId | null } {
  const isOwner = isOwned(issue) && issue.owner === actor.person;
  if (actor.isReporter && !isOwner) return { role: 'reporter', person: null };
  return { role: roleOf(issue, actor), person: actor.person };
}

function roleOf(issue: Issue, { person, isAdmin, isLead }: Actor): ActorRole {
  if (isOwned(issue) && issue.owner === person) return 'owner';
  if (isOwned(issue) && issue.offeredTo === person) return 'offered';
  if (issue.help?.state === 'promised' && issue.help.helper === person) return 'helper';
  if (isLead) return 'lead';
  if (issue.meToos.some((it) => it.person === person)) return 'me-too';
  return isAdmin ? 'admin' : 'member';
}

export function mentionedBy(refusal: Refusal): PersonId[] {
  if ('owner' in refusal) return [refusal.owner];
  return 'person' in refusal ? [refusal.person] : [];
}
