import { sql } from 'drizzle-orm';
import type { Placeholder, SQL } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

import type { Period } from '../../core/digest/periods.ts';
import { mostAsWaiting, mostCandidates, mostToActOn, thanksMayWaitHours } from '../../core/digest/pick.ts';
import type { Gathered } from '../../core/digest/pick.ts';
import { beginOfComparison, isWorthAChart, series, weeksUpTo } from '../../core/digest/weeks.ts';
import type { Series, Week } from '../../core/digest/weeks.ts';
import { impacts } from '../../core/issue.ts';
import { hasFigures, nobodysFigures } from '../../core/numbers.ts';
import { digestSubject, isUnposted } from './digest-messages.ts';
import { instant } from './iso-times.ts';
import { readNumbers } from './numbers.ts';
import { returns } from './returns.ts';
import { areSeveral } from './several-people.ts';
import { given, givenMoment, oncePerConnection, together } from './transact.ts';
import type { Tx, WorkspaceId } from './transact.ts';

/**
 * All that the rules need to know of a period. Issues and counts of issues: nobody who did anything is asked for.
 * `weeksTo`: where the week ends that the period belongs to, also while it is under way.
 */
export async function gather(
  tx: Tx,
  workspace: WorkspaceId,
  period: Period,
  zone: string,
  weeksTo = period.to,
): Promise<Gathered> {
  const { from, to } = period;
  const spans = { before: beginOfComparison(from, zone), from, to };
  const [lists, weeks, response] = await together([
    readLists(tx, workspace, period),
    readWeeks(tx, workspace, weeksTo, zone),
    readNumbers(tx, workspace, spans),
  ]);
  /* Most digests have nothing to show of it: they are not to wait for that. */
  const hasChart = isWorthAChart(weeks, series);
  const isShown = hasFigures(response) || hasChart;
  /* Without a chart nothing is asked of the time before. */
  const chart = hasChart ? (weeksUpTo(weeksTo, zone)[0]?.at ?? from) : to;
  const several = isShown ? await areSeveral(tx, workspace, { ...spans, chart }) : nobodysFigures;
  const numbers = { ...response, several };
  const { last_flag_at: lastFlagAt, watched_since: watchedSince, asked_at: askedAt, ...found } = lists;
  return { ...found, weeks, numbers, lastFlagAt, watchedSince: watchedSince ?? from, askedAt };
}

const impact = z.enum(impacts).nullable();
const candidate = z.object({ number: z.int(), impact, met: z.int() });
const written = candidate.extend({ isWrittenUp: z.boolean() });
const waiting = candidate.extend({ asWaiting: z.int(), asDecision: z.int() });
const thanked = z.object({ number: z.int(), seq: z.int() });
const listOf = <Row extends z.ZodType>(row: Row) =>
  z.object({ rows: z.array(row).nullable(), total: z.int() }).transform(({ rows, total }) => ({
    rows: rows ?? [],
    total,
  }));

const lists = z.tuple([
  z.object({
    fixed: listOf(candidate),
    learned: listOf(written),
    cameBack: listOf(candidate),
    waiting: listOf(waiting),
    undecided: listOf(waiting),
    thanks: z
      .array(thanked)
      .nullable()
      .transform((rows) => rows ?? []),
    last_flag_at: instant.nullable(),
    watched_since: instant.nullable(),
    asked_at: instant.nullable(),
    lines: z.int(),
  }),
]);

async function readLists(tx: Tx, workspace: WorkspaceId, { from, to }: Period) {
  const since = from.subtract({ hours: thanksMayWaitHours });
  const moments = { from: from.toString(), to: to.toString(), since: since.toString() };
  const { rows } = await findLists(tx).execute({ workspace, ...moments });
  return lists.parse(rows)[0];
}

const here = given('workspace');
const [begin, end, thankedSince] = [givenMoment('from'), givenMoment('to'), givenMoment('since')];

