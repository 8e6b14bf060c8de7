import { and, desc, eq, inArray, ne } from 'drizzle-orm';
import { z } from 'zod';

import type { PersonId } from '../../core/issue.ts';
import { onHome } from './messages.ts';
import { personFor } from './people.ts';
import { messages } from './schema/delivery.ts';
import type { Store } from './store.ts';
import { transact } from './transact.ts';
import type { Tx, WorkspaceId } from './transact.ts';

/** What no list of Home says: whoever reads only there finds these in words of their own. */
export const keptOnHome = ['news', 'notice', 'reached'] as const;

/** As many are looked at: far more than stand on a Home, since many may have been overtaken. */
const mostLookedAt = 200;

export interface Kept {
  readonly id: string;
  readonly kind: (typeof keptOnHome)[number];
  readonly subject: string;
}

const keptFor = (workspace: WorkspaceId, person: PersonId) =>
  and(eq(messages.workspaceId, workspace), eq(messages.target, person), eq(messages.reason, onHome));

/** What was not sent to this person, and they have not read on Home yet; newest first. */
export async function loadKept(tx: Tx, workspace: WorkspaceId, person: PersonId): Promise<readonly Kept[]> {
  const { id, kind, subject, since } = messages;
  const rows = await tx
    .select({ id, kind, subject })
    .from(messages)
    .where(keptFor(workspace, person))
    .orderBy(desc(since), desc(id))
    .limit(mostLookedAt);
  return rows.flatMap((row) => keptOnHome.filter((it) => it === row.kind).map((kind) => ({ ...row, kind })));
}

/** These tell nothing any more. */
export async function forgetOvertaken(tx: Tx, workspace: WorkspaceId, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .update(messages)
    .set({ reason: null })
    .where(and(eq(messages.workspaceId, workspace), inArray(messages.id, [...ids])));
}

/**
 * The visitor has read these; nobody else's are touched, and a question stays until it is answered.
 *
 * @throws Unavailable or Unsure, see `transact`.
 */
export async function noteRead(
  store: Store,
  workspace: WorkspaceId,
  slackUser: string,
  ids: readonly string[],
): Promise<void> {
  const read = ids.filter((it) => z.uuid().safeParse(it).success);
  await transact(store, { workspace }, async (tx) => {
    const { id } = await personFor(tx, workspace, slackUser);
    await tx
      .update(messages)
      .set({ reason: null })
      .where(and(keptFor(workspace, id), inArray(messages.id, read), ne(messages.kind, 'reached')));
  });
}
