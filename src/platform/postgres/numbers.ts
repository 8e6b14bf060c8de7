import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

import { firstAnswers } from '../../core/first-answer.ts';
import type { Median, Numbers, Response } from '../../core/numbers.ts';
import { instant } from './iso-times.ts';
import { returns } from './returns.ts';
import { oneOf } from './schema/columns.ts';
import { given, givenMoment, oncePerConnection } from './transact.ts';
import type { Tx, WorkspaceId } from './transact.ts';

/** Some time, and the time before it that it is compared with. */
export interface Spans {
  readonly before: Temporal.Instant;
  readonly from: Temporal.Instant;
  readonly to: Temporal.Instant;
}

/** How the system responded, in a workspace. Nothing here asks who did anything. */
export async function readNumbers(
  tx: Tx,
  workspace: WorkspaceId,
  { before, from, to }: Spans,
): Promise<Omit<Numbers, 'several'>> {
  const moments = { before: before.toString(), from: from.toString(), to: to.toString() };
  const { rows } = await find(tx).execute({ workspace, ...moments });
  const [{ medians, solved, lasting, asks, longest }] = found.parse(rows);
  const responseIn = (span: Span): Response => {
    const isIt = (it: { readonly is_now: boolean }): boolean => it.is_now === (span === 'now');
    const { solved: all = 0, confirmed = 0, unconfirmed = 0 } = solved.find(isIt) ?? {};
    const { held = 0, came_back: cameBack = 0 } = lasting.find(isIt) ?? {};
    const { asked = 0, answered = 0, seconds = null } = asks.find(isIt) ?? {};
    const support = seconds === null ? null : { seconds, of: answered };
    const ofSolved = { solved: all, confirmed, unconfirmed, held, cameBack };
    return { ...medians[span], ...ofSolved, asked, answered, support };
  };
  return { now: responseIn('now'), before: responseIn('before'), longest };
}

type Span = 'now' | 'before';

const here = given('workspace');
const [earlier, begin, end] = [givenMoment('before'), givenMoment('from'), givenMoment('to')];

/** One statement for all of it, since each costs a way to the database and back. */
const find = oncePerConnection((tx) =>
  tx.execute<Record<string, unknown>>(sql`
    select (select to_json(r) from (${mediansOfBoth()}) r) as medians, ${rowsOf(solvedInBoth())} as solved,
      ${rowsOf(lastingInBoth())} as lasting, ${rowsOf(asksInBoth())} as asks,
      (select to_json(r) from (${waitingLongest()}) r) as longest`),
);

function rowsOf(statement: SQL): SQL {
  return sql`(select coalesce(json_agg(r), '[]') from (${statement}) r)`;
}

const median = z
  .object({ seconds: z.number().nullable(), of: z.int() })
  .transform(({ seconds, of }): Median | null => (seconds === null ? null : { seconds, of }));
const medians = z.object({ firstAnswer: median, claim: median, confirmation: median });
const solved = z.object({
  is_now: z.boolean(),
  solved: z.int(),
  confirmed: z.int(),
  unconfirmed: z.int(),
});
const lasted = z.object({ is_now: z.boolean(), held: z.int(), came_back: z.int() });
const asks = z.object({
  is_now: z.boolean(),
  asked: z.int(),
  answered: z.int(),
  seconds: z.number().nullable(),
});
const waited = z.object({ number: z.int(), since: instant });
const found = z.tuple([
  z.object({
    medians: z.object({ now: medians, before: medians }),
    solved: z.array(solved),
    lasting: z.array(lasted),
    asks: z.array(asks),
    longest: waited.nullable(),
  }),
]);

/** How long it took from when an issue could be seen to the first time each of these happened to it. */
function mediansOfBoth(): SQL {
  return sql`
    with near as (
      select issue, ${firsts(sql`at`, 'type')} from events
      where workspace_id = ${here} and at >= ${earlier} and at < ${end}
        and ${oneOf('type', ['posted', ...firstAnswers, 'confirmed'])}
      group by issue),
    lives as (
      select posted, answered, claimed, confirmed from near where posted is not null
      union all
      select ${firsts(sql`e.at`, 'e.type')}
      from near n join events e on e.workspace_id = ${here} and e.issue = n.issue
      where n.posted is null group by n.issue)
    select ${mediansBetween(begin, end)} as now, ${mediansBetween(earlier, begin)} as before from lives`;
}

