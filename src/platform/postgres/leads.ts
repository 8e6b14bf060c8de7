import { and, eq, inArray, isNotNull, or } from 'drizzle-orm';

import type { Issue, PersonId } from '../../core/issue.ts';
import { asPersonId } from './issue-rows.ts';
import { personFor } from './people.ts';
import { people } from './schema/issues.ts';
import { leads } from './schema/settings.ts';
import type { Tx, WorkspaceId } from './transact.ts';
import type { Wish } from './wish.ts';

/** Who leads: the people an admin has named, and while nobody is named, the admins. Never somebody who has left. */
export async function leadsOf(
  tx: Tx,
  workspace: WorkspaceId,
  adminUsers: readonly string[],
): Promise<PersonId[]> {
  const isHere = and(eq(people.workspaceId, workspace), eq(people.hasLeft, false));
  const isNamed = and(eq(leads.workspaceId, people.workspaceId), eq(leads.personId, people.id));
  const named = await tx.select({ id: people.id }).from(people).innerJoin(leads, isNamed).where(isHere);
  if (named.length > 0) return named.map(({ id }) => asPersonId(id));
  return await adminsOf(tx, workspace, adminUsers);
}

/** The admins we have met; Slack knows of others. Never somebody who has left. */
export async function adminsOf(
  tx: Tx,
  workspace: WorkspaceId,
  adminUsers: readonly string[],
): Promise<PersonId[]> {
  const isHere = and(eq(people.workspaceId, workspace), eq(people.hasLeft, false));
  const isAdmin = or(eq(people.isAdmin, true), inArray(people.slackUserId, [...adminUsers]));
  const admins = await tx.select({ id: people.id }).from(people).where(and(isHere, isAdmin));
  return admins.map(({ id }) => asPersonId(id));
}

/** From now on these lead, and nobody else. */
export async function saveLeads(tx: Tx, workspace: WorkspaceId, people: readonly PersonId[]): Promise<void> {
  await tx.delete(leads).where(eq(leads.workspaceId, workspace));
  if (people.length === 0) return;
  await tx.insert(leads).values(people.map((personId) => ({ workspaceId: workspace, personId })));
}

/** The people an admin has named, as Slack knows them, without those who have left. */
export async function namedLeads(tx: Tx, workspace: WorkspaceId): Promise<string[]> {
  const isNamed = and(eq(leads.workspaceId, people.workspaceId), eq(leads.personId, people.id));
  const rows = await tx
    .select({ slackUserId: people.slackUserId })
    .from(people)
    .innerJoin(leads, isNamed)
    .where(and(eq(people.workspaceId, workspace), eq(people.hasLeft, false)))
    .orderBy(people.slackUserId);
  return rows.flatMap(({ slackUserId }) => slackUserId ?? []);
}

/** Whom to ask who may choose: those of whom Slack has told us that they administer, and those listed. */
export async function knownAdmins(
  tx: Tx,
  workspace: WorkspaceId,
  listed: readonly string[],
): Promise<string[]> {
  const isAdmin = and(eq(people.isAdmin, true), eq(people.hasLeft, false), isNotNull(people.slackUserId));
  const rows = await tx
    .select({ slackUserId: people.slackUserId })
    .from(people)
    .where(and(eq(people.workspaceId, workspace), isAdmin))
    .orderBy(people.slackUserId);
  return [...new Set([...rows.flatMap(({ slackUserId }) => slackUserId ?? []), ...listed])];
}

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

/** So many are asked at once: enough that one of them is there, and nobody asks the whole house. */
const mostAsked = 3;

/** Whom of them to ask. */
export function aFew(people: readonly PersonId[]): PersonId[] {
  return people.toSorted().slice(0, mostAsked);
}

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
    aFew(people.filter((it) => !involved.includes(it)));
  const leading = others(await leadsOf(tx, workspace, adminUsers));
  return leading.length > 0 ? leading : others(await adminsOf(tx, workspace, adminUsers));
}
