import { and, eq } from 'drizzle-orm';

import { wishesAfter } from '../../core/hold.ts';
import type { IssueEvent, PersonId } from '../../core/issue.ts';
import { findPerson, personFor } from './people.ts';
import { people } from './schema/issues.ts';
import { isLensOn } from './settings.ts';
import type { Store } from './store.ts';
import { transact } from './transact.ts';
import type { Tx, WorkspaceId } from './transact.ts';

/** Whether notes on the wording are wanted, by this person and in this workspace. */
export async function areNotesWanted(tx: Tx, workspace: WorkspaceId, slackUser: string): Promise<boolean> {
  if (!(await isLensOn(tx, workspace))) return false;
  return (await findPerson(tx, workspace, slackUser))?.wantsNotes ?? true;
}

/** The same by itself. @throws Unavailable or Unsure, see `transact`. */
export async function wantsNotes(
  store: Store,
  { workspace, slackUser }: { readonly workspace: WorkspaceId; readonly slackUser: string },
): Promise<boolean> {
  return await transact(store, { workspace }, (tx) => areNotesWanted(tx, workspace, slackUser));
}

/** Counts what they made of the notes on their flags, see `wishesAfter`; that, and no flag, is kept with the person. */
export async function noteWishes(
  tx: Tx,
  workspace: WorkspaceId,
  id: PersonId,
  events: readonly IssueEvent[],
): Promise<void> {
  if (!events.some(({ type }) => type === 'released')) return;
  const isTheirs = and(eq(people.workspaceId, workspace), eq(people.id, id));
  const [before] = await tx.select().from(people).where(isTheirs).for('update');
  if (before !== undefined) await tx.update(people).set(wishesAfter(before, events)).where(isTheirs);
}

/** From now on somebody wants notes on their wording, or none. @throws Unavailable or Unsure, see `transact`. */
export async function wishForNotes(
  store: Store,
  workspace: WorkspaceId,
  slackUser: string,
  wantsNotes: boolean,
): Promise<void> {
  await transact(store, { workspace }, async (tx) => {
    const { id } = await personFor(tx, workspace, slackUser);
    const isTheirs = and(eq(people.workspaceId, workspace), eq(people.id, id));
    await tx.update(people).set({ wantsNotes, asWritten: 0 }).where(isTheirs);
  });
}
