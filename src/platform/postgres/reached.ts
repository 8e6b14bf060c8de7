import { and, eq } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

import { noFollowUps } from '../../core/follow-ups.ts';
import { isOwned } from '../../core/issue.ts';
import type { PersonId } from '../../core/issue.ts';
import { aFew } from '../../core/ladder.ts';
import { adminsOf } from './leads.ts';
import { loadIssue } from './load-issue.ts';
import { forgetSpot, lockMessage, outcomeOf, seenByPeople } from './messages.ts';
import type { MessageRow } from './messages.ts';
import { followUp, redrawAbout } from './outbox.ts';
import { personById, personFor } from './people.ts';
import { asPersonId } from './person-id.ts';
import { due, messages } from './schema/delivery.ts';
import { writeUps } from './schema/learnings.ts';
import { loadShare } from './shares.ts';
import type { Store } from './store.ts';
import { transact } from './transact.ts';
import type { Tx, WorkspaceId } from './transact.ts';

/** Whoever is asked may leave without a word: after so long others are. */
const askedAgainHours = 24;

const resendOf = (workspace: WorkspaceId, id: string) =>
  and(eq(due.workspaceId, workspace), eq(due.kind, 'resend'), eq(due.subject, id));

/**
 * Nobody knows whether this post stands in the channel, and it must not stand there twice: admins are asked, and whoever
 * it is from; one answer is enough. `no-admin`: we have met none so far.
 */
export async function askWhetherReached(
  store: Store,
  workspace: WorkspaceId,
  row: MessageRow,
  adminUsers: readonly string[],
): Promise<'asked' | 'no-admin'> {
  return await transact(store, { workspace }, async (tx) => {
    if (outcomeOf(row) !== 'unsure') return 'asked';
    const [number = ''] = row.subject.split('/');
    for (const slackUser of adminUsers) await personFor(tx, workspace, slackUser);
    const admins = aFew(await adminsOf(tx, workspace, adminUsers));
    const author = await authorOf(tx, workspace, row);
    const asked = new Set([...admins, ...(author === null ? [] : [author])]);
    const subject = `${number}/${row.id}`;
    const draw = [...asked].map((person) => ({ kind: 'reached' as const, subject, person }));
    await followUp(store, tx, workspace, { ...noFollowUps, draw });
    if (asked.size > 0) await lookAgain(tx, workspace, row.id, store.clock());
    return admins.length === 0 ? 'no-admin' : 'asked';
  });
}

async function lookAgain(tx: Tx, workspace: WorkspaceId, id: string, now: Temporal.Instant): Promise<void> {
  const dueAt = now.add({ hours: askedAgainHours });
  await tx.update(due).set({ dueAt }).where(resendOf(workspace, id));
}

/** The last to publish the write-up, whoever solved it, or whoever shares it; `null` where they have left. */
async function authorOf(
  tx: Tx,
  workspace: WorkspaceId,
  { kind, subject }: MessageRow,
): Promise<PersonId | null> {
  if (kind === 'digest') return null;
  const id = await writerOf(tx, workspace, kind, subject);
  const person = id === null ? null : await personById(tx, workspace, id);
  return person === null || person.hasLeft || person.slackUserId === null ? null : person.id;
}

async function writerOf(
  tx: Tx,
  workspace: WorkspaceId,
  kind: string,
  subject: string,
): Promise<PersonId | null> {
  if (kind === 'share') return (await loadShare(tx, workspace, subject))?.by ?? null;
  const issue = Number(subject.split('/')[0]);
  return kind === 'write-up' ? await publisherOf(tx, workspace, issue) : await ownerOf(tx, workspace, issue);
}

async function publisherOf(tx: Tx, workspace: WorkspaceId, issue: number): Promise<PersonId | null> {
  const here = and(eq(writeUps.workspaceId, workspace), eq(writeUps.issue, issue));
  const [row] = await tx.select({ by: writeUps.changedBy }).from(writeUps).where(here);
  return row === undefined ? null : asPersonId(row.by);
}

async function ownerOf(tx: Tx, workspace: WorkspaceId, issue: number): Promise<PersonId | null> {
  const loaded = await loadIssue(tx, workspace, issue, 'read');
  return loaded !== null && isOwned(loaded.issue) ? loaded.issue.owner : null;
}

export type SaidOfPost = 'there' | 'again';

/**
 * Somebody who was asked has looked. Posted again only while nobody knows better; `not-asked`: it was somebody else who
 * was asked.
 *
 * @throws Unavailable or Unsure, see `transact`.
 */
export async function settleReached(
  store: Store,
  workspace: WorkspaceId,
  slackUser: string,
  id: string,
  said: SaidOfPost,
): Promise<'settled' | 'not-asked'> {
  return await transact(store, { workspace }, async (tx) => {
    if (!isId(id)) return 'not-asked';
    const { id: person } = await personFor(tx, workspace, slackUser);
    const row = await lockMessage(tx, workspace, id);
    if (row === null || !(await isAsked(tx, workspace, row, person))) return 'not-asked';
    if (outcomeOf(row) === 'unsure') {
      await tx.delete(due).where(resendOf(workspace, id));
      if (said === 'again') await forgetSpot(tx, workspace, id);
      else await noteSeen(tx, workspace, id);
      if (said === 'again') await store.enqueue(tx, 'draw', [{ workspace, message: id }]);
    }
    const [number = ''] = row.subject.split('/');
    await redrawAbout(tx, store.enqueue, workspace, Number(number), ['reached']);
    return 'settled';
  });
}

function isId(text: string): boolean {
  return z.uuid().safeParse(text).success;
}

async function noteSeen(tx: Tx, workspace: WorkspaceId, id: string): Promise<void> {
  const here = and(eq(messages.workspaceId, workspace), eq(messages.id, id));
  await tx.update(messages).set({ reason: seenByPeople }).where(here);
}

async function isAsked(tx: Tx, workspace: WorkspaceId, row: MessageRow, person: PersonId): Promise<boolean> {
  const [number = ''] = row.subject.split('/');
  const here = and(
    eq(messages.workspaceId, workspace),
    eq(messages.kind, 'reached'),
    eq(messages.subject, `${number}/${row.id}`),
    eq(messages.target, person),
  );
  return (await tx.select({ id: messages.id }).from(messages).where(here)).length > 0;
}
