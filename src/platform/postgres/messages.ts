import { and, eq, isNull, lt, ne, or, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

import type { Address } from '../../core/address.ts';
import { due, messages, slots } from './schema/delivery.ts';
import type { Tx, WorkspaceId } from './transact.ts';

export type MessageRow = typeof messages.$inferSelect;

/** Where a message stands in Slack. */
export interface Spot {
  readonly channel: string;
  readonly ts: string;
}

/** Longer than drawing takes: a turn in the channel, opening the direct message and posting, five seconds each. */
const leaseSeconds = 15;

/** After this an unanswered attempt is made again; a stray copy is deleted when it shows itself. */
export const unsureSeconds = 60;

const one = (workspace: WorkspaceId, id: string) =>
  and(eq(messages.workspaceId, workspace), eq(messages.id, id));

/** The message, for this caller alone; `null` while somebody else draws it. */
export async function leaseMessage(
  tx: Tx,
  workspace: WorkspaceId,
  id: string,
  now: Temporal.Instant,
): Promise<MessageRow | null> {
  const [row] = await tx
    .update(messages)
    .set({ leasedUntil: now.add({ seconds: leaseSeconds }) })
    .where(and(one(workspace, id), or(isNull(messages.leasedUntil), lt(messages.leasedUntil, now))))
    .returning();
  return row ?? null;
}

/** Nobody else changes it until the transaction ends. */
export async function lockMessage(tx: Tx, workspace: WorkspaceId, id: string): Promise<MessageRow | null> {
  const [row] = await tx.select().from(messages).where(one(workspace, id)).for('update');
  return row ?? null;
}

export async function messageById(tx: Tx, workspace: WorkspaceId, id: string): Promise<MessageRow | null> {
  const [row] = await tx.select().from(messages).where(one(workspace, id));
  return row ?? null;
}

/** A person has said so; where it stands is still not known, and it is not sent again. */
export const seenByPeople = 'seen by people';

/** Whether a message stands in Slack, as far as anybody knows. */
export type Reached = 'unsure' | 'there' | 'on its way';

export function outcomeOf({ state, reason }: MessageRow): Reached {
  if (state === 'sent' || reason === seenByPeople) return 'there';
  return state === 'unsure' || state === 'sending' ? 'unsure' : 'on its way';
}

export async function isThere(tx: Tx, workspace: WorkspaceId, id: string): Promise<boolean> {
  return (await tx.select({ id: messages.id }).from(messages).where(one(workspace, id))).length > 0;
}

export async function messageAt(
  tx: Tx,
  workspace: WorkspaceId,
  kind: string,
  subject: string,
): Promise<MessageRow | null> {
  const [row] = await tx
    .select()
    .from(messages)
    .where(and(eq(messages.workspaceId, workspace), eq(messages.kind, kind), eq(messages.subject, subject)))
    .limit(1);
  return row ?? null;
}

export async function messageTo(
  tx: Tx,
  workspace: WorkspaceId,
  { kind, subject, person }: Address,
): Promise<string | null> {
  const isThere = and(
    eq(messages.kind, kind),
    eq(messages.subject, subject),
    eq(messages.target, person ?? ''),
  );
  const [row] = await tx
    .select({ id: messages.id })
    .from(messages)
    .where(and(eq(messages.workspaceId, workspace), isThere));
  return row?.id ?? null;
}

/** The replies of the same issue that happened before this one and are not said yet, first things first. */
export async function unsaidBefore(tx: Tx, workspace: WorkspaceId, id: string): Promise<Unsaid[]> {
  const { rows } = await tx.execute<Record<string, unknown>>(sql`
    select earlier.id, earlier.state, earlier.reason from ${messages} this
    join ${messages} earlier on earlier.workspace_id = this.workspace_id and earlier.kind = 'reply'
      and split_part(earlier.subject, '/', 1) = split_part(this.subject, '/', 1)
      and split_part(earlier.subject, '/', 2)::int < split_part(this.subject, '/', 2)::int
    where this.workspace_id = ${workspace} and this.id = ${id} and this.kind = 'reply'
      and this.state not in ('sent', 'ended') and earlier.state not in ('sent', 'ended')
    order by split_part(earlier.subject, '/', 2)::int`);
  return readUnsaid(rows);
}

const unsaid = z.object({ id: z.string(), state: z.string(), reason: z.string().nullable() });

export type Unsaid = z.infer<typeof unsaid>;

export function readUnsaid(rows: readonly unknown[]): Unsaid[] {
  return z.array(unsaid).parse(rows);
}

/** What has found its end does not go on, unless it is reserved anew: whatever shows itself of it later is a stray. */
const living = (workspace: WorkspaceId, id: string) => and(one(workspace, id), ne(messages.state, 'ended'));

/** An attempt begins. Should nobody hear how it ended, the sweep finds it after a minute. False: it is ended already. */
export async function beginSending(
  tx: Tx,
  workspace: WorkspaceId,
  id: string,
  now: Temporal.Instant,
): Promise<boolean> {
  const begun = await tx
    .update(messages)
    .set({ state: 'sending', since: now })
    .where(living(workspace, id))
    .returning({ id: messages.id });
  if (begun.length === 0) return false;
  const dueAt = now.add({ seconds: unsureSeconds });
  await tx
    .insert(due)
    .values({ workspaceId: workspace, kind: 'resend', subject: id, dueAt })
    .onConflictDoUpdate({ target: [due.workspaceId, due.kind, due.subject], set: { dueAt } });
  return true;
}

/** It is not sent: its reader, who reads only there, finds it on Home until they say that they have read it. */
export const onHome = 'on Home';

export type End =
  | { readonly state: 'sent'; readonly spot: Spot; readonly drawn: string | null }
  | { readonly state: 'reserved' }
  | { readonly state: 'ended'; readonly reason?: typeof onHome }
  | { readonly state: 'unsure' }
  | { readonly state: 'waiting'; readonly reason: string };

/**
 * An attempt has ended, whichever way; the lease with it. While the outcome is `unsure` the minute goes on that began
 * with the attempt, and the sweep keeps it in mind.
 */
export async function endAttempt(
  tx: Tx,
  workspace: WorkspaceId,
  id: string,
  end: End,
  now: Temporal.Instant,
): Promise<void> {
  const since = end.state === 'unsure' ? {} : { since: now };
  const rows = await tx
    .update(messages)
    .set({ state: end.state, leasedUntil: null, ...since, ...detailsOf(end, now) })
    .where(living(workspace, id))
    .returning({ id: messages.id });
  if (end.state === 'unsure' && rows.length > 0) return;
  await tx
    .delete(due)
    .where(and(eq(due.workspaceId, workspace), eq(due.kind, 'resend'), eq(due.subject, id)));
}

function detailsOf(end: End, now: Temporal.Instant) {
  /* Of what an earlier version has sent it is known only since when it has been as it is. */
  const arrivedAt = sql`coalesce(${messages.arrivedAt},
    case when ${messages.ts} is null then ${now.toString()}::timestamptz else ${messages.since} end)`;
  if (end.state === 'sent') return { ...end.spot, drawn: end.drawn, reason: null, arrivedAt };
  return 'reason' in end ? { reason: end.reason } : {};
}

/** Gives the message back, unless its lease has passed to somebody else meanwhile. */
export async function unlease(
  tx: Tx,
  workspace: WorkspaceId,
  { id, leasedUntil }: MessageRow,
): Promise<void> {
  if (leasedUntil === null) return;
  await tx
    .update(messages)
    .set({ leasedUntil: null })
    .where(and(one(workspace, id), eq(messages.leasedUntil, leasedUntil)));
}

/** It can't be redrawn where it stands, or stands nowhere any more: it may be posted anew. */
export async function forgetSpot(tx: Tx, workspace: WorkspaceId, id: string): Promise<void> {
  await tx
    .update(messages)
    .set({ state: 'reserved', channel: null, ts: null, drawn: null, leasedUntil: null })
    .where(one(workspace, id));
}

/** Slack takes one message a second and channel; a little more keeps clear of its clock. */
const slotMs = 1050;

/**
 * Reserves the channel's next turn and says how long to wait for it, in milliseconds. `null`: the turn would be further
 * off than `mostMs`, and none was reserved.
 */
export async function reserveSlot(
  tx: Tx,
  channel: string,
  now: Temporal.Instant,
  mostMs: number,
): Promise<number | null> {
  const next = sql`greatest(${slots.nextAt}, ${now.toString()}::timestamptz) + interval '${sql.raw(String(slotMs))} milliseconds'`;
  const [row] = await tx
    .insert(slots)
    .values({ channel, nextAt: now.add({ milliseconds: slotMs }) })
    .onConflictDoUpdate({
      target: slots.channel,
      set: { nextAt: next },
      setWhere: lt(slots.nextAt, now.add({ milliseconds: mostMs })),
    })
    .returning();
  if (row === undefined) return null;
  return Math.max(0, row.nextAt.epochMilliseconds - slotMs - now.epochMilliseconds);
}

/** Slack asked us to hold back: nobody's turn comes before `at`. */
export async function holdSlots(tx: Tx, channel: string, at: Temporal.Instant): Promise<void> {
  await tx
    .insert(slots)
    .values({ channel, nextAt: at })
    .onConflictDoUpdate({
      target: slots.channel,
      set: { nextAt: sql`greatest(${slots.nextAt}, excluded.next_at)` },
    });
}
