import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import { z } from 'zod';

import { eventIn, numberIn } from '../../core/address.ts';
import { openQuestion, ownersKinds } from '../../core/attended.ts';
import type { OwnersKind } from '../../core/attended.ts';
import type { Issue, PersonId } from '../../core/issue.ts';
import { unknownContainment } from '../../core/still-containing.ts';
import type { Happening } from './event-rows.ts';
import { loadHappening } from './history.ts';
import { nudges } from './schema/nudges.ts';
import type { Tx, WorkspaceId } from './transact.ts';

/** What an owner was asked of an issue, and their last word before it. */
export interface AskedOfOwner {
  readonly kind: OwnersKind;
  readonly heard: Happening;
}

/** Of these issues, by their number, what this person was asked, and has not answered yet. */
export async function askedOfOwner(
  tx: Tx,
  workspace: WorkspaceId,
  person: PersonId,
  issues: readonly Issue[],
): Promise<ReadonlyMap<number, AskedOfOwner>> {
  const subjects = issues.flatMap((issue) => openQuestion(issue) ?? []);
  const found = new Map<number, AskedOfOwner>();
  for (const { kind: name, subject } of await sentAbout(tx, workspace, person, subjects)) {
    const kind = ownersKinds.find((it) => it === name);
    if (kind === undefined) continue;
    const heard = await loadHappening(tx, workspace, numberIn(subject), eventIn(subject));
    if (heard !== null) found.set(numberIn(subject), { kind, heard });
  }
  return found;
}

/** Of all that they own, on whichever page it stands, how many wait for their answer; see `openQuestion`. */
export async function questionsToOwner(tx: Tx, workspace: WorkspaceId, person: PersonId): Promise<number> {
  const kinds = sql.join(
    ownersKinds.map((it) => sql`${it}`),
    sql`, `,
  );
  const { rows } = await tx.execute<Record<string, unknown>>(sql`
    select count(distinct i.number)::int as questions from participants p
    join issues i on i.workspace_id = p.workspace_id and i.number = p.issue and i.state = 'claimed'
    join nudges n on n.workspace_id = p.workspace_id and n.person_id = p.person_id and n.kind in (${kinds})
      and n.subject = i.number || '/' || (i.life #>> '{attended,heard}') || '/'
        || (i.life #>> '{attended,unanswered}')::int - 1
    where p.workspace_id = ${workspace} and p.person_id = ${person} and p.role = 'owner' and n.sent_at is not null`);
  return counted.parse(rows[0]).questions;
}

const counted = z.object({ questions: z.int() });

/** Those of these issues, by their number, of which this owner was told that nobody knows whether the damage is contained. */
export async function unknownContainments(
  tx: Tx,
  workspace: WorkspaceId,
  owner: PersonId,
  issues: readonly Issue[],
): Promise<ReadonlySet<number>> {
  const subjects = issues.flatMap((issue) => unknownContainment(issue) ?? []);
  const sent = await sentAbout(tx, workspace, owner, subjects);
  return new Set(
    sent.filter(({ kind }) => kind === 'containment-unknown').map(({ subject }) => numberIn(subject)),
  );
}

async function sentAbout(tx: Tx, workspace: WorkspaceId, person: PersonId, subjects: readonly string[]) {
  if (subjects.length === 0) return [];
  const isTheirs = and(eq(nudges.workspaceId, workspace), eq(nudges.personId, person));
  return await tx
    .select({ kind: nudges.kind, subject: nudges.subject })
    .from(nudges)
    .where(and(isTheirs, inArray(nudges.subject, subjects), isNotNull(nudges.sentAt)));
}
