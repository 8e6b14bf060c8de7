import { sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

import type { PersonId } from '../../core/issue.ts';
import { instant } from './iso-times.ts';
import type { Tx, WorkspaceId } from './transact.ts';

/** Longer than any day of theirs, with the clock's changes and a shift at its end. */
const longestDayHours = 60;

/** Slack may be away for so long; what has not arrived by then for another reason is not to silence anybody for good. */
const awaitedHours = 7 * 24;

/**
 * When each message of late that asks somebody for something came to them, for the budget of a day. What counts is when
 * it arrived, and not when it was decided; what is on its way may arrive now. Of what an earlier version has sent it is
 * known only since when it has been as it is.
 */
export async function arrivedOfLate(
  tx: Tx,
  workspace: WorkspaceId,
  person: PersonId,
  now: Temporal.Instant,
): Promise<readonly Temporal.Instant[]> {
  const ago = (hours: number) => sql`${now.subtract({ hours }).toString()}::timestamptz`;
  const { rows } = await tx.execute<Record<string, unknown>>(sql`
    with arrivals as (
      select state, coalesce(arrived_at, case when state = 'sent' or ts is not null then since end) as at
      from messages m where m.workspace_id = ${workspace} and m.id in (
        select n.message from nudges n where n.workspace_id = ${workspace} and n.person_id = ${person}
          and n.message is not null and n.sent_at > ${ago(awaitedHours)}))
    select at::text from arrivals
      where at > ${ago(longestDayHours)} or (at is null and state <> 'ended')`);
  return arrivals.parse(rows).map(({ at }) => at ?? now);
}

/** When somebody was told of an event in news of their own; `null`: nobody was, as far as is known. */
export async function newsReached(
  tx: Tx,
  workspace: WorkspaceId,
  subject: string,
): Promise<Temporal.Instant | null> {
  const { rows } = await tx.execute<Record<string, unknown>>(sql`
    select min(arrived_at)::text as at from messages
    where workspace_id = ${workspace} and kind = 'news' and subject = ${subject}`);
  return arrivals.parse(rows)[0]?.at ?? null;
}

const arrivals = z.array(z.object({ at: instant.nullable() }));
