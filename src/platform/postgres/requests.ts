import { and, eq, gt, inArray, lt, lte, sql } from 'drizzle-orm';
import type { Placeholder, SQL } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';

import { requestKey } from '../keys.ts';
import type { KeyRing } from '../keys.ts';
import { requests } from './schema/delivery.ts';
import { given, oncePerConnection } from './transact.ts';
import type { Tx, WorkspaceId } from './transact.ts';

/** How long the same request is taken for the same one. */
const sameForMinutes = 10;

/** Somebody's view: a form as it was opened once. */
export interface OpenedView {
  readonly workspace: WorkspaceId;
  readonly slackUser: string;
  readonly view: string;
}

/**
 * Names what somebody sent with a view. The words belong to the name: somebody may amend them after hearing that it may
 * not have been saved. The view comes first, so that `isSent` finds it without them.
 */
export function sentKey(keys: KeyRing, of: OpenedView, words: string): string {
  return viewKey(keys, of) + requestKey(keys, [of.workspace, of.slackUser, 'form', of.view, words]);
}

function viewKey(keys: KeyRing, { workspace, slackUser, view }: OpenedView): string {
  return `${requestKey(keys, [workspace, slackUser, 'view', view])}/`;
}

interface Sayer {
  readonly workspace: WorkspaceId;
  readonly slackUser: string;
}

/** Names what somebody flags by its words. */
export function wordsKey(keys: KeyRing, { workspace, slackUser }: Sayer, text: string): string {
  return requestKey(keys, [workspace, slackUser, 'text', text]);
}

/** Their flag has other words now: these, sent again, find it. */
export async function rememberWords(
  tx: Tx,
  workspace: WorkspaceId,
  key: string,
  issue: number,
  now: Temporal.Instant,
): Promise<void> {
  const isNew = await rememberRequest(tx, workspace, key, issue, now);
  if (!isNew) await setIssueOfRequest(tx, workspace, key, issue);
}

/** Whether something was taken that they sent with this view, in the last ten minutes. */
export async function isSent(tx: Tx, keys: KeyRing, of: OpenedView): Promise<boolean> {
  const rows = await tx
    .select({ key: requests.key })
    .from(requests)
    .where(
      and(eq(requests.workspaceId, of.workspace), sql`starts_with(${requests.key}, ${viewKey(keys, of)})`),
    )
    .limit(1);
  return rows.length > 0;
}

/** The issue that this request has led to in the last ten minutes; `null` if it is new. */
export async function issueOfRequest(
  tx: Tx,
  workspace: WorkspaceId,
  key: string | undefined,
  now: Temporal.Instant,
): Promise<number | null> {
  if (key === undefined) return null;
  const [row] = await tx
    .select({ issue: requests.issue })
    .from(requests)
    .where(and(eq(requests.workspaceId, workspace), eq(requests.key, key), gt(requests.expiresAt, now)));
  return row?.issue ?? null;
}

/**
 * Forgets the requests whose ten minutes are over. Nothing hangs on when that is done, so nobody waits for those that
 * somebody else forgets just now.
 */
export async function forgetRequests(tx: Tx, workspace: WorkspaceId, now: Temporal.Instant): Promise<void> {
  const areOver = and(eq(requests.workspaceId, workspace), lt(requests.expiresAt, now));
  const free = tx
    .select({ key: requests.key })
    .from(requests)
    .where(areOver)
    .for('update', { skipLocked: true });
  await tx.delete(requests).where(and(eq(requests.workspaceId, workspace), inArray(requests.key, free)));
}

/** From now on these are new again. */
export async function forgetTheseRequests(
  tx: Tx,
  workspace: WorkspaceId,
  keys: readonly string[],
): Promise<void> {
  await tx.delete(requests).where(and(eq(requests.workspaceId, workspace), inArray(requests.key, [...keys])));
}

/**
 * Remembers a request; false if it is remembered already, and its ten minutes are not over. Two at once: the second
 * waits here for the first to commit.
 */
export async function rememberRequest(
  tx: Tx,
  workspace: WorkspaceId,
  key: string,
  issue: number | null,
  now: Temporal.Instant,
  sameForSeconds = sameForMinutes * 60,
): Promise<boolean> {
  const expiresAt = expiryOf(now, sameForSeconds);
  const made = await remember(tx).execute({ workspace, key, issue, earlier: notThere, now, expiresAt });
  return made.length > 0;
}

/** No issue has this number. */
const notThere = 0;

const remember = oncePerConnection((tx) => remembering(tx, given('issue')).prepare('remember_request'));

/**
 * The same, as a part of a statement that knows `workspace`, `key`, `earlier`, `now` and `expiresAt`. A request that is
 * known to have made the issue `earlier` is remembered anew.
 */
export function remembering(tx: Tx, issue: SQL | Placeholder) {
  return tx
    .insert(requests)
    .values({
      workspaceId: given('workspace'),
      key: given('key'),
      issue,
      expiresAt: given('expiresAt'),
    })
    .onConflictDoUpdate({
      target: [requests.workspaceId, requests.key],
      set: { issue: sql`excluded.issue`, expiresAt: sql`excluded.expires_at` },
      setWhere: sql`${lte(requests.expiresAt, given('now'))} or ${requests.issue} is not distinct from ${given('earlier')}::int`,
    })
    .returning({ key: requests.key });
}

/** Until when a request of `now` is taken for the same one. */
export function expiryOf(now: Temporal.Instant, seconds = sameForMinutes * 60): Temporal.Instant {
  return now.add({ seconds });
}

export async function setIssueOfRequest(
  tx: Tx,
  workspace: WorkspaceId,
  key: string,
  issue: number,
): Promise<void> {
  await tx
    .update(requests)
    .set({ issue })
    .where(and(eq(requests.workspaceId, workspace), eq(requests.key, key)));
}
