import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import { z } from 'zod';

import type { Issue } from '../../core/issue.ts';
import { messages } from './schema/delivery.ts';
import { together } from './transact.ts';
import type { Tx, WorkspaceId } from './transact.ts';
import { workspaceById } from './workspaces.ts';

/** Where these issues can be looked at: those whose card stands. */
export async function linksToCards(
  tx: Tx,
  workspace: WorkspaceId,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  if (numbers.length === 0) return new Map();
  const isCard = and(eq(messages.workspaceId, workspace), eq(messages.kind, 'card'));
  const areWanted = inArray(messages.subject, numbers.map(String));
  const [cards, home] = await together([
    tx
      .select({ subject: messages.subject, channel: messages.channel, ts: messages.ts })
      .from(messages)
      .where(and(isCard, areWanted, isNotNull(messages.ts))),
    workspaceById(tx, workspace),
  ]);
  return linksFrom(cards, home?.url ?? null);
}

const post = z.object({ number: z.int(), channel: z.string(), ts: z.string(), url: z.string() });

/**
 * Where what was learned from these issues can be read: the account of it, or else the line that stands, see
 * `learningLine`. None that was taken back, nor gave way to an account. The limit keeps Postgres to the index, one post
 * after the other.
 */
export async function linksToLearnings(
  tx: Tx,
  workspace: WorkspaceId,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  if (numbers.length === 0) return new Map();
  const { rows } = await tx.execute<Record<string, unknown>>(sql`
    select i.number, m.channel, m.ts, home.url from issues i
    join workspaces home on home.id = i.workspace_id and home.url is not null
    left join write_ups w on w.workspace_id = i.workspace_id and w.issue = i.number
    cross join lateral (select channel, ts from messages
      where workspace_id = ${workspace} and target = '' and ts is not null and state <> 'ended'
        and kind = case when w.issue is null then 'learning' else 'write-up' end
        and subject = case when w.issue is null then i.number || '/' || i.reopenings + 1 else i.number::text end
      limit 1) m
    where i.workspace_id = ${workspace} and i.number = any(${sql.param([...numbers])}::int[])
      and (w.issue is not null or i.state = 'confirmed' and i.life #>> '{solution,learning}' is not null)`);
  const posts = z.array(post).parse(rows);
  return new Map(posts.map(({ number, channel, ts, url }) => [number, permalink(url, channel, ts)]));
}

function linksFrom(
  cards: readonly Record<'subject' | 'channel' | 'ts', string | null>[],
  url: string | null,
): ReadonlyMap<number, string> {
  return new Map(
    cards.flatMap(({ subject, channel, ts }) =>
      url === null || channel === null || ts === null
        ? []
        : [[Number.parseInt(subject ?? '', 10), permalink(url, channel, ts)] as const],
    ),
  );
}

/** Other issues that an issue's words link to. */
export function linkedFrom(issue: Issue): number[] {
  return [...issue.duplicates, ...(issue.state === 'duplicate' ? [issue.of] : [])];
}

/** As Slack writes its own links: https://docs.slack.dev/reference/methods/chat.getPermalink */
function permalink(workspaceUrl: string, channel: string, ts: string): string {
  return new URL(`archives/${channel}/p${ts.replace('.', '')}`, workspaceUrl).href;
}
