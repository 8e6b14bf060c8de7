import { and, eq } from 'drizzle-orm';

import { notesWanted, preferenceAfter } from '../../core/hold.ts';
import type { NotesWanted } from '../../core/hold.ts';
import type { IssueEvent, PersonId } from '../../core/issue.ts';
import type { KeyRing } from '../keys.ts';
import { reporterOf } from './actor.ts';
import { findPerson, personById, personFor } from './people.ts';
import { people } from './schema/issues.ts';
import { isLensOn } from './settings.ts';
import type { Store } from './store.ts';
import { transact } from './transact.ts';
import type { Tx, WorkspaceId } from './transact.ts';

/** Which notes on the wording this person wants; none where the workspace has the lens switched off. */
export async function wantedNotes(tx: Tx, workspace: WorkspaceId, slackUser: string): Promise<NotesWanted> {
  if (!(await isLensOn(tx, workspace))) return 'none';
  const person = await findPerson(tx, workspace, slackUser);
  return person === null ? 'all' : notesWanted(person);
}

/** Whether notes on this flag are wanted by whoever flagged it, who is sealed still. */
export async function wantsNotesOn(
  keys: KeyRing,
  tx: Tx,
  workspace: WorkspaceId,
  number: number,
): Promise<boolean> {
  if (!(await isLensOn(tx, workspace))) return false;
  const reporter = await reporterOf(keys, tx, workspace, number);
  const person = reporter === null ? null : await personById(tx, workspace, reporter);
  return person === null || notesWanted(person) === 'all';
}

/** In milliseconds: what was done stands already, and nobody waits long for what goes beside it. */
const patienceMs = 300;

/** The same by itself, once something is said; `null`: it can't be told just now. */
export async function notesAfterwards(
  store: Store,
  { workspace, slackUser }: { readonly workspace: WorkspaceId; readonly slackUser: string },
): Promise<NotesWanted | null> {
  const patient = { ...store, deadlineMs: patienceMs };
  return await transact(patient, { workspace }, (tx) => wantedNotes(tx, workspace, slackUser)).catch(
    () => null,
  );
}

/**
 * Counts what they made of the notes on their flags, see `preferenceAfter`; that, and no flag, is kept with the person.
 * Not with the change itself: rows of one transaction would say whose flag it is. Should it come to nothing, one is not
 * counted.
 */
export async function keepPreference(
  store: Store,
  workspace: WorkspaceId,
  id: PersonId,
  events: readonly IssueEvent[],
): Promise<void> {
  if (!events.some(({ type }) => type === 'released')) return;
  const isTheirs = and(eq(people.workspaceId, workspace), eq(people.id, id));
  const patient = { ...store, deadlineMs: patienceMs };
  await transact(patient, { workspace }, async (tx) => {
    const [before] = await tx.select().from(people).where(isTheirs).for('update');
    if (before === undefined) return;
    const { asWritten } = preferenceAfter(before, events);
    if (asWritten !== before.asWritten) await tx.update(people).set({ asWritten }).where(isTheirs);
  }).catch(() => undefined);
}

/** From now on somebody wants notes on their wording, or none. @throws Unavailable or Unsure, see `transact`. */
export async function preferNotes(
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
