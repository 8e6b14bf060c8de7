import { and, eq } from 'drizzle-orm';

import type { IssueEvent } from '../../core/issue.ts';
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
