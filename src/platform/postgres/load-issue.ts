import { and, eq } from 'drizzle-orm';

import type { Issue, PersonId } from '../../core/issue.ts';
import { asPersonId, readIssue } from './issue-rows.ts';
import type { Participant } from './issue-rows.ts';
import { issues, participants, people } from './schema/issues.ts';
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
  const [row] = lock === 'lock' ? await query.for('update') : await query;
  if (row === undefined) return null;
  const rows = await tx
    .select({ participant: participants, hasLeft: people.hasLeft, slackUserId: people.slackUserId })
    .from(participants)
    .leftJoin(
      people,
      and(eq(people.workspaceId, participants.workspaceId), eq(people.id, participants.personId)),
    )
    .where(and(eq(participants.workspaceId, workspace), eq(participants.issue, number)))
    .orderBy(participants.joinedAt, participants.id);
  const known = rows.map(({ participant, hasLeft }) => ({ ...participant, hasLeft }));
  const slackIds = rows.flatMap(({ participant, slackUserId }) =>
    participant.personId === null || slackUserId === null
      ? []
      : [[asPersonId(participant.personId), slackUserId] as const],
  );
  return { issue: readIssue(row, known), participants: known, slackIds: new Map(slackIds) };
}
