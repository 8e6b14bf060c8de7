import { and, asc, desc, eq, gt, isNotNull, isNull, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

import type { Digest, OwnLine, Told } from '../../core/digest/digest.ts';
import { listNames } from '../../core/digest/pick.ts';
import type { Picked } from '../../core/digest/pick.ts';
import { states } from '../../core/issue.ts';
import { digestSubject } from './digest-messages.ts';
import { readPicked } from './digest-rows.ts';
import { loadDigestThanks } from './digest-thanks.ts';
import { isLeftToDecide } from './gather.ts';
import { messageAt } from './messages.ts';
import { linksToCards, linksToLearnings } from './permalink.ts';
import { returns } from './returns.ts';
import { digests, ownLines } from './schema/digests.ts';
import { people } from './schema/issues.ts';
import { together } from './transact.ts';
import type { Tx, WorkspaceId } from './transact.ts';

/**
 * Everything a digest is drawn from, in the words that stand now. `null`: there is none, or it has waited for a channel for
 * so long that a newer one takes its place.
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
  if (await isOutrun(tx, workspace, subject, row.endsAt)) return null;
  const picked = readPicked(row.picked);
  const [told, thanks, lines] = await together([
    loadTold(tx, workspace, picked),
    loadDigestThanks(tx, workspace, picked.thanks, adminUsers),
    loadOwnLines(tx, workspace, row.endsAt),
  ]);
  return { period: { from: row.beginsAt, to: row.endsAt }, zone, picked, told, thanks, lines };
}

/** One that was never on its way, or waits, while there is a newer one to read. */
async function isOutrun(
  tx: Tx,
  workspace: WorkspaceId,
  subject: string,
  endsAt: Temporal.Instant,
): Promise<boolean> {
  const message = await messageAt(tx, workspace, 'digest', subject);
  if (message === null || message.ts !== null || !['reserved', 'waiting'].includes(message.state))
    return false;
  const newer = and(
    eq(digests.workspaceId, workspace),
    gt(digests.endsAt, endsAt),
    isNotNull(digests.picked),
  );
  return (await tx.select({ endsAt: digests.endsAt }).from(digests).where(newer).limit(1)).length > 0;
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

/** What a digest says of its issues. */
export async function loadTold(
  tx: Tx,
  workspace: WorkspaceId,
  picked: Picked,
): Promise<ReadonlyMap<number, Told>> {
  const numbers = [...new Set(listNames.flatMap((name) => picked[name].numbers))];
  if (picked.longest !== null) numbers.push(picked.longest.number);
  if (numbers.length === 0) return new Map();
  const [{ rows }, cards, posts] = await together([
    tx.execute<Record<string, unknown>>(sql`
      select i.number, i.state, ${isLeftToDecide} as "isLeftToDecide", i.text, i.affected, l.line as learning,
        1 + (select count(*)::int from participants p
          where p.workspace_id = ${workspace} and p.issue = i.number and p.role = 'me-too') as met,
        (select count(*)::int from ${returns(workspace)} as r where r.number = i.number) as returns
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
 * Those of one digest, and of those before it that it took the place of; of the coming one with `null`. Of each lead there
 * is one, as what they wrote for a later digest takes the place of what they wrote before; the latest digest's come first.
 */
export async function loadOwnLines(
  tx: Tx,
  workspace: WorkspaceId,
  toldAt: Temporal.Instant | null,
): Promise<OwnLine[]> {
  const isIn = toldAt === null ? isNull(ownLines.toldAt) : isToldUpTo(workspace, toldAt);
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

/** One that waited for a channel until the next one came is read by nobody. */
function isToldUpTo(workspace: WorkspaceId, endsAt: Temporal.Instant): SQL {
  const end = sql`${endsAt.toString()}::timestamptz`;
  return sql`${ownLines.toldAt} <= ${end} and ${ownLines.toldAt} > coalesce((
    select max(d.ends_at) from digests d join messages m on m.workspace_id = ${workspace} and m.kind = 'digest'
      and m.subject = ${digestSubject(sql`d.ends_at`)} and m.state not in ('reserved', 'waiting', 'ended')
    where d.workspace_id = ${workspace} and d.ends_at < ${end}), '-infinity')`;
}
