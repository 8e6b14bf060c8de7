import type { Temporal } from 'temporal-polyfill';

import { isOwned, isSolved } from '../../core/issue.ts';
import type { Issue, Solution } from '../../core/issue.ts';
import { Later } from '../jobs/worker.ts';
import { changeIssue } from '../postgres/change-issue.ts';
import type { MessageRow } from '../postgres/messages.ts';
import { transact } from '../postgres/transact.ts';
import type { WorkspaceId } from '../postgres/transact.ts';
import { endTrial, loadTrial } from '../postgres/trial.ts';
import type { Trial } from '../postgres/trial.ts';
import { noLearningChannel } from '../postgres/waiting.ts';
import type { Wish } from '../postgres/wish.ts';
import type { Courier } from './courier.ts';

/** From then on whatever is still missing is called slow. */
const mostSeconds = 90;

/** What a trial does next: it waits, somebody does something, or it is over, `steps` of them having been taken. */
type Next =
  | 'wait'
  | { readonly by: string; readonly wish: Wish }
  | { readonly steps: number; readonly reason: string };

/**
 * Takes a trial one step further, through the same neck and the same delivery as anybody's issue.
 *
 * @throws Later while it goes on
 */
export async function runTrial(
  { store, log }: Pick<Courier, 'store' | 'log'>,
  workspace: WorkspaceId,
  solution: Solution,
): Promise<void> {
  const trial = await transact(store, { workspace }, (tx) => loadTrial(tx, workspace));
  if (trial === null) return;
  const next = nextOf(trial, solution, store.clock());
  if (next === 'wait') throw new Later(1, 'the test goes on');
  const end = async (steps: number, reason: string): Promise<void> => {
    if (reason !== '' && reason !== noLearningChannel)
      log.warn({ steps, reason }, 'a test stopped on its way');
    await endTrial(store, workspace, `${steps}/${reason}`);
  };
  if ('steps' in next) return await end(next.steps, next.reason);
  const { by: slackUser, wish } = next;
  const change = { workspace, number: trial.number, slackUser, isListedAdmin: false, adminUsers: [], wish };
  const outcome = await changeIssue(store, change);
  if (outcome.ok) throw new Later(1, 'the test goes on');
  await end(stepsTaken(trial), outcome.refusal.reason);
}

function nextOf(trial: Trial, solution: Solution, now: Temporal.Instant): Next {
  const { loaded, admin, bot } = trial;
  if (loaded === null) return { steps: 1, reason: 'gone' };
  const { issue } = loaded;
  const steps = stepsTaken(trial);
  const reason = whyOver(trial, issue, now);
  if (reason !== null) return { steps, reason };
  const by = admin.slackUserId ?? '';
  if (issue.state === 'open' && steps === 2) return { by, wish: { type: 'claim' } };
  if (issue.state === 'claimed' && steps === 4) return { by, wish: { type: 'resolve', solution } };
  if (issue.state === 'resolved') return { by: bot, wish: { type: 'answer', verdict: 'fixed' } };
  return 'wait';
}

/** What ended it, which is nothing where it went through; `null` while it goes on. */
function whyOver(trial: Trial, issue: Issue, now: Temporal.Instant): string | null {
  const { admin, messages } = trial;
  const waiting = messages.find((it) => it.state === 'waiting' && !isForNoChannel(it));
  if (waiting !== undefined) return waiting.reason ?? 'unknown';
  if (isOwned(issue) && issue.owner !== admin.id) return 'claimed-by';
  const isLate = now.since(issue.flaggedAt).total('seconds') > mostSeconds;
  if (hasEnded(trial) || (isLate && isDone(trial)))
    return messages.some(isForNoChannel) ? noLearningChannel : '';
  return isLate ? 'slow' : null;
}

/** Saved, posted, claimed, told, solved, confirmed, learned from: each counts when those before it are there. */
function stepsTaken({ loaded, messages }: Trial): number {
  const stands = (kind: string): boolean => messages.some((it) => it.kind === kind && it.state === 'sent');
  const is = (fits: (issue: Issue) => boolean): boolean => loaded !== null && fits(loaded.issue);
  const steps = [
    true,
    stands('card'),
    is(isOwned),
    stands('controls'),
    is(isSolved),
    is(({ state }) => state === 'confirmed'),
    stands('learning'),
  ];
  const missing = steps.indexOf(false);
  return missing === -1 ? steps.length : missing;
}

/** Having no channel for what is learned is a choice too: there is nothing to wait for. */
function isForNoChannel({ state, reason }: MessageRow): boolean {
  return state === 'waiting' && reason === noLearningChannel;
}

/** Every step is taken, whatever is still to be said of it. */
function isDone(trial: Trial): boolean {
  const steps = stepsTaken(trial);
  return steps === 7 || (steps === 6 && trial.messages.some(isForNoChannel));
}

/** All of it happened, and all that was to be said of it stands. */
function hasEnded(trial: Trial): boolean {
  const isAtRest = trial.messages.every(
    (it) => it.state === 'sent' || it.state === 'ended' || isForNoChannel(it),
  );
  return stepsTaken(trial) >= 6 && isAtRest;
}
