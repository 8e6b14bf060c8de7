import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { z } from 'zod';

import type { PersonId } from '../../core/issue.ts';
import { permalink } from './permalink.ts';
import { asPersonId } from './person-id.ts';
import { messages } from './schema/delivery.ts';
import { writers } from './schema/learnings.ts';
import { together } from './transact.ts';
import type { Tx, WorkspaceId } from './transact.ts';
import { workspaceById } from './workspaces.ts';

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
      or exists (select from participants p where p.workspace_id = i.workspace_id and p.issue = i.number
        and p.role = 'me-too' and p.person_id = ${person} and p.verdict is not null))
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

/** Who wrote each of these up, and where its post stands; the account goes before the one line. */
export async function learnedFrom(
  tx: Tx,
  workspace: WorkspaceId,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, LearnedOnHome>> {
  if (numbers.length === 0) return new Map();
  const isPost = and(eq(messages.workspaceId, workspace), inArray(messages.kind, ['learning', 'write-up']));
  const isOne = inArray(sql`split_part(${messages.subject}, '/', 1)`, numbers.map(String));
  const [people, posts, home] = await together([
    tx
      .select({ issue: writers.issue, person: writers.personId })
      .from(writers)
      .where(and(eq(writers.workspaceId, workspace), inArray(writers.issue, [...numbers]))),
    tx
      .select({ subject: messages.subject, kind: messages.kind, channel: messages.channel, ts: messages.ts })
      .from(messages)
      .where(and(isPost, isOne, isNotNull(messages.ts), sql`${messages.state} <> 'ended'`))
      .orderBy(messages.ts),
    workspaceById(tx, workspace),
  ]);
  const url = home?.url ?? null;
  return new Map(
    numbers.map((number) => {
      const own = people.filter(({ issue }) => issue === number).map(({ person }) => asPersonId(person));
      const kind = own.length === 0 ? 'learning' : 'write-up';
      const post = posts.findLast((it) => it.kind === kind && Number(it.subject.split('/')[0]) === number);
      const { channel = null, ts = null } = post ?? {};
      const link = url === null || channel === null || ts === null ? null : permalink(url, channel, ts);
      return [number, { writeUp: own.length === 0 ? null : { writers: own }, link }];
    }),
  );
}
