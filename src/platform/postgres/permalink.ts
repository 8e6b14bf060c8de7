import { and, eq, inArray, isNotNull } from 'drizzle-orm';

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
  const url = home?.url ?? null;
  return new Map(
    cards.flatMap(({ subject, channel, ts }) =>
      url === null || channel === null || ts === null
        ? []
        : [[Number(subject), permalink(url, channel, ts)] as const],
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