/** One statement, since each costs a way to the database and back; what it holds is counted in tens. */
const findLists = oncePerConnection((tx) => {
  const inPeriod = (column: SQL): SQL => sql`${column} >= ${begin} and ${column} < ${end}`;
  return tx.execute<Record<string, unknown>>(sql`
    with ${reachedAndTold(here)}, ${putOff()},
    fixed as (
      select i.number, i.impact, ${met()} as met from issues i
      where i.workspace_id = ${here} and i.state = 'confirmed' and i.number in (
        select issue from events
        where workspace_id = ${here} and type = 'confirmed' and ${inPeriod(sql`at`)})),
    learned as (
      select i.number, i.impact, ${met()} as met, exists (select from write_ups w
        where w.workspace_id = ${here} and w.issue = l.issue) as "isWrittenUp"
      from learnings l join issues i on i.workspace_id = ${here} and i.number = l.issue
      where l.workspace_id = ${here} and ${inPeriod(sql`l.learned_at`)}),
    came_back as (
      select i.number, i.impact, ${met()} as met
      from (select distinct number from ${returns(here)} as r where ${inPeriod(sql`at`)}) b
      join issues i on i.workspace_id = ${here} and i.number = b.number),
    waiting as (${withoutOwner()}),
    undecided as (
      select i.number, i.impact, 1 as met, t.as_waiting as "asWaiting", t.as_decision as "asDecision"
      from told t join issues i on i.workspace_id = ${here} and i.number = t.number
      where t.as_waiting >= ${mostAsWaiting} and i.state = 'open'
        and i.number not in (select number from put_off)),
    thanks as (${agreedThanks()}),
    open as (
      select count(*) as total from issues where workspace_id = ${here} and state = 'open')
    select ${found(sql`fixed`, sql`met desc, number`)} as fixed,
      ${found(sql`learned`, sql`"isWrittenUp" desc, met desc, number`)} as learned,
      ${found(sql`came_back`, sql`number`)} as "cameBack",
      json_build_object('total', (select total from open)
          - (select count(*) from undecided) - (select count(*) from put_off),
        'rows', (select json_agg(w order by number) from waiting w)) as waiting,
      ${found(sql`undecided`, sql`"asDecision", number`)} as undecided,
      (select json_agg(t order by number, seq) from thanks t) as thanks,
      ${asText(sql`select max(at) from events
        where workspace_id = ${here} and type = 'posted' and at < ${end}`)} as last_flag_at,
      ${asText(sql`select min(begins_at) from digests where workspace_id = ${here}`)} as watched_since,
      ${asText(sql`select max(ends_at) from reached where picked ->> 'asksWhyQuiet' = 'true'`)} as asked_at,
      (select count(*)::int from own_lines where workspace_id = ${here} and told_at is null) as lines`);
});

/**
 * `reached`: the digests that people can have read, and `told`: how often each issue without an owner was in them. One
 * that waited for a channel until the next one came has told nobody anything.
 */
export function reachedAndTold(workspace: WorkspaceId | Placeholder): SQL {
  return sql`reached as materialized (
      select d.ends_at, d.picked from digests d where d.workspace_id = ${workspace} and d.picked is not null
        and exists (select from messages m where m.workspace_id = ${workspace} and m.kind = 'digest'
          and m.subject = ${digestSubject(sql`d.ends_at`)} and not ${isUnposted})),
    told as materialized (
      select number::int as number, (count(*) filter (where list = 'waiting'))::int as as_waiting,
        (count(*) filter (where list = 'undecided'))::int as as_decision
      from reached cross join (values ('waiting'), ('undecided')) as l (list)
        cross join lateral jsonb_array_elements_text(picked -> list -> 'numbers') as number
      group by number)`;
}

/**
 * Somebody who leads has named a later day to look at these again, and until then they wait for that; or a decision is
 * needed, and waits for an answer or a yes.
 */
function putOff(): SQL {
  return sql`put_off as materialized (select number from issues where workspace_id = ${here} and state = 'open'
    and life #>> '{promise,state}' = 'waiting' and (life #>> '{promise,until}')::timestamptz > ${end}
    and (life #>> '{promise,for}' = 'date' or number in (select number from told where as_waiting >= ${mostAsWaiting})))`;
}

/** Of `issues i`: the rule of that name. */
export const isLeftToDecide = sql`(i.state = 'open' and coalesce(i.life #>> '{promise,state}', '') <> 'waiting')`;

