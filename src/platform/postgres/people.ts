import { randomUUID } from 'node:crypto';

import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';

import type { PersonId } from '../../core/issue.ts';
import { lookAtMet, lookAtLadder, noteAskedLeft, noteLeft, noteSupporterLeft } from './left-behind.ts';
import { lookAnew } from './nudges.ts';
import { asPersonId } from './person-id.ts';
import { lookAtPromisesOf, lookAtResting } from './resting.ts';
import { people } from './schema/issues.ts';
import { oncePerConnection } from './transact.ts';
import type { Tx, WorkspaceId } from './transact.ts';

/** A person as we know them; `isMember` is null until Slack has told us. */
export interface Person {
  readonly id: PersonId;
  readonly slackUserId: string | null;
  readonly dmChannel: string | null;
  readonly isMember: boolean | null;
  readonly isAdmin: boolean;
  readonly hasLeft: boolean;
  readonly askedAt: Temporal.Instant | null;
  readonly hasOpenedHome: boolean;
  readonly homeMemory: string;
  readonly wantsNotes: boolean;
  readonly asWritten: number;
  readonly timeZone: string | null;
  readonly ownWeek: unknown;
  readonly isOnlyOnHome: boolean;
  readonly awayUntil: string | null;
  readonly nudgesADay: number | null;
}

/** What Slack says about somebody. */
export interface Membership {
  readonly isMember: boolean;
  readonly isAdmin: boolean;
  readonly hasLeft: boolean;
  /** IANA name, as they have it in Slack; left out or `null` where Slack did not say: what we knew stands. */
  readonly timeZone?: string | null;
}

function read(row: typeof people.$inferSelect): Person {
  return { ...row, id: asPersonId(row.id) };
}

/** Somebody we keep nothing of. Slack knows nobody by that id if `isMember` is false, and has not said so if null. */
export function nobody(isMember: false | null): Person {
  return {
    id: asPersonId(randomUUID()),
    slackUserId: null,
    dmChannel: null,
    isMember,
    isAdmin: false,
    hasLeft: false,
    askedAt: null,
    hasOpenedHome: false,
    homeMemory: '',
    wantsNotes: true,
    asWritten: 0,
    timeZone: null,
    ownWeek: null,
    isOnlyOnHome: false,
    awayUntil: null,
    nudgesADay: null,
  };
}

export async function findPerson(
  tx: Tx,
  workspace: WorkspaceId,
  slackUserId: string,
): Promise<Person | null> {
  const [known] = await find(tx).execute({ workspace, slackUserId });
  return known === undefined ? null : read(known);
}

/** The person behind a Slack user id, made on first sight. */
export async function personFor(tx: Tx, workspace: WorkspaceId, slackUserId: string): Promise<Person> {
  const known = await findPerson(tx, workspace, slackUserId);
  if (known !== null) return known;
  const [made] = await tx
    .insert(people)
    .values({ workspaceId: workspace, slackUserId })
    .onConflictDoUpdate({ target: [people.workspaceId, people.slackUserId], set: { slackUserId } })
    .returning();
  if (made === undefined) throw new Error('a person was neither found nor made');
  return read(made);
}

const find = oncePerConnection((tx) =>
  tx
    .select()
    .from(people)
    .where(
      and(
        eq(people.workspaceId, sql.placeholder('workspace')),
        eq(people.slackUserId, sql.placeholder('slackUserId')),
      ),
    )
    .prepare('find_person'),
);

export async function personById(tx: Tx, workspace: WorkspaceId, id: PersonId): Promise<Person | null> {
  const [row] = await tx
    .select()
    .from(people)
    .where(and(eq(people.workspaceId, workspace), eq(people.id, id)));
  return row === undefined ? null : read(row);
}

/** How to mention people in Slack: their user ids, where we still have them. */
export async function slackIdsOf(
  tx: Tx,
  workspace: WorkspaceId,
  ids: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: people.id, slackUserId: people.slackUserId })
    .from(people)
    .where(and(eq(people.workspaceId, workspace), inArray(people.id, [...ids])));
  return new Map(
    rows.flatMap(({ id, slackUserId }) =>
      slackUserId === null ? [] : [[asPersonId(id), slackUserId] as const],
    ),
  );
}

/** Keeps what Slack says of somebody we know already; of others nothing is kept. */
export async function saveMembership(
  tx: Tx,
  workspace: WorkspaceId,
  slackUserId: string,
  { timeZone = null, ...standing }: Membership,
  now: Temporal.Instant,
): Promise<void> {
  const before = await findPerson(tx, workspace, slackUserId);
  const told = { ...standing, askedAt: now, ...(timeZone === null ? {} : { timeZone }) };
  await tx
    .update(people)
    .set(told)
    .where(and(eq(people.workspaceId, workspace), eq(people.slackUserId, slackUserId)));
  if (standing.hasLeft) {
    await noteLeft(tx, workspace, slackUserId, now);
    await noteSupporterLeft(tx, workspace, slackUserId, now);
  }
  if (before === null) return;
  if (standing.hasLeft) await noteAskedLeft(tx, workspace, before.id, now);
  if (!standing.hasLeft && (before.hasLeft || standing.isAdmin !== before.isAdmin))
    await lookAtLadder(tx, workspace, now);
  if (standing.hasLeft || before.hasLeft) await lookAtMet(tx, workspace, before.id, now);
  const hasMoved = timeZone !== null && timeZone !== before.timeZone;
  if (hasMoved || before.hasLeft !== standing.hasLeft) {
    /* Before their turn, as whoever changes an issue does. */
    await lookAtPromisesOf(tx, workspace, before.id, now);
    await lookAnew(tx, workspace, before.id, now);
    await lookAtResting(tx, workspace, before.id, now);
  }
}

export async function saveDmChannel(
  tx: Tx,
  workspace: WorkspaceId,
  id: PersonId,
  channel: string,
): Promise<void> {
  await tx
    .update(people)
    .set({ dmChannel: channel })
    .where(and(eq(people.workspaceId, workspace), eq(people.id, id)));
}

export async function noteHomeOpened(tx: Tx, workspace: WorkspaceId, id: PersonId): Promise<void> {
  await tx
    .update(people)
    .set({ hasOpenedHome: true })
    .where(and(eq(people.workspaceId, workspace), eq(people.id, id), eq(people.hasOpenedHome, false)));
}

export async function saveHomeMemory(
  tx: Tx,
  workspace: WorkspaceId,
  id: PersonId,
  homeMemory: string,
): Promise<void> {
  await tx
    .update(people)
    .set({ homeMemory })
    .where(and(eq(people.workspaceId, workspace), eq(people.id, id)));
}
