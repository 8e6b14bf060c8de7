import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';

import type { Address } from '../../core/address.ts';
import type { Due } from '../../core/due.ts';
import type { FollowUps } from '../../core/follow-ups.ts';
import type { IssueEvent, PersonId } from '../../core/issue.ts';
import { turns } from '../../core/turns.ts';
import type { TurnType } from '../../core/turns.ts';
import type { Enqueue } from '../jobs/jobs.ts';
import { digestsListing, digestsTelling } from './digest-messages.ts';
import { whatCountsReturns } from './kin.ts';
import { nudgesAbout } from './nudges.ts';
import { due, messages } from './schema/delivery.ts';
import { events } from './schema/issues.ts';
import type { Store } from './store.ts';
import type { Tx, WorkspaceId } from './transact.ts';

/**
 * Reserves a place for everything that must stand in Slack and hands it to the worker, in the transaction that made it
 * necessary: what is committed will be said, what is rolled back never was.
 */
export async function followUp(
  { enqueue, clock }: Pick<Store, 'enqueue' | 'clock'>,
  tx: Tx,
  workspace: WorkspaceId,
  wanted: FollowUps,
): Promise<void> {
  const { elsewhere, offered, learned, listed, returned, amended, nudged } = wanted;
  const haveIt = elsewhere === null ? [] : await saidOf(tx, workspace, elsewhere, 'news', saysWhoHasIt);
  const offers = offered === null ? [] : await saidOf(tx, workspace, offered, 'reply', offersOnceMore);
  const posts = learned === null ? [] : await messagesAbout(tx, workspace, learned, saysWhatWasLearned);
  const digests = learned === null ? [] : await digestsTelling(tx, workspace, learned);
  const lists = listed === null ? [] : await digestsListing(tx, workspace, listed);
  const counts = returned.length === 0 ? [] : await whatCountsReturns(tx, workspace, returned);
  const told = amended.length === 0 ? [] : await messagesThatTell(tx, workspace, amended);
  const nudges = nudged === null ? [] : await nudgesAbout(tx, workspace, nudged);
  const reserved = await reserve(tx, workspace, wanted.draw, clock());
  const ids = new Set([
    ...reserved,
    ...haveIt,
    ...offers,
    ...posts,
    ...digests,
    ...lists,
    ...counts,
    ...told,
    ...nudges,
  ]);
  await enqueue(
    tx,
    'draw',
    [...ids].map((message) => ({ workspace, message })),
  );
  await enqueue(
    tx,
    'publish-home',
    wanted.homes.map((person) => ({ workspace, person })),
  );
}

type Kind = Address['kind'];

/** What changes with a solution and what was learned from it, wherever it stands. */
const saysWhatWasLearned: readonly Kind[] = ['question', 'learning', 'write-up', 'reached', 'news', 'thanks'];

/** Draws anew, where they stand, all messages of these kinds about an issue: with `nudge` whatever tells of it unasked. */
export async function redrawAbout(
  tx: Tx,
  enqueue: Enqueue,
  workspace: WorkspaceId,
  issue: number,
  kinds: readonly Kind[],
): Promise<void> {
  const ids = [
    ...(await messagesAbout(tx, workspace, issue, kinds)),
    ...(kinds.includes('nudge') ? await nudgesAbout(tx, workspace, issue) : []),
  ];
  await enqueue(
    tx,
    'draw',
    ids.map((message) => ({ workspace, message })),
  );
}

/** Each belongs to one event, solution or message as well, so its whole subject is not at hand. */
async function messagesAbout(
  tx: Tx,
  workspace: WorkspaceId,
  issue: number,
  kinds: readonly Kind[],
): Promise<string[]> {
  const isAbout = sql`split_part(${messages.subject}, '/', 1) = ${String(issue)}`;
  /* Of all the news, only what tells of a confirmation says more as time goes by. */
  const isLasting = sql`(${messages.kind} <> 'news' or exists (select from ${events} e
    where e.workspace_id = ${workspace} and e.issue = ${issue}::bigint and e.type = 'confirmed'
      and e.seq::text = split_part(${messages.subject}, '/', 2)))`;
  const rows = await tx
    .select({ id: messages.id })
    .from(messages)
    .where(and(eq(messages.workspaceId, workspace), inArray(messages.kind, [...kinds]), isAbout, isLasting));
  return rows.map(({ id }) => id);
}

/** What a person is told of who has it, for a first answer or for support, and until when; or that nobody has. */
const saysWhoHasIt: readonly IssueEvent['type'][] = [
  'promised',
  'promise-passed',
  'asking-arrived',
  'looks-again',
  'let-go',
  'ask-delivered',
  'ask-passed',
  'ask-promised',
  'containing',
];

/** What is offered in the channel too. */
const offersOnceMore: readonly IssueEvent['type'][] = ['promise-passed'];

