import { and, desc, eq, isNotNull, isNull, or, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';

import { workingTimeOf } from '../../core/hours.ts';
import type { PersonId } from '../../core/issue.ts';
import { dateIn, mostBlocks, nudgeKinds, wantedAt } from '../../core/nudge.ts';
import type { NudgeKind, WantedNudge } from '../../core/nudge.ts';
import { loadHours, loadWorkplace } from './hours.ts';
import { asPersonId } from './person-id.ts';
import { due, messages } from './schema/delivery.ts';
import { nudges } from './schema/nudges.ts';
import type { Store } from './store.ts';
import type { Tx, WorkspaceId } from './transact.ts';
import { workspaceById } from './workspaces.ts';

/** Something is to be told: it is kept, and its people fall due to be looked at, in the transaction that wants it. */
export async function wantNudges(
  { environment }: Pick<Store, 'environment'>,
  tx: Tx,
  workspace: WorkspaceId,
  wanted: readonly WantedNudge[],
  now: Temporal.Instant,
): Promise<void> {
  if (wanted.length === 0) return;
  const workplace = await loadWorkplace(tx, workspace, environment.timeZone);
  const everybody = wanted.map(({ person }) => person);
  const hours = await loadHours(tx, workspace, everybody);
  const home = await workspaceById(tx, workspace);
  const rows = wanted.flatMap(({ person, kind, subject, isQuestion, when }) => {
    const theirs = hours.find((it) => it.person === person);
    /* Of a test Flagpost itself is the reporter; it does not write to itself. */
    if (theirs === undefined || theirs.slackUserId === home?.botUserId) return [];
    const at = wantedAt(workingTimeOf(theirs, workplace), when, now);
    if (at === null) return [];
    const about = { kind, subject, isQuestion, aboutDate: dateIn(when) };
    return [{ workspaceId: workspace, personId: person, ...about, wantedAt: at }];
  });
  if (rows.length === 0) return;
  await tx
    .insert(nudges)
    .values(rows)
    .onConflictDoUpdate({
      target: [nudges.workspaceId, nudges.personId, nudges.kind, nudges.subject],
      set: {
        sentAt: null,
        message: null,
        wantedAt: sql`excluded.wanted_at`,
        aboutDate: sql`excluded.about_date`,
      },
      setWhere: neverCame,
    });
  /* Two issues may want something of the same people at once: each waits for the other's in the same order. */
  for (const row of rows.toSorted((a, b) => (a.personId < b.personId ? -1 : 1)))
    await lookAt(tx, workspace, row.personId, row.wantedAt);
}

/** It was over before its message could be sent: whoever is asked again has not been asked yet. */
const neverCame = sql`exists (select from ${messages} m where m.workspace_id = ${nudges.workspaceId}
  and m.id = ${nudges.message} and m.state = 'ended' and m.ts is null)`;

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

/**
 * How their turn stands; `null`: they have none. Read before what waits for them, so that whatever is wanted of them
 * after that is seen to have come.
 */
export async function versionOfTurn(
  tx: Tx,
  workspace: WorkspaceId,
  person: PersonId,
): Promise<string | null> {
  const [row] = await tx.select({ version: rowVersion }).from(due).where(isDueFor(workspace, person));
  return row?.version ?? null;
}

/** Postgres gives a row another with each write, also where the write changes no value. */
const rowVersion = sql<string>`${due}.xmin::text`;

/**
 * When they are looked at next; `null`: they have nothing waiting that time brings about. Where somebody has wanted
 * something of them since `turn` was read, their turn stays as well.
 */
export async function lookNext(
  tx: Tx,
  workspace: WorkspaceId,
  person: PersonId,
  turn: string | null,
  at: Temporal.Instant | null,
): Promise<void> {
  if (turn !== null)
    await tx.delete(due).where(and(isDueFor(workspace, person), sql`${rowVersion} = ${turn}`));
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
  readonly canWait: boolean;
  readonly blocks: number;
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
    isKind(kind)
      ? [
          {
            id: `${kind}/${subject}`,
            kind,
            subject,
            isQuestion,
            canWait: kind === 'credit',
            blocks: mostBlocks[kind],
            wantedAt,
          },
        ]
      : [],
  );
}

function isKind(kind: string): kind is NudgeKind {
  return nudgeKinds.some((it) => it === kind);
}

const isOne = (
  workspace: WorkspaceId,
  person: PersonId,
  { kind, subject }: Pick<WaitingNudge, 'kind' | 'subject'>,
) => and(theirs(workspace, person), eq(nudges.kind, kind), eq(nudges.subject, subject));

export async function dropNudge(
  tx: Tx,
  workspace: WorkspaceId,
  person: PersonId,
  nudge: WaitingNudge,
): Promise<void> {
  await tx.delete(nudges).where(isOne(workspace, person, nudge));
}

/** `message`: `null` for what they have found on Home. */
export async function markSent(
  tx: Tx,
  workspace: WorkspaceId,
  person: PersonId,
  nudge: WaitingNudge,
  sent: { readonly message: string | null; readonly sentAt: Temporal.Instant },
): Promise<void> {
  await tx
    .update(nudges)
    .set(sent)
    .where(isOne(workspace, person, nudge));
}

/** Those that this message brings, first things first. `message`: its id. */
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

/** What the message tells of, where that is several issues. */
export async function tellOf(
  tx: Tx,
  workspace: WorkspaceId,
  person: PersonId,
  nudge: Pick<WaitingNudge, 'kind' | 'subject'>,
  issues: readonly number[],
): Promise<void> {
  await tx
    .update(nudges)
    .set({ issues: [...issues] })
    .where(isOne(workspace, person, nudge));
}

/** The issue is taken away: nobody is told of it unasked, and whoever waited for nothing else is not looked at again. */
export async function forgetNudges(tx: Tx, workspace: WorkspaceId, issue: number): Promise<void> {
  const isAbout = sql`split_part(${nudges.subject}, '/', 1) = ${String(issue)}`;
  const gone = await tx
    .delete(nudges)
    .where(and(eq(nudges.workspaceId, workspace), isAbout, isNull(nudges.sentAt)))
    .returning({ person: nudges.personId });
  for (const person of new Set(gone.map((it) => asPersonId(it.person)))) {
    const turn = await versionOfTurn(tx, workspace, person);
    if ((await waitingNudges(tx, workspace, person)).length === 0)
      await lookNext(tx, workspace, person, turn, null);
  }
}

/** The messages that have told somebody of this issue unasked: they are redrawn with it. */
export async function nudgesAbout(tx: Tx, workspace: WorkspaceId, issue: number): Promise<string[]> {
  const isAbout = or(
    sql`split_part(${nudges.subject}, '/', 1) = ${String(issue)}`,
    sql`${nudges.issues} @> array[${issue}::int] and ${nudges.issues} <> '{}'`,
  );
  const rows = await tx
    .selectDistinct({ message: nudges.message })
    .from(nudges)
    .where(and(eq(nudges.workspaceId, workspace), isAbout, isNotNull(nudges.message)));
  return rows.flatMap(({ message }) => (message === null ? [] : [message]));
}
