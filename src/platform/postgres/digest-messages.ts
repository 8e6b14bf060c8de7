import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { z } from 'zod';

import type { ListName } from '../../core/digest/pick.ts';
import type { Tx, WorkspaceId } from './transact.ts';

/** A digest's message is named after the end of its period. Nothing but this knows how. */
export function digestSubject(endsAt: SQL): SQL {
  return sql`(extract(epoch from ${endsAt}) * 1000)::bigint::text`;
}

/** Of a digest's message `m`: nobody has read it, nor has it been on its way so that somebody could have. */
export const isUnposted = sql`m.state in ('reserved', 'waiting', 'ended')`;

/** A digest goes on its way: what those before it would have told that still wait, it tells, so they go no more. */
export async function endOlderDigests(tx: Tx, workspace: WorkspaceId, subject: string): Promise<void> {
  await tx.execute(sql`update messages m set state = 'ended'
    where m.workspace_id = ${workspace} and m.kind = 'digest' and m.state in ('reserved', 'waiting') and m.ts is null
      and case when m.kind = 'digest' then m.subject::bigint end < ${subject}::bigint`);
}

/** The digests that tell what was learned from an issue, or thank for it: they say what holds, like every post about it. */
export async function digestsTelling(tx: Tx, workspace: WorkspaceId, issue: number): Promise<string[]> {
  return await digestsThat(
    tx,
    workspace,
    sql`d.picked -> 'learned' -> 'numbers' @> to_jsonb(${issue}::int)
      or d.picked -> 'thanks' @> jsonb_build_array(jsonb_build_object('number', ${issue}::int))`,
  );
}

/** The digests that list an issue in its own words, as one that waits, with a button, or as one that was fixed or came back. */
export async function digestsListing(tx: Tx, workspace: WorkspaceId, issue: number): Promise<string[]> {
  const lists = (['waiting', 'undecided', 'fixed', 'cameBack'] satisfies ListName[]).map(
    (name) => sql`d.picked -> ${name}::text -> 'numbers' @> to_jsonb(${issue}::int)`,
  );
  return await digestsThat(tx, workspace, sql.join(lists, sql` or `));
}

/** What one tells that has found its end unposted, the next one tells. */
async function digestsThat(tx: Tx, workspace: WorkspaceId, tell: SQL): Promise<string[]> {
  const { rows } = await tx.execute<Record<string, unknown>>(sql`
    select distinct post.id from digests d
    cross join lateral (
      select m.id from digests l join messages m on m.workspace_id = ${workspace} and m.kind = 'digest'
        and m.subject = ${digestSubject(sql`l.ends_at`)} and m.state <> 'ended'
      where l.workspace_id = ${workspace} and l.ends_at >= d.ends_at
      order by l.ends_at limit 1) post
    where d.workspace_id = ${workspace} and (${tell})`);
  return z
    .array(z.object({ id: z.string() }))
    .parse(rows)
    .map(({ id }) => id);
}
