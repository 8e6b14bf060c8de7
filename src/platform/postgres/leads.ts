import type { Issue, PersonId } from '../../core/issue.ts';
import type { Wish } from './change-issue.ts';
import { personFor } from './people.ts';
import { adminsOf, leadsOf } from './settings.ts';
import type { Tx, WorkspaceId } from './transact.ts';

/** What leads may do and others may not: for the rest nobody needs to know who leads. */
export function isForLeads({ type }: Wish): boolean {
  return ['not-doing', 'open-again', 'uphold', 'duplicate', 'not-duplicate'].includes(type);
}

export async function doesLead(
  tx: Tx,
  workspace: WorkspaceId,
  person: PersonId,
  adminUsers: readonly string[],
): Promise<boolean> {
  return (await leadsOf(tx, workspace, adminUsers)).includes(person);
}

/** So many are asked for another look: enough that one of them is there, and nobody asks the whole house. */
const mostAsked = 3;

/** Leads who have not decided on it, and did not flag it; where there are none, admins. */
export async function whoMayLook(
  tx: Tx,
  workspace: WorkspaceId,
  issue: Issue,
  adminUsers: readonly string[],
): Promise<PersonId[]> {
  for (const slackUser of adminUsers) await personFor(tx, workspace, slackUser);
  const involved = [issue.reporter.person, issue.state === 'declined' ? issue.by : null];
  const others = (people: readonly PersonId[]): PersonId[] =>
    people
      .filter((it) => !involved.includes(it))
      .toSorted()
      .slice(0, mostAsked);
  const leading = others(await leadsOf(tx, workspace, adminUsers));
  return leading.length > 0 ? leading : others(await adminsOf(tx, workspace, adminUsers));
}
