import { randomUUID } from 'node:crypto';

import { eq, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';

import { gapOf } from '../../core/issue.ts';
import type { Gap, Issue, PersonId, SavedIssue } from '../../core/issue.ts';
import { seal, sealedRow, tagsOf } from '../keys.ts';
import { writeIssue } from './issue-rows.ts';
import { loadIssue } from './load-issue.ts';
import { reschedule } from './outbox.ts';
import { personFor } from './people.ts';
import { forgetRequests, issueOfRequest, rememberRequest, setIssueOfRequest } from './requests.ts';
import { events, issues, participants, workspaces } from './schema/issues.ts';
import { readSettings } from './settings.ts';
import type { Settings } from './settings.ts';
import type { Store } from './store.ts';
import { transact } from './transact.ts';
import type { Tx, WorkspaceId } from './transact.ts';

export interface Flag {
  readonly workspace: WorkspaceId;
  readonly slackUser: string;
  readonly gap: Gap;
  /** What holds where no admin has chosen otherwise: the pause before it is posted, above all. */
  readonly otherwise: Settings;
  /** It is posted without a pause. */
  readonly isAtOnce?: true;
  /** Name the form, if there was one, and last the words: whichever is sent again finds the issue it made. */
  readonly requests: readonly string[];
}

export interface Flagged {
  readonly number: number;
  /** As it is kept; after a repeat, as it was sent the first time. */
  readonly gap: Gap;
  /** The issue as it is now; after a repeat it may be posted already. */
  readonly isSaved: boolean;
  readonly isRepeat: boolean;
  /** As they hold for this flag. */
  readonly settings: Settings;
}

/**
 * The first moment of an issue, in one transaction: it is saved with its reporter sealed, and falls due for posting.
 *
 * @throws Unavailable or Unsure, see `transact`.
 */
export async function flagIssue(store: Store, flag: Flag): Promise<Flagged> {
  return await transact(store, { workspace: flag.workspace }, (tx) => flagWithin(store, tx, flag));
}

/** The same, as a part of what is saved together with it. */
export async function flagWithin(store: Store, tx: Tx, flag: Flag): Promise<Flagged> {
  const { workspace, requests, gap } = flag;
  const now = store.clock();
  const settings = await readSettings(tx, workspace, flag.otherwise);
  await forgetRequests(tx, workspace, now);
  const repeated = await findRepeat(tx, flag, now);
  if (repeated !== null) return { ...repeated, settings };
  const reporter = await personFor(tx, workspace, flag.slackUser);
  const number = await takeNumber(tx, workspace);
  const issue: SavedIssue = {
    state: 'saved',
    number,
    version: 1,
    text: gap.text,
    impact: gap.impact,
    affected: gap.affected,
    flaggedAt: now,
    postAt: now.add({ seconds: flag.isAtOnce === true ? 0 : settings.postingPauseSeconds }),
    reporter: { person: null, hasLeft: false, verdict: null },
    meToos: [],
    reopenings: 0,
    returnOf: null,
    help: gap.isStuck ? { state: 'wanted' } : null,
    hasAskedForLook: false,
    duplicates: [],
  };
  await write(store, tx, workspace, issue, reporter.id);
  for (const request of requests) await setIssueOfRequest(tx, workspace, request, number);
  return { number, gap, isSaved: true, isRepeat: false, settings };
}

type Repeat = Omit<Flagged, 'settings'>;

/** The flag that one of the requests has made, if that is still what the person means by it. Remembers them all. */
async function findRepeat(tx: Tx, flag: Flag, now: Temporal.Instant): Promise<Repeat | null> {
  const { workspace, requests, gap } = flag;
  for (const [index, request] of requests.entries()) {
    if (await rememberRequest(tx, workspace, request, null, now)) continue;
    const number = await issueOfRequest(tx, workspace, request, now);
    const issue = number === null ? undefined : (await loadIssue(tx, workspace, number, 'read'))?.issue;
    const areWordsAlone = index === requests.length - 1;
    if (issue === undefined || (areWordsAlone && !standsForWords(issue, gap))) continue;
    for (const earlier of requests.slice(0, index))
      await setIssueOfRequest(tx, workspace, earlier, issue.number);
    return { number: issue.number, gap: gapOf(issue), isSaved: issue.state === 'saved', isRepeat: true };
  }
  return null;
}

/** Words that were edited since, withdrawn, or fixed and met again are worth a flag of their own. */
function standsForWords(issue: Issue, { text }: Gap): boolean {
  return issue.text === text && issue.state !== 'withdrawn' && issue.state !== 'confirmed';
}

/** As late as it can be, since from here on others who flag in this workspace wait. Gaps are allowed. */
async function takeNumber(tx: Tx, workspace: WorkspaceId): Promise<number> {
  const [row] = await tx
    .update(workspaces)
    .set({ nextNumber: sql`${workspaces.nextNumber} + 1` })
    .where(eq(workspaces.id, workspace))
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
