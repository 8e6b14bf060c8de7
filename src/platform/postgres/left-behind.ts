import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';

import type { PersonId } from '../../core/issue.ts';
import type { Tx, WorkspaceId } from './transact.ts';

/** Others lead from now on: where nobody who was asked does, it is looked at who does. */
export async function lookAtLadder(tx: Tx, workspace: WorkspaceId, now: Temporal.Instant): Promise<void> {
  const isLeftBehind = sql`not exists (
    select 1 from participants a
    join people p on p.workspace_id = a.workspace_id and p.id = a.person_id and not p.has_left
    join leads l on l.workspace_id = p.workspace_id and l.person_id = p.id
    where a.workspace_id = i.workspace_id and a.issue = i.number and a.role = 'asked')`;
  await lookAtFirstAnswers(tx, workspace, now, isLeftBehind);
  await tx.execute(sql`
    insert into due (workspace_id, kind, subject, due_at)
    select i.workspace_id, 'ask-passes', i.number::text, ${now.toString()}::timestamptz from issues i
    where i.workspace_id = ${workspace} and i.state = 'claimed'
      and i.life #>> '{ask,standing,state}' = 'unanswered' and ${isLeftBehind}
    on conflict do nothing`);
}

/** Somebody has left: where they were asked for a first answer, it is looked at who leads now. */
export async function noteAskedLeft(
  tx: Tx,
  workspace: WorkspaceId,
  person: PersonId,
  now: Temporal.Instant,
): Promise<void> {
  await lookAtFirstAnswers(
    tx,
    workspace,
    now,
    sql`exists (
    select 1 from participants a where a.workspace_id = i.workspace_id and a.issue = i.number
      and a.role = 'asked' and a.person_id = ${person})`,
  );
}

/** Of those that somebody was asked about by name. The rules say then whether anything changes. */
async function lookAtFirstAnswers(
  tx: Tx,
  workspace: WorkspaceId,
  now: Temporal.Instant,
  where: SQL,
): Promise<void> {
  await tx.execute(sql`
    insert into due (workspace_id, kind, subject, due_at)
    select i.workspace_id, 'promise-passes', i.number::text, ${now.toString()}::timestamptz from issues i
    where i.workspace_id = ${workspace} and i.state = 'open' and (i.life #>> '{promise,state}' = 'unanswered'
      or (i.life #>> '{promise,state}' = 'running' and i.life #>> '{promise,rung}' is not null)) and ${where}
    on conflict (workspace_id, kind, subject) do update set due_at = least(due.due_at, excluded.due_at)`);
}
