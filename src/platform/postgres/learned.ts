import { and, eq, inArray, isNotNull, ne, or, sql } from 'drizzle-orm';
import { z } from 'zod';

import { isSolved } from '../../core/issue.ts';
import type { Issue, PersonId } from '../../core/issue.ts';
import { consents, mayAskForName, nothingLearned, readerAnswers } from '../../core/learning.ts';
import type { Consent, Counts, Learned, WriteUp } from '../../core/learning.ts';
import { leadsOf } from './leads.ts';
import { linksToLearnings } from './permalink.ts';
import { asPersonId } from './person-id.ts';
import { messages } from './schema/delivery.ts';
import { events } from './schema/issues.ts';
import { credits, readers, writers, writeUps } from './schema/learnings.ts';
import type { Tx, WorkspaceId } from './transact.ts';

const sections = z.object({
  happened: z.string(),
  possible: z.string(),
  well: z.string(),
  changed: z.string(),
  use: z.string(),
});

export async function loadWriteUp(tx: Tx, workspace: WorkspaceId, issue: number): Promise<WriteUp | null> {
  const [row] = await tx
    .select()
    .from(writeUps)
    .where(and(eq(writeUps.workspaceId, workspace), eq(writeUps.issue, issue)));
  if (row === undefined) return null;
  const people = await tx
    .select({ id: writers.personId })
    .from(writers)
    .where(and(eq(writers.workspaceId, workspace), eq(writers.issue, issue)))
    .orderBy(writers.since, writers.personId);
  return {
    version: row.version,
    sections: sections.parse(row.sections),
    writers: people.map(({ id }) => asPersonId(id)),
    ...((await isSolvedAnew(tx, workspace, issue)) ? { isOutdated: true as const } : {}),
  };
}

/** Whether there is a newer solution than the one that the write-up was published for. */
async function isSolvedAnew(tx: Tx, workspace: WorkspaceId, issue: number): Promise<boolean> {
  const { rows } = await tx.execute<Record<string, unknown>>(sql`
    select from ${events} where workspace_id = ${workspace} and issue = ${issue} and type = 'resolved'
      and seq > (select max(seq) from ${events}
        where workspace_id = ${workspace} and issue = ${issue} and type = 'written-up')
    limit 1`);
  return rows.length > 0;
}

/** All that posts, cards and pages say about what was learned. Of an issue that was never solved there is nothing. */
export async function loadLearned(
  tx: Tx,
  workspace: WorkspaceId,
  issue: Issue,
  reader: PersonId | null,
  adminUsers: readonly string[],
): Promise<Learned> {
  const { number, reopenings } = issue;
  if (!isSolved(issue) && reopenings === 0) return nothingLearned;
  const answers = await loadConsents(tx, workspace, number);
  const agreed = [...answers].flatMap(([person, answer]) => (answer === 'yes' ? [person] : []));
  const leads = agreed.length === 0 ? [] : await leadsOf(tx, workspace, adminUsers);
  const writeUp = await loadWriteUp(tx, workspace, number);
  return {
    writeUp,
    counts: await loadCounts(tx, workspace, number),
    agreed,
    leads: leads.filter((it) => agreed.includes(it)),
    link: (await linksToLearnings(tx, workspace, [number])).get(number) ?? null,
    consent: reader === null ? null : (answers.get(reader) ?? null),
  };
}

async function loadConsents(tx: Tx, workspace: WorkspaceId, issue: number): Promise<Map<PersonId, Consent>> {
  const rows = await tx
    .select()
    .from(credits)
    .where(and(eq(credits.workspaceId, workspace), eq(credits.issue, issue)))
    .orderBy(credits.personId);
  return new Map(rows.map((row) => [asPersonId(row.personId), z.enum(consents).parse(row.answer)]));
}

/**
 * Whether *Is it fixed?* asks them already whether they may be named: the first of an issue does, its reporter. Once it
 * counts as fixed, what has not come of it never will; of what is being sent nobody knows.
 */
export async function isAskedWithFix(
  tx: Tx,
  workspace: WorkspaceId,
  { number, reporter, state }: Issue,
  reader: PersonId | null,
): Promise<boolean> {
  if (reader === null || reader !== reporter.person) return false;
  const isFirst = and(eq(messages.kind, 'question'), eq(messages.subject, `${number}/1`));
  const mayCome =
    state === 'resolved' ? ne(messages.state, 'ended') : inArray(messages.state, ['sending', 'unsure']);
  const rows = await tx
    .select({ id: messages.id })
    .from(messages)
    .where(
      and(
        eq(messages.workspaceId, workspace),
        isFirst,
        eq(messages.target, reader),
        or(isNotNull(messages.ts), mayCome),
      ),
    );
  return rows.length > 0;
}

/** Whether somebody who met it as well answered a solution before the one that `subject` names: they were asked for their name then. */
export async function hasAnsweredBefore(
  tx: Tx,
  workspace: WorkspaceId,
  person: PersonId | null,
  subject: string,
): Promise<boolean> {
  const [number = 0, round = 1] = subject.split('/').map(Number);
  if (person === null || round === 1) return false;
  const { rows } = await tx.execute<Record<string, unknown>>(sql`
    select from ${events} a where a.workspace_id = ${workspace} and a.issue = ${number}
      and a.type = 'answered' and a.data ->> 'person' = ${person}
      and ${round} - 1 > (select count(*) from ${events} r
        where r.workspace_id = a.workspace_id and r.issue = a.issue and r.type = 'reopened' and r.seq < a.seq)
    limit 1`);
  return rows.length > 0;
}

/** Whether somebody is still to be asked if they may be named with it. */
export async function isNameWanted(
  tx: Tx,
  workspace: WorkspaceId,
  issue: Issue,
  person: PersonId,
): Promise<boolean> {
  const writeUp = await loadWriteUp(tx, workspace, issue.number);
  const consent = (await loadConsents(tx, workspace, issue.number)).get(person) ?? null;
  const isAsked = await isAskedWithFix(tx, workspace, issue, person);
  return mayAskForName(issue, { writeUp, consent }, person, isAsked);
}

const counted = z.object({ answer: z.enum(readerAnswers), count: z.int() });

async function loadCounts(tx: Tx, workspace: WorkspaceId, issue: number): Promise<Counts> {
  const rows = await tx
    .select({ answer: readers.answer, count: sql<number>`count(*)::int` })
    .from(readers)
    .where(and(eq(readers.workspaceId, workspace), eq(readers.issue, issue)))
    .groupBy(readers.answer);
  const given = z
    .array(counted)
    .parse(rows)
    .map(({ answer, count }) => [answer, count] as const);
  return { ...nothingLearned.counts, ...Object.fromEntries(given) };
}
