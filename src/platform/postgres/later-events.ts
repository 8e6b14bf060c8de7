import { and, desc, eq, gt, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';

import { loadHappening } from './history.ts';
import { events } from './schema/issues.ts';
import type { Tx, WorkspaceId } from './transact.ts';

/** The newest line that whoever confirmed it at this event has added, in its present words; `null` where there is none. */
export async function loadThanks(
  tx: Tx,
  workspace: WorkspaceId,
  issue: number,
  seq: number,
): Promise<string | null> {
  const [row] = await tx
    .select({ seq: events.seq })
    .from(events)
    .where(
      sql`workspace_id = ${workspace} and issue = ${issue} and seq > ${seq} and type = 'commented'
        and data ->> 'verdict' = 'fixed' and actor_role = (select c.actor_role from ${events} c
          where c.workspace_id = ${workspace} and c.issue = ${issue} and c.seq = ${seq} and c.type = 'confirmed')`,
    )
    .orderBy(sql`seq desc`)
    .limit(1);
  const line = row === undefined ? null : await loadHappening(tx, workspace, issue, row.seq);
  return line?.event.type === 'commented' ? line.event.text : null;
}

/** When something of its kind happened last since this event; `null`: it did not. */
export async function lastAt(
  tx: Tx,
  workspace: WorkspaceId,
  issue: number,
  type: 'updated' | 'confirmed' | 'offered',
  seq = 0,
): Promise<Temporal.Instant | null> {
  const here = and(eq(events.workspaceId, workspace), eq(events.issue, issue), gt(events.seq, seq));
  const [row] = await tx
    .select({ at: events.at })
    .from(events)
    .where(and(here, eq(events.type, type)))
    .orderBy(desc(events.seq))
    .limit(1);
  return row?.at ?? null;
}
