import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

import type { PersonId } from '../../core/issue.ts';
import { creditIsOpen } from './home-learned.ts';
import { runningTrial } from './running-trial.ts';
import type { WorkspaceId } from './transact.ts';

/** Which issues a list of Home shows; of `issues i`. */
export interface Wanted {
  readonly where: SQL;
  /** Ends with the number, so that no issue stands on two pages. Oldest first where something waits, newest first where one looks back. */
  readonly order: SQL;
}

const oldestFirst = sql`i.number`;
const newestFirst = sql`i.number desc`;

/** `asked`: what waits for them besides what an issue itself says. */
export function listsFor(
  workspace: WorkspaceId,
  person: PersonId,
  tags: readonly string[],
  asked: readonly number[],
) {
  return {
    waiting: waitingFor(person, tags, asked),
    owned: ownedBy(person),
    flagged: flaggedBy(person, tags),
    unowned: unownedIn(workspace, person),
    solved: solvedBy(person),
  };
}

function taking(role: string, person: PersonId): SQL {
  return sql`exists (select from participants p where p.workspace_id = i.workspace_id and p.issue = i.number
    and p.role = ${role} and p.person_id = ${person})`;
}

/** What keeps others waiting goes first, a name in the credits last; each of them oldest first. */
function waitingFor(person: PersonId, tags: readonly string[], others: readonly number[]): Wanted {
  const stopping = stopsOthers(person);
  const later = sql`(i.state = 'claimed' and ${taking('promiser', person)})
    or (i.life #>> '{containment,state}' = 'under-way' and ${taking('container', person)})
    or i.number = any(${sql.param(others)}::int[])
    or (i.state = 'saved' and jsonb_typeof(i.life -> 'hold') = 'object' and ${flagging(person, tags)})`;
  return {
    where: sql`(${stopping}) or (${later}) or (${creditIsOpen(person)})`,
    order: sql`case when ${stopping} then 1 when ${later} then 2 else 3 end, ${oldestFirst}`,
  };
}

/** Until this person has answered, others can't go on: whoever asks them, or is stuck. */
function stopsOthers(person: PersonId): SQL {
  const unanswered = sql`exists (select from participants p where p.workspace_id = i.workspace_id and p.issue = i.number
    and p.role in ('reporter', 'me-too') and p.person_id = ${person} and p.verdict is null)`;
  return sql`(i.state in ('open', 'claimed') and ${taking('offered', person)})
    or (i.state = 'open' and ${isAskedFirst(person)})
    or (i.state = 'resolved' and ${unanswered} and not ${taking('owner', person)})
    or (i.state in ('open', 'claimed', 'resolved', 'confirmed') and i.life #>> '{inquiry,isAnswered}' = 'false'
      and ${taking('reporter', person)})
    or (i.help ->> 'state' = 'promised' and ${taking('helper', person)})
    or (i.state = 'claimed' and i.life #>> '{ask,standing,state}' in ('asked', 'unanswered')
      and ${taking('asked', person)})
    or (i.state = 'claimed' and ${taking('owner', person)} and exists (select from participants p
      where p.workspace_id = i.workspace_id and p.issue = i.number and p.role = 'taker'))
    or (i.state = 'declined' and i.life -> 'look' ->> 'state' = 'asked' and ${taking('looker', person)})`;
}

/** Of open ones; as in `owesFirstAnswer`. */
function isAskedFirst(person: PersonId): SQL {
  return sql`(${taking('asked', person)} and not ${taking('reporter', person)})`;
}

function ownedBy(person: PersonId): Wanted {
  return {
    where: sql`i.state in ('claimed', 'resolved') and ${taking('owner', person)}`,
    order: oldestFirst,
  };
}

/** What they saw through: it stays so until it comes back. */
function solvedBy(person: PersonId): Wanted {
  return { where: sql`i.state = 'confirmed' and ${taking('owner', person)}`, order: newestFirst };
}

function flaggedBy(person: PersonId, tags: readonly string[]): Wanted {
  return { where: sql`i.state <> 'withdrawn' and ${flagging(person, tags)}`, order: newestFirst };
}

/** By name, or before it is posted by the tag on the seal. */
function flagging(person: PersonId, tags: readonly string[]): SQL {
  return sql`exists (select from participants p
    where p.workspace_id = i.workspace_id and p.issue = i.number and p.role = 'reporter'
    and (p.person_id = ${person} or p.tag in (${sql.join(
      tags.map((tag) => sql`${tag}`),
      sql`, `,
    )})))`;
}

/** A trial looks after itself, and what this person is asked to take on stands among what waits for them. */
function unownedIn(workspace: WorkspaceId, person: PersonId): Wanted {
  const where = sql`i.state = 'open' and i.number is distinct from ${runningTrial(workspace)}
    and not (${taking('offered', person)} or ${isAskedFirst(person)})`;
  return { where, order: oldestFirst };
}
