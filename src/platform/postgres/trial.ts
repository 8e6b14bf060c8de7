import { and, eq, ne, sql } from 'drizzle-orm';
import { z } from 'zod';

import type { Gap } from '../../core/issue.ts';
import { flagWithin } from './flag-issue.ts';
import { loadIssue } from './load-issue.ts';
import type { LoadedIssue } from './load-issue.ts';
import type { MessageRow, Spot } from './messages.ts';
import { forgetNudges } from './nudges.ts';
import { reserveNotices, reschedule } from './outbox.ts';
import { personById, personFor } from './people.ts';
import type { Person } from './people.ts';
import { asPersonId } from './person-id.ts';
import { deleteIssue } from './save-issue.ts';
import { due, messages } from './schema/delivery.ts';
import type { Otherwise } from './settings.ts';
import type { Store } from './store.ts';
import { transact } from './transact.ts';
import type { Tx, WorkspaceId } from './transact.ts';
import { workspaceById } from './workspaces.ts';

/**
 * *Test it*: an issue like any other, flagged by Flagpost itself and owned by the admin who began it, which is taken
 * away when it is over. A row of `due` keeps it in mind from its first moment on, so that none is left behind.
 */
export interface Trial {
  readonly number: number;
  readonly admin: Person;
  /** Flagpost's own Slack user. */
  readonly bot: string;
  /** `null`: it is gone. */
  readonly loaded: LoadedIssue | null;
  /** All that was to be said about it. */
  readonly messages: readonly MessageRow[];
}

export interface TrialOrder {
  readonly workspace: WorkspaceId;
  readonly slackUser: string;
  readonly gap: Gap;
  readonly otherwise: Otherwise;
}

const dueTrial = (workspace: WorkspaceId) => and(eq(due.workspaceId, workspace), eq(due.kind, 'trial'));

/** One at a time in a workspace; false while another goes on. @throws Unavailable or Unsure, see `transact`. */
export async function beginTrial(store: Store, order: TrialOrder): Promise<boolean> {
  const { workspace, gap, otherwise } = order;
  return await transact(store, { workspace }, async (tx) => {
    const begun = await tx
      .insert(due)
      .values({ workspaceId: workspace, kind: 'trial', subject: '', dueAt: store.clock() })
      .onConflictDoNothing()
      .returning({ kind: due.kind });
    if (begun.length === 0) return false;
    const slackUser = await botOf(tx, workspace);
    const flag = { workspace, slackUser, gap, otherwise, requests: [], isAtOnce: true as const };
    const { number } = await flagWithin(store, tx, flag);
    const admin = await personFor(tx, workspace, order.slackUser);
    const [report] = await reserveNotices(tx, workspace, `trial/${number}`, admin.id);
    if (report !== undefined) await store.enqueue(tx, 'draw', [{ workspace, message: report }]);
    return true;
  });
}

async function botOf(tx: Tx, workspace: WorkspaceId): Promise<string> {
  const bot = (await workspaceById(tx, workspace))?.botUserId;
  if (bot == null) throw new Error('Slack did not say who we are');
  return bot;
}

/** The trial that goes on; `null` if there is none. */
export async function loadTrial(tx: Tx, workspace: WorkspaceId): Promise<Trial | null> {
  const report = await reportOf(tx, workspace);
  const admin = report === null ? null : await personById(tx, workspace, asPersonId(report.target));
  if (report === null || admin === null) return null;
  return {
    number: report.number,
    admin,
    bot: await botOf(tx, workspace),
    loaded: await loadIssue(tx, workspace, report.number, 'read'),
    messages: await messagesAbout(tx, workspace, report.number),
  };
}

const running = z.object({ id: z.string(), target: z.string(), number: z.coerce.number() });

/** What its admin is told of a trial begins as `trial/42`, and ends as `trial/42/…` with what came of it. */
async function reportOf(tx: Tx, workspace: WorkspaceId): Promise<z.infer<typeof running> | null> {
  const { rows } = await tx.execute<Record<string, unknown>>(sql`
    select id, target, split_part(subject, '/', 2) as number from ${messages}
    where workspace_id = ${workspace} and kind = 'notice' and subject ~ '^trial/[0-9]+$'`);
  return z.array(running).parse(rows)[0] ?? null;
}

const about = (workspace: WorkspaceId, number: number) =>
  and(
    eq(messages.workspaceId, workspace),
    ne(messages.kind, 'notice'),
    sql`split_part(${messages.subject}, '/', 1) = ${String(number)}`,
  );

async function messagesAbout(tx: Tx, workspace: WorkspaceId, number: number): Promise<MessageRow[]> {
  return await tx.select().from(messages).where(about(workspace, number));
}

/**
 * Takes the trial away, all of it at once, and leaves its outcome to be told. What stands in Slack is deleted after this,
 * the card last; what is only now being posted finds its message ended, and is deleted when it shows itself.
 */
export async function endTrial(store: Store, workspace: WorkspaceId, outcome: string): Promise<void> {
  await transact(store, { workspace }, async (tx) => {
    const held = await tx.select().from(due).where(dueTrial(workspace)).for('update');
    const report = held.length === 0 ? null : await reportOf(tx, workspace);
    if (report === null) return;
    const { number } = report;
    const loaded = await loadIssue(tx, workspace, number, 'lock');
    const rows = await messagesAbout(tx, workspace, number);
    await store.enqueue(tx, 'remove', [{ spots: spotsOf(rows) }]);
    await endMessages(tx, workspace, number, rows);
    await deleteIssue(tx, workspace, number);
    await forgetNudges(tx, workspace, number);
    await reschedule(tx, workspace, number, null);
    await tx
      .update(messages)
      .set({ subject: `trial/${number}/${outcome}` })
      .where(and(eq(messages.workspaceId, workspace), eq(messages.id, report.id)));
    await tx.delete(due).where(dueTrial(workspace));
    await store.enqueue(tx, 'draw', [{ workspace, message: report.id }]);
    const people = (loaded?.participants ?? []).flatMap(({ personId }) => personId ?? []);
    await store.enqueue(
      tx,
      'publish-home',
      [...new Set(people)].map((person) => ({ workspace, person })),
    );
  });
}

/** A card that still has replies would leave a gravestone. */
function spotsOf(rows: readonly MessageRow[]): Spot[] {
  const last = (row: MessageRow): number => (row.kind === 'card' ? 1 : 0);
  return rows
    .toSorted((a, b) => last(a) - last(b))
    .flatMap(({ channel, ts }) => (channel === null || ts === null ? [] : [{ channel, ts }]));
}

async function endMessages(
  tx: Tx,
  workspace: WorkspaceId,
  number: number,
  rows: readonly MessageRow[],
): Promise<void> {
  await tx
    .update(messages)
    .set({ state: 'ended', channel: null, ts: null, drawn: null, reason: null, leasedUntil: null })
    .where(about(workspace, number));
  for (const { id } of rows)
    await tx
      .delete(due)
      .where(and(eq(due.workspaceId, workspace), eq(due.kind, 'resend'), eq(due.subject, id)));
}
