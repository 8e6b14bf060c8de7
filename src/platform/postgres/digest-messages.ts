import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { z } from 'zod';

import type { Tx, WorkspaceId } from './transact.ts';

/** A digest's message is named after the end of its period, in milliseconds; `digests.ts` has it too. */
export function digestSubject(endsAt: SQL): SQL {
  return sql`(extract(epoch from ${endsAt}) * 1000)::bigint::text`;
}

/** The digests that tell what was learned from an issue: they say what holds, like every post about it. */
export async function digestsTelling(tx: Tx, workspace: WorkspaceId, issue: number): Promise<string[]> {
  const { rows } = await tx.execute<Record<string, unknown>>(sql`
    select m.id from digests d join messages m on m.workspace_id = ${workspace} and m.kind = 'digest'
      and m.subject = ${digestSubject(sql`d.ends_at`)}
    where d.workspace_id = ${workspace} and d.picked -> 'learned' -> 'numbers' @> to_jsonb(${issue}::int)`);
  return z
    .array(z.object({ id: z.string() }))
    .parse(rows)
    .map(({ id }) => id);
}
