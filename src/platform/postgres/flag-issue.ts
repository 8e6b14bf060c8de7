import { randomUUID } from 'node:crypto';

import { and, eq, sql } from 'drizzle-orm';

import type { Gap, PersonId, SavedIssue } from '../../core/issue.ts';
import { seal, tagsOf } from '../keys.ts';
import { sealedRow } from './change-issue.ts';
import type { Store } from './change-issue.ts';
import { writeIssue } from './issue-rows.ts';
import { loadIssue } from './load-issue.ts';
import { reschedule } from './outbox.ts';
import { personFor } from './people.ts';
import { forgetRequests, issueOfRequest, rememberRequest, setIssueOfRequest } from './requests.ts';
import { events, issues, participants, workspaces } from './schema/issues.ts';
import { transact } from './transact.ts';
import type { Tx, WorkspaceId } from './transact.ts';

export interface Flag {
  readonly workspace: WorkspaceId;
  readonly slackUser: string;
  readonly gap: Gap;
  readonly pauseSeconds: number;
  /** Names the form or the text, so that the same one sent again finds the issue it made. */
  readonly request: string;
}

export interface Flagged {
  readonly number: number;
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
    const { workspace, request } = flag;
    const now = store.clock();
    await forgetRequests(tx, workspace, now);
    if (!(await rememberRequest(tx, workspace, request, null, now))) return await alreadyFlagged(tx, flag);
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
    await setIssueOfRequest(tx, workspace, request, number);
    return { number, isSaved: true, isRepeat: false };
  });
}

async function alreadyFlagged(tx: Tx, flag: Flag): Promise<Flagged> {
  const number = await issueOfRequest(tx, flag.workspace, flag.request);
  const loaded = number === null ? null : await loadIssue(tx, flag.workspace, number, 'read');
  if (loaded === null) throw new Error('a remembered request leads to no issue');
  return { number: loaded.issue.number, isSaved: loaded.issue.state === 'saved', isRepeat: true };
}

/** Last of all, since from here on others who flag in this workspace wait. Gaps are allowed. */
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
