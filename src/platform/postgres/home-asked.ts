import { and, eq, inArray, isNotNull } from 'drizzle-orm';

import { eventIn, numberIn } from '../../core/address.ts';
import { openQuestion, ownersKinds } from '../../core/attended.ts';
import type { OwnersKind } from '../../core/attended.ts';
import type { Issue, PersonId } from '../../core/issue.ts';
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
  if (subjects.length === 0) return new Map();
  const isTheirs = and(eq(nudges.workspaceId, workspace), eq(nudges.personId, person));
  const isAsked = and(inArray(nudges.subject, subjects), isNotNull(nudges.sentAt));
  const rows = await tx
    .select({ kind: nudges.kind, subject: nudges.subject })
    .from(nudges)
    .where(and(isTheirs, isAsked));
  const found = new Map<number, AskedOfOwner>();
  for (const { kind: name, subject } of rows) {
    const kind = ownersKinds.find((it) => it === name);
    if (kind === undefined) continue;
    const heard = await loadHappening(tx, workspace, numberIn(subject), eventIn(subject));
    if (heard !== null) found.set(numberIn(subject), { kind, heard });
  }
  return found;
}
