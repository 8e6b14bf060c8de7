import { and, asc, eq, inArray, isNotNull, ne } from 'drizzle-orm';

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

/** No issue is solved so often. */
const mostRounds = 9;

/** Where what was learned from these issues can be read: the account of it, or else the newest line; none that was taken back. */
export async function linksToLearnings(
  tx: Tx,
  workspace: WorkspaceId,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  if (numbers.length === 0) return new Map();
  const rounds = Array.from({ length: mostRounds }, (_, index) => index + 1);
  const subjects = numbers.flatMap((it) => [String(it), ...rounds.map((round) => `${it}/${round}`)]);
  const isPost = and(eq(messages.workspaceId, workspace), inArray(messages.kind, ['learning', 'write-up']));
  const stands = ne(messages.state, 'ended');
  const [posts, home] = await together([
    tx
      .select({ subject: messages.subject, channel: messages.channel, ts: messages.ts })
      .from(messages)
      .where(and(isPost, inArray(messages.subject, subjects), isNotNull(messages.ts), stands))
      .orderBy(asc(messages.kind), asc(messages.ts)),
    workspaceById(tx, workspace),
  ]);
  return linksFrom(posts, home?.url ?? null);
}

/** The last one of each issue. */
function linksFrom(
  posts: readonly Record<'subject' | 'channel' | 'ts', string | null>[],
  url: string | null,
): ReadonlyMap<number, string> {
  return new Map(
    posts.flatMap(({ subject, channel, ts }) =>
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
export function permalink(workspaceUrl: string, channel: string, ts: string): string {
  return new URL(`archives/${channel}/p${ts.replace('.', '')}`, workspaceUrl).href;
}
