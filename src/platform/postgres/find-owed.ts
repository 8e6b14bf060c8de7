import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

import { mostAsWaiting } from '../../core/digest/pick.ts';
import { impacts } from '../../core/issue.ts';
import type { Issue, PersonId } from '../../core/issue.ts';
import { byBlocked, owedBy } from '../../core/owed.ts';
import type { OwedIssue, Owing } from '../../core/owed.ts';
import { toldToHelp } from './could-use-help.ts';
import { isLeftToDecide, reachedAndTold } from './gather.ts';
import { leadsOf } from './leads.ts';
import { loadIssues } from './load-issue.ts';
import type { Tx, WorkspaceId } from './transact.ts';

/** What somebody owes: those that block others most, and how many there are in all. */
export interface Owed {
  readonly issues: readonly Issue[];
  readonly total: number;
  readonly facts: Facts;
}

/** Of all issues, whether they are among those that are owed or not: see `OwedIssue`. */
interface Facts {
  readonly undecided: ReadonlySet<number>;
  readonly told: ReadonlySet<number>;
}

/** Enough to choose from, where the rules know better than the query. */
const mostCandidates = 30;

const answer = z.tuple([
  z.object({
    undecided: z.array(z.int()),
    helpable: z.array(z.int()),
    found: z.array(z.object({ number: z.int(), total: z.int() })),
  }),
]);

export async function owedTo(
  tx: Tx,
  workspace: WorkspaceId,
  owing: Owing,
  now: Temporal.Instant,
): Promise<Owed> {
  const { rows } = await tx.execute<Record<string, unknown>>(candidates(workspace, owing, now));
  const [{ found, ...all }] = answer.parse(rows);
  const { issues } = await loadIssues(
    tx,
    workspace,
    found.map(({ number }) => number),
  );
  const facts = { undecided: new Set(all.undecided), told: new Set(all.helpable) };
  const owed = issues.filter((issue) => owedBy(withFacts(issue, facts), owing) !== null);
  const total = found.length < mostCandidates ? owed.length : (found[0]?.total ?? 0);
  return { issues: owed.toSorted(byBlocked), total, facts };
}

export function withFacts(issue: Issue, { undecided, told: helpable }: Facts): OwedIssue {
  const { number } = issue;
  return { issue, isUndecided: undecided.has(number), isTold: helpable.has(number) };
}

/** All that the rules could find to be owed, see `owedBy`: for a new kind add where it is found. */
function candidates(workspace: WorkspaceId, { person, isLead }: Owing, now: Temporal.Instant): SQL {
  const everybodys = sql`
    union select number from issues where workspace_id = ${workspace} and state = 'open'
      and life #>> '{promise,state}' = 'unanswered'
    union select number from undecided`;
  const order = sql.join(
    impacts.map((impact, index) => sql`when ${impact} then ${index}`),
    sql` `,
  );
  return sql`with ${reachedAndTold(workspace)},
    undecided as (
      select t.number from told t join issues i on i.workspace_id = ${workspace} and i.number = t.number
      where t.as_waiting >= ${mostAsWaiting} and i.state = 'open'),
    helpable as (
      ${toldToHelp(workspace, person)}),
    theirs as (
      select issue as number from participants where workspace_id = ${workspace} and person_id = ${person}
        and role in ('asked', 'looker')
      union select number from helpable
      ${isLead ? everybodys : sql``}),
    found as (
      select i.number, (count(*) over ())::int as total
      from theirs t join issues i on i.workspace_id = ${workspace} and i.number = t.number
      where (${isLeftToDecide}
          or (i.state = 'declined' and i.life #>> '{look,state}' = 'asked')
          or (i.state = 'claimed' and i.life #>> '{ask,standing,state}' in ('asked', 'unanswered'))
          or i.number in (select number from helpable))
        and not exists (select from participants r where r.workspace_id = ${workspace} and r.issue = i.number
          and r.role = 'reporter' and r.person_id = ${person})
        and not ${isJustAsked(workspace, person, now)}
      order by i.help ->> 'state' = 'wanted' desc nulls last, case i.impact ${order} else -1 end desc,
        (select count(*) from participants m where m.workspace_id = ${workspace} and m.issue = i.number
          and m.role = 'me-too') desc, i.number
      limit ${mostCandidates})
    select (select coalesce(json_agg(number), '[]') from undecided) as undecided,
      (select coalesce(json_agg(number), '[]') from helpable) as helpable,
      (select coalesce(json_agg(found), '[]') from found) as found`;
}

/** Whoever was asked within a day, or is about to be, is not asked the same in another message. */
const justAskedHours = 24;

function isJustAsked(workspace: WorkspaceId, person: PersonId, now: Temporal.Instant): SQL {
  const since = sql`${now.subtract({ hours: justAskedHours }).toString()}::timestamptz`;
  return sql`exists (select from nudges n where n.workspace_id = ${workspace} and n.person_id = ${person}
      and n.kind in ('first-answer', 'ask', 'could-use-help', 'look') and split_part(n.subject, '/', 1) = i.number::text
      and (n.sent_at is null or n.sent_at > ${since}))`;
}

export async function owingAs(
  tx: Tx,
  workspace: WorkspaceId,
  person: PersonId,
  adminUsers: readonly string[],
): Promise<Owing> {
  return { person, isLead: (await leadsOf(tx, workspace, adminUsers)).includes(person) };
}
