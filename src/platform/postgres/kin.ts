import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

import { isSolved } from '../../core/issue.ts';
import type { Issue } from '../../core/issue.ts';
import { loadIssue } from './load-issue.ts';
import { linkedFrom, linksToCards } from './permalink.ts';
import { reopenedFixes } from './returns.ts';
import { messages } from './schema/delivery.ts';
import type { Tx, WorkspaceId } from './transact.ts';

/** An issue that a card points to. */
export interface Relative {
  readonly number: number;
  readonly cardLink: string | null;
}

/** A fix that did not hold, and what came back. Counted on the fix, never on anybody. */
export interface Kin {
  readonly fix: (Relative & { readonly fixedAt: Temporal.Instant | null; readonly nth: number }) | null;
  /** How often it came back, and as what the last time. */
  readonly returns: number;
  readonly lastReturn: Relative | null;
  /** How often this fix itself came back after it was confirmed. */
  readonly cameBack: number;
}

export const noKin: Kin = { fix: null, returns: 0, lastReturn: null, cameBack: 0 };

/** The fix that did not hold for this issue, and the issues for which its own fix did not. */
export async function loadKin(tx: Tx, workspace: WorkspaceId, issue: Issue): Promise<Kin> {
  const { count, last } = await returnsOf(tx, workspace, issue.number, null);
  const { returnOf } = issue;
  const links = await linksToCards(
    tx,
    workspace,
    [returnOf, last].filter((it) => it !== null),
  );
  const relative = (number: number): Relative => ({ number, cardLink: links.get(number) ?? null });
  const fix = returnOf === null ? null : await loadFix(tx, workspace, returnOf, issue.number);
  return {
    fix: fix === null || returnOf === null ? null : { ...relative(returnOf), ...fix },
    returns: count,
    lastReturn: last === null ? null : relative(last),
    cameBack: issue.reopenings === 0 ? 0 : await cameBackOf(tx, workspace, issue.number),
  };
}

async function loadFix(tx: Tx, workspace: WorkspaceId, number: number, returned: number) {
  const fix = (await loadIssue(tx, workspace, number, 'read'))?.issue;
  if (fix === undefined) return null;
  const { count } = await returnsOf(tx, workspace, number, returned);
  return { fixedAt: isSolved(fix) ? fix.resolvedAt : null, nth: count };
}

/** Only what people can see counts. `upTo`: no newer one than this. */
async function returnsOf(tx: Tx, workspace: WorkspaceId, fix: number, upTo: number | null) {
  const { rows } = await tx.execute<Record<string, unknown>>(sql`
    select count(*)::int as count, max(number) as last from issues
    where workspace_id = ${workspace} and return_of = ${fix} and state not in ('saved', 'withdrawn')
      and (${upTo}::int is null or number <= ${upTo}::int)`);
  const [found] = z.array(z.object({ count: z.int(), last: z.int().nullable() })).parse(rows);
  return found ?? { count: 0, last: null };
}

async function cameBackOf(tx: Tx, workspace: WorkspaceId, issue: number): Promise<number> {
  const { rows } = await tx.execute<Record<string, unknown>>(sql`
    select count(*)::int as count from ${reopenedFixes(workspace)} as r where r.number = ${issue}`);
  return z.array(z.object({ count: z.int() })).parse(rows)[0]?.count ?? 0;
}

/** The cards that link to the card `subject`, and can do so from when it stands. */
export async function cardsLinkingTo(tx: Tx, workspace: WorkspaceId, subject: string): Promise<string[]> {
  const issue = (await loadIssue(tx, workspace, Number(subject), 'read'))?.issue;
  if (issue === undefined) return [];
  const fix = issue.returnOf === null ? [] : [issue.returnOf];
  const subjects = [...fix, ...linkedFrom(issue)].map(String);
  if (subjects.length === 0) return [];
  const isCard = and(eq(messages.workspaceId, workspace), eq(messages.kind, 'card'));
  const cards = await tx
    .select({ id: messages.id })
    .from(messages)
    .where(and(isCard, inArray(messages.subject, subjects)));
  return cards.map(({ id }) => id);
}
