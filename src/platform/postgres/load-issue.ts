import { and, eq, inArray } from 'drizzle-orm';

import type { Issue, PersonId } from '../../core/issue.ts';
import { readIssue } from './issue-rows.ts';
import type { Participant } from './issue-rows.ts';
import { asPersonId } from './person-id.ts';
import { issues, participants, people } from './schema/issues.ts';
import { together } from './transact.ts';
import type { Tx, WorkspaceId } from './transact.ts';

/** An issue with what is known of the people in it. */
export interface LoadedIssue {
  readonly issue: Issue;
  readonly participants: readonly Participant[];
  /** How to mention each of them; somebody forgotten has no Slack id any more. */
  readonly slackIds: ReadonlyMap<PersonId, string>;
}

/** `lock`: nobody else changes it until the transaction ends. `null`: there is none, or it was undone. */
export async function loadIssue(
  tx: Tx,
  workspace: WorkspaceId,
  number: number,
  lock: 'lock' | 'read',
): Promise<LoadedIssue | null> {
  const query = tx
    .select()
    .from(issues)
    .where(and(eq(issues.workspaceId, workspace), eq(issues.number, number)));
  const people = () => loadParticipants(tx, workspace, [number]);
  /* Under a lock, whoever takes part is only read once it is held. */
  const [[row], { known, slackIds }] =
    lock === 'lock' ? [await query.for('update'), await people()] : await together([query, people()]);
  if (row === undefined) return null;
  return { issue: readIssue(row, known), participants: known, slackIds };
}

/** Several issues in the order of `numbers`, and how to mention their people. */
export async function loadIssues(
  tx: Tx,
  workspace: WorkspaceId,
  numbers: readonly number[],
): Promise<{ readonly issues: readonly Issue[]; readonly slackIds: ReadonlyMap<PersonId, string> }> {
  if (numbers.length === 0) return { issues: [], slackIds: new Map() };
  const rows = await tx
    .select()
    .from(issues)
    .where(and(eq(issues.workspaceId, workspace), inArray(issues.number, [...numbers])));
  const { known, slackIds } = await loadParticipants(tx, workspace, numbers);
  const all = rows.map((row) =>
    readIssue(
      row,
      known.filter(({ issue }) => issue === row.number),
    ),
  );
  return { issues: all.toSorted((a, b) => numbers.indexOf(a.number) - numbers.indexOf(b.number)), slackIds };
}

async function loadParticipants(tx: Tx, workspace: WorkspaceId, numbers: readonly number[]) {
  const rows = await tx
    .select({ participant: participants, hasLeft: people.hasLeft, slackUserId: people.slackUserId })
    .from(participants)
    .leftJoin(
      people,
      and(eq(people.workspaceId, participants.workspaceId), eq(people.id, participants.personId)),
    )
    .where(and(eq(participants.workspaceId, workspace), inArray(participants.issue, [...numbers])))
    .orderBy(participants.joinedAt, participants.id);
  const known = rows.map(({ participant, hasLeft }): Participant => ({ ...participant, hasLeft }));
  const slackIds = rows.flatMap(({ participant: { personId }, slackUserId }) =>
    personId === null || slackUserId === null ? [] : [[asPersonId(personId), slackUserId] as const],
  );
  return { known, slackIds: new Map(slackIds) };
}
