import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

import type { Median, Numbers, Response } from '../../core/numbers.ts';
import { together } from './transact.ts';
import type { Tx, WorkspaceId } from './transact.ts';

/** Some time, and the time before it that it is compared with. */
export interface Spans {
  readonly before: Temporal.Instant;
  readonly from: Temporal.Instant;
  readonly to: Temporal.Instant;
}

/** How the system responded, in a workspace. Nothing here asks who did anything. */
export async function readNumbers(tx: Tx, workspace: WorkspaceId, spans: Spans): Promise<Numbers> {
  const [medians, solved, oldest] = await together([
    mediansIn(tx, workspace, spans),
    solvedIn(tx, workspace, spans),
    oldestWithoutOwner(tx, workspace),
  ]);
  const responseIn = (isNow: boolean): Response => {
    const median = (of: string): Median | null => {
      const row = medians.find((it) => it.is_now === isNow && it.measure === of);
      return row === undefined ? null : { seconds: row.seconds, of: row.count };
    };
    const {
      solved: all = 0,
      confirmed = 0,
      unconfirmed = 0,
    } = solved.find((it) => it.is_now === isNow) ?? {};
    return {
      firstAnswer: median('first-answer'),
      claim: median('claim'),
      confirmation: median('confirmation'),
      solved: all,
      confirmed,
      unconfirmed,
    };
  };
  return { now: responseIn(true), before: responseIn(false), longest: oldest };
}

const median = z.object({
  measure: z.string(),
  is_now: z.boolean(),
  seconds: z.number(),
  count: z.int(),
});

/**
 * How long it took from when an issue could be seen to the first time each of these happened to it. The median of the
 * lower half where there is no middle: it is one that was measured.
 */
async function mediansIn(tx: Tx, workspace: WorkspaceId, { before, from, to }: Spans) {
  const { rows } = await tx.execute<Record<string, unknown>>(sql`
    with near as (
      select issue, ${firsts(sql`at`, sql`type`)} from events
      where workspace_id = ${workspace} and at >= ${at(before)} and at < ${at(to)}
        and type in ('posted', 'claimed', 'updated', 'inquired', 'declined', 'confirmed')
      group by issue),
    lives as (
      select posted, answered, claimed, confirmed from near where posted is not null
      union all
      select ${firsts(sql`e.at`, sql`e.type`)}
      from near n join events e on e.workspace_id = ${workspace} and e.issue = n.issue
      where n.posted is null group by n.issue),
    reached as (
      select m.measure, m.at, m.at >= ${at(from)} as is_now, extract(epoch from m.at - posted) as seconds
      from lives cross join lateral (values
        ('first-answer', answered), ('claim', claimed), ('confirmation', confirmed)) as m (measure, at)
      where m.at >= ${at(before)} and m.at < ${at(to)} and posted is not null)
    select measure, is_now, count(*)::int as count,
      (percentile_disc(0.5) within group (order by seconds))::float8 as seconds
    from reached group by measure, is_now`);
  return z.array(median).parse(rows);
}

/** Of an issue that was posted in the time that is looked at, all of it is there; of an older one it is looked up. */
function firsts(moment: SQL, type: SQL): SQL {
  const first = (types: SQL): SQL => sql`min(${moment}) filter (where ${type} in (${types}))`;
  return sql`${first(sql`'posted'`)} as posted,
    ${first(sql`'claimed', 'updated', 'inquired', 'declined'`)} as answered,
    ${first(sql`'claimed'`)} as claimed, ${first(sql`'confirmed'`)} as confirmed`;
}

const share = z.object({
  is_now: z.boolean(),
  solved: z.int(),
  confirmed: z.int(),
  unconfirmed: z.int(),
});

/** What was called solved in each of the two, and what has become of it by now. */
async function solvedIn(tx: Tx, workspace: WorkspaceId, { before, from, to }: Spans) {
  const { rows } = await tx.execute<Record<string, unknown>>(sql`
    with solved as (
      select issue, max(at) >= ${at(from)} as is_now from events
      where workspace_id = ${workspace} and type = 'resolved' and at >= ${at(before)} and at < ${at(to)}
      group by issue)
    select s.is_now, count(*)::int as solved, (count(*) filter (where i.state = 'confirmed'))::int as confirmed,
      (count(*) filter (where i.state = 'resolved' and i.life ->> 'reporterIsSilent' = 'true'))::int as unconfirmed
    from solved s join issues i on i.workspace_id = ${workspace} and i.number = s.issue
    group by s.is_now`);
  return z.array(share).parse(rows);
}

const oldest = z.object({
  number: z.int(),
  since: z.string().transform((text) => Temporal.Instant.from(text)),
});

/** The oldest issue that nobody owns, and since when nobody does. */
async function oldestWithoutOwner(tx: Tx, workspace: WorkspaceId): Promise<Numbers['longest']> {
  const { rows } = await tx.execute<Record<string, unknown>>(sql`
    select i.number, to_char(max(e.at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as since
    from (select number from issues where workspace_id = ${workspace} and state = 'open'
      order by number limit 1) i
    join events e on e.workspace_id = ${workspace} and e.issue = i.number
      and e.type in ('posted', 'let-go', 'opened-again', 'separated')
    group by i.number`);
  const [found] = z.array(oldest).parse(rows);
  return found ?? null;
}

function at(instant: Temporal.Instant) {
  return sql`${instant.toString()}::timestamptz`;
}
