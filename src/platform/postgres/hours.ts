import { and, eq, inArray } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

import { workingTimeOf } from '../../core/hours.ts';
import type { Hours, Workplace } from '../../core/hours.ts';
import type { PersonId } from '../../core/issue.ts';
import type { WorkingTime } from '../../core/working-time.ts';
import { asPersonId } from './person-id.ts';
import { people } from './schema/issues.ts';
import { savedWorkplace } from './settings.ts';
import type { Store } from './store.ts';
import type { Tx, WorkspaceId } from './transact.ts';

const span = z.object({ from: z.int(), to: z.int() });
/* Made once: each flag reads one. */
const weekIfAny = z.array(z.array(span)).length(7).nullable();

/** What of a person's row says it. */
export const hoursColumns = {
  timeZone: people.timeZone,
  ownWeek: people.ownWeek,
  isOnlyOnHome: people.isOnlyOnHome,
  awayUntil: people.awayUntil,
  nudgesADay: people.nudgesADay,
};

export type HoursRow = Pick<typeof people.$inferSelect, keyof typeof hoursColumns>;

/** Of somebody we know nothing of. */
export const noHours: Hours = {
  zone: null,
  week: null,
  isOnlyOnHome: false,
  awayUntil: null,
  nudgesADay: null,
};

export function readHours({ timeZone, ownWeek, isOnlyOnHome, awayUntil, nudgesADay }: HoursRow): Hours {
  return {
    zone: knownZone(timeZone),
    week: weekIfAny.parse(ownWeek),
    isOnlyOnHome,
    awayUntil,
    nudgesADay,
  };
}

/** Slack may say the name of a zone that this machine does not know. */
export function knownZone(name: string | null): string | null {
  if (name === null) return null;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return name;
  } catch {
    return null;
  }
}

export interface PersonsHours extends Hours {
  readonly person: PersonId;
  readonly slackUserId: string | null;
  readonly hasLeft: boolean;
}

export async function loadHours(
  tx: Tx,
  workspace: WorkspaceId,
  ids: readonly PersonId[],
): Promise<readonly PersonsHours[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .select({ ...hoursColumns, id: people.id, slackUserId: people.slackUserId, hasLeft: people.hasLeft })
    .from(people)
    .where(and(eq(people.workspaceId, workspace), inArray(people.id, [...ids])));
  return rows.map(({ id, slackUserId, hasLeft, ...row }) => ({
    ...readHours(row),
    person: asPersonId(id),
    slackUserId,
    hasLeft,
  }));
}

/** When this person works. */
export async function timeOf(
  { environment }: Pick<Store, 'environment'>,
  tx: Tx,
  workspace: WorkspaceId,
  person: PersonId,
): Promise<WorkingTime> {
  const [hours] = await loadHours(tx, workspace, [person]);
  return workingTimeOf(hours ?? noHours, await loadWorkplace(tx, workspace, environment.timeZone));
}

/** `otherwise`: the zone where no admin has chosen one. */
export async function loadWorkplace(tx: Tx, workspace: WorkspaceId, otherwise: string): Promise<Workplace> {
  const saved = await savedWorkplace(tx, workspace);
  return { zone: saved.timeZone ?? otherwise, holidays: new Set(saved.holidays) };
}