/** As many of each impact as there is room for, the oldest first: so the index is enough, however many there are. */
function withoutOwner(): SQL {
  const each = sql.join(
    impacts.map((it) => sql`(${it})`),
    sql`, `,
  );
  const first = (isOne: SQL): SQL => sql`
    select i.number, i.impact, 1 as met, coalesce(t.as_waiting, 0) as "asWaiting", coalesce(t.as_decision, 0) as "asDecision"
    from issues i left join told t on t.number = i.number
    where i.workspace_id = ${here} and i.state = 'open' and ${isOne} and coalesce(t.as_waiting, 0) < ${mostAsWaiting}
      and i.number not in (select number from put_off)
    order by i.impact, i.number limit ${sql.raw(String(mostToActOn))}`;
  return sql`select i.* from (values ${each}) as one_of (impact)
    cross join lateral (${first(sql`i.impact = one_of.impact`)}) i
    union all (${first(sql`i.impact is null`)})`;
}

/** Lines that both have agreed to show, of late, and that no digest has shown yet. */
function agreedThanks(): SQL {
  return sql`select i.number, (line ->> 'seq')::int as seq
    from (select distinct e.issue from events e
      where e.workspace_id = ${here} and e.type = 'thanks-shown'
        and e.at >= ${thankedSince} and e.at < ${end}) agreed
    join issues i on i.workspace_id = ${here} and i.number = agreed.issue and i.state = 'confirmed'
    cross join lateral jsonb_array_elements(i.life -> 'thanks') as line
    where line ->> 'mayShow' = 'true' and line ->> 'isWelcome' = 'true'
      and not exists (select from reached where picked -> 'thanks'
        @> jsonb_build_array(jsonb_build_object('number', i.number, 'seq', line -> 'seq')))`;
}

/** How many people met an issue; which, nobody asks. */
function met(): SQL {
  return sql`1 + (select count(*)::int from participants p
    where p.workspace_id = ${here} and p.issue = i.number and p.role = 'me-too')`;
}

function found(list: SQL, order: SQL): SQL {
  return sql`json_build_object('total', (select count(*) from ${list}), 'rows', (select json_agg(r) from (
    select * from ${list} order by ${order} limit ${sql.raw(String(mostCandidates))}) r))`;
}

function asText(moment: SQL): SQL {
  return sql`to_char((${moment}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
}

const counted = z.object({
  week: z.int(),
  type: z.enum(['posted', 'claimed', 'confirmed', 'held']),
  count: z.int(),
});
const seriesOf = { posted: 'flagged', claimed: 'claimed', confirmed: 'confirmed', held: 'held' } as const;

/** One kind of event after the other: of each, the index has nothing but the times, in their order. */
const findWeeks = oncePerConnection((tx) =>
  tx.execute<Record<string, unknown>>(sql`
    select week, type, count from (values ('posted'), ('claimed'), ('confirmed'), ('held')) as one_of (type)
    cross join lateral (
      select width_bucket(at, ${given('bounds')}::timestamptz[]) as week, count(*)::int as count from events e
      where e.workspace_id = ${here} and e.type = one_of.type and e.type in ('posted', 'claimed', 'confirmed', 'held')
        and at >= ${begin} and at < ${end}
      group by week) as of_one`),
);

async function readWeeks(
  tx: Tx,
  workspace: WorkspaceId,
  to: Temporal.Instant,
  zone: string,
): Promise<Week[]> {
  const begins = weeksUpTo(to, zone);
  const bounds = begins.map(({ at }) => at.toString());
  const { rows } = await findWeeks(tx).execute({ workspace, bounds, from: bounds[0], to: to.toString() });
  const counts = z.array(counted).parse(rows);
  return begins.map(({ day }, index) => {
    const countOf = (name: Series): number =>
      counts.find(({ week, type }) => week === index + 1 && seriesOf[type] === name)?.count ?? 0;
    return {
      day,
      flagged: countOf('flagged'),
      claimed: countOf('claimed'),
      confirmed: countOf('confirmed'),
      held: countOf('held'),
    };
  });
}
