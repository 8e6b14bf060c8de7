import { sql } from 'drizzle-orm';
import { z } from 'zod';

import { unsureSeconds } from './messages.ts';
import type { Store } from './store.ts';
import { transact } from './transact.ts';
import type { WorkspaceId } from './transact.ts';

export interface Health {
  /** How long the most overdue thing has been waiting to be found. */
  readonly lateSeconds: number;
  /** Workspaces where messages wait until an admin acts. */
  readonly waitingForAdmin: number;
  /** Attempts to post of which nobody has heard yet how they ended. */
  readonly unsure: number;
}

const row = z.object({ late: z.number(), waiting: z.int(), unsure: z.int() });

/** Asks the migrated tables something small. @throws if the database can't answer, or is not migrated. */
export async function readHealth(store: Store): Promise<Health> {
  return await transact(store, 'sweep', async (tx) => {
    const now = sql`${store.clock().toString()}::timestamptz`;
    /* Whatever rests until its reader works is due again later than that. */
    const isSoon = sql`due_at <= ${now} + make_interval(secs => ${unsureSeconds})`;
    const { rows } = await tx.execute<Record<string, unknown>>(sql`
      select coalesce(extract(epoch from ${now} - min(due_at)), 0)::float8 as late,
        (count(*) filter (where kind = 'mend'))::int as waiting,
        (count(*) filter (where kind = 'resend' and ${isSoon}))::int as unsure
      from due`);
    const { late, waiting, unsure } = row.parse(rows[0]);
    return { lateSeconds: Math.max(0, late), waitingForAdmin: waiting, unsure };
  });
}

/** Ids of keys that something sealed still needs, and that are not on the ring. */
export async function missingKeys(store: Store, workspace: WorkspaceId): Promise<string[]> {
  return await transact(store, { workspace }, async (tx) => {
    const { rows } = await tx.execute<Record<string, unknown>>(sql`
      select distinct split_part(seal, '.', 2) as id from participants
      where workspace_id = ${workspace} and seal is not null`);
    const needed = z.array(z.object({ id: z.string() })).parse(rows);
    return needed.map(({ id }) => id).filter((id) => store.keys.every((key) => key.id !== id));
  });
}
