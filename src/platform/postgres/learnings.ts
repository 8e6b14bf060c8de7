import { and, eq, inArray, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

import type { Issue, IssueEvent } from '../../core/issue.ts';
import { learningLine, sectionNames } from '../../core/learning.ts';
import type { WriteUp } from '../../core/learning.ts';
import { loadWriteUp } from './learned.ts';
import { isTrial } from './running-trial.ts';
import { learnings } from './schema/learnings.ts';
import type { Tx, WorkspaceId } from './transact.ts';

const changesWhatIsLearned: readonly IssueEvent['type'][] = ['confirmed', 'reopened', 'amended', 'withdrawn'];

/**
 * Keeps the lists in step with an issue that was confirmed, goes on again, is withdrawn, or reads otherwise now. What is written up of it,
 * if anything was.
 */
export async function noteLearned(
  tx: Tx,
  workspace: WorkspaceId,
  issue: Issue,
  events: readonly IssueEvent[],
  now: Temporal.Instant,
): Promise<WriteUp | null> {
  if (!events.some(({ type }) => changesWhatIsLearned.includes(type))) return null;
  const writeUp = await loadWriteUp(tx, workspace, issue.number);
  await listLearning(tx, workspace, issue, writeUp, now);
  return writeUp;
}

/**
 * Its row in the lists: there while there is something to learn, which from a trial nothing is. What is written up for the
 * first time is new again.
 */
export async function listLearning(
  tx: Tx,
  workspace: WorkspaceId,
  issue: Issue,
  writeUp: WriteUp | null,
  now: Temporal.Instant,
  isNew = false,
): Promise<void> {
  const line = learningLine(issue, writeUp);
  if (line === null || (await isTrial(tx, workspace, issue.number))) {
    const here = and(eq(learnings.workspaceId, workspace), eq(learnings.issue, issue.number));
    await tx.delete(learnings).where(here);
    return;
  }
  const words = wordsOf(line, issue, writeUp);
  const search = sql`to_tsvector('simple', ${words})`;
  await tx
    .insert(learnings)
    .values({ workspaceId: workspace, issue: issue.number, line, words, search, learnedAt: now })
    .onConflictDoUpdate({
      target: [learnings.workspaceId, learnings.issue],
      set: { line, words, search, ...(isNew ? { learnedAt: now } : {}) },
    });
}

/** Nobody finds it by words that its reporter took back. */
function wordsOf(line: string, issue: Issue, writeUp: WriteUp | null): string {
  const sections = writeUp === null ? [] : sectionNames.map((name) => writeUp.sections[name]);
  const flagged = issue.state === 'withdrawn' ? [] : [issue.text];
  const changed = 'solution' in issue ? [issue.solution.changed] : [];
  return asSearched([line, ...flagged, ...changed, ...sections].join('\n'));
}

/** The same letters in one form, however they were typed. */
export function asSearched(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** What others can use of an issue, and since when it is in the lists. */
export interface ListedLearning {
  readonly line: string;
  readonly learnedAt: Temporal.Instant;
}

/** Those of these issues that have taught something. */
export async function learningsOf(
  tx: Tx,
  workspace: WorkspaceId,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, ListedLearning>> {
  if (numbers.length === 0) return new Map();
  const { issue, line, learnedAt } = learnings;
  const rows = await tx
    .select({ issue, line, learnedAt })
    .from(learnings)
    .where(and(eq(learnings.workspaceId, workspace), inArray(issue, [...numbers])));
  return new Map(rows.map((row) => [row.issue, row]));
}

/** One line of a list. */
export interface LearningRow {
  readonly issue: number;
  readonly line: string;
  /** How many readers have used it. */
  readonly used: number;
}

export interface LearningPage {
  readonly rows: readonly LearningRow[];
  readonly total: number;
  /** From 0; one past the end is the last. */
  readonly page: number;
}

const shown = z.object({ issue: z.int(), line: z.string(), used: z.int() });

/** Which learnings, and which of them first. */
export interface Found {
  readonly from: SQL;
  readonly order: SQL;
}

const used = sql`(select count(*)::int from readers r
  where r.workspace_id = l.workspace_id and r.issue = l.issue and r.answer = 'used')`;

export const newestFirst = sql`l.learned_at desc, l.issue desc`;

export async function newestLearnings(
  tx: Tx,
  workspace: WorkspaceId,
  page: number,
  size: number,
): Promise<LearningPage> {
  const from = sql`from learnings l where l.workspace_id = ${workspace}`;
  return await pageOf(tx, { from, order: newestFirst }, page, size);
}

export async function mostUsedLearnings(
  tx: Tx,
  workspace: WorkspaceId,
  page: number,
  size: number,
): Promise<LearningPage> {
  const from = sql`from learnings l where l.workspace_id = ${workspace}`;
  return await pageOf(tx, { from, order: sql`used desc, ${newestFirst}` }, page, size);
}

export async function pageOf(
  tx: Tx,
  { from, order }: Found,
  asked: number,
  size: number,
): Promise<LearningPage> {
  const counted = await tx.execute<Record<string, unknown>>(sql`select count(*)::int as total ${from}`);
  const [{ total } = { total: 0 }] = z.array(z.object({ total: z.int() })).parse(counted.rows);
  const page = Math.max(0, Math.min(asked, Math.ceil(total / size) - 1));
  const { rows } = await tx.execute<Record<string, unknown>>(
    sql`select l.issue, l.line, ${used} as used ${from} order by ${order} limit ${size} offset ${page * size}`,
  );
  return { rows: z.array(shown).parse(rows), total, page };
}
