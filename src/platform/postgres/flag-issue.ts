import { randomUUID } from 'node:crypto';

import { eq, sql } from 'drizzle-orm';

import { dueOf } from '../../core/due.ts';
import { askAtFrom } from '../../core/hold.ts';
import type { Hours } from '../../core/hours.ts';
import type { DeclinedIssue, DuplicateIssue, Gap, PersonId, SavedIssue } from '../../core/issue.ts';
import { seal, sealedRow, tagsOf } from '../keys.ts';
import { arrive } from './arrive.ts';
import { foretold } from './cadence.ts';
import type { Foretold } from './cadence.ts';
import { findRepeat } from './find-repeat.ts';
import { writeIssue } from './issue-rows.ts';
import { joinQueue } from './number-queue.ts';
import { personFor } from './people.ts';
import { expiryOf, remembering, setIssueOfRequest } from './requests.ts';
import { due } from './schema/delivery.ts';
import { events, issues, participants, workspaces } from './schema/issues.ts';
import type { Otherwise, Settings } from './settings.ts';
import type { Store } from './store.ts';
import { given, oncePerConnection, transact } from './transact.ts';
import type { Tx, WorkspaceId } from './transact.ts';

export interface Flag {
  readonly workspace: WorkspaceId;
  readonly slackUser: string;
  readonly gap: Gap;
  /** The lens noticed something in it that wants an answer: it is held, where notes are wanted. */
  readonly wantsAnswer?: boolean;
  /** What holds where no admin has chosen otherwise: the pause before it is posted, above all. */
  readonly otherwise: Otherwise;
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
  /** Of a repeat: what it has ended as. */
  readonly ended?: Ended;
  /** Its reporter has something to choose before it is posted. */
  readonly isHeld: boolean;
  /** Marks that have had their answer. */
  readonly answered: readonly string[];
  /** Notes on the wording of flags are wanted, by this person and in this workspace. */
  readonly wantsNotes: boolean;
  /** Of a new flag: what is known of when its reporter works. */
  readonly flagger?: Flagger;
  /** As they hold for this flag. */
  readonly settings: Settings;
  /** What its reporter is told of the first answer; of a repeat they have been. */
  readonly promise: Foretold | null;
}

export type Flagger = Hours & { readonly wasAskedForHours: boolean };

export type Ended = DeclinedIssue | DuplicateIssue;

/** The same words by the same person were saved between our look and our writing: ours is rolled back. */
class Overtaken extends Error {}

/**
 * The first moment of an issue, in one transaction: it is saved with its reporter sealed, and falls due for posting.
 *
 * @throws Unavailable or Unsure, see `transact`.
 */
export async function flagIssue(store: Store, flag: Flag): Promise<Flagged> {
  const { workspace } = flag;
  const { awaitTurn, behind } = joinQueue(workspace);
  try {
    return await transact(store, { workspace }, (tx) => flagWithin(store, tx, flag, awaitTurn), behind);
  } catch (error) {
    if (!(error instanceof Overtaken)) throw error;
  } finally {
    behind.goOn();
  }
  /* What overtook it is found now. */
  return await flagIssue(store, flag);
}

/** The same, as a part of what is saved together with it. */
export async function flagWithin(
  store: Store,
  tx: Tx,
  flag: Flag,
  awaitTurn: () => Promise<void> = () => Promise.resolve(),
): Promise<Flagged> {
  const { workspace, gap, wantsAnswer = false } = flag;
  const now = store.clock();
  const { person, flagger, ways, wantsNotes, earlier } = await arrive(store, tx, flag, now);
  const { settings } = ways;
  const repeated = await findRepeat(tx, flag, now, earlier);
  if (repeated !== null) return { ...repeated, settings, wantsNotes, promise: null };
  const reporter = person ?? (await personFor(tx, workspace, flag.slackUser)).id;
  const isHeld = wantsNotes && wantsAnswer;
  const issue: SavedIssue = {
    state: 'saved',
    number: notYetKnown,
    version: 1,
    text: gap.text,
    impact: gap.impact,
    affected: gap.affected,
    flaggedAt: now,
    postAt: now.add({ seconds: flag.isAtOnce === true ? 0 : settings.postingPauseSeconds }),
    hold: isHeld ? { askAt: askAtFrom(now) } : null,
    answered: [],
    reporter: { person: null, hasLeft: false, verdict: null },
    asksAbove: gap.asksAbove,
    meToos: [],
    reopenings: 0,
    returnOf: null,
    help: gap.isStuck ? { state: 'wanted' } : null,
    hasAskedForLook: false,
    duplicates: [],
    formerOwners: [],
    helpers: [],
    supporters: [],
  };
  const promise = foretold(ways, reporter, gap.asksAbove, issue.postAt);
  await awaitTurn();
  const number = await write(store, tx, flag, { issue, reporter, earlier });
  const notes = { isHeld, answered: [], wantsNotes, flagger };
  return { number, gap, isSaved: true, isRepeat: false, ...notes, settings, promise };
}

