import { and, eq, gt, sql } from 'drizzle-orm';

import type { PersonId } from '../../core/issue.ts';
import type { Rhythm } from '../../core/owed.ts';
import { doesLead } from './leads.ts';
import { isPerson, owedNudge, wishOf } from './owed.ts';
import { findPerson, personFor } from './people.ts';
import { people } from './schema/issues.ts';
import { nudges } from './schema/nudges.ts';
import type { Store } from './store.ts';
import { transact } from './transact.ts';
import type { Tx, WorkspaceId } from './transact.ts';

/** How often they read what they owe, for whoever may owe something; `null` for all others. */
export async function rhythmFor(
  tx: Tx,
  workspace: WorkspaceId,
  slackUser: string,
  adminUsers: readonly string[],
): Promise<Rhythm | null> {
  const person = await findPerson(tx, workspace, slackUser);
  if (person === null || !(await doesLead(tx, workspace, person.id, adminUsers))) return null;
  return (await wishOf(tx, workspace, person.id)).rhythm ?? 'weekly';
}

/**
 * How often they want to read what they owe. Where they were asked it in a message, that says so.
 *
 * @throws Unavailable or Unsure, see `transact`.
 */
export async function chooseRhythm(
  store: Store,
  workspace: WorkspaceId,
  slackUser: string,
  owedRhythm: Rhythm,
): Promise<void> {
  await transact(store, { workspace }, async (tx) => {
    const { id } = await personFor(tx, workspace, slackUser);
    await tx.update(people).set({ owedRhythm, owedUnpressed: 0 }).where(isPerson(workspace, id));
    await redrawNewest(store, tx, workspace, id);
  });
}

/**
 * They have pressed something in this message: if it tells what they owe, they do read that. What they pressed is kept
 * nowhere.
 */
export async function notePressed(store: Store, workspace: WorkspaceId, message: string): Promise<void> {
  await transact(store, { workspace }, async (tx) => {
    const isIt = and(
      eq(nudges.workspaceId, workspace),
      eq(nudges.message, message),
      eq(nudges.kind, owedNudge),
    );
    const [nudge] = await tx.select({ person: nudges.personId }).from(nudges).where(isIt);
    if (nudge === undefined) return;
    const isPressedAnew = and(
      eq(people.workspaceId, workspace),
      eq(people.id, nudge.person),
      gt(people.owedUnpressed, 0),
    );
    const noted = await tx
      .update(people)
      .set({ owedUnpressed: 0 })
      .where(isPressedAnew)
      .returning({ id: people.id });
    if (noted.length > 0) await store.enqueue(tx, 'draw', [{ workspace, message }]);
  });
}

async function redrawNewest(store: Store, tx: Tx, workspace: WorkspaceId, person: PersonId): Promise<void> {
  const isTheirs = and(
    eq(nudges.workspaceId, workspace),
    eq(nudges.personId, person),
    eq(nudges.kind, owedNudge),
  );
  const [newest] = await tx
    .select({ message: nudges.message })
    .from(nudges)
    .where(and(isTheirs, sql`${nudges.message} is not null`))
    .orderBy(sql`${nudges.subject}::bigint desc`)
    .limit(1);
  if (newest?.message == null) return;
  await store.enqueue(tx, 'draw', [{ workspace, message: newest.message }]);
}
