import { sql } from 'drizzle-orm';
import { z } from 'zod';

import { openSeal, sealedRow } from '../keys.ts';
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

/** Ids of keys that something sealed still needs, and that the ring lacks, or has with other bytes. */
export async function missingKeys(store: Store, workspace: WorkspaceId): Promise<string[]> {
  return await transact(store, { workspace }, async (tx) => {
    const { rows } = await tx.execute<Record<string, unknown>>(sql`
      select distinct on (key) split_part(seal, '.', 2) as key, id, seal from participants
      where workspace_id = ${workspace} and seal is not null order by key, issue`);
    const longest = z.array(z.object({ key: z.string(), id: z.string(), seal: z.string() })).parse(rows);
    return longest
      .filter(({ id, seal }) => !opens(store, sealedRow(workspace, id), seal))
      .map(({ key }) => key);
  });
}

function opens({ keys }: Store, row: string, seal: string): boolean {
  try {
    openSeal(keys, row, seal);
    return true;
  } catch {
    return false;
  }
}
