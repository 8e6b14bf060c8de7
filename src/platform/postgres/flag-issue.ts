import { randomUUID } from 'node:crypto';

import { and, eq, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';

import type { Gap, PersonId, SavedIssue } from '../../core/issue.ts';
import { seal, sealedRow, tagsOf } from '../keys.ts';
import { writeIssue } from './issue-rows.ts';
import { loadIssue } from './load-issue.ts';
import { reschedule } from './outbox.ts';
import { personFor } from './people.ts';
import { forgetRequests, issueOfRequest, rememberRequest, setIssueOfRequest } from './requests.ts';
import { events, issues, participants, workspaces } from './schema/issues.ts';
import type { Store } from './store.ts';
import { transact } from './transact.ts';
import type { Tx, WorkspaceId } from './transact.ts';

export interface Flag {
  readonly workspace: WorkspaceId;
  readonly slackUser: string;
  readonly gap: Gap;
  readonly pauseSeconds: number;
  /** Name the words, and the form if there was one: whichever is sent again finds the issue it made. */
  readonly requests: readonly string[];
}

export interface Flagged {
  readonly number: number;
  /** As it is kept; after a repeat, as it was sent the first time. */
  readonly gap: Gap;
  /** The issue as it is now; after a repeat it may be posted already. */
  readonly isSaved: boolean;
  readonly isRepeat: boolean;
}

/**
 * The first moment of an issue, in one transaction: it is saved with its reporter sealed, and falls due for posting.
 *
 * @throws Unavailable or Unsure, see `transact`.
 */
export async function flagIssue(store: Store, flag: Flag): Promise<Flagged> {
  return await transact(store, { workspace: flag.workspace }, async (tx) => {
    const { workspace, requests } = flag;
    const now = store.clock();
    await forgetRequests(tx, workspace, now);
    for (const request of requests) {
      const isNew = await rememberRequest(tx, workspace, request, null, now);
      if (!isNew) return await alreadyFlagged(tx, workspace, request, now);
    }
    const reporter = await personFor(tx, workspace, flag.slackUser);
    const number = await takeNumber(tx, workspace);
    const issue: SavedIssue = {
      state: 'saved',
      number,
      version: 1,
      ...flag.gap,
      flaggedAt: now,
      postAt: now.add({ seconds: flag.pauseSeconds }),
      reporter: { person: null, hasLeft: false, verdict: null },
      meToos: [],
      reopenings: 0,
    };
    await write(store, tx, workspace, issue, reporter.id);
    for (const request of requests) await setIssueOfRequest(tx, workspace, request, number);
    return { number, gap: flag.gap, isSaved: true, isRepeat: false };
  });
}

async function alreadyFlagged(
  tx: Tx,
  workspace: WorkspaceId,
  request: string,
  now: Temporal.Instant,
): Promise<Flagged> {
  const number = await issueOfRequest(tx, workspace, request, now);
  const loaded = number === null ? null : await loadIssue(tx, workspace, number, 'read');
  if (loaded === null) throw new Error('a remembered request leads to no issue');
  const { issue } = loaded;
  return { number: issue.number, gap: issue, isSaved: issue.state === 'saved', isRepeat: true };
}

/** As late as it can be, since from here on others who flag in this workspace wait. Gaps are allowed. */
async function takeNumber(tx: Tx, workspace: WorkspaceId): Promise<number> {
  const [row] = await tx
    .update(workspaces)
    .set({ nextNumber: sql`${workspaces.nextNumber} + 1` })
    .where(and(eq(workspaces.id, workspace)))
    .returning({ next: workspaces.nextNumber });
  if (row === undefined) throw new Error('the workspace is not there');
  return row.next - 1;
}

/** Nothing about who it was is stored in the clear: the reporter is a seal, and a tag only the key ring can make. */
async function write(
  store: Store,
  tx: Tx,
  workspace: WorkspaceId,
  issue: SavedIssue,
  reporter: PersonId,
): Promise<void> {
  const { number, flaggedAt } = issue;
  const id = randomUUID();
  const [tag] = tagsOf(store.keys, workspace, reporter);
  const sealed = seal(store.keys, sealedRow(workspace, id), reporter);
  await tx.insert(issues).values({ workspaceId: workspace, number, flaggedAt, ...writeIssue(issue) });
  await tx.insert(participants).values({
    workspaceId: workspace,
    issue: number,
    id,
    role: 'reporter',
    seal: sealed,
    tag,
    joinedAt: flaggedAt,
  });
  await tx.insert(events).values({
    workspaceId: workspace,
    issue: number,
    seq: 1,
    type: 'flagged',
    actorRole: 'reporter',
    data: {},
    at: flaggedAt,
  });
  await reschedule(tx, workspace, number, issue);
}
