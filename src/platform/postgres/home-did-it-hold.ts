import { sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

import { solutionSubject } from '../../core/address.ts';
import { awaitsWhetherHeld } from '../../core/did-it-hold.ts';
import type { PersonId } from '../../core/issue.ts';
import { loadIssues } from './load-issue.ts';
import type { Tx, WorkspaceId } from './transact.ts';

const candidates = z.array(z.object({ number: z.int() }));

/** The issues of which this person is asked whether they held, from a month after each was confirmed. */
export async function askedOfHold(
  tx: Tx,
  workspace: WorkspaceId,
  person: PersonId,
  now: Temporal.Instant,
): Promise<ReadonlySet<number>> {
  const { rows } = await tx.execute<Record<string, unknown>>(sql`
    select i.number from nudges n join issues i on i.workspace_id = ${workspace}
      and i.number = split_part(n.subject, '/', 1)::int and n.subject = i.number || '/' || (i.reopenings + 1)
    where n.workspace_id = ${workspace} and n.person_id = ${person} and n.kind = 'did-it-hold'
      and n.wanted_at <= ${now.toString()}::timestamptz
      and i.state = 'confirmed' and i.life ->> 'hasHeld' = 'false'`);
  const numbers = candidates.parse(rows).map(({ number }) => number);
  const { issues } = await loadIssues(tx, workspace, numbers);
  const asked = issues.filter((it) => awaitsWhetherHeld(it, person, solutionSubject(it)));
  return new Set(asked.map(({ number }) => number));
}
