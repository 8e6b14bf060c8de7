import { and, eq, inArray } from 'drizzle-orm';

import type { DuplicateIssue, Issue } from '../../core/issue.ts';
import { loadIssue, loadIssues } from './load-issue.ts';
import { issues } from './schema/issues.ts';
import type { Tx, WorkspaceId } from './transact.ts';

/** No chain is so long; should one ever lead in a circle, it ends. */
const longestChain = 50;

/** What an issue goes on as: itself, unless it was found to be the same as another. */
export async function endOfChain(tx: Tx, workspace: WorkspaceId, asked: number): Promise<number> {
  let number = asked;
  for (let step = 0; step < longestChain; step += 1) {
    const issue = (await loadIssue(tx, workspace, number, 'read'))?.issue;
    if (issue?.state !== 'duplicate') return number;
    number = issue.of;
  }
  return number;
}

/** The issues that go on as this one itself, rather than as another that does. */
export async function duplicatesOf(
  tx: Tx,
  workspace: WorkspaceId,
  { number, duplicates }: Issue,
): Promise<readonly DuplicateIssue[]> {
  const loaded = await loadIssues(tx, workspace, duplicates);
  return loaded.issues.flatMap((it) => (it.state === 'duplicate' && it.of === number ? [it] : []));
}

/** Those that go on as it, and those that go on as these. */
export async function numbersUnder(tx: Tx, workspace: WorkspaceId, number: number): Promise<number[]> {
  return (await familyOf(tx, workspace, number)).slice(1);
}

/** Holds an issue and all that go on as it until the transaction ends: they may end with it. */
export async function lockFamily(tx: Tx, workspace: WorkspaceId, number: number): Promise<void> {
  const family = await familyOf(tx, workspace, number);
  if (family.length > 1) await lockInOrder(tx, workspace, family);
}

/** An issue, those that go on as it, and those that go on as these. */
async function familyOf(tx: Tx, workspace: WorkspaceId, number: number): Promise<number[]> {
  const all = new Set([number]);
  let added = [number];
  while (added.length > 0) {
    const here = and(eq(issues.workspaceId, workspace), inArray(issues.number, added));
    const rows = await tx.select({ duplicates: issues.duplicates }).from(issues).where(here);
    added = rows.flatMap(({ duplicates }) => duplicates).filter((it) => !all.has(it));
    for (const it of added) all.add(it);
  }
  return [...all];
}

/** The lowest number first: two who want the same ones wait for each other instead of for ever. */
export async function lockInOrder(tx: Tx, workspace: WorkspaceId, numbers: readonly number[]): Promise<void> {
  await tx
    .select({ number: issues.number })
    .from(issues)
    .where(and(eq(issues.workspaceId, workspace), inArray(issues.number, [...numbers])))
    .orderBy(issues.number)
    .for('update');
}
