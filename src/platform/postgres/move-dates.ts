import { and, eq, gt, isNotNull, isNull, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

import { workingTimeOf } from '../../core/hours.ts';
import type { PersonId } from '../../core/issue.ts';
import { movedTo } from '../../core/nudge.ts';
import type { AboutDate } from '../../core/nudge.ts';
import { loadHours, loadWorkplace } from './hours.ts';
import { day } from './iso-times.ts';
import { nudges } from './schema/nudges.ts';
import type { Tx, WorkspaceId } from './transact.ts';

/**
 * Their days may begin at another time by now, or are free: what they are to be told on one of them, or the working day
 * before, moves along. What has come due already stays as it was. All that waits for one date moves at once: of its issues
 * none is read, however many there are. `zone`: where the workspace is, if no admin has said so.
 */
export async function moveDates(
  tx: Tx,
  workspace: WorkspaceId,
  person: PersonId,
  zone: string,
  now: Temporal.Instant,
): Promise<void> {
  const isAhead = and(
    eq(nudges.workspaceId, workspace),
    eq(nudges.personId, person),
    isNull(nudges.sentAt),
    gt(nudges.wantedAt, now),
  );
  const dates = await datesOf(tx, isAhead);
  if (dates.length === 0) return;
  const [hours] = await loadHours(tx, workspace, [person]);
  if (hours === undefined) return;
  const time = workingTimeOf(hours, await loadWorkplace(tx, workspace, zone));
  const moved = dates.flatMap((date) => {
    const at = movedTo(time, date, now);
    return at === null ? [] : [{ date, at }];
  });
  await tx.execute(sql`
    update ${nudges} set wanted_at = it.at
    from jsonb_to_recordset(${JSON.stringify(moved)}::jsonb) as it(date jsonb, at timestamptz)
    where ${isAhead} and ${nudges.aboutDate} = it.date and ${nudges.wantedAt} <> it.at`);
}

/** What a newer version has written stays as it is. */
async function datesOf(tx: Tx, isAhead: SQL | undefined): Promise<readonly AboutDate[]> {
  const rows = await tx
    .selectDistinct({ date: nudges.aboutDate })
    .from(nudges)
    .where(and(isAhead, isNotNull(nudges.aboutDate)));
  return rows.flatMap(({ date }) => aboutDate.safeParse(date).data ?? []);
}

const aboutDate = z.union([
  z.strictObject({ on: day }),
  z.strictObject({ justOn: day }),
  z.strictObject({ before: day }),
]);
