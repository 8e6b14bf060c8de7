import { sql } from 'drizzle-orm';
import type { Placeholder, SQL } from 'drizzle-orm';
import { z } from 'zod';

import type { Tx, WorkspaceId } from './transact.ts';

/** The number of the issue that tests Flagpost right now, and takes itself away: null if there is none. */
export function runningTrial(workspace: WorkspaceId | Placeholder): SQL {
  return sql`(select split_part(subject, '/', 2)::int from messages
    where workspace_id = ${workspace} and kind = 'notice' and subject ~ '^trial/[0-9]+$' limit 1)`;
}

const found = z.array(z.object({ number: z.int().nullable() }));

export async function isTrial(tx: Tx, workspace: WorkspaceId, number: number): Promise<boolean> {
  const { rows } = await tx.execute<Record<string, unknown>>(
    sql`select ${runningTrial(workspace)} as number`,
  );
  return found.parse(rows).some((row) => row.number === number);
}
