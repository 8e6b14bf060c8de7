import { and, eq, inArray, sql } from 'drizzle-orm';

import type { PersonId } from '../../core/issue.ts';
import { readerAnswers } from '../../core/learning.ts';
import type { ReaderAnswer } from '../../core/learning.ts';
import { readerTags, requestKey } from '../keys.ts';
import { redrawAbout } from './outbox.ts';
import { personFor } from './people.ts';
import { forgetRequests, forgetTheseRequests, rememberRequest } from './requests.ts';
import { learnings, readers } from './schema/learnings.ts';
import type { Store } from './store.ts';
import { transact } from './transact.ts';
import type { Tx, WorkspaceId } from './transact.ts';

interface Answered {
  readonly workspace: WorkspaceId;
  readonly slackUser: string;
  readonly issue: number;
  readonly answer: ReaderAnswer;
}

/** Pressed twice within so many seconds was meant once; later it takes the answer back. */
const sameForSeconds = 3;

/**
 * One answer for each reader, and nobody's name beside it. Another one takes its place, the same again takes it back.
 * Says what stands now; `gone`: there is nothing to learn from this issue any more.
 *
 * @throws Unavailable or Unsure, see `transact`.
 */
export async function answerAsReader(
  store: Store,
  answered: Answered,
): Promise<ReaderAnswer | null | 'gone'> {
  const { workspace, issue, answer } = answered;
  return await transact(store, { workspace }, async (tx) => {
    const { id: person } = await personFor(tx, workspace, answered.slackUser);
    if (!(await isListed(tx, workspace, issue))) return 'gone';
    const tags = readerTags(store.keys, workspace, issue, person);
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${tags.at(-1)}, 0))`);
    const theirs = and(
      eq(readers.workspaceId, workspace),
      eq(readers.issue, issue),
      inArray(readers.tag, [...tags]),
    );
    const [given] = await tx.select().from(readers).where(theirs);
    const present = readerAnswers.find((it) => it === given?.answer) ?? null;
    if (await isPressedAgain(store, tx, answered, person)) return present;
    await tx.delete(readers).where(theirs);
    const next = present === answer ? null : answer;
    if (next !== null)
      await tx.insert(readers).values({ workspaceId: workspace, issue, tag: tags[0], answer });
    await redrawAbout(tx, store.enqueue, workspace, issue, ['learning', 'write-up']);
    return next;
  });
}

async function isListed(tx: Tx, workspace: WorkspaceId, issue: number): Promise<boolean> {
  const here = and(eq(learnings.workspaceId, workspace), eq(learnings.issue, issue));
  return (await tx.select({ issue: learnings.issue }).from(learnings).where(here)).length > 0;
}

async function isPressedAgain(store: Store, tx: Tx, answered: Answered, person: PersonId): Promise<boolean> {
  const { workspace, issue, answer } = answered;
  const now = store.clock();
  const key = (of: ReaderAnswer): string =>
    requestKey(store.keys, [workspace, person, 'reader', String(issue), of]);
  await forgetRequests(tx, workspace, now);
  if (!(await rememberRequest(tx, workspace, key(answer), null, now, sameForSeconds))) return true;
  await forgetTheseRequests(tx, workspace, readerAnswers.filter((it) => it !== answer).map(key));
  return false;
}
