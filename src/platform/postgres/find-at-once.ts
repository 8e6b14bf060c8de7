import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';

import type { Tx, WorkspaceId } from './transact.ts';

/** What waits there for a moment of its own is found now. `which`: of the table `due`. In one order: two at once wait for each other. */
export async function findAtOnce(
  tx: Tx,
  workspace: WorkspaceId,
  now: Temporal.Instant,
  which: SQL,
): Promise<void> {
  const at = sql`${now.toString()}::timestamptz`;
  await tx.execute(sql`
    update due set due_at = ${at} from (
      select kind, subject from due where workspace_id = ${workspace} and due_at > ${at} and (${which})
      order by kind, subject for update) it
    where due.workspace_id = ${workspace} and due.kind = it.kind and due.subject = it.subject`);
}
