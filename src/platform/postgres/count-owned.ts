import { sql } from 'drizzle-orm';
import { z } from 'zod';

import type { Store } from './store.ts';
import { transact } from './transact.ts';
import type { WorkspaceId } from './transact.ts';

/** How many issues somebody has claimed and not called solved yet. @throws Unavailable or Unsure, see `transact`. */
export async function countOwned(store: Store, workspace: WorkspaceId, slackUser: string): Promise<number> {
  return await transact(store, { workspace }, async (tx) => {
    const { rows } = await tx.execute<Record<string, unknown>>(sql`
      select count(*)::int as owned from people o
      join participants p on p.workspace_id = o.workspace_id and p.person_id = o.id and p.role = 'owner'
      join issues i on i.workspace_id = p.workspace_id and i.number = p.issue and i.state = 'claimed'
      where o.workspace_id = ${workspace} and o.slack_user_id = ${slackUser}`);
    return z.array(z.object({ owned: z.int() })).parse(rows)[0]?.owned ?? 0;
  });
}
