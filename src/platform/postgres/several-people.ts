import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

import { firstAnswers } from '../../core/first-answer.ts';
import { severalPeople } from '../../core/numbers.ts';
import type { Numbers, PartOfChart, Several } from '../../core/numbers.ts';
import type { Spans } from './numbers.ts';
import { returns } from './returns.ts';
import { oneOf } from './schema/columns.ts';
import { given, givenMoment, oncePerConnection } from './transact.ts';
import type { Tx, WorkspaceId } from './transact.ts';

/** So many of each kind are looked at, the newest first: what two people did in all of these would be about them. */
const most = 300;

interface ChartedSpans extends Spans {
  /** Where the chart begins. */
  readonly chart: Temporal.Instant;
}

/**
 * Whether several people are behind each figure, and each line of the chart. Only that leaves the database. Nobody is
 * counted: somebody is looked for, then somebody else, and so on until there are enough. What the nameless did who flagged
 * it is nobody's.
 */
export async function areSeveral(
  tx: Tx,
  workspace: WorkspaceId,
  { chart, before, from, to }: ChartedSpans,
): Promise<Numbers['several']> {
  const moments = { before: before.toString(), from: from.toString(), to: to.toString() };
  const { rows } = await find(tx).execute({ workspace, chart: chart.toString(), ...moments });
  const [now, earlier, first] = found.parse(rows);
  return { now: severalOf(now), before: severalOf(earlier), chart: [first, earlier, now].map(partOf) };
}

const behind = z.enum(['nobody', 'few', 'several']);
const span = z.object({
  firstAnswer: z.boolean(),
  asks: z.boolean(),
  solved: z.boolean(),
  lasting: z.boolean(),
  claimed: behind,
  confirmed: behind,
  held: behind,
});
const found = z.tuple([span, span, span]);

type Span = z.infer<typeof span>;

function severalOf({ claimed, confirmed, firstAnswer, asks, solved, lasting }: Span): Several {
  const isOf = { claim: claimed === 'several', confirmation: confirmed === 'several' };
  return { firstAnswer, ...isOf, asks, solved, lasting };
}

function partOf({ claimed, confirmed, held }: Span): PartOfChart {
  return { claimed, confirmed, held };
}

const here = sql`span.workspace`;
const [earlier, begin, end] = [givenMoment('before'), givenMoment('from'), givenMoment('to')];

/**
 * What each of these says is `who`, for something of the time between `begins` and `ends`; `last` is when the later time
 * ends. All that it is given stands in rows, where Postgres can't expect anything of it: one plan does for everybody's
 * digest, which it would otherwise make anew for each. The third is what a chart shows of the time before the other two.
 */
const find = oncePerConnection((tx) =>
  tx.execute<Record<string, unknown>>(sql`
    select ${ofFigure(whoDidFirst(firstAnswers))} as "firstAnswer", ${ofFigure(whoAnsweredAsks())} as asks,
      ${ofFigure(whoSolved())} and ${ofFigure(whoFlagged(whatWasSolved()))} as solved, ${ofFigure(whoseWasLookedAt())} as lasting,
      ${ofLine('claimed', hasSeveral(whoDidFirst(['claimed'])))} as claimed,
      ${ofLine('confirmed', sql`${hasSeveral(whoseWasConfirmed())} and ${hasSeveral(whoFlagged(whatWasConfirmed()))}`)} as confirmed,
      ${ofLine('held', hasSeveral(whoseHeld()))} as held
    from (values (1, ${given('workspace')}::uuid, ${begin}, ${end}, ${end}),
      (2, ${given('workspace')}::uuid, ${earlier}, ${begin}, ${end}),
      (3, ${given('workspace')}::uuid, ${givenMoment('chart')}, ${earlier}, ${end})) as span (nth, workspace, begins, ends, last)
    order by nth`),
);

function ofFigure(whoever: SQL): SQL {
  return sql`(nth < 3 and ${hasSeveral(whoever)})`;
}

/**
 * A period may be so long that what it is compared with began before the chart: then nothing is known of its parts. The
 * newest is looked for in the order of the index: where there is none, Postgres would look through all there is.
 */
