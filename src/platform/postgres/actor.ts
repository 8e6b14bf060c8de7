import type { Actor } from '../../core/command.ts';
import type { Refusal } from '../../core/decision.ts';
import { isOwned } from '../../core/issue.ts';
import type { Issue, PersonId } from '../../core/issue.ts';
import { openSeal, sealedRow, tagsOf } from '../keys.ts';
import type { KeyRing } from '../keys.ts';
import type { ActorRole } from './event-rows.ts';
import type { Participant } from './issue-rows.ts';
import { loadIssue } from './load-issue.ts';
import type { LoadedIssue } from './load-issue.ts';
import type { Person } from './people.ts';
import { asPersonId } from './person-id.ts';
import type { Tx, WorkspaceId } from './transact.ts';

export function reporterRow(rows: readonly Participant[]): Participant {
  const row = rows.find(({ role }) => role === 'reporter');
  if (row === undefined) throw new Error('an issue without a reporter');
  return row;
}

/** Also while they are sealed; `null`: it is gone. */
export async function reporterOf(
  keys: KeyRing,
  tx: Tx,
  workspace: WorkspaceId,
  number: number,
): Promise<PersonId | null> {
  const loaded = await loadIssue(tx, workspace, number, 'read');
  if (loaded === null) return null;
  const { personId, seal, id } = reporterRow(loaded.participants);
  if (seal !== null) return asPersonId(openSeal(keys, sealedRow(workspace, id), seal));
  return personId === null ? null : asPersonId(personId);
}

export type Leading = Pick<Actor, 'isLead' | 'isOnlyLead'>;

export const leadsNothing: Leading = { isLead: false, isOnlyLead: false };

export function actorOf(
  keys: KeyRing,
  workspace: WorkspaceId,
  { participants }: LoadedIssue,
  person: Person,
  known: { readonly isListedAdmin: boolean; readonly leading: Leading },
): Actor {
  const { personId, tag } = reporterRow(participants);
  const isReporter =
    personId === null ? tagsOf(keys, workspace, person.id).includes(tag ?? '') : personId === person.id;
  return {
    person: person.id,
    isReporter,
    isMember: person.isMember,
    isAdmin: person.isAdmin || known.isListedAdmin,
    ...known.leading,
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
