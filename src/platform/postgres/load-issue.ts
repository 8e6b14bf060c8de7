import { and, eq, getColumns, sql } from 'drizzle-orm';
import { z } from 'zod';

import type { Issue, PersonId } from '../../core/issue.ts';
import { readIssue } from './issue-rows.ts';
import type { Participant } from './issue-rows.ts';
import { asPersonId } from './person-id.ts';
import { issues, roles } from './schema/issues.ts';
import { given, oncePerConnection } from './transact.ts';
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
  /* It is only read once the lock is held: the statement that waits for it still sees the people there were before. */
  if (lock === 'lock') await hold(tx).execute({ workspace, number });
  const [loaded] = await read(tx, workspace, [number]);
  return loaded ?? null;
}

/** Several issues in the order of `numbers`, and how to mention their people. */
export async function loadIssues(
  tx: Tx,
  workspace: WorkspaceId,
  numbers: readonly number[],
): Promise<{ readonly issues: readonly Issue[]; readonly slackIds: ReadonlyMap<PersonId, string> }> {
  if (numbers.length === 0) return { issues: [], slackIds: new Map() };
  const loaded = await read(tx, workspace, numbers);
  return {
    issues: loaded
      .map(({ issue }) => issue)
      .toSorted((a, b) => numbers.indexOf(a.number) - numbers.indexOf(b.number)),
    slackIds: new Map(loaded.flatMap(({ slackIds }) => [...slackIds])),
  };
}

async function read(tx: Tx, workspace: WorkspaceId, numbers: readonly number[]): Promise<LoadedIssue[]> {
  const rows = await find(tx).execute({ workspace, numbers: [...numbers] });
  return rows.map(({ people, ...row }) => {
    const participants = z
      .array(inIt)
      .parse(people)
      .map((it): Participant => ({ ...it, issue: row.number }));
    const slackIds = participants.flatMap(({ personId, slackUserId }) =>
      personId === null || slackUserId === null ? [] : [[asPersonId(personId), slackUserId] as const],
    );
    return { issue: readIssue(row, participants), participants, slackIds: new Map(slackIds) };
  });
}

const inIt = z.object({
  id: z.string(),
  role: z.enum(roles),
  personId: z.string().nullable(),
  seal: z.string().nullable(),
  tag: z.string().nullable(),
  verdict: z.string().nullable(),
  isStuck: z.boolean(),
  hasLeft: z.boolean().nullable(),
  slackUserId: z.string().nullable(),
});

/** Each statement sees the moment it began: in two, an issue would be claimed, and its people those of before. */
const find = oncePerConnection((tx) =>
  tx
    .select({
      ...getColumns(issues),
      people: sql<unknown>`(
        select coalesce(json_agg(json_build_object('id', a.id, 'role', a.role, 'personId', a.person_id,
            'seal', a.seal, 'tag', a.tag, 'verdict', a.verdict, 'isStuck', a.is_stuck,
            'hasLeft', p.has_left, 'slackUserId', p.slack_user_id) order by a.joined_at, a.id), '[]')
        from participants a left join people p on p.workspace_id = a.workspace_id and p.id = a.person_id
        where a.workspace_id = issues.workspace_id and a.issue = issues.number)`,
    })
    .from(issues)
    .where(
      and(
        eq(issues.workspaceId, given('workspace')),
        sql`${issues.number} = any(${given('numbers')}::int[])`,
      ),
    )
    .prepare('find_issues'),
);

const hold = oncePerConnection((tx) =>
  tx
    .select({ number: issues.number })
    .from(issues)
    .where(and(eq(issues.workspaceId, given('workspace')), eq(issues.number, given('number'))))
    .for('update')
    .prepare('hold_issue'),
);