function ofLine(type: string, areEnough: SQL): SQL {
  return sql`case when begins > ends then 'few'
    when (select at from events where workspace_id = ${here} and ${oneOf('type', [type])} and at >= begins and at < ends
      order by at desc limit 1) is null then 'nobody'
    when ${areEnough} then 'several' else 'few' end`;
}

function hasSeveral(whoever: SQL): SQL {
  const enough = sql.raw(String(severalPeople));
  return sql`(with recursive seen as (
      select '{}'::text[] as them
      union all
      select them || another.who from seen
      cross join lateral (select who from (${whoever}) w where who <> all (them) limit 1) another
      where cardinality(them) < ${enough})
    select exists (select from seen where cardinality(them) = ${enough}))`;
}

/** So many of each kind from its end of the index; of these the newest come first, whatever kind they are. */
function newest(types: readonly string[]): SQL {
  const ofEach = types.map(
    (type) => sql`(select issue, seq, actor_id, data, at from events
      where workspace_id = ${here} and ${oneOf('type', [type])} and at >= begins and at < ends
      order by at desc limit ${sql.raw(String(most))})`,
  );
  return sql`(select * from (${sql.join(ofEach, sql` union all `)}) happened order by at desc)`;
}

/** Of `e`. Whoever flagged it without their name is named where they have taken it on. */
const whoOfIt = sql`coalesce(e.data ->> 'by', e.data ->> 'owner', e.actor_id::text)`;

/** Whether none of these happened to the same issue before `e`. */
function isFirst(types: readonly string[]): SQL {
  return sql`e.seq = (select f.seq from events f
    where f.workspace_id = ${here} and f.issue = e.issue and ${oneOf('f.type', types)} order by f.seq limit 1)`;
}

function whoDidFirst(types: readonly string[]): SQL {
  return sql`select ${whoOfIt} as who from ${newest(types)} e where ${isFirst(types)}`;
}

/** Whoever called it solved for the last time until then. */
function whoseFix(issue: SQL, until: SQL): SQL {
  return sql`(select f.actor_id::text from events f where f.workspace_id = ${here} and f.issue = ${issue}
    and f.type = 'resolved' and f.at <= ${until} order by f.seq desc limit 1)`;
}

function whatWasConfirmed(): SQL {
  return sql`select e.issue, e.at from ${newest(['confirmed'])} e where ${isFirst(['confirmed'])}`;
}

function whoseWasConfirmed(): SQL {
  return sql`select ${whoseFix(sql`c.issue`, sql`c.at`)} as who from (${whatWasConfirmed()}) c`;
}

/** Whether something is fixed its reporter is asked first, so that a share of answers is about them as well. */
function whoFlagged(what: SQL): SQL {
  return sql`select p.person_id::text as who from (${what}) w join participants p
    on p.workspace_id = ${here} and p.issue = w.issue and p.role = 'reporter' and p.person_id is not null`;
}

function whoSolved(): SQL {
  return sql`select s.who from (${whatWasSolved()}) s`;
}

/** What was called solved again after that counts there. */
function whatWasSolved(): SQL {
  return sql`select e.issue, e.actor_id::text as who from ${newest(['resolved'])} e
    where e.seq = (select f.seq from events f where f.workspace_id = ${here} and f.issue = e.issue
      and f.type = 'resolved' and f.at < last order by f.seq desc limit 1)`;
}

function whoseWasLookedAt(): SQL {
  return sql`select ${whoseFix(sql`k.number`, sql`k.at`)} as who from (
    select e.issue as number, e.at from ${newest(['held'])} e
    union all (select r.number, r.at from ${returns(here)} r
      where r.at >= begins and r.at < ends limit ${sql.raw(String(most))})) k`;
}

function whoseHeld(): SQL {
  return sql`select ${whoseFix(sql`e.issue`, sql`e.at`)} as who from ${newest(['held'])} e`;
}

function whoAnsweredAsks(): SQL {
  return sql`select coalesce(next.data ->> 'lead', next.data ->> 'by', next.actor_id::text) as who from ${newest(['asked'])} e
    cross join lateral (select n.* from events n
      where n.workspace_id = ${here} and n.issue = e.issue and n.seq > e.seq
        and n.type in ('asked', 'ask-promised', 'ask-closed') order by n.seq limit 1) next
    where next.type <> 'asked' and coalesce(next.data ->> 'how', '') not in ('called-back', 'solved')`;
}
