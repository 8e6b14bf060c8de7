import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { z } from 'zod';

import { asSearched, newestFirst, pageOf } from './learnings.ts';
import type { LearningPage } from './learnings.ts';
import type { Tx, WorkspaceId } from './transact.ts';

/** Of how many learnings, the newest first, the words are compared with what may be a slip of the pen: that is dear. */
const mostCompared = 2000;

/** Trigram similarity; below this a word counts as another one. */
const leastAlike = 0.35;

/** A shorter word is another one with any letter changed. */
const leastLetters = 4;

const mostAlike = 20;

const newest = (workspace: WorkspaceId): SQL => sql`select * from learnings
  where workspace_id = ${workspace} order by learned_at desc, issue desc limit ${mostCompared}`;

/**
 * Learnings that hold all the words, or the beginnings of them, or the very text. Where there are none, those that hold
 * words which look like them: a slip of the pen finds what was meant. In any language: nothing is taken for a stop word,
 * nor cut to its stem.
 */
export async function searchLearnings(
  tx: Tx,
  workspace: WorkspaceId,
  typed: string,
  page: number,
  size: number,
): Promise<LearningPage> {
  const text = asSearched(typed).trim();
  const words = [...new Set(text.match(word) ?? [])];
  if (words.length === 0) return { rows: [], total: 0, page: 0 };
  /* Under row security none of these operators can use an index, since none is leakproof. */
  const find = async (query: string): Promise<LearningPage> => {
    const holds = sql`l.search @@ to_tsquery('simple', ${query}) or strpos(l.words, ${text}) > 0`;
    const from = sql`from learnings l where l.workspace_id = ${workspace} and (${holds})`;
    return await pageOf(tx, { from, order: newestFirst }, page, size);
  };
  const found = await find(words.map((it) => `${it}:*`).join(' & '));
  return found.total > 0 ? found : await find(await alike(tx, workspace, words));
}

const word = /[\p{L}\p{M}\p{N}]+/gu;

const alikeRow = z.object({ typed: z.string(), lexeme: z.string() });

/**
 * A query for what may have been meant: words in use that look like each, or are one slip away from it, and each with two
 * letters exchanged. Numbers are meant as they are typed.
 */
async function alike(tx: Tx, workspace: WorkspaceId, words: readonly string[]): Promise<string> {
  const { rows } = await tx.execute<Record<string, unknown>>(sql`
    select typed, lexeme from (
      select typed, lexeme,
        row_number() over (partition by typed order by lexeme like any(slips) desc, similarity(lexeme, typed) desc) as place
      from unnest(${sql.param(words.filter(isSpelled))}::text[]) typed cross join lateral (${slipsIn(sql`typed`)}) slip
      join (select distinct u.lexeme from (${newest(workspace)}) l, unnest(l.search) u) used
        on abs(length(lexeme) - length(typed)) <= 3 and (similarity(lexeme, typed) >= ${leastAlike}
          or length(lexeme) >= ${leastLetters} and lexeme like any(slips))
    ) near where place <= ${mostAlike}`);
  const near = z.array(alikeRow).parse(rows);
  const meant = (typed: string): string => {
    const others = near.filter((it) => it.typed === typed && it.lexeme.replace(word, '') === '');
    const all = new Set([typed, ...exchanged(typed), ...others.map(({ lexeme }) => lexeme)]);
    return `(${[...all].map((it) => `${it}:*`).join(' | ')})`;
  };
  return words.map(meant).join(' & ');
}

function isSpelled(typed: string): boolean {
  return !/\p{N}/u.test(typed);
}

/**
 * Short words share few trigrams with what they are a slip of. So, as patterns: a letter left out, a wrong one, and one too
 * many, anywhere but in the first place, where slips are rare and other words many. Longer words may end otherwise.
 */
function slipsIn(typed: SQL): SQL {
  const [before, after, next] = [
    sql`left(${typed}, at)`,
    sql`substr(${typed}, at + 1)`,
    sql`substr(${typed}, at + 2)`,
  ];
  const end = sql`case when length(${typed}) > ${leastLetters} then '%' else '' end`;
  return sql`select array_agg(pattern || ${end}) as slips from generate_series(1, length(${typed}) - 1) at,
    unnest(array[${before} || '_' || ${after}, ${before} || '_' || ${next}, ${before} || ${next}]) pattern`;
}

/** Two letters that stand side by side in the wrong order are what similarity sees least. */
function exchanged(typed: string): string[] {
  const letters = Array.from(typed);
  if (letters.length < leastLetters || !isSpelled(typed)) return [];
  return letters
    .slice(1)
    .map((letter, at) => [...letters.slice(0, at), letter, letters[at], ...letters.slice(at + 2)].join(''));
}
