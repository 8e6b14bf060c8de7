import { and, eq, isNull } from 'drizzle-orm';

import type { Hours } from '../../core/hours.ts';
import { noHours, readHours } from './hours.ts';
import { lookAnew } from './nudges.ts';
import { findPerson, personFor } from './people.ts';
import { lookAtPromisesOf, lookAtResting } from './resting.ts';
import { people } from './schema/issues.ts';
import type { Store } from './store.ts';
import { transact } from './transact.ts';
import type { Tx, WorkspaceId } from './transact.ts';

/** Where they are is Slack's to say. */
export type ChosenHours = Omit<Hours, 'zone'>;

export async function hoursFor(tx: Tx, workspace: WorkspaceId, slackUser: string): Promise<Hours> {
  const person = await findPerson(tx, workspace, slackUser);
  return person === null ? noHours : readHours(person);
}

/**
 * When somebody may be written to from now on. What waits for them is looked at anew.
 *
 * @throws Unavailable or Unsure, see `transact`.
 */
export async function chooseHours(
  store: Store,
  workspace: WorkspaceId,
  slackUser: string,
  { week: ownWeek, isOnlyOnHome, awayUntil, nudgesADay }: ChosenHours,
): Promise<Hours> {
  return await transact(store, { workspace }, async (tx) => {
    const { id } = await personFor(tx, workspace, slackUser);
    const chosen = { ownWeek, isOnlyOnHome, awayUntil, nudgesADay };
    await tx.update(people).set(chosen).where(isTheirs(workspace, slackUser));
    /* Before their turn, as whoever changes an issue does. */
    await lookAtPromisesOf(tx, workspace, id, store.clock());
    await lookAnew(tx, workspace, id, store.clock());
    await lookAtResting(tx, workspace, id, store.clock());
    return await hoursFor(tx, workspace, slackUser);
  });
}

const isTheirs = (workspace: WorkspaceId, slackUser: string) =>
  and(eq(people.workspaceId, workspace), eq(people.slackUserId, slackUser));

/** In milliseconds: what was flagged is saved already, and nobody waits long for what is asked besides. */
const patienceMs = 300;

/**
 * Where somebody is, without when that was found out: it was while they flagged, and who flagged is nobody's business.
 * For the same reason it is not kept with the flag.
 */
export async function saveZone(
  store: Store,
  workspace: WorkspaceId,
  slackUser: string,
  timeZone: string,
): Promise<void> {
  await transact({ ...store, deadlineMs: patienceMs }, { workspace }, (tx) =>
    tx
      .update(people)
      .set({ timeZone })
      .where(and(isTheirs(workspace, slackUser), isNull(people.timeZone))),
  );
}

/** They are asked whether they work shifts: `false` if they were before. */
export async function noteAskedForHours(
  store: Store,
  workspace: WorkspaceId,
  slackUser: string,
  timeZone: string,
): Promise<boolean> {
  return await transact({ ...store, deadlineMs: patienceMs }, { workspace }, async (tx) => {
    const asked = await tx
      .update(people)
      .set({ timeZone, wasAskedForHours: true })
      .where(and(isTheirs(workspace, slackUser), eq(people.wasAskedForHours, false)))
      .returning({ id: people.id });
    return asked.length > 0;
  });
}
