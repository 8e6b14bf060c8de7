import { sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

import type { Issue, PersonId } from '../../core/issue.ts';
import { asksRhythm, ledTo, owedBy } from '../../core/owed.ts';
import type { LedTo, OwedKind } from '../../core/owed.ts';
import { owedTo, owingAs, withFacts } from './find-owed.ts';
import { loadDone } from './history.ts';
import { loadIssues } from './load-issue.ts';
import { owedNudges, wishOf } from './owed.ts';
import { linkedFrom, linksToCards } from './permalink.ts';
import type { Tx, WorkspaceId } from './transact.ts';

/** What a lead reads of what they owe, as it stands now. */
export interface OwedMessage {
  readonly reader: PersonId;
  readonly sentAt: Temporal.Instant;
  /** `owed` is null where it has been answered since. */
  readonly items: readonly { readonly issue: Issue; readonly owed: OwedKind | null }[];
  /** How many there are besides. */
  readonly more: number;
  readonly ledTo: LedTo | null;
  /** They are asked how often they want to read this. */
  readonly asksRhythm: boolean;
  readonly slackIds: ReadonlyMap<PersonId, string>;
  readonly links: ReadonlyMap<number, string>;
}

/** `null`: it tells of nothing. */
export async function loadOwed(
  tx: Tx,
  workspace: WorkspaceId,
  person: PersonId,
  subject: string,
  adminUsers: readonly string[],
): Promise<OwedMessage | null> {
  const all = await owedNudges(tx, workspace, person);
  const at = all.findIndex((it) => it.subject === subject);
  const nudge = all[at];
  if (nudge === undefined || nudge.sentAt === null || nudge.issues.length === 0) return null;
  const owing = await owingAs(tx, workspace, person, adminUsers);
  const { issues, slackIds } = await loadIssues(tx, workspace, nudge.issues);
  const { total, facts } = await owedTo(tx, workspace, owing, nudge.sentAt);
  const items = issues.map((issue) => ({ issue, owed: owedBy(withFacts(issue, facts), owing) }));
  const { rhythm, unpressed } = await wishOf(tx, workspace, person);
  const led = await lastLedTo(tx, workspace, person, { until: nudge.sentAt, since: sentBefore(all, at) });
  const numbers = issues.flatMap((issue) => [issue.number, ...linkedFrom(issue)]);
  const links = await linksToCards(tx, workspace, led === null ? numbers : [...numbers, led.number]);
  return {
    reader: person,
    sentAt: nudge.sentAt,
    items,
    more: Math.max(0, total - items.filter(({ owed }) => owed !== null).length),
    ledTo: led,
    asksRhythm: at === all.length - 1 && asksRhythm(rhythm, unpressed),
    slackIds,
    links,
  };
}

/** When the one before was sent: what was fixed since then has not been told yet. */
function sentBefore(all: Awaited<ReturnType<typeof owedNudges>>, at: number): Temporal.Instant | null {
  return all.slice(0, at).findLast((it) => it.sentAt !== null)?.sentAt ?? null;
}

/** Fixes are told while they are news. */
const newsWeeks = 8;

const few = 5;

/** What was confirmed in that time, of what they had answered; the newest of it. */
async function lastLedTo(
  tx: Tx,
  workspace: WorkspaceId,
  person: PersonId,
  { until, since }: { readonly until: Temporal.Instant; readonly since: Temporal.Instant | null },
): Promise<LedTo | null> {
  const from = since ?? until.subtract({ hours: newsWeeks * 7 * 24 });
  const { rows } = await tx.execute<Record<string, unknown>>(sql`
    select c.issue as number from events c where c.workspace_id = ${workspace} and c.type = 'confirmed'
      and c.at > ${from.toString()}::timestamptz and c.at <= ${until.toString()}::timestamptz and exists (
        select from events a where a.workspace_id = ${workspace} and a.issue = c.issue and a.actor_id = ${person}
          and (a.type in ('offered', 'inquired', 'looks-again', 'opened-again')
            or a.type = 'ask-closed' and a.data ->> 'how' not in ('called-back', 'taken-over', 'solved'))
          and a.seq < c.seq)
    order by c.at desc limit ${few}`);
  const numbers = z.array(z.object({ number: z.int() })).parse(rows);
  const { issues } = await loadIssues(
    tx,
    workspace,
    numbers.map(({ number }) => number),
  );
  for (const issue of issues) {
    const led = ledTo(issue, await loadDone(tx, workspace, issue.number), person);
    if (led !== null) return led;
  }
  return null;
}
