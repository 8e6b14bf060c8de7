import { and, eq, inArray, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { z } from 'zod';

import type { PersonId } from '../../core/issue.ts';
import { linksToLearnings } from './permalink.ts';
import { asPersonId } from './person-id.ts';
import { writers } from './schema/learnings.ts';
import { together } from './transact.ts';
import type { Tx, WorkspaceId } from './transact.ts';

/** What Home says of what was learned from one of its issues. */
export interface LearnedOnHome {
  readonly writeUp: { readonly writers: readonly PersonId[] } | null;
  readonly link: string | null;
}

/** Of issues `i`: those where this person was asked whether they may be named, something stands, and they said nothing. */
export function creditIsOpen(person: PersonId): SQL {
  return sql`i.state in ('resolved', 'confirmed')
    and not exists (select from credits c where c.workspace_id = i.workspace_id and c.issue = i.number
      and c.person_id = ${person})
    and (exists (select from nudges n where n.workspace_id = i.workspace_id and n.person_id = ${person}
        and n.kind = 'credit' and n.subject = i.number::text)
      or exists (select from messages m where m.workspace_id = i.workspace_id and m.target = ${person}::text
        and m.state <> 'ended' and m.kind = 'question' and m.subject = i.number || '/1'
        and exists (select from participants p where p.workspace_id = i.workspace_id and p.issue = i.number
          and p.role = 'reporter' and p.person_id = ${person}))
      or exists (select from participants p join people who on who.workspace_id = p.workspace_id and who.id = p.person_id
        where p.workspace_id = i.workspace_id and p.issue = i.number and p.role = 'me-too'
          and p.person_id = ${person} and p.verdict is not null and who.is_only_on_home))
    and (exists (select from write_ups w where w.workspace_id = i.workspace_id and w.issue = i.number)
      or i.state = 'confirmed' and i.life #>> '{solution,learning}' is not null)`;
}

const numbered = z.array(z.object({ number: z.int() }));

/** Of these issues, those where `creditIsOpen`. */
export async function openCredits(
  tx: Tx,
  workspace: WorkspaceId,
  person: PersonId,
  numbers: readonly number[],
): Promise<ReadonlySet<number>> {
  if (numbers.length === 0) return new Set();
  const wanted = sql.join(
    numbers.map((it) => sql`${it}`),
    sql`, `,
  );
  const { rows } = await tx.execute<Record<string, unknown>>(
    sql`select i.number from issues i where i.workspace_id = ${workspace} and i.number in (${wanted}) and ${creditIsOpen(person)}`,
  );
  return new Set(numbered.parse(rows).map(({ number }) => number));
}

/** Who wrote each of these up, and where its post stands. */
export async function learnedFrom(
  tx: Tx,
  workspace: WorkspaceId,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, LearnedOnHome>> {
  if (numbers.length === 0) return new Map();
  const [people, links] = await together([
    tx
      .select({ issue: writers.issue, person: writers.personId })
      .from(writers)
      .where(and(eq(writers.workspaceId, workspace), inArray(writers.issue, [...numbers]))),
    linksToLearnings(tx, workspace, numbers),
  ]);
  return new Map(
    numbers.map((number) => {
      const own = people.filter(({ issue }) => issue === number).map(({ person }) => asPersonId(person));
      return [
        number,
        { writeUp: own.length === 0 ? null : { writers: own }, link: links.get(number) ?? null },
      ];
    }),
  );
}
