import { sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

import { notesWanted } from '../../core/hold.ts';
import type { NotesWanted } from '../../core/hold.ts';
import type { Hours } from '../../core/hours.ts';
import { isSolved } from '../../core/issue.ts';
import type { Issue, PersonId } from '../../core/issue.ts';
import { tagsOf } from '../keys.ts';
import { noticedIn } from '../noticed.ts';
import type { Noticed } from '../noticed.ts';
import { couldUseHelp } from './could-use-help.ts';
import { askedOfOwner, questionsToOwner, unknownContainments } from './home-asked.ts';
import type { AskedOfOwner } from './home-asked.ts';
import { askedOfHold } from './home-did-it-hold.ts';
import { learnedFrom, openCredits } from './home-learned.ts';
import type { LearnedOnHome } from './home-learned.ts';
import { listsFor } from './home-wanted.ts';
import type { Wanted } from './home-wanted.ts';
import { readHours } from './hours.ts';
import { doesLead } from './leads.ts';
import { newestLearnings } from './learnings.ts';
import type { LearningPage } from './learnings.ts';
import { loadIssues } from './load-issue.ts';
import { isThanked } from './own-thanks.ts';
import { noteHomeOpened, personFor } from './people.ts';
import { linkedFrom, linksToCards } from './permalink.ts';
import { isLensOn } from './settings.ts';
import type { Store } from './store.ts';
import { transact } from './transact.ts';
import type { Tx, WorkspaceId } from './transact.ts';

export const lists = ['waiting', 'owned', 'flagged', 'unowned', 'solved'] as const;
export type ListName = (typeof lists)[number];

/** A page of issues; pages count from 0. */
export interface List {
  readonly issues: readonly Issue[];
  readonly total: number;
  readonly page: number;
}

export interface HomeLists {
  readonly person: PersonId;
  /** As far as Slack has told us. */
  readonly isAdmin: boolean;
  readonly isLead: boolean;
  /** Somebody has thanked them. */
  readonly isThanked: boolean;
  /** When they may be written to unasked. */
  readonly hours: Hours;
  readonly now: Temporal.Instant;
  readonly pageSize: number;
  /** Which notes on their wording they want; `null` where the workspace has none. */
  readonly notes: NotesWanted | null;
  readonly lists: Readonly<Record<ListName, List>>;
  readonly slackIds: ReadonlyMap<PersonId, string>;
  /** Where other issues' cards stand that these have become the same as. */
  readonly links: ReadonlyMap<number, string>;
  /** Of the issues in the lists that were solved. */
  readonly learned: ReadonlyMap<number, LearnedOnHome>;
  /** Those that wait for whether this person may be named. */
  readonly openCredits: ReadonlySet<number>;
  /** Of those they own, what they were asked and have not answered yet. */
  readonly askedOfOwner: ReadonlyMap<number, AskedOfOwner>;
  /** How many there are of these, on all pages. */
  readonly questionsToOwner: number;
  /** Those of which they were told that nobody knows whether the damage is contained. */
  readonly unknownContainments: ReadonlySet<number>;
  /** Those of which this person is asked whether they held. */
  readonly askedOfHold: ReadonlySet<number>;
  /** Those of which this person was told that they could use help. */
  readonly couldUseHelp: ReadonlySet<number>;
  /** What was noticed in the flags that wait for this person to choose. */
  readonly noticed: ReadonlyMap<number, readonly Noticed[]>;
  /** The newest, and how many there are. */
  readonly learnings: Pick<LearningPage, 'rows' | 'total'>;
}

export const pageSize = 5;

/** A Home may have a hundred blocks: where there is news as well, there is room for so many. */
export const pageSizeBesideNews = 4;

const learningsShown = 3;

/** What somebody's App Home shows. A page past the end is the last one. */
export async function loadHome(
  store: Store,
  workspace: WorkspaceId,
  slackUser: string,
  pages: Readonly<Record<ListName, number>>,
  adminUsers: readonly string[],
  size = pageSize,
): Promise<HomeLists> {
  const home = await transact(store, { workspace }, async (tx) => {
    const { id, isAdmin, ...preference } = await personFor(tx, workspace, slackUser);
    await noteHomeOpened(tx, workspace, id);
    const tags = tagsOf(store.keys, workspace, id);
    const ofHold = await askedOfHold(tx, workspace, id, store.clock());
    const helpable = await couldUseHelp(tx, workspace, id);
    const found = listsFor(workspace, id, tags, [...ofHold, ...helpable]);
    const slackIds = new Map<PersonId, string>();
    const links = new Map<number, string>();
    const load = async (name: ListName): Promise<List> => {
      const page = await pageOf(tx, workspace, found[name], pages[name], size);
      const loaded = await loadIssues(tx, workspace, page.numbers);
      for (const [person, slackId] of loaded.slackIds) slackIds.set(person, slackId);
      const others = loaded.issues.flatMap(linkedFrom);
      for (const [number, link] of await linksToCards(tx, workspace, others)) links.set(number, link);
      return { issues: loaded.issues, total: page.total, page: page.page };
    };
    const lists = {
      waiting: await load('waiting'),
      owned: await load('owned'),
      flagged: await load('flagged'),
      unowned: await load('unowned'),
      solved: await load('solved'),
    };
    const shown = [lists.owned, lists.flagged, lists.solved].flatMap(({ issues }) => issues);
    const learned = await learnedFrom(tx, workspace, shown.filter(isSolved).map(numberOf));
    const credits = await openCredits(tx, workspace, id, lists.waiting.issues.map(numberOf));
    const learnings = await newestLearnings(tx, workspace, 0, learningsShown);
    return {
      person: id,
      isAdmin,
      isLead: await doesLead(tx, workspace, id, adminUsers),
      isThanked: await isThanked(tx, workspace, id),
      hours: readHours(preference),
      now: store.clock(),
      pageSize: size,
      notes: (await isLensOn(tx, workspace)) ? notesWanted(preference) : null,
      lists,
      slackIds,
      links,
      learned,
      openCredits: credits,
      askedOfOwner: await askedOfOwner(tx, workspace, id, lists.owned.issues),
      questionsToOwner: await questionsToOwner(tx, workspace, id),
      unknownContainments: await unknownContainments(tx, workspace, id, lists.owned.issues),
      askedOfHold: ofHold,
      couldUseHelp: helpable,
      learnings,
    };
  });
  /* Not while a transaction is open: nothing in it waits for words to be read. */
  return { ...home, noticed: noticedAmong(store, workspace, home.lists.waiting.issues) };
}

/** Nobody but its reporter has a saved one among these. */
function noticedAmong(
  { keys }: Store,
  workspace: WorkspaceId,
  issues: readonly Issue[],
): ReadonlyMap<number, readonly Noticed[]> {
  const saved = issues.filter(({ state }) => state === 'saved');
  return new Map(saved.map((it) => [it.number, noticedIn(keys, workspace, it)]));
}

function numberOf({ number }: Issue): number {
  return number;
}

async function pageOf(tx: Tx, workspace: WorkspaceId, wanted: Wanted, asked: number, size: number) {
  const from = sql`from issues i where i.workspace_id = ${workspace} and (${wanted.where})`;
  const counted = await tx.execute<Record<string, unknown>>(sql`select count(*)::int as total ${from}`);
  const [{ total } = { total: 0 }] = z.array(z.object({ total: z.int() })).parse(counted.rows);
  const page = Math.max(0, Math.min(asked, Math.ceil(total / size) - 1));
  const { rows } = await tx.execute<Record<string, unknown>>(
    sql`select i.number ${from} order by ${wanted.order} limit ${size} offset ${page * size}`,
  );
  return {
    total,
    page,
    numbers: z
      .array(z.object({ number: z.int() }))
      .parse(rows)
      .map(({ number }) => number),
  };
}
