import { sql } from 'drizzle-orm';
import type { Placeholder, SQL } from 'drizzle-orm';

import type { WorkspaceId } from './transact.ts';

type Here = WorkspaceId | Placeholder | SQL;

/**
 * Every time that a fix turned out not to hold, as `number` and `at`: the issue was reopened while it was confirmed, which
 * the event says itself, or flagged again as the same cause, which counts from when that can be seen until it is
 * withdrawn. `back_as`: the issue that goes on for it; null where that is the fix itself.
 */
export function returns(workspace: Here): SQL {
  return sql`(
    select issue as number, at, null::int as back_as from events
    where workspace_id = ${workspace} and type = 'reopened' and data ->> 'isReturn' = 'true'
    union all select i.return_of, e.at, ${goesOnAs(workspace, 'i')} from issues i
    join events e on e.workspace_id = ${workspace} and e.issue = i.number and e.type = 'posted'
    where i.workspace_id = ${workspace} and i.return_of is not null and i.state <> 'withdrawn'
      and ${isCounted(workspace)})`;
}

/**
 * Of `issues i`: what several people flagged and was found to be the same came back once, with the first of them, and what
 * goes on as the fix itself came back as that. Most have no duplicates, and are not looked at any closer.
 */
function isCounted(workspace: Here): SQL {
  return sql`case when i.state <> 'duplicate' and i.duplicates = '{}' then true
    else ${goesOnAs(workspace, 'i')} <> i.return_of and not exists (select from issues j
      where j.workspace_id = ${workspace} and j.return_of = i.return_of and j.number < i.number
        and j.state not in ('saved', 'withdrawn')
        and ${goesOnAs(workspace, 'j')} = ${goesOnAs(workspace, 'i')}) end`;
}

/** Of such a row of `issues`: itself, or what it was found to be the same as, which may be a duplicate in its turn. */
function goesOnAs(workspace: Here, issue: 'i' | 'j'): SQL {
  const row = sql.raw(issue);
  return sql`case when ${row}.state <> 'duplicate' then ${row}.number else (
    with recursive same as (
      select (${row}.life ->> 'of')::int as number
      union
      select (next.life ->> 'of')::int from same join issues next
        on next.workspace_id = ${workspace} and next.number = same.number and next.state = 'duplicate')
    select same.number from same join issues last
      on last.workspace_id = ${workspace} and last.number = same.number and last.state <> 'duplicate') end`;
}
