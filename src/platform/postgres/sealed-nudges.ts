import { and, eq, inArray, lt, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';

import type { PersonId } from '../../core/issue.ts';
import { nudgeTags } from '../keys.ts';
import type { KeyRing } from '../keys.ts';
import { sealedNudges } from './schema/nudges.ts';
import type { Tx, WorkspaceId } from './transact.ts';

/** How many questions about flags that nobody has seen this day of theirs has brought. */
export async function sealedOn(
  keys: KeyRing,
  tx: Tx,
  workspace: WorkspaceId,
  person: PersonId,
  day: Temporal.PlainDate,
): Promise<number> {
  const tags = [...nudgeTags(keys, workspace, person, day.toString())];
  const rows = await tx
    .select({ count: sealedNudges.count })
    .from(sealedNudges)
    .where(and(eq(sealedNudges.workspaceId, workspace), inArray(sealedNudges.tag, tags)));
  return rows.reduce((sum, { count }) => sum + count, 0);
}

/** One more; of days that are over nothing is kept. */
export async function countSealed(
  keys: KeyRing,
  tx: Tx,
  workspace: WorkspaceId,
  person: PersonId,
  day: Temporal.PlainDate,
): Promise<void> {
  const [tag] = nudgeTags(keys, workspace, person, day.toString());
  const isOver = lt(sealedNudges.until, day.toString());
  await tx.delete(sealedNudges).where(and(eq(sealedNudges.workspaceId, workspace), isOver));
  await tx
    .insert(sealedNudges)
    .values({ workspaceId: workspace, tag, count: 1, until: day.add({ days: keptDays }).toString() })
    .onConflictDoUpdate({
      target: [sealedNudges.workspaceId, sealedNudges.tag],
      set: { count: sql`${sealedNudges.count} + 1` },
    });
}

/** Somewhere else it is still that day, and a shift may last into the next. */
const keptDays = 3;
