import { sql } from 'drizzle-orm';
import { z } from 'zod';

import type { Store } from './change-issue.ts';
import { transact } from './transact.ts';

/** Asks the migrated tables something small. @throws if the database can't answer, or is not migrated. */
export async function countWaiting(store: Store): Promise<{ readonly lateSeconds: number }> {
  return await transact(store, 'sweep', async (tx) => {
    const { rows } = await tx.execute<Record<string, unknown>>(sql`
      select coalesce(extract(epoch from ${store.clock().toString()}::timestamptz - min(due_at)), 0)::float8 as late from due`);
    const [row] = z.array(z.object({ late: z.number() })).parse(rows);
    return { lateSeconds: Math.max(0, row?.late ?? 0) };
  });
}
