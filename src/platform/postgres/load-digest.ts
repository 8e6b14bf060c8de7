import { and, asc, desc, eq, gt, isNull, lte, or, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

import type { Digest, OwnLine, Told } from '../../core/digest/digest.ts';
import { listNames, withUntold } from '../../core/digest/pick.ts';
import type { Picked } from '../../core/digest/pick.ts';
import { states } from '../../core/issue.ts';
import { digestSubject, isUnposted } from './digest-messages.ts';
import { readPicked } from './digest-rows.ts';
import { loadDigestThanks } from './digest-thanks.ts';
import { isLeftToDecide } from './gather.ts';
import { instant } from './iso-times.ts';
import { linksToCards, linksToLearnings } from './permalink.ts';
import { returns } from './returns.ts';
import { digests, ownLines } from './schema/digests.ts';
import { people } from './schema/issues.ts';
import { together } from './transact.ts';
import type { Tx, WorkspaceId } from './transact.ts';

/**
 * Everything a digest is drawn from, in the words that stand now. `null`: there is none, or a newer one waits as well, and
 * tells what it would have told.
 */
export async function loadDigest(
  tx: Tx,
  workspace: WorkspaceId,
  subject: string,
  zone: string,
  adminUsers: readonly string[],
): Promise<Digest | null> {
  const isNamedSo = sql`${digestSubject(sql`${digests.endsAt}`)} = ${subject}`;
  const [row] = await tx
    .select()
    .from(digests)
    .where(and(eq(digests.workspaceId, workspace), isNamedSo));
  if (row === undefined || row.picked === null) return null;
  const [isOutrun, { since, picked }] = await together([
    findOutrun(tx, workspace, subject, row.endsAt),
    loadUntold(tx, workspace, readPicked(row.picked), row.beginsAt),
  ]);
  if (isOutrun) return null;
  const [told, thanks, lines] = await together([
    loadTold(tx, workspace, picked, row.endsAt),
    loadDigestThanks(tx, workspace, picked.thanks, adminUsers),
    loadOwnLines(tx, workspace, since, row.endsAt),
  ]);
  return { period: { from: since, to: row.endsAt }, zone, picked, told, thanks, lines };
}

/** Whether it was never on its way, or waits, and a newer one does too. */
async function findOutrun(
  tx: Tx,
  workspace: WorkspaceId,
  subject: string,
  endsAt: Temporal.Instant,
): Promise<boolean> {
  const { rows } = await tx.execute<Record<string, unknown>>(sql`
    select from messages old where old.workspace_id = ${workspace} and old.kind = 'digest'
      and old.subject = ${subject} and old.ts is null and old.state in ('reserved', 'waiting')
      and exists (select from digests d join ${messageOf(workspace)}
        where d.workspace_id = ${workspace} and d.ends_at > ${endsAt.toString()}::timestamptz
          and m.ts is null and m.state in ('reserved', 'waiting'))`);
  return rows.length > 0;
}

/** Of a digest `d`: its message `m`. */
function messageOf(workspace: WorkspaceId): SQL {
  return sql`messages m on m.workspace_id = ${workspace} and m.kind = 'digest'
    and m.subject = ${digestSubject(sql`d.ends_at`)}`;
}

/** Where the last period ended, up to `end`, of which people can have read. */
function lastReadUpTo(workspace: WorkspaceId, end: SQL): SQL {
  return sql`coalesce((select d.ends_at from digests d join ${messageOf(workspace)} and not ${isUnposted}
    where d.workspace_id = ${workspace} and d.ends_at <= ${end} order by d.ends_at desc limit 1), '-infinity')`;
}

const untold = z.object({ begins_at: instant, picked: z.unknown() });

/**
 * What is told of a period that began then, and of those right before it whose digests nobody could read: since when, and
 * what.
 */
export async function loadUntold(
  tx: Tx,
  workspace: WorkspaceId,
  picked: Picked,
  begin: Temporal.Instant,
): Promise<{ readonly since: Temporal.Instant; readonly picked: Picked }> {
  const until = sql`${begin.toString()}::timestamptz`;
  const { rows } = await tx.execute<Record<string, unknown>>(sql`
    select to_char(d.begins_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as begins_at, d.picked
    from digests d where d.workspace_id = ${workspace} and d.picked is not null and d.ends_at <= ${until}
      and d.ends_at > ${lastReadUpTo(workspace, until)}
    order by d.ends_at desc`);
  const found = z.array(untold).parse(rows);
  return {
    since: found.at(-1)?.begins_at ?? begin,
    picked: withUntold(
      picked,
      found.map((it) => readPicked(it.picked)),
    ),
  };
}

const told = z.object({
  number: z.int(),
  state: z.enum(states),
  isLeftToDecide: z.boolean(),
  text: z.string(),
  affected: z.string().nullable(),
  met: z.int(),
  returns: z.int(),
  learning: z.string().nullable(),
});

/** What a digest of the time up to `end` says of its issues. */
export async function loadTold(
  tx: Tx,
  workspace: WorkspaceId,
  picked: Picked,
  end: Temporal.Instant,
): Promise<ReadonlyMap<number, Told>> {
  const numbers = [...new Set(listNames.flatMap((name) => picked[name].numbers))];
  if (picked.longest !== null) numbers.push(picked.longest.number);
  if (numbers.length === 0) return new Map();
  const [{ rows }, cards, posts] = await together([
    tx.execute<Record<string, unknown>>(sql`
      select i.number, i.state, ${isLeftToDecide} as "isLeftToDecide", i.text, i.affected, l.line as learning,
        1 + (select count(*)::int from participants p
          where p.workspace_id = ${workspace} and p.issue = i.number and p.role = 'me-too') as met,
        (select count(*)::int from ${returns(workspace)} as r
          where r.number = i.number and r.at < ${end.toString()}::timestamptz) as returns
      from issues i left join learnings l on l.workspace_id = ${workspace} and l.issue = i.number
      where i.workspace_id = ${workspace} and i.number = any(${sql.param(numbers)}::int[])`),
    linksToCards(tx, workspace, numbers),
    linksToLearnings(tx, workspace, numbers),
  ]);
  return new Map(
    z
      .array(told)
      .parse(rows)
      .map((row) => [
        row.number,
        { ...row, card: cards.get(row.number) ?? null, post: posts.get(row.number) ?? null },
      ]),
  );
}

/**
 * Those of the digests that ended after `since`, up to the one that ended at `upTo`; with `null`, and those of the coming
 * one. Of each lead there is one, as what they wrote for a later digest takes the place of what they wrote before; the
 * latest digest's come first.
 */
export async function loadOwnLines(
  tx: Tx,
  workspace: WorkspaceId,
  since: Temporal.Instant,
  upTo: Temporal.Instant | null,
): Promise<OwnLine[]> {
  const isAfter = gt(ownLines.toldAt, since);
  const isIn =
    upTo === null ? or(isNull(ownLines.toldAt), isAfter) : and(isAfter, lte(ownLines.toldAt, upTo));
  const rows = await tx
    .select({ person: ownLines.personId, slackUserId: people.slackUserId, text: ownLines.text })
    .from(ownLines)
    .innerJoin(people, and(eq(people.workspaceId, ownLines.workspaceId), eq(people.id, ownLines.personId)))
    .where(and(eq(ownLines.workspaceId, workspace), isIn))
    .orderBy(desc(ownLines.toldAt), asc(ownLines.writtenAt), asc(ownLines.id));
  const latest = new Map(rows.toReversed().map(({ person, ...line }) => [person, line]));
  return rows.flatMap(({ person }) => {
    const line = latest.get(person);
    latest.delete(person);
    return line ?? [];
  });
}