/** The number comes with the statement that writes the issue. */
const notYetKnown = 0;

/** Nothing about who it was is stored in the clear: the reporter is a seal, and a tag only the key ring can make. */
async function write(
  store: Store,
  tx: Tx,
  { workspace, requests: keys }: Flag,
  { issue, reporter, earlier }: Readonly<{ issue: SavedIssue; reporter: PersonId; earlier: number | null }>,
): Promise<number> {
  const next = dueOf(issue);
  if (next === null) throw new Error('a flag that would never be posted');
  const id = randomUUID();
  const [tag] = tagsOf(store.keys, workspace, reporter);
  const sealed = seal(store.keys, sealedRow(workspace, id), reporter);
  /* Written out once: many of the values are this moment. */
  const at = issue.flaggedAt.toString();
  const [written] = await writeAtOnce(tx).execute({
    workspace,
    ...writeIssue(issue),
    at,
    id,
    seal: sealed,
    tag,
    turn: next.turn,
    dueAt: next.at,
    /* Whoever names no request is always new. */
    key: keys.at(-1) ?? randomUUID(),
    earlier,
    now: at,
    expiresAt: expiryOf(issue.flaggedAt),
  });
  if (written === undefined) throw new Error('the workspace is not there');
  if (written.isOvertaken) throw new Overtaken();
  for (const key of keys.slice(0, -1)) await setIssueOfRequest(tx, workspace, key, written.number);
  return written.number;
}

/**
 * Takes the number and writes everything else in one statement, as late as it can be: from here until the commit others
 * who flag in this workspace wait. Gaps between the numbers are allowed.
 */
const writeAtOnce = oncePerConnection((tx) => {
  const workspaceId = given('workspace');
  const numbered = tx.$with('numbered').as(
    tx
      .update(workspaces)
      .set({ nextNumber: sql`${workspaces.nextNumber} + 1` })
      .where(eq(workspaces.id, workspaceId))
      .returning({ number: sql<number>`${workspaces.nextNumber} - 1`.as('number') }),
  );
  const issue = sql`(select number from numbered)`;
  const own = { workspaceId, issue };
  /* What never differs stands in the statement, so that nobody has to send it or read it. */
  const role = sql`'reporter'`;
  const reporter = { id: given('id'), role, seal: given('seal'), tag: given('tag') };
  const first = { seq: sql`1`, type: sql`'flagged'`, actorRole: role, data: sql`'{}'`, at: given('at') };
  const post = { workspaceId, kind: given('turn'), subject: sql`${issue}::text`, dueAt: given('dueAt') };
  return tx
    .with(
      numbered,
      tx.$with('flagged').as(tx.insert(issues).values({ workspaceId, number: issue, ...columns })),
      tx.$with('sealed').as(tx.insert(participants).values({ ...own, ...reporter, joinedAt: given('at') })),
      tx.$with('happened').as(tx.insert(events).values({ ...own, ...first })),
      tx.$with('falls_due').as(tx.insert(due).values(post)),
      tx.$with('remembered').as(remembering(tx, issue)),
    )
    .select({ number: numbered.number, isOvertaken: sql<boolean>`not exists (select from remembered)` })
    .from(numbered)
    .prepare('write_flag');
});

/** What `writeIssue` says of an issue. */
const columns = {
  state: given('state'),
  version: given('version'),
  text: given('text'),
  impact: given('impact'),
  affected: given('affected'),
  flaggedAt: given('at'),
  reopenings: given('reopenings'),
  life: given('life'),
  returnOf: given('returnOf'),
  hasAskedForLook: given('hasAskedForLook'),
  asksAbove: given('asksAbove'),
  duplicates: given('duplicates'),
  /* Through the column's own encoder null would become the JSON null. */
  help: sql`${given('help')}::jsonb`,
} satisfies Record<keyof ReturnType<typeof writeIssue> | 'flaggedAt', unknown>;
