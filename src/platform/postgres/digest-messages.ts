import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { z } from 'zod';

import type { Tx, WorkspaceId } from './transact.ts';

/** A digest's message is named after the end of its period. Nothing but this knows how. */
export function digestSubject(endsAt: SQL): SQL {
  return sql`(extract(epoch from ${endsAt}) * 1000)::bigint::text`;
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

/** The digests that list an issue as one that waits, with a button. */
export async function digestsListing(tx: Tx, workspace: WorkspaceId, issue: number): Promise<string[]> {
  return await digestsThat(
    tx,
    workspace,
    sql`d.picked -> 'waiting' -> 'numbers' @> to_jsonb(${issue}::int)
      or d.picked -> 'undecided' -> 'numbers' @> to_jsonb(${issue}::int)`,
  );
}

async function digestsThat(tx: Tx, workspace: WorkspaceId, tell: SQL): Promise<string[]> {
  const { rows } = await tx.execute<Record<string, unknown>>(sql`
    select m.id from digests d join messages m on m.workspace_id = ${workspace} and m.kind = 'digest'
      and m.subject = ${digestSubject(sql`d.ends_at`)}
    where d.workspace_id = ${workspace} and (${tell})`);
  return z
    .array(z.object({ id: z.string() }))
    .parse(rows)
    .map(({ id }) => id);
}
