import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

import type { Issue } from '../../core/issue.ts';
import { digestsListing } from './digest-messages.ts';
import { endOfChain } from './family.ts';
import { loadIssue } from './load-issue.ts';
import { linkedFrom, linksToCards } from './permalink.ts';
import { returns } from './returns.ts';
import { messages } from './schema/delivery.ts';
import { events, issues } from './schema/issues.ts';
import type { Tx, WorkspaceId } from './transact.ts';

/** An issue that a card points to. */
export interface Relative {
  readonly number: number;
  readonly cardLink: string | null;
}

/** A fix that did not hold, and what came back. Counted on the fix, never on anybody. */
export interface Kin {
  readonly fix: (Relative & { readonly fixedAt: Temporal.Instant | null; readonly nth: number }) | null;
  /** How often it came back: by itself after it was confirmed, or as another issue. */
  readonly returns: number;
  /** It was itself the last time. */
  readonly cameBackItself: boolean;
  /** The newest of the other issues that it came back as. */
  readonly lastReturn: Relative | null;
}

export const noKin: Kin = { fix: null, returns: 0, cameBackItself: false, lastReturn: null };

/** The fix that did not hold for this issue, and how often its own fix did not. */
export async function loadKin(tx: Tx, workspace: WorkspaceId, issue: Issue): Promise<Kin> {
  const backAs = await returnsOf(tx, workspace, issue.number);
  const last = backAs.findLast((it) => it !== null) ?? null;
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
    returns: backAs.length,
    cameBackItself: backAs.at(-1) === null,
    lastReturn: last === null ? null : relative(last),
  };
}

/** `null` also where it is no return of its own: it was found to be the same as the fix, and goes on as that. */
async function loadFix(tx: Tx, workspace: WorkspaceId, number: number, returned: number) {
  if ((await loadIssue(tx, workspace, number, 'read')) === null) return null;
  const goesOnAs = await endOfChain(tx, workspace, returned);
  const nth = 1 + (await returnsOf(tx, workspace, number)).indexOf(goesOnAs);
  return nth === 0 ? null : { fixedAt: await fixedBefore(tx, workspace, number, returned), nth };
}

/** When that fix was made which did not hold: it may have been mended anew since. */
async function fixedBefore(tx: Tx, workspace: WorkspaceId, fix: number, returned: number) {
  const [row] = await tx
    .select({ at: events.at })
    .from(events)
    .where(
      and(
        eq(events.workspaceId, workspace),
        eq(events.issue, fix),
        eq(events.type, 'resolved'),
        sql`${events.at} <= (select p.at from events p
          where p.workspace_id = ${workspace} and p.issue = ${returned} and p.type = 'posted' limit 1)`,
      ),
    )
    .orderBy(desc(events.seq))
    .limit(1);
  return row?.at ?? null;
}

const returned = z.array(z.object({ back_as: z.int().nullable() }));

/** As what this fix came back, one time after the other; `null`: as itself. Only what people can see counts. */
async function returnsOf(tx: Tx, workspace: WorkspaceId, fix: number): Promise<(number | null)[]> {
  const { rows } = await tx.execute<Record<string, unknown>>(sql`
    select back_as from ${returns(workspace)} as r where number = ${fix} order by at, issue`);
  return returned.parse(rows).map((row) => row.back_as);
}

/** The messages that count the returns of these, and of all fixes that came back as these or as what is the same as these. */
export async function whatCountsReturns(
  tx: Tx,
  workspace: WorkspaceId,
  numbers: readonly number[],
): Promise<string[]> {
  const { rows } = await tx.execute<Record<string, unknown>>(sql`
    with recursive family as (
      select unnest(${sql.param(numbers)}::int[]) as number
      union
      select unnest(i.duplicates) from family f
      join issues i on i.workspace_id = ${workspace} and i.number = f.number)
    select unnest(${sql.param(numbers)}::int[]) as number
    union
    select i.return_of from family f
    join issues i on i.workspace_id = ${workspace} and i.number = f.number and i.return_of is not null`);
  const fixes = z
    .array(z.object({ number: z.int() }))
    .parse(rows)
    .map(({ number }) => number);
  const ids = await cardsOfReturns(tx, workspace, fixes);
  for (const fix of fixes) ids.push(...(await digestsListing(tx, workspace, fix)));
  return ids;
}

/** However often fixes came back, so many of their returns are drawn anew: the newest ones. */
const mostRedrawn = 50;

/** The cards of these, and of what they came back as. */
async function cardsOfReturns(tx: Tx, workspace: WorkspaceId, fixes: readonly number[]): Promise<string[]> {
  const returned = await tx
    .select({ number: issues.number })
    .from(issues)
    .where(and(eq(issues.workspaceId, workspace), inArray(issues.returnOf, [...fixes])))
    .orderBy(desc(issues.number))
    .limit(mostRedrawn);
  return await cardsOf(tx, workspace, [...fixes, ...returned.map(({ number }) => number)]);
}

/** The cards that link to the card `subject`, and can do so from when it stands. */
export async function cardsLinkingTo(tx: Tx, workspace: WorkspaceId, subject: string): Promise<string[]> {
  const issue = (await loadIssue(tx, workspace, Number(subject), 'read'))?.issue;
  if (issue === undefined) return [];
  const fix = issue.returnOf === null ? [] : [issue.returnOf];
  return await cardsOf(tx, workspace, [...fix, ...linkedFrom(issue)]);
}

async function cardsOf(tx: Tx, workspace: WorkspaceId, numbers: readonly number[]): Promise<string[]> {
  if (numbers.length === 0) return [];
  const isCard = and(eq(messages.workspaceId, workspace), eq(messages.kind, 'card'));
  const cards = await tx
    .select({ id: messages.id })
    .from(messages)
    .where(and(isCard, inArray(messages.subject, numbers.map(String))));
  return cards.map(({ id }) => id);
}
