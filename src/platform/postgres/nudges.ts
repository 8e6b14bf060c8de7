import { and, desc, eq, gt, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';

import { workingTimeOf } from '../../core/hours.ts';
import type { PersonId } from '../../core/issue.ts';
import { nudgeKinds } from '../../core/nudge.ts';
import type { NudgeKind, WantedNudge } from '../../core/nudge.ts';
import { addWorkingDays } from '../../core/working-time.ts';
import { loadHours, loadWorkplace } from './hours.ts';
import { due } from './schema/delivery.ts';
import { nudges } from './schema/nudges.ts';
import type { Tx, WorkspaceId } from './transact.ts';
import { workspaceById } from './workspaces.ts';

/** Something is to be told: it is kept, and its people fall due to be looked at, in the transaction that wants it. */
export async function wantNudges(
  tx: Tx,
  workspace: WorkspaceId,
  wanted: readonly WantedNudge[],
  now: Temporal.Instant,
): Promise<void> {
  if (wanted.length === 0) return;
  const workplace = await loadWorkplace(tx, workspace);
  const everybody = wanted.map(({ person }) => person);
  const hours = await loadHours(tx, workspace, everybody);
  const home = await workspaceById(tx, workspace);
  const rows = wanted.flatMap(({ person, kind, subject, isQuestion, afterWorkingDays }) => {
    const theirs = hours.find((it) => it.person === person);
    /* Of a test Flagpost itself is the reporter; it does not write to itself. */
    if (theirs === undefined || theirs.slackUserId === home?.botUserId) return [];
    const wantedAt = addWorkingDays(workingTimeOf(theirs, workplace), now, afterWorkingDays);
    /* Whoever never works is not written to; should they begin to, it is wanted by then. */
    return [
      { workspaceId: workspace, personId: person, kind, subject, isQuestion, wantedAt: wantedAt ?? now },
    ];
  });
  if (rows.length === 0) return;
  await tx.insert(nudges).values(rows).onConflictDoNothing();
  for (const { personId, wantedAt } of rows) await lookAt(tx, workspace, personId, wantedAt);
}

const nudgeTurn = 'nudge';

/** They fall due then, unless they do sooner. */
async function lookAt(tx: Tx, workspace: WorkspaceId, person: PersonId, at: Temporal.Instant): Promise<void> {
  await tx
    .insert(due)
    .values({ workspaceId: workspace, kind: nudgeTurn, subject: person, dueAt: at })
    .onConflictDoUpdate({
      target: [due.workspaceId, due.kind, due.subject],
      set: { dueAt: sql`least(${due.dueAt}, excluded.due_at)` },
    });
}

const isDueFor = (workspace: WorkspaceId, person: PersonId) =>
  and(eq(due.workspaceId, workspace), eq(due.kind, nudgeTurn), eq(due.subject, person));

/** When they may be written to has changed: what waits for them, if anything does, is looked at anew. */
export async function lookAnew(
  tx: Tx,
  workspace: WorkspaceId,
  person: PersonId,
  now: Temporal.Instant,
): Promise<void> {
  if ((await waitingNudges(tx, workspace, person)).length > 0) await lookAt(tx, workspace, person, now);
}

/** When they are looked at next, and not before; `null`: they have nothing waiting that time brings about. */
export async function lookNext(
  tx: Tx,
  workspace: WorkspaceId,
  person: PersonId,
  at: Temporal.Instant | null,
): Promise<void> {
  await tx.delete(due).where(isDueFor(workspace, person));
  if (at !== null) await lookAt(tx, workspace, person, at);
}

const theirs = (workspace: WorkspaceId, person: PersonId) =>
  and(eq(nudges.workspaceId, workspace), eq(nudges.personId, person));

export interface WaitingNudge {
  /** Of its kind and subject; in this person's messages it stands for it. */
  readonly id: string;
  readonly kind: NudgeKind;
  readonly subject: string;
  readonly isQuestion: boolean;
  readonly wantedAt: Temporal.Instant;
}

/** What a newer version wants is left to it. */
export async function waitingNudges(
  tx: Tx,
  workspace: WorkspaceId,
  person: PersonId,
): Promise<readonly WaitingNudge[]> {
  const rows = await tx
    .select()
    .from(nudges)
    .where(and(theirs(workspace, person), isNull(nudges.sentAt)))
    .orderBy(nudges.wantedAt, nudges.kind, nudges.subject);
  return rows.flatMap(({ kind, subject, isQuestion, wantedAt }) =>
    isKind(kind) ? [{ id: `${kind}/${subject}`, kind, subject, isQuestion, wantedAt }] : [],
  );
}

function isKind(kind: string): kind is NudgeKind {
  return nudgeKinds.some((it) => it === kind);
}

/** Longer than any day of theirs, with the clock's changes and a shift at its end. */
const longestDayHours = 60;

/** When each message of late was sent, for the budget of a day. */
export async function sentOfLate(
  tx: Tx,
  workspace: WorkspaceId,
  person: PersonId,
  now: Temporal.Instant,
): Promise<readonly Temporal.Instant[]> {
  const since = now.subtract({ hours: longestDayHours });
  const rows = await tx
    .selectDistinct({ message: nudges.message, sentAt: nudges.sentAt })
    .from(nudges)
    .where(and(theirs(workspace, person), gt(nudges.sentAt, since)))
    .orderBy(desc(nudges.sentAt));
  return rows.flatMap(({ sentAt }) => (sentAt === null ? [] : [sentAt]));
}

const isOne = (workspace: WorkspaceId, person: PersonId, { kind, subject }: WaitingNudge) =>
  and(theirs(workspace, person), eq(nudges.kind, kind), eq(nudges.subject, subject));

export async function dropNudge(
  tx: Tx,
  workspace: WorkspaceId,
  person: PersonId,
  nudge: WaitingNudge,
): Promise<void> {
  await tx.delete(nudges).where(isOne(workspace, person, nudge));
}

export async function markSent(
  tx: Tx,
  workspace: WorkspaceId,
  person: PersonId,
  nudge: WaitingNudge,
  sent: { readonly message: string; readonly sentAt: Temporal.Instant },
): Promise<void> {
  await tx
    .update(nudges)
    .set(sent)
    .where(isOne(workspace, person, nudge));
}

/** Of the message at this address, first things first. */
export async function nudgesIn(
  tx: Tx,
  workspace: WorkspaceId,
  message: string,
): Promise<readonly Pick<WaitingNudge, 'kind' | 'subject'>[]> {
  const rows = await tx
    .select({ kind: nudges.kind, subject: nudges.subject })
    .from(nudges)
    .where(and(eq(nudges.workspaceId, workspace), eq(nudges.message, message)))
    .orderBy(desc(nudges.isQuestion), nudges.wantedAt, nudges.kind, nudges.subject);
  return rows.flatMap(({ kind, subject }) => (isKind(kind) ? [{ kind, subject }] : []));
}

/** The messages that have told somebody of this issue unasked: they are redrawn with it. */
export async function nudgesAbout(tx: Tx, workspace: WorkspaceId, issue: number): Promise<string[]> {
  const isAbout = sql`split_part(${nudges.subject}, '/', 1) = ${String(issue)}`;
  const rows = await tx
    .selectDistinct({ message: nudges.message })
    .from(nudges)
    .where(and(eq(nudges.workspaceId, workspace), isAbout, isNotNull(nudges.message)));
  return rows.flatMap(({ message }) => (message === null ? [] : [message]));
}
