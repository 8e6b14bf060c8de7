import { and, eq, inArray, isNotNull, or } from 'drizzle-orm';

import type { Issue, PersonId } from '../../core/issue.ts';
import { lookersFor } from '../../core/look.ts';
import type { Leading } from './actor.ts';
import { personFor } from './people.ts';
import { asPersonId } from './person-id.ts';
import { people } from './schema/issues.ts';
import { leads } from './schema/settings.ts';
import type { Tx, WorkspaceId } from './transact.ts';
import type { Wish } from './wish.ts';

const isOnLadder = and(eq(leads.workspaceId, people.workspaceId), eq(leads.personId, people.id));

/** Who leads: the people an admin has named, and while nobody is named, the admins. Never somebody who has left. */
export async function leadsOf(
  tx: Tx,
  workspace: WorkspaceId,
  adminUsers: readonly string[],
): Promise<PersonId[]> {
  const isHere = and(eq(people.workspaceId, workspace), eq(people.hasLeft, false));
  const isNamed = and(isOnLadder, eq(leads.rung, 0));
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

/** From now on these stand on that rung of the ladder, and nobody else. */
export async function saveLeads(
  tx: Tx,
  workspace: WorkspaceId,
  rung: number,
  people: readonly PersonId[],
): Promise<void> {
  await tx.delete(leads).where(and(eq(leads.workspaceId, workspace), eq(leads.rung, rung)));
  if (people.length === 0) return;
  await tx.insert(leads).values(people.map((personId) => ({ workspaceId: workspace, personId, rung })));
}

/** The people an admin has named for a rung, as Slack knows them, without those who have left. */
export async function namedLeads(tx: Tx, workspace: WorkspaceId, rung: number): Promise<string[]> {
  const rows = await tx
    .select({ slackUserId: people.slackUserId })
    .from(people)
    .innerJoin(leads, and(isOnLadder, eq(leads.rung, rung)))
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

const forLeads: readonly Wish['type'][] = [
  'not-doing',
  'open-again',
  'uphold',
  'duplicate',
  'not-duplicate',
  'inquire',
  'offer',
  'find-owner',
  'look-again',
  'offer-support',
  'promise-support',
  'answer-ask',
  'support-done',
  'not-possible',
  'pass-up',
  'offer-to-take',
  'contain',
];

/** What leads may do, though an owner may do some of it as well; for the rest nobody needs to know who leads. */
export function isForLeads({ type }: Wish): boolean {
  return forLeads.includes(type);
}

/** On whatever rung of the ladder. */
export async function doesLead(
  tx: Tx,
  workspace: WorkspaceId,
  person: PersonId,
  adminUsers: readonly string[],
): Promise<boolean> {
  return (await leadingOf(tx, workspace, person, adminUsers)).isLead;
}

/** The same, and whether anybody else does. */
export async function leadingOf(
  tx: Tx,
  workspace: WorkspaceId,
  person: PersonId,
  adminUsers: readonly string[],
): Promise<Leading> {
  const isHere = and(eq(people.workspaceId, workspace), eq(people.hasLeft, false));
  const named = await tx
    .selectDistinct({ id: people.id })
    .from(people)
    .innerJoin(leads, isOnLadder)
    .where(isHere);
  const all = [...(await leadsOf(tx, workspace, adminUsers)), ...named.map(({ id }) => asPersonId(id))];
  const isLead = all.includes(person);
  return { isLead, isOnlyLead: isLead && all.every((it) => it === person) };
}

/** Who may take another look at it. */
export async function whoMayLook(
  tx: Tx,
  workspace: WorkspaceId,
  issue: Issue,
  adminUsers: readonly string[],
): Promise<PersonId[]> {
  for (const slackUser of adminUsers) await personFor(tx, workspace, slackUser);
  const leading = await leadsOf(tx, workspace, adminUsers);
  return lookersFor(issue, leading, await adminsOf(tx, workspace, adminUsers));
}
