import { and, eq, inArray } from 'drizzle-orm';

import { loadIssue } from './load-issue.ts';
import type { LoadedIssue } from './load-issue.ts';
import { issues } from './schema/issues.ts';
import type { Tx, WorkspaceId } from './transact.ts';

/** No chain is so long; should one ever lead in a circle, it ends. */
const longestChain = 50;

/**
 * The issue that a number leads to, for `number` to be the same as: a duplicate leads to what it is the same as. With
 * `lock` both are held from here on, the lower number first, so that two people who mark each as the other wait for
 * each other instead of for ever. `null`: there is none.
 */
export async function loadTarget(
  tx: Tx,
  workspace: WorkspaceId,
  number: number,
  asked: number,
  lock: 'lock' | 'read',
): Promise<LoadedIssue | null> {
  const end = await endOfChain(tx, workspace, asked);
  if (lock === 'lock') await lockInOrder(tx, workspace, [number, end]);
  return await loadIssue(tx, workspace, end, lock);
}

async function endOfChain(tx: Tx, workspace: WorkspaceId, asked: number): Promise<number> {
  let number = asked;
  for (let step = 0; step < longestChain; step += 1) {
    const issue = (await loadIssue(tx, workspace, number, 'read'))?.issue;
    if (issue?.state !== 'duplicate') return number;
    number = issue.of;
  }
  return number;
}

async function lockInOrder(tx: Tx, workspace: WorkspaceId, numbers: readonly number[]): Promise<void> {
  await tx
    .select({ number: issues.number })
    .from(issues)
    .where(and(eq(issues.workspaceId, workspace), inArray(issues.number, [...numbers])))
    .orderBy(issues.number)
    .for('update');
}