/** Of an issue that was posted in the time that is looked at, all of it is there; of an older one it is looked up. */
function firsts(moment: SQL, type: string): SQL {
  const first = (types: readonly string[]): SQL => sql`min(${moment}) filter (where ${oneOf(type, types)})`;
  return sql`${first(['posted'])} as posted, ${first(firstAnswers)} as answered,
    ${first(['claimed'])} as claimed, ${first(['confirmed'])} as confirmed`;
}

function mediansBetween(from: SQL, to: SQL): SQL {
  return sql`json_build_object('firstAnswer', ${medianOf(sql`answered`, from, to)},
    'claim', ${medianOf(sql`claimed`, from, to)}, 'confirmation', ${medianOf(sql`confirmed`, from, to)})`;
}

/**
 * The median of the lower half where there is no middle: it is one that was measured. One aggregate for each, and none by
 * groups: so what is sorted is seconds, and not rows.
 */
function medianOf(moment: SQL, from: SQL, to: SQL): SQL {
  const isIn = sql`posted is not null and ${moment} >= ${from} and ${moment} < ${to}`;
  return sql`json_build_object('of', count(*) filter (where ${isIn}), 'seconds',
    percentile_disc(0.5) within group (order by date_part('epoch', ${moment} - posted)) filter (where ${isIn}))`;
}

/**
 * What was called solved in each of the two, and what has become of it by now. That is looked up in lists, which need no
 * more than an index, since thousands of issues one by one are slow.
 */
function solvedInBoth(): SQL {
  const isNow = (standing: SQL): SQL => sql`issue in (select number from issues
    where workspace_id = ${here} and number >= (select min(issue) from solved) and ${standing})`;
  return sql`
    with solved as (
      select issue, max(at) >= ${begin} as is_now from events
      where workspace_id = ${here} and type = 'resolved' and at >= ${earlier} and at < ${end}
      group by issue)
    select is_now, count(*)::int as solved,
      (count(*) filter (where ${isNow(sql`state = 'confirmed'`)}))::int as confirmed,
      (count(*) filter (where ${isNow(sql`state = 'resolved' and life ->> 'reporterIsSilent' = 'true'`)}))::int as unconfirmed
    from solved group by is_now`;
}

/**
 * What owners asked of leads in each of the two, and how long it was until somebody answered, or promised to see to it.
 * What an owner solved before that had no answer.
 */
function asksInBoth(): SQL {
  return sql`
    with asks as (
      select a.at >= ${begin} as is_now, extract(epoch from next.at - a.at) as seconds, next.type, next.how
      from events a left join lateral (
        select e.at, e.type, e.data ->> 'how' as how from events e
        where e.workspace_id = ${here} and e.issue = a.issue and e.seq > a.seq
          and e.type in ('asked', 'ask-promised', 'ask-closed')
        order by e.seq limit 1) next on true
      where a.workspace_id = ${here} and a.type = 'asked' and a.at >= ${earlier} and a.at < ${end}),
    counted as (
      select is_now, seconds, type <> 'asked' and how is distinct from 'solved' as is_answered from asks
      where how is distinct from 'called-back')
    select is_now, count(*)::int as asked, (count(*) filter (where is_answered))::int as answered,
      (percentile_disc(0.5) within group (order by seconds) filter (where is_answered))::float8 as seconds
    from counted group by is_now`;
}

/** Of which fixes it became known that they hold, or do not. */
function lastingInBoth(): SQL {
  return sql`
    with known as (
      select at, true as has_held from events where workspace_id = ${here} and type = 'held'
      union all select at, false from ${returns(here)} as r)
    select at >= ${begin} as is_now, (count(*) filter (where has_held))::int as held,
      (count(*) filter (where not has_held))::int as came_back
    from known where at >= ${earlier} and at < ${end} group by 1`;
}

/**
 * The issue that has been without an owner for the longest, and since when. One after the other by their numbers, each
 * with the last moment it came to have none, up to the first that was flagged after the best so far: no later one can
 * have waited longer. So it is a few, however many there are.
 */
function waitingLongest(): SQL {
  return sql`
    with recursive walked as (
      select 0 as last, null::int as number, null::timestamptz as since
      union all
      select next.number, case when opened.since < best.since is not false then next.number else best.number end,
        least(opened.since, best.since)
      from walked best
      cross join lateral (select number, flagged_at from issues
        where workspace_id = ${here} and state = 'open' and number > best.last order by number limit 1) next
      cross join lateral (select max(at) as since from events
        where workspace_id = ${here} and issue = next.number
          and type in ('posted', 'let-go', 'opened-again', 'separated')) opened
      where next.flagged_at < best.since is not false)
    select number, to_char(since at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as since
    from walked where number is not null order by last desc limit 1`;
}
