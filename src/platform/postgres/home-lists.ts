import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
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
import { creditIsOpen, learnedFrom, openCredits } from './home-learned.ts';
import type { LearnedOnHome } from './home-learned.ts';
import { readHours } from './hours.ts';
import { newestLearnings } from './learnings.ts';
import type { LearningPage } from './learnings.ts';
import { loadIssues } from './load-issue.ts';
import { noteHomeOpened, personFor } from './people.ts';
import { linkedFrom, linksToCards } from './permalink.ts';
import { runningTrial } from './running-trial.ts';
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
  /** When they may be written to unasked. */
  readonly hours: Hours;
  readonly now: Temporal.Instant;
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
  /** What was noticed in the flags that wait for this person to choose. */
  readonly noticed: ReadonlyMap<number, readonly Noticed[]>;
  /** The newest, and how many there are. */
  readonly learnings: Pick<LearningPage, 'rows' | 'total'>;
}

export const pageSize = 5;

const learningsShown = 3;

/** What somebody's App Home shows. A page past the end is the last one. */
export async function loadHome(
  store: Store,
  workspace: WorkspaceId,
  slackUser: string,
  pages: Readonly<Record<ListName, number>>,
): Promise<HomeLists> {
  const home = await transact(store, { workspace }, async (tx) => {
    const { id, isAdmin, ...preference } = await personFor(tx, workspace, slackUser);
    await noteHomeOpened(tx, workspace, id);
    const tags = tagsOf(store.keys, workspace, id);
    const found = {
      waiting: waitingFor(id, tags),
      owned: ownedBy(id),
      flagged: flaggedBy(id, tags),
      unowned: unownedIn(workspace),
      solved: solvedBy(id),
    };
    const slackIds = new Map<PersonId, string>();
    const links = new Map<number, string>();
    const load = async (name: ListName): Promise<List> => {
      const page = await pageOf(tx, workspace, found[name], pages[name]);
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
    const notes = (await isLensOn(tx, workspace)) ? notesWanted(preference) : null;
    return {
      person: id,
      isAdmin,
      hours: readHours(preference),
      now: store.clock(),
      notes,
      lists,
      slackIds,
      links,
      learned,
      openCredits: credits,
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

interface Wanted {
  readonly where: SQL;
  /** Oldest first where something waits, newest first where one looks back. */
  readonly newestFirst: boolean;
}

function taking(role: string, person: PersonId): SQL {
  return sql`exists (select from participants p where p.workspace_id = i.workspace_id and p.issue = i.number
    and p.role = ${role} and p.person_id = ${person})`;
}

function waitingFor(person: PersonId, tags: readonly string[]): Wanted {
  const unanswered = sql`exists (select from participants p where p.workspace_id = i.workspace_id and p.issue = i.number
    and p.role in ('reporter', 'me-too') and p.person_id = ${person} and p.verdict is null)`;
  const where = sql`(i.state = 'claimed' and ${taking('offered', person)})
    or (i.state = 'resolved' and ${unanswered} and not ${taking('owner', person)})
    or (i.state in ('claimed', 'resolved', 'confirmed') and i.life #>> '{inquiry,isAnswered}' = 'false'
      and ${taking('reporter', person)})
    or (i.help ->> 'state' = 'promised' and ${taking('helper', person)})
    or (${creditIsOpen(person)})
    or (i.state = 'declined' and i.life -> 'look' ->> 'state' = 'asked' and ${taking('looker', person)})
    or (i.state = 'saved' and jsonb_typeof(i.life -> 'hold') = 'object' and ${flagging(person, tags)})`;
  return { where, newestFirst: false };
}

function ownedBy(person: PersonId): Wanted {
  return {
    where: sql`i.state in ('claimed', 'resolved') and ${taking('owner', person)}`,
    newestFirst: false,
  };
}

/** What they saw through: it stays so until it comes back. */
function solvedBy(person: PersonId): Wanted {
  return { where: sql`i.state = 'confirmed' and ${taking('owner', person)}`, newestFirst: true };
}

function flaggedBy(person: PersonId, tags: readonly string[]): Wanted {
  return { where: sql`i.state <> 'withdrawn' and ${flagging(person, tags)}`, newestFirst: true };
}

/** By name, or before it is posted by the tag on the seal. */
function flagging(person: PersonId, tags: readonly string[]): SQL {
  return sql`exists (select from participants p
    where p.workspace_id = i.workspace_id and p.issue = i.number and p.role = 'reporter'
    and (p.person_id = ${person} or p.tag in (${sql.join(
      tags.map((tag) => sql`${tag}`),
      sql`, `,
    )})))`;
}

/** A trial looks after itself. */
function unownedIn(workspace: WorkspaceId): Wanted {
  const where = sql`i.state = 'open' and i.number is distinct from ${runningTrial(workspace)}`;
  return { where, newestFirst: false };
}

async function pageOf(tx: Tx, workspace: WorkspaceId, wanted: Wanted, asked: number) {
  const from = sql`from issues i where i.workspace_id = ${workspace} and (${wanted.where})`;
  const counted = await tx.execute<Record<string, unknown>>(sql`select count(*)::int as total ${from}`);
  const [{ total } = { total: 0 }] = z.array(z.object({ total: z.int() })).parse(counted.rows);
  const page = Math.max(0, Math.min(asked, Math.ceil(total / pageSize) - 1));
  const order = wanted.newestFirst ? sql`desc` : sql`asc`;
  const { rows } = await tx.execute<Record<string, unknown>>(
    sql`select i.number ${from} order by i.number ${order} limit ${pageSize} offset ${page * pageSize}`,
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
