import { and, eq, gte, lt, sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';

import type { PersonId } from '../../core/issue.ts';
import { findAtOnce } from './find-at-once.ts';
import { readUnsaid } from './messages.ts';
import type { MessageRow, Unsaid } from './messages.ts';
import { due, messages } from './schema/delivery.ts';
import { nudges } from './schema/nudges.ts';
import type { Tx, WorkspaceId } from './transact.ts';

/** Between two messages that wait for the same morning: they come in the order in which they were to be sent. */
const apart = { seconds: 5 };

/** What is due later than so long after it does not wait for the same one. */
const morning = { hours: 1 };

/** The message is found again then, or right after what waits for its reader until then already. */
export async function bringLater(
  tx: Tx,
  workspace: WorkspaceId,
  { id, target }: Pick<MessageRow, 'id' | 'target'>,
  at: Temporal.Instant,
): Promise<void> {
  const resting = target === '' ? [] : await restingUntil(tx, workspace, target, at);
  if (resting.some((it) => it.id === id)) return;
  const last = resting
    .map((it) => it.dueAt)
    .toSorted(Temporal.Instant.compare)
    .at(-1);
  const dueAt = last === undefined ? at : last.add(apart);
  await tx
    .insert(due)
    .values({ workspaceId: workspace, kind: 'resend', subject: id, dueAt })
    .onConflictDoUpdate({ target: [due.workspaceId, due.kind, due.subject], set: { dueAt } });
}

async function restingUntil(tx: Tx, workspace: WorkspaceId, target: string, at: Temporal.Instant) {
  const isThen = and(gte(due.dueAt, at), lt(due.dueAt, at.add(morning)));
  return await tx
    .select({ id: messages.id, dueAt: due.dueAt })
    .from(due)
    .innerJoin(messages, isAbout)
    .where(and(eq(due.workspaceId, workspace), eq(due.kind, 'resend'), eq(messages.target, target), isThen));
}

/** A subject is the id of a message for rows of this kind alone. */
const isAbout = and(
  eq(messages.workspaceId, due.workspaceId),
  sql`${messages.id} = case when ${due.kind} = 'resend' then ${due.subject}::uuid end`,
);

/** What the sweep has found keeps its row for so long. */
const foundAgain = { seconds: 60 };

/**
 * What has rested for the same reader and was to be sent before this, first things first. Where nobody looked when they
 * began to work, or their hours are others now, all of it is found at once.
 */
export async function restedBefore(
  tx: Tx,
  workspace: WorkspaceId,
  id: string,
  now: Temporal.Instant,
): Promise<Unsaid[]> {
  const { rows } = await tx.execute<Record<string, unknown>>(sql`
    select earlier.id, earlier.state, earlier.reason from ${messages} this
    join ${due} own on own.workspace_id = this.workspace_id and own.kind = 'resend' and own.subject = this.id::text
    join ${due} other on other.workspace_id = this.workspace_id and other.kind = 'resend'
      and other.due_at <= ${now.add(foundAgain).toString()}::timestamptz
    join ${messages} earlier on earlier.workspace_id = other.workspace_id
      and earlier.id = case when other.kind = 'resend' then other.subject::uuid end
      and earlier.target = this.target and earlier.state = 'reserved'
      and (earlier.since, earlier.id) < (this.since, this.id)
    where this.workspace_id = ${workspace} and this.id = ${id} and this.target <> '' and this.state = 'reserved'
    order by earlier.since, earlier.id`);
  return readUnsaid(rows);
}

/**
 * The news of an issue that the same reader is to have before they are asked whether they may be named: both follow from
 * its confirmation, and two jobs bring them. What rests goes before it when it is found, see `restedBefore`.
 */
export async function newsBefore(
  tx: Tx,
  workspace: WorkspaceId,
  id: string,
  now: Temporal.Instant,
): Promise<Unsaid[]> {
  const { rows } = await tx.execute<Record<string, unknown>>(sql`
    select news.id, news.state, news.reason from ${messages} this
    join ${nudges} asks on asks.workspace_id = this.workspace_id and asks.message = this.id and asks.kind = 'credit'
    join ${messages} news on news.workspace_id = this.workspace_id and news.kind = 'news'
      and news.target = this.target and split_part(news.subject, '/', 1) = asks.subject
      and news.state not in ('sent', 'ended')
    where this.workspace_id = ${workspace} and this.id = ${id}
      and this.state not in ('sent', 'ended')
      and not exists (select from ${due} d where d.workspace_id = news.workspace_id and d.kind = 'resend'
        and d.subject = news.id::text and news.state = 'reserved'
        and d.due_at > ${now.add(foundAgain).toString()}::timestamptz)
    order by split_part(news.subject, '/', 2)::int`);
  return readUnsaid(rows);
}

/** Their hours are others now: what rests until they work is looked at anew. */
export async function lookAtResting(
  tx: Tx,
  workspace: WorkspaceId,
  person: PersonId,
  now: Temporal.Instant,
): Promise<void> {
  await findAtOnce(
    tx,
    workspace,
    now,
    sql`kind = 'resend' and subject in (
      select id::text from messages where workspace_id = ${workspace} and target = ${person} and state = 'reserved')`,
  );
}

/** Likewise what they were asked, or have promised: they have other hours for it. */
export async function lookAtPromisesOf(
  tx: Tx,
  workspace: WorkspaceId,
  person: PersonId,
  now: Temporal.Instant,
): Promise<void> {
  await findAtOnce(
    tx,
    workspace,
    now,
    sql`kind in ('promise-passes', 'ask-passes') and subject in (
      select issue::text from participants where workspace_id = ${workspace} and person_id = ${person}
        and role in ('asked', 'promiser'))`,
  );
}

/**
 * The workplace's hours are others now: whatever rests there is looked at anew, whoever waits to be written to, and what
 * was promised, which may have other hours left.
 */
export async function lookAtEverybody(tx: Tx, workspace: WorkspaceId, now: Temporal.Instant): Promise<void> {
  const found = [
    sql`kind in ('owner-left', 'promise-passes', 'ask-passes')`,
    /* After the issues, as whoever changes one does. */
    sql`kind = 'nudge'`,
    sql`kind = 'resend' and subject in (
      select id::text from messages where workspace_id = ${workspace} and state = 'reserved')`,
  ];
  for (const which of found) await findAtOnce(tx, workspace, now, which);
}
