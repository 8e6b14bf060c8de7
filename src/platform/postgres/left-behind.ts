import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';

import type { PersonId } from '../../core/issue.ts';
import { findAtOnce } from './find-at-once.ts';
import type { Tx, WorkspaceId } from './transact.ts';

/** What is due sooner stays so. */
const soonest = sql`on conflict (workspace_id, kind, subject) do update set due_at = least(due.due_at, excluded.due_at)`;

/** What waits for a moment already, such as somebody's morning, goes on waiting. */
const asItIs = sql`on conflict do nothing`;

/** Such a turn of each of these issues falls due now, in the order of `findAtOnce`. `found`: from issues `i`. */
async function fallDue(
  tx: Tx,
  now: Temporal.Instant,
  kind: SQL,
  found: SQL,
  otherwise: SQL = soonest,
): Promise<void> {
  await tx.execute(sql`
    insert into due (workspace_id, kind, subject, due_at)
    select workspace_id, kind, number::text, ${now.toString()}::timestamptz
    from (select distinct i.workspace_id, ${kind} as kind, i.number ${found}) it
    order by kind, number::text ${otherwise}`);
}

/** Others lead from now on: where nobody who was asked does, or all were asked in vain, it is looked at who does. */
export async function lookAtLadder(tx: Tx, workspace: WorkspaceId, now: Temporal.Instant): Promise<void> {
  const isLeftBehind = sql`not exists (
    select 1 from participants a
    join people p on p.workspace_id = a.workspace_id and p.id = a.person_id and not p.has_left
    join leads l on l.workspace_id = p.workspace_id and l.person_id = p.id
    where a.workspace_id = i.workspace_id and a.issue = i.number and a.role = 'asked')`;
  const isOnItsWay = sql`jsonb_exists(i.life -> 'promise', 'onItsWaySince')`;
  await lookAtFirstAnswers(tx, workspace, now, sql`(${isOnItsWay} or ${isLeftBehind})`);
  await lookAtTold(
    tx,
    workspace,
    now,
    sql`not exists (
    select 1 from nudges n join leads l on l.workspace_id = n.workspace_id and l.person_id = n.person_id
    where ${isTold})`,
  );
  await findAtOnce(tx, workspace, now, sql`kind = 'in-vain'`);
}

/** Of those of which somebody was asked for another look. The rules say then whether others are. */
async function lookAtLooks(tx: Tx, workspace: WorkspaceId, now: Temporal.Instant, where: SQL): Promise<void> {
  await fallDue(
    tx,
    now,
    sql`'looker-left'`,
    sql`
    from issues i
    where i.workspace_id = ${workspace} and i.state = 'declined'
      and i.life #>> '{look,state}' = 'asked' and ${where}`,
    asItIs,
  );
}

/**
 * Somebody has left: where they were asked for a first answer or another look, or told what could use help, it is looked at
 * who leads now.
 */
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
  await lookAtTold(
    tx,
    workspace,
    now,
    sql`exists (select 1 from nudges n where ${isTold} and n.person_id = ${person})`,
  );
  await lookAtLooks(
    tx,
    workspace,
    now,
    sql`exists (
    select 1 from participants a where a.workspace_id = i.workspace_id and a.issue = i.number
      and a.role = 'looker' and a.person_id = ${person})`,
  );
}

/** With the newest news that it could use help. */
const isTold = sql`n.workspace_id = i.workspace_id and n.kind = 'could-use-help'
  and n.subject = i.number || '/' || (i.life #>> '{attended,lead,since}')`;

/** Of those that could use help, as was said to people by name. The rules say then whether others hear of it. */
async function lookAtTold(tx: Tx, workspace: WorkspaceId, now: Temporal.Instant, where: SQL): Promise<void> {
  await fallDue(
    tx,
    now,
    sql`'could-use-help'`,
    sql`
    from issues i
    where i.workspace_id = ${workspace} and i.state = 'claimed'
      and i.life #>> '{attended,lead,state}' = 'told'
      and i.life #>> '{attended,lead,hasOffered}' = 'false' and ${where}`,
  );
}

/** Of those that somebody was asked about by name. The rules say then whether anything changes. */
async function lookAtFirstAnswers(
  tx: Tx,
  workspace: WorkspaceId,
  now: Temporal.Instant,
  where: SQL,
): Promise<void> {
  await fallDue(
    tx,
    now,
    sql`'promise-passes'`,
    sql`
    from issues i
    where i.workspace_id = ${workspace} and i.state = 'open' and (i.life #>> '{promise,state}' = 'unanswered'
      or (i.life #>> '{promise,state}' = 'running' and i.life #>> '{promise,rung}' is not null)) and ${where}`,
  );
}

/** What somebody who has left had promised falls due: help is wanted again, and what they had taken on needs an owner. */
export async function noteLeft(
  tx: Tx,
  workspace: WorkspaceId,
  slackUserId: string,
  now: Temporal.Instant,
): Promise<void> {
  await fallDue(
    tx,
    now,
    sql`h.role || '-left'`,
    sql`
    from issues i
    join participants h on h.workspace_id = i.workspace_id and h.issue = i.number
    join people p on p.workspace_id = h.workspace_id and p.id = h.person_id
    where p.workspace_id = ${workspace} and p.slack_user_id = ${slackUserId}
      and ((h.role = 'helper' and i.help ->> 'state' = 'promised') or (h.role = 'owner' and i.state = 'claimed'))`,
    asItIs,
  );
}

/** Where support stands with somebody who has left, it is looked at who has it now. */
export async function noteSupporterLeft(
  tx: Tx,
  workspace: WorkspaceId,
  slackUserId: string,
  now: Temporal.Instant,
): Promise<void> {
  await fallDue(
    tx,
    now,
    sql`'ask-passes'`,
    sql`
    from issues i
    join participants s on s.workspace_id = i.workspace_id and s.issue = i.number
      and s.role in ('asked', 'promiser', 'taker', 'container')
    join people p on p.workspace_id = s.workspace_id and p.id = s.person_id
    where p.workspace_id = ${workspace} and p.slack_user_id = ${slackUserId} and i.state = 'claimed'`,
  );
}

/**
 * Somebody who flagged or met it has left, or is back. Of what counts as solved the answers given so far may suffice now,
 * or not do so any more; nobody may be stuck any more, and nobody there to answer its owner. Whoever is sealed is not found.
 */
export async function lookAtMet(
  tx: Tx,
  workspace: WorkspaceId,
  person: PersonId,
  now: Temporal.Instant,
): Promise<void> {
  await fallDue(
    tx,
    now,
    sql`'fall-silent'`,
    sql`
    from participants a
    join issues i on i.workspace_id = a.workspace_id and i.number = a.issue and i.state = 'resolved'
    where a.workspace_id = ${workspace} and a.person_id = ${person} and a.role in ('reporter', 'me-too')`,
  );
  await fallDue(
    tx,
    now,
    sql`'met-left'`,
    sql`
    from participants a
    join issues i on i.workspace_id = a.workspace_id and i.number = a.issue
    where a.workspace_id = ${workspace} and a.person_id = ${person} and a.role in ('reporter', 'me-too')
      and (i.help ->> 'state' in ('wanted', 'promised')
        or (a.role = 'reporter' and i.life #>> '{inquiry,isAnswered}' = 'false'))`,
  );
}
