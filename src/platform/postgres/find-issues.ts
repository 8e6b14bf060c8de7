import { sql } from 'drizzle-orm';
import { z } from 'zod';

import type { Issue } from '../../core/issue.ts';
import { loadIssues } from './load-issue.ts';
import { runningTrial } from './running-trial.ts';
import type { Store } from './store.ts';
import { transact } from './transact.ts';
import type { WorkspaceId } from './transact.ts';

/**
 * Under row security no index helps to find words in a text, so they are looked for among the newest only: see
 * https://www.postgresql.org/docs/current/ddl-rowsecurity.html on functions that are not leakproof.
 */
const newest = 2000;

const mostFound = 10;

/** More words than that say nothing more. */
const mostWords = 8;

interface Wanted {
  readonly words: string;
  /** The issue that they are compared with. */
  readonly besides: number;
}

/** The issues that go on and hold most of these words; of those that hold as many, the newest. */
export async function findIssues(
  store: Store,
  workspace: WorkspaceId,
  { words, besides }: Wanted,
): Promise<readonly Issue[]> {
  const patterns = wordsIn(words).map((word) => `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`);
  if (patterns.length === 0) return [];
  const hits = sql.join(
    patterns.map((it) => sql`(text ilike ${it})::int`),
    sql` + `,
  );
  return await transact(store, { workspace }, async (tx) => {
    const { rows } = await tx.execute<Record<string, unknown>>(sql`
      select number from (
        select number, ${hits} as hits from (
          select number, text from issues
          where workspace_id = ${workspace} and state in ('open', 'claimed', 'resolved') and number <> ${besides}
            and number is distinct from ${runningTrial(workspace)}
          order by number desc limit ${newest}) recent) rated
      where hits > 0 order by hits desc, number desc limit ${mostFound}`);
    const found = z.array(z.object({ number: z.int() })).parse(rows);
    const numbers = found.map(({ number }) => number);
    return (await loadIssues(tx, workspace, numbers)).issues;
  });
}

function wordsIn(text: string): string[] {
  const words = text.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return [...new Set(words.filter((word) => word.length > 1))].slice(0, mostWords);
}
