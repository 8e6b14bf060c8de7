import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

import type { Issue, PersonId } from '../../core/issue.ts';
import { isBusy } from './busy.ts';
import { commonWords } from './common-words.ts';
import { learningsOf } from './learnings.ts';
import type { ListedLearning } from './learnings.ts';
import { loadIssues } from './load-issue.ts';
import { linksToCards, linksToLearnings } from './permalink.ts';
import { runningTrial } from './running-trial.ts';
import type { Store } from './store.ts';
import { given, oncePerConnection, together, transact } from './transact.ts';
import type { Tx, WorkspaceId } from './transact.ts';

/** Somebody flagged something like it before. */
export interface Similar {
  readonly issue: Issue;
  readonly cardLink: string | null;
  /** `null`: it has taught nothing yet, or what it had was taken back. */
  readonly learning: SimilarLearning | null;
}

export interface SimilarLearning extends ListedLearning {
  /** Where its post stands. */
  readonly link: string | null;
}

export interface SimilarIssues {
  /** Whoever looks, if they take part in one of the issues. */
  readonly person: PersonId | null;
  readonly similar: readonly Similar[];
  readonly slackIds: ReadonlyMap<PersonId, string>;
  readonly now: Temporal.Instant;
}

/** Whoever flags waits for the comparison no longer than this. */
export const receiptPatienceMs = 150;

/** Where many flag at once, the database has more urgent work; a receipt without similar issues is one all the same. */
const mostAtOnce = 2;

export type FindSimilar = (
  workspace: WorkspaceId,
  slackUser: string,
  number: number,
) => Promise<SimilarIssues | null>;

/** For receipts: what can't be found at once is not looked for. It never throws; `onFault` hears why there was none. */
export function similarFinder(
  store: Store,
  patienceMs: number,
  onFault: (error: unknown) => void,
): FindSimilar {
  let underWay = 0;
  return async (workspace, slackUser, number) => {
    if (isBusy(store.pool) || underWay >= mostAtOnce) return null;
    underWay += 1;
    try {
      return await findSimilar(store, workspace, slackUser, number, patienceMs);
    } catch (error) {
      onFault(error);
      return null;
    } finally {
      underWay -= 1;
    }
  };
}

/** Postgres gives up by itself a little before we do: a connection that we cut off has to be made anew. */
const statementShare = 0.8;

const mostShown = 3;

/** Among the newest only: a busy workspace makes as many in months. */
const newest = 2000;

/** How many of them share enough words to be looked at closely. */
const shortlist = 24;

/** So that a long flag costs no more than a short one: the longest words say most. */
const mostTerms = 16;

/**
 * From here on two flags are taken for the same gap; 1 is the same words. Found on the labelled pairs in
 * `test/platform/similar-pairs.ts`; a false match costs more than a miss.
 */
const alike = 0.6;

/** Of few words one alone makes another gap: *the wifi is slow*, *the wifi is down*. */
const few = 4;
const alikeWhenFew = 0.7;

/**
 * Up to three issues that say what issue `number` says, most alike first: posted ones, never withdrawn, and no
 * trial; none where its reporter has said already whose fix did not hold. In a short transaction of its own, after the
 * flag is saved, which takes no longer than `patienceMs`.
 *
 * @throws Unavailable, or Postgres's own error, where it takes too long.
 */
export async function findSimilar(
  store: Store,
  workspace: WorkspaceId,
  slackUser: string,
  number: number,
  patienceMs: number,
): Promise<SimilarIssues> {
  return await transact({ ...store, deadlineMs: patienceMs }, { workspace }, async (tx) => {
    const statementMs = Math.round(patienceMs * statementShare);
    const [, numbers] = await together([
      /* Executed here and now: by itself it would be sent after the search, and bind nothing. */
      tx.execute(sql.raw(`set local statement_timeout = ${statementMs}`)).execute(),
      alikeTo(tx, workspace, number),
    ]);
    const [{ issues, slackIds }, cards, learnings, posts] = await together([
      loadIssues(tx, workspace, numbers),
      linksToCards(tx, workspace, numbers),
      learningsOf(tx, workspace, numbers),
      linksToLearnings(tx, workspace, numbers),
    ]);
    const similar = issues.map((issue): Similar => {
      const learned = learnings.get(issue.number);
      const link = posts.get(issue.number) ?? null;
      const cardLink = cards.get(issue.number) ?? null;
      return { issue, cardLink, learning: learned === undefined ? null : { ...learned, link } };
    });
    const [person = null] = [...slackIds].find(([, slackId]) => slackId === slackUser) ?? [];
    return { person, similar, slackIds, now: store.clock() };
  });
}

/** What the row's words come to without those that stand in any sentence. */
function telling(words: SQL): SQL {
  return sql`array(select it from unnest(tsvector_to_array(ts_delete(${words}, ${inAnySentence}))) it
    where length(it) > 2 or it ~ '[0-9]')`;
}

/** As `words` has them once it is posted. */
const wordsNow = sql`strip(to_tsvector('simple', text))`;

const inAnySentence = sql.raw(`'{${commonWords.join()}}'::text[]`);

async function alikeTo(tx: Tx, workspace: WorkspaceId, number: number): Promise<number[]> {
  const { rows } = await findAlike(tx).execute({ workspace, number });
  return found.parse(rows).map((row) => row.number);
}

const found = z.array(z.object({ number: z.int() }));

const here = given('workspace');

/**
 * First the words, as a search would find them (a word's beginning, so that *refund* finds *refunds*), then their
 * trigrams, so that endings and slips of the pen count little. Room 12 is not room 14: numbers must not differ.
 */
const findAlike = oncePerConnection((tx) =>
  tx.execute<Record<string, unknown>>(sql`
    with mine as materialized (
      select told, array(select it from unnest(told) it where it ~ '[0-9]') as numbers, (
        select string_agg(quote_literal(left(it, greatest(4, length(it) - 2))) || ':*', ' | ')::tsquery from (
          select it from unnest(told) it where strpos(it, chr(92)) = 0 order by length(it) desc limit ${mostTerms}
        ) longest) as terms
      from issues, lateral (select ${telling(wordsNow)} as told) as words_of
      where workspace_id = ${here} and number = ${given('number')} and return_of is null
    ), recent as materialized (
      select number, words from issues
      where workspace_id = ${here} and number <> ${given('number')}
        and state in ('open', 'claimed', 'resolved', 'confirmed')
        and number is distinct from ${runningTrial(here)}
      order by number desc limit ${newest}
    ), shortlist as materialized (
      select recent.number, recent.words from recent, mine where recent.words @@ mine.terms
      order by ts_rank(recent.words, mine.terms, 1) desc, recent.number desc limit ${shortlist}
    ), compared as (
      select shortlist.number, similarity(array_to_string(theirs.told, ' '), array_to_string(mine.told, ' ')) as score,
        least(cardinality(theirs.told), cardinality(mine.told)) as least_told, mine.numbers,
        array(select it from unnest(theirs.told) it where it ~ '[0-9]') as their_numbers
      from shortlist, mine, lateral (select ${telling(sql`shortlist.words`)} as told) as theirs
    )
    select number from compared
    where score >= case when least_told <= ${few} then ${alikeWhenFew}::real else ${alike}::real end
      and (numbers = '{}' or their_numbers = '{}' or numbers && their_numbers)
    order by score desc, number desc limit ${mostShown}`),
);
