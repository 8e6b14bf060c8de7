import { sql } from 'drizzle-orm';
import type { Placeholder, SQL } from 'drizzle-orm';

import type { WorkspaceId } from './transact.ts';

type Here = WorkspaceId | Placeholder | SQL;

/**
 * Every time that a fix turned out not to hold, as `number` and `at`: the issue was reopened while it was confirmed, which
 * the event says itself, or flagged again as the same cause, which counts from when that can be seen until it is
 * withdrawn. `back_as`: the issue that goes on for it; null where that is the fix itself. `issue`: the one that it was seen
 * on, which puts those of one moment in an order.
 *
 * What several people said, and was found to be the same, came back once, with the first of them; and what goes on as the
 * fix itself came back as that. Most have no duplicates, and are not looked at any closer.
 */
export function returns(workspace: Here): SQL {
  return sql`(
    select number, at, issue, back_as from (
      select seen.*, row_number() over (partition by number, back_as order by at, issue) as nth
      from ${everySighting(workspace)} as seen) as seen
    where is_alone or back_as is null or (back_as <> number and nth = 1))`;
}

/** The same, as often as somebody said so. A fix that goes on as another issue does so for its newest return. */
function everySighting(workspace: Here): SQL {
  return sql`(
    select i.number, e.at, e.issue, case when i.state = 'duplicate' and not exists (select from events next
        where next.workspace_id = ${workspace} and next.issue = e.issue and next.seq > e.seq
          and ${isReturn('next')}) then ${goesOnAs(workspace)} end as back_as, i.state <> 'duplicate' as is_alone
    from events e join issues i on i.workspace_id = ${workspace} and i.number = e.issue
    where e.workspace_id = ${workspace} and ${isReturn('e')}
    union all select i.return_of, e.at, e.issue, ${goesOnAs(workspace)}, i.state <> 'duplicate' and i.duplicates = '{}'
    from issues i
    join events e on e.workspace_id = ${workspace} and e.issue = i.number and e.type = 'posted'
    where i.workspace_id = ${workspace} and i.return_of is not null and i.state <> 'withdrawn')`;
}

function isReturn(event: 'e' | 'next'): SQL {
  const row = sql.raw(event);
  return sql`${row}.type = 'reopened' and ${row}.data ->> 'isReturn' = 'true'`;
}

/** Of `issues i`: itself, or what it was found to be the same as, which may be a duplicate in its turn. */
function goesOnAs(workspace: Here): SQL {
  return sql`case when i.state <> 'duplicate' then i.number else (
    with recursive same as (
      select (i.life ->> 'of')::int as number
      union
      select (next.life ->> 'of')::int from same join issues next
        on next.workspace_id = ${workspace} and next.number = same.number and next.state = 'duplicate')
    select same.number from same join issues last
      on last.workspace_id = ${workspace} and last.number = same.number and last.state <> 'duplicate') end`;
}
