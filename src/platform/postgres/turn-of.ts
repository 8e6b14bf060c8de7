import type { Temporal } from 'temporal-polyfill';

import type { Turn } from '../../core/decide.ts';
import { dueOf, foundNext } from '../../core/due.ts';
import { metOtherwise, noFollowUps } from '../../core/follow-ups.ts';
import type { Issue } from '../../core/issue.ts';
import { isAfter } from '../../core/moments.ts';
import { silenceGoesOnUntil } from '../../core/settle.ts';
import { newsOfDecision } from '../../core/standing-messages.ts';
import { needsLadder } from '../../core/turns.ts';
import type { TurnType } from '../../core/turns.ts';
import { cadenceOf } from './cadence.ts';
import { followUp, setDue, reschedule } from './outbox.ts';
import { reporterAskedAt } from './reporter-asked.ts';
import type { Store } from './store.ts';
import type { Tx, WorkspaceId } from './transact.ts';

/** What time brings about, with the facts that the rules need for it. */
export async function turnOf(
  store: Store,
  tx: Tx,
  workspace: WorkspaceId,
  issue: Issue,
  kind: TurnType,
  now: Temporal.Instant,
): Promise<Turn> {
  if (needsLadder(kind)) return { type: kind, cadence: await cadenceOf(store, tx, workspace) };
  if (kind !== 'fall-silent') return { type: kind };
  const isAsked = issue.state === 'resolved';
  return { type: kind, askedAt: isAsked ? await reporterAskedAt(store, tx, workspace, issue, now) : null };
}

/**
 * Nothing has come about. What the rules see may have changed without an event, since somebody has left, or is back; and
 * of a silence they know only when it may end at the soonest.
 */
export async function lookAgain(
  store: Store,
  tx: Tx,
  workspace: WorkspaceId,
  issue: Issue,
  turn: Turn,
  now: Temporal.Instant,
): Promise<void> {
  await reschedule(tx, workspace, issue.number, foundNext(issue, now));
  /* Nobody else is there to be asked: its reporter reads that they may ask again. */
  if (turn.type === 'looker-left') {
    const draw = newsOfDecision(issue);
    const homes = draw.flatMap(({ person }) => person ?? []);
    return await followUp(store, tx, workspace, { ...noFollowUps, draw, homes });
  }
  if (turn.type === 'met-left') return await followUp(store, tx, workspace, metOtherwise(issue));
  if (turn.type !== 'fall-silent') return;
  const next = dueOf(issue);
  if (next === null || isAfter(next.at, now)) return;
  await setDue(tx, workspace, issue.number, turn.type, silenceGoesOnUntil(turn.askedAt, now));
}
