import { and, eq, inArray, lt, ne, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

import type { Enqueue } from '../jobs/jobs.ts';
import { due, messages } from './schema/delivery.ts';
import type { Tx, WorkspaceId } from './transact.ts';

/** How often what waits for an admin is tried again. */
const mendSeconds = 60;

/** Why a message waits while nobody has said where it is to go. */
export const noChannel = 'no_channel';
/** The same of what was learned: that stands on Home meanwhile, and nobody needs to act. */
export const noLearningChannel = 'no_learning_channel';

const mendOf = (workspace: WorkspaceId) => and(eq(due.workspaceId, workspace), eq(due.kind, 'mend'));

const waiting = (workspace: WorkspaceId) =>
  and(eq(messages.workspaceId, workspace), eq(messages.state, 'waiting'));

/** Something waits for an admin: from now on it is tried every minute. */
export async function noteWaiting(tx: Tx, workspace: WorkspaceId, now: Temporal.Instant): Promise<void> {
  await tx
    .insert(due)
    .values({ workspaceId: workspace, kind: 'mend', subject: '', dueAt: now.add({ seconds: mendSeconds }) })
    .onConflictDoUpdate({ target: [due.workspaceId, due.kind, due.subject], set: { kind: 'mend' } });
}

/** An admin is not found again before that where nobody has been told meanwhile. */
const tellingHours = 1;

const noticeOf = (workspace: WorkspaceId, subject: string) =>
  and(eq(messages.workspaceId, workspace), eq(messages.kind, 'notice'), eq(messages.subject, subject));

/**
 * Whether the admins are to be told of this now: nobody has been, and nobody is about to. To whom it goes is found out
 * page by page; a notice that is addressed to nobody, and never sent, stands for it from its first moment on.
 */
export async function beginTelling(
  tx: Tx,
  workspace: WorkspaceId,
  subject: string,
  now: Temporal.Instant,
): Promise<boolean> {
  const isAddressed = and(noticeOf(workspace, subject), ne(messages.target, ''));
  if ((await tx.select({ id: messages.id }).from(messages).where(isAddressed).limit(1)).length > 0)
    return false;
  const begun = await tx
    .insert(messages)
    .values({ workspaceId: workspace, kind: 'notice', subject, target: '', state: 'ended', since: now })
    .onConflictDoUpdate({
      target: [messages.workspaceId, messages.kind, messages.subject, messages.target],
      set: { since: now },
      setWhere: lt(messages.since, now.subtract({ hours: tellingHours })),
    })
    .returning({ id: messages.id });
  return begun.length > 0;
}

/** What was to be told has not been mended since. */
export async function isBeingTold(tx: Tx, workspace: WorkspaceId, subject: string): Promise<boolean> {
  const rows = await tx
    .select({ id: messages.id })
    .from(messages)
    .where(noticeOf(workspace, subject))
    .limit(1);
  return rows.length > 0;
}

/** Whoever began a test hears from it how far it came; nobody else needs to. */
export async function isOnTrial(tx: Tx, workspace: WorkspaceId, id: string): Promise<boolean> {
  const { rows } = await tx.execute<Record<string, unknown>>(sql`
    select from ${messages} this join ${messages} report on report.workspace_id = this.workspace_id
      and report.kind = 'notice' and report.subject = 'trial/' || split_part(this.subject, '/', 1)
    where this.workspace_id = ${workspace} and this.id = ${id} and this.kind <> 'notice'`);
  return rows.length > 0;
}

/**
 * One message for each reason is tried; if it gets through, `noteMended` sends the others after it. The one that was
 * tried longest ago comes first, and a reply last, since it can't go before its card. What waits for a channel for
 * learnings goes when one is chosen, and trying tells nothing.
 */
export async function mend(tx: Tx, workspace: WorkspaceId, enqueue: Enqueue): Promise<void> {
  /* Whoever finds something waiting meanwhile waits for this, and then keeps the row. */
  await tx.select().from(due).where(mendOf(workspace)).for('update');
  const { rows } = await tx.execute<Record<string, unknown>>(sql`
    select distinct on (reason) id from ${messages}
    where ${waiting(workspace)} and reason is distinct from ${noLearningChannel} order by reason, kind = 'reply', since`);
  const probes = z.array(z.object({ id: z.string() })).parse(rows);
  if (probes.length === 0) await tx.delete(due).where(mendOf(workspace));
  await enqueue(
    tx,
    'draw',
    probes.map(({ id }) => ({ workspace, message: id })),
  );
}

/** What kept messages waiting is mended: all of them go now, and should it come back, the admins are told anew. */
export async function noteMended(
  tx: Tx,
  workspace: WorkspaceId,
  reason: string,
  enqueue: Enqueue,
): Promise<void> {
  const rows = await tx
    .select({ id: messages.id })
    .from(messages)
    .where(and(waiting(workspace), eq(messages.reason, reason)));
  await enqueue(
    tx,
    'draw',
    rows.map(({ id }) => ({ workspace, message: id })),
  );
  /* The question which channel keeps its place, and is redrawn with the answer. */
  if (reason === noChannel) return;
  const gone = await tx
    .delete(messages)
    .where(
      and(
        eq(messages.workspaceId, workspace),
        eq(messages.kind, 'notice'),
        sql`split_part(${messages.subject}, '/', 1) = ${reason}`,
      ),
    )
    .returning({ id: messages.id });
  const ids = gone.map(({ id }) => id);
  await tx
    .delete(due)
    .where(and(eq(due.workspaceId, workspace), eq(due.kind, 'resend'), inArray(due.subject, ids)));
}