/** The messages of that kind that have told of such events of an issue. */
async function saidOf(
  tx: Tx,
  workspace: WorkspaceId,
  issue: number,
  kind: Kind,
  types: readonly IssueEvent['type'][],
): Promise<string[]> {
  const tells = and(
    eq(messages.workspaceId, events.workspaceId),
    eq(messages.kind, kind),
    sql`${messages.subject} = ${events.issue} || '/' || ${events.seq}`,
  );
  const rows = await tx
    .select({ id: messages.id })
    .from(events)
    .innerJoin(messages, tells)
    .where(and(eq(events.workspaceId, workspace), eq(events.issue, issue), inArray(events.type, [...types])));
  return rows.map(({ id }) => id);
}

/** What repeats somebody's words of an event. */
const repeatsWords: readonly Kind[] = ['reply', 'news', 'inquiry', 'thanks'];

async function messagesThatTell(
  tx: Tx,
  workspace: WorkspaceId,
  subjects: readonly string[],
): Promise<string[]> {
  const answers: string[] = [];
  for (const it of subjects) answers.push(...(await answersTo(tx, workspace, it)));
  const tells = and(inArray(messages.kind, [...repeatsWords]), inArray(messages.subject, [...subjects]));
  const quotes = and(eq(messages.kind, 'news'), inArray(messages.subject, answers));
  const rows = await tx
    .select({ id: messages.id })
    .from(messages)
    .where(and(eq(messages.workspaceId, workspace), or(tells, quotes)));
  return rows.map(({ id }) => id);
}

/** What was answered to a question, as subjects: the news of an answer repeats the question. */
async function answersTo(tx: Tx, workspace: WorkspaceId, question: string): Promise<string[]> {
  const [issue = '', seq = ''] = question.split('/');
  const isAnswer = and(eq(events.type, 'informed'), sql`${events.data} ->> 'inquiry' = ${seq}`);
  const rows = await tx
    .select({ seq: events.seq })
    .from(events)
    .where(and(eq(events.workspaceId, workspace), eq(events.issue, Number(issue)), isAnswer));
  return rows.map((row) => `${issue}/${row.seq}`);
}

/** A question may end while its reader rests, and be put again: to whom it has not come it comes then. */
const endedTooSoon = and(
  eq(messages.state, 'ended'),
  inArray(messages.kind, ['question', 'inquiry', 'nudge', 'bundle'] satisfies Kind[]),
  isNull(messages.ts),
);

/** The ids of the messages at these addresses, in their order; those that have none yet get one, reserved `now`. */
export async function reserve(
  tx: Tx,
  workspace: WorkspaceId,
  addresses: readonly Address[],
  now: Temporal.Instant,
): Promise<string[]> {
  if (addresses.length === 0) return [];
  const rows = await tx
    .insert(messages)
    .values(
      addresses.map(({ kind, subject, person }) => ({
        workspaceId: workspace,
        kind,
        subject,
        target: person ?? '',
        since: now,
      })),
    )
    .onConflictDoUpdate({
      target: [messages.workspaceId, messages.kind, messages.subject, messages.target],
      set: { state: sql`case when ${endedTooSoon} then 'reserved' else ${messages.state} end` },
    })
    .returning({ id: messages.id });
  return rows.map(({ id }) => id);
}

/** Sets when the issue falls due next, as the rules have it now: nothing has to be cancelled anywhere else. */
export async function reschedule(
  tx: Tx,
  workspace: WorkspaceId,
  number: number,
  next: Due | null,
): Promise<void> {
  const others = turns.filter((turn) => turn !== next?.turn);
  const subject = String(number);
  await tx
    .delete(due)
    .where(and(eq(due.workspaceId, workspace), eq(due.subject, subject), inArray(due.kind, others)));
  if (next !== null) await setDue(tx, workspace, number, next.turn, next.at);
}

/** When one turn of it is found, whatever else of it is: see `reschedule` for the only one. */
export async function setDue(
  tx: Tx,
  workspace: WorkspaceId,
  number: number,
  kind: TurnType,
  dueAt: Temporal.Instant,
): Promise<void> {
  await tx
    .insert(due)
    .values({ workspaceId: workspace, kind, subject: String(number), dueAt })
    .onConflictDoUpdate({ target: [due.workspaceId, due.kind, due.subject], set: { dueAt } });
}

/** The notice's id if this admin has not been told yet; else nothing. */
export async function reserveNotices(
  tx: Tx,
  workspace: WorkspaceId,
  subject: string,
  admin: PersonId,
): Promise<string[]> {
  const rows = await tx
    .insert(messages)
    .values({ workspaceId: workspace, kind: 'notice', subject, target: admin })
    .onConflictDoNothing()
    .returning({ id: messages.id });
  return rows.map(({ id }) => id);
}
