import { and, eq, gt, lt } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';

import { requests } from './schema/delivery.ts';
import type { Tx, WorkspaceId } from './transact.ts';

/** How long the same request is taken for the same one. */
const sameForMinutes = 10;

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

/** Forgets the requests whose ten minutes are over. */
export async function forgetRequests(tx: Tx, workspace: WorkspaceId, now: Temporal.Instant): Promise<void> {
  await tx.delete(requests).where(and(eq(requests.workspaceId, workspace), lt(requests.expiresAt, now)));
}

/** Remembers a request; false if it is remembered already. Two at once: the second waits here for the first to commit. */
export async function rememberRequest(
  tx: Tx,
  workspace: WorkspaceId,
  key: string,
  issue: number | null,
  now: Temporal.Instant,
): Promise<boolean> {
  const made = await tx
    .insert(requests)
    .values({ workspaceId: workspace, key, issue, expiresAt: now.add({ minutes: sameForMinutes }) })
    .onConflictDoNothing()
    .returning({ key: requests.key });
  return made.length > 0;
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
