import { and, eq, or, sql } from 'drizzle-orm';

import type { IssueEvent } from '../../core/issue.ts';
import type { Done } from '../../core/owed.ts';
import { isSaid, withWords } from '../../core/said.ts';
import type { Said } from '../../core/said.ts';
import { readEvent } from './event-rows.ts';
import type { Happening } from './event-rows.ts';
import { asPersonId } from './person-id.ts';
import { events } from './schema/issues.ts';
import type { Tx, WorkspaceId } from './transact.ts';

/** All that has happened to an issue, in its order, in the words that stand now. */
export async function loadHistory(
  tx: Tx,
  workspace: WorkspaceId,
  number: number,
): Promise<readonly IssueEvent[]> {
  const rows = await tx
    .select()
    .from(events)
    .where(and(eq(events.workspaceId, workspace), eq(events.issue, number)))
    .orderBy(events.seq);
  const all = rows.map((row) => ({ seq: row.seq, event: readRow(row) }));
  return all.map(({ seq, event }) =>
    inWordsOf(
      seq,
      event,
      all.map((it) => it.event),
    ),
  );
}

/** One event, in the words that stand now; `null` if there is none. */
export async function loadHappening(
  tx: Tx,
  workspace: WorkspaceId,
  issue: number,
  seq: number,
): Promise<Happening | null> {
  const isAbout = or(
    eq(events.seq, seq),
    and(eq(events.type, 'amended'), sql`(${events.data} ->> 'of')::int = ${seq}`),
  );
  const rows = await tx
    .select()
    .from(events)
    .where(and(eq(events.workspaceId, workspace), eq(events.issue, issue), isAbout))
    .orderBy(events.seq);
  const row = rows.find((it) => it.seq === seq);
  if (row === undefined) return null;
  return {
    seq,
    event: inWordsOf(
      seq,
      readRow(row),
      rows.map((it) => readRow(it)),
    ),
    actor: row.actorId === null ? null : asPersonId(row.actorId),
    role: row.actorRole,
    at: row.at,
  };
}

/** What somebody said then; `null` if nothing was said. */
export async function loadSaid(
  tx: Tx,
  workspace: WorkspaceId,
  issue: number,
  seq: number,
): Promise<Said | null> {
  const happening = await loadHappening(tx, workspace, issue, seq);
  if (happening === null || !isSaid(happening.event)) return null;
  const { event, actor: by } = happening;
  const isSame = and(eq(events.workspaceId, workspace), eq(events.issue, issue), eq(events.type, event.type));
  const newer = await tx
    .select({ seq: events.seq })
    .from(events)
    .where(and(isSame, sql`${events.seq} > ${seq}`))
    .limit(1);
  return { seq, event, by, isNewest: newer.length === 0 };
}

function readRow({ type, dataVersion, data }: typeof events.$inferSelect): IssueEvent {
  return readEvent(type, dataVersion, data);
}

/** The newest wording is the one that counts. */
function inWordsOf(seq: number, event: IssueEvent, others: readonly IssueEvent[]): IssueEvent {
  const newest = others.findLast((it) => it.type === 'amended' && it.of === seq);
  return newest?.type === 'amended' ? withWords(event, newest.words) : event;
}

/** Who has done what, and when, in its order. */
export async function loadDone(tx: Tx, workspace: WorkspaceId, number: number): Promise<readonly Done[]> {
  const rows = await tx
    .select()
    .from(events)
    .where(and(eq(events.workspaceId, workspace), eq(events.issue, number)))
    .orderBy(events.seq);
  return rows.map((row) => ({
    event: readRow(row),
    by: row.actorId === null ? null : asPersonId(row.actorId),
    at: row.at,
  }));
}
