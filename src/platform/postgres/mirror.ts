import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

import { firstAnswers } from '../../core/first-answer.ts';
import { lastAsks, weeksInMirror } from '../../core/mirror.ts';
import type { OwnMirror } from '../../core/mirror.ts';
import { doesLead } from './leads.ts';
import { personFor } from './people.ts';
import { oneOf } from './schema/columns.ts';
import { mirroredTypes } from './schema/event-types.ts';
import type { Store } from './store.ts';
import { transact } from './transact.ts';
import type { WorkspaceId } from './transact.ts';

/** Whoever presses, as Slack's signature says. Nobody can be asked about: there is no other way to name a person here. */
interface Reader {
  readonly workspace: WorkspaceId;
  readonly slackUser: string;
  /** They lead while nobody is named. */
  readonly adminUsers: readonly string[];
}

export const mirror = z.object({
  firstAnswers: z.int(),
  byOthers: z.int(),
  byYou: z.int(),
  notDoing: z.int(),
  lookAgain: z.int(),
  looks: z.int(),
  openedAgain: z.int(),
  learnings: z.int(),
  asksAnswered: z.int(),
  supportPromised: z.int(),
  supportGiven: z.int(),
  supportUnneeded: z.int(),
});

const ownMirror = mirror.extend({ asksEnded: z.int(), takenOver: z.int() });

/**
 * A lead's own mirror, for that lead alone: of the last eight weeks, counted when they look and kept nowhere. `null`: they
 * don't lead.
 *
 * @throws Unavailable or Unsure, see `transact`.
 */
export async function readOwnMirror(
  store: Store,
  { workspace, slackUser, adminUsers }: Reader,
): Promise<OwnMirror | null> {
  const since = store.clock().subtract({ hours: 24 * 7 * weeksInMirror });
  return await transact(store, { workspace }, async (tx) => {
    const { id } = await personFor(tx, workspace, slackUser);
    if (!(await doesLead(tx, workspace, id, adminUsers))) return null;
    const { rows } = await tx.execute<Record<string, unknown>>(sql`
      with own as (
        select e.issue, e.seq, e.type, e.data, e.at from events e
        where e.workspace_id = ${workspace} and e.actor_id = ${id} and e.at >= ${since.toString()}::timestamptz
          and ${oneOf('type', mirroredTypes)}
        union all ${solvedMeanwhile(workspace, id, since)}),
      answered as (
        select o.issue, min(o.seq) as seq from own o where ${oneOf('o.type', firstAnswers)} group by o.issue),
      first as (
        select a.issue, exists (select from learnings l
            where l.workspace_id = ${workspace} and l.issue = a.issue) as is_learned,
          (select p.person_id from participants p where p.workspace_id = ${workspace}
            and p.issue = a.issue and p.role = 'owner') as owner
        from answered a
        where not exists (select from events b where b.workspace_id = ${workspace} and b.issue = a.issue
          and b.seq < a.seq and ${oneOf('b.type', firstAnswers)})),
      ended as (
        select issue, seq, at, data ->> 'how' = 'done' as is_taken from own
          where ${isAnswerOf(id)}
        union all ${takenOver(workspace, id, since)})
      select count(*)::int as "firstAnswers",
        (count(*) filter (where owner <> ${id}))::int as "byOthers",
        (count(*) filter (where owner = ${id}))::int as "byYou",
        (count(*) filter (where is_learned))::int as learnings,
        (select count(*)::int from own where type = 'declined' and data ->> 'as' = 'lead') as "notDoing",
        (select count(*)::int from own where type = 'looks-again') as "lookAgain",
        (select count(*)::int from own where type in ('opened-again', 'upheld')) as looks,
        (select count(*)::int from own where type = 'opened-again') as "openedAgain",
        ${asks(workspace, id)}
      from first`);
    return z.tuple([ownMirror]).parse(rows)[0];
  });
}

/** What somebody had promised until an owner called it solved: it is closed by that owner, and was answered all the same. */
function solvedMeanwhile(workspace: WorkspaceId, reader: string, since: Temporal.Instant): SQL {
  return sql`
    select c.issue, c.seq, c.type, c.data, c.at from events c
    where c.workspace_id = ${workspace} and c.type = 'ask-closed' and c.at >= ${since.toString()}::timestamptz
      and c.data ->> 'how' = 'solved' and c.data ->> 'lead' = ${reader}`;
}

/** Whoever has taken the issue over is counted where it became theirs. */
function isAnswerOf(reader: string): SQL {
  return sql`type = 'ask-closed' and data ->> 'lead' = ${reader} and data ->> 'how' not in ('called-back', 'taken-over')`;
}

/** Columns about the asks for support that this lead had to do with. Another date for a promise is no other promise. */
function asks(workspace: WorkspaceId, reader: string): SQL {
  return sql`
    (select count(*)::int from own where ${isAnswerOf(reader)}) as "asksAnswered",
    (select count(distinct (o.issue, (select max(a.seq) from events a where a.workspace_id = ${workspace}
      and a.issue = o.issue and a.type = 'asked' and a.seq < o.seq)))::int
      from own o where o.type = 'ask-promised') as "supportPromised",
    (select count(*)::int from own where ${isAnswerOf(reader)} and data ->> 'how' = 'done') as "supportGiven",
    (select count(*)::int from own where ${isAnswerOf(reader)} and data ->> 'how' = 'solved') as "supportUnneeded",
    (select count(*)::int from ended) as "asksEnded",
    (select count(*) filter (where is_taken) from (
      select is_taken from ended order by at desc, issue desc, seq desc limit ${lastAsks}) l)::int as "takenOver"`;
}

/** Issues that became the reader's own while an ask stood with them, or they had offered to take it over. */
function takenOver(workspace: WorkspaceId, reader: string, since: Temporal.Instant): SQL {
  return sql`
    select h.issue, h.seq, h.at, true from events h
    cross join lateral (
      select b.type, coalesce(b.data -> 'to', b.data -> 'on' -> 'to', b.data -> 'by') as who from events b
      where b.workspace_id = ${workspace} and b.issue = h.issue and b.seq < h.seq
        and (b.type in (${turns}, ${ends}) or (b.type = 'take-offered' and b.actor_id = ${reader}))
      order by b.seq desc limit 1) w
    where h.workspace_id = ${workspace} and h.type = 'handed-over' and h.data ->> 'to' = ${reader}
      and h.at >= ${since.toString()}::timestamptz
      and w.type not in (${ends}) and w.who @> to_jsonb(${reader}::text)`;
}

/** An ask stands with somebody from each of these on, until the next of them, or until one of those that end it. */
const turns = sql`'asked', 'ask-passed', 'ask-promised'`;
const ends = sql`'ask-closed', 'handed-over', 'let-go', 'resolved', 'declined', 'duplicated'`;
