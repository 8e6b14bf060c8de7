import { and, eq, inArray, or, sql } from 'drizzle-orm';

import type { IssueEvent, PersonId } from '../../core/issue.ts';
import { readEvent } from './event-rows.ts';
import { events } from './schema/issues.ts';
import type { Tx, WorkspaceId } from './transact.ts';

/** All that has happened to an issue, in its order. */
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
  return rows.map((row) => readEvent(row.type, row.dataVersion, row.data));
}

/** Whether it was ever theirs. */
export async function hasOwned(
  tx: Tx,
  workspace: WorkspaceId,
  number: number,
  person: PersonId,
): Promise<boolean> {
  const wasTheirs = or(
    and(inArray(events.type, ['claimed', 'separated']), sql`${events.data} ->> 'owner' = ${person}`),
    and(eq(events.type, 'handed-over'), sql`${events.data} ->> 'to' = ${person}`),
  );
  const rows = await tx
    .select({ seq: events.seq })
    .from(events)
    .where(and(eq(events.workspaceId, workspace), eq(events.issue, number), wasTheirs))
    .limit(1);
  return rows.length > 0;
}
