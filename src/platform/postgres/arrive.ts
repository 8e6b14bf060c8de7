import { and, eq, gt } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';

import { notesWanted } from '../../core/hold.ts';
import { waysFrom, withLadder } from './cadence.ts';
import type { Flag } from './flag-issue.ts';
import { hoursColumns, noHours, readHours } from './hours.ts';
import { asPersonId } from './person-id.ts';
import { requests } from './schema/delivery.ts';
import { people, workspaces } from './schema/issues.ts';
import { settings } from './schema/settings.ts';
import { settingsFrom } from './settings.ts';
import type { Store } from './store.ts';
import { given } from './transact.ts';
import type { Tx } from './transact.ts';

/** Finds all there is to know, at once. `earlier`: the issue that the last of its requests has made. */
export async function arrive({ environment }: Store, tx: Tx, flag: Flag, now: Temporal.Instant) {
  const { workspace, slackUser, otherwise, requests: keys } = flag;
  const adminUsers = [...environment.adminUsers];
  const asked = { workspace, slackUser, adminUsers, key: keys.at(-1) ?? null, now };
  const [known] = await arriveAtOnce(tx, adminUsers).execute(asked);
  if (known === undefined) throw new Error('the workspace is not there');
  const person = known.person === null ? null : asPersonId(known.person);
  const settings = settingsFrom(known.saved, otherwise);
  const wantsNotes =
    settings.isLensOn && (known.preference === null || notesWanted(known.preference) === 'all');
  const wasAskedForHours = known.hours?.wasAskedForHours === true;
  const flagger = { ...(known.hours === null ? noHours : readHours(known.hours)), wasAskedForHours };
  const ways = waysFrom(settings, known.everybody);
  return { person, flagger, ways, wantsNotes, earlier: known.earlier };
}

const arriveAtOnce = withLadder((tx, everybody, suffix) => {
  const isTheirs = eq(people.slackUserId, given('slackUser'));
  const isIts = and(eq(requests.key, given('key')), gt(requests.expiresAt, given('now')));
  return tx
    .select({
      person: people.id,
      preference: { wantsNotes: people.wantsNotes, asWritten: people.asWritten },
      hours: { ...hoursColumns, wasAskedForHours: people.wasAskedForHours },
      saved: settings,
      everybody,
      earlier: requests.issue,
    })
    .from(workspaces)
    .leftJoin(people, and(eq(people.workspaceId, workspaces.id), isTheirs))
    .leftJoin(settings, eq(settings.workspaceId, workspaces.id))
    .leftJoin(requests, and(eq(requests.workspaceId, workspaces.id), isIts))
    .where(eq(workspaces.id, given('workspace')))
    .prepare(`arrive${suffix}`);
});
