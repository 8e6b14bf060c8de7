import { sql } from 'drizzle-orm';
import type { Placeholder, SQL } from 'drizzle-orm';

import type { WorkspaceId } from './transact.ts';

/** Every time that an issue was reopened while it was confirmed, as `number` and `at`: the event says so itself. */
export function reopenedFixes(workspace: WorkspaceId | Placeholder | SQL): SQL {
  return sql`(
    select issue as number, at from events
    where workspace_id = ${workspace} and type = 'reopened' and data ->> 'isReturn' = 'true')`;
}

/**
 * Every time that a fix turned out not to hold, as `number` and `at`: the issue was reopened while it was confirmed, or
 * flagged again as the same cause, which counts from when that can be seen until it is withdrawn.
 */
export function returns(workspace: WorkspaceId | Placeholder | SQL): SQL {
  return sql`(
    select number, at from ${reopenedFixes(workspace)} as r
    union all select i.return_of, e.at from issues i
    join events e on e.workspace_id = ${workspace} and e.issue = i.number and e.type = 'posted'
    where i.workspace_id = ${workspace} and i.return_of is not null and i.state <> 'withdrawn')`;
}
