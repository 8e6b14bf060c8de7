import type { Temporal } from 'temporal-polyfill';

import { solutionSubject } from '../../core/address.ts';
import { workingTimeOf } from '../../core/hours.ts';
import type { ResolvedIssue } from '../../core/issue.ts';
import { isAfter } from '../../core/moments.ts';
import { openingAfter } from '../../core/working-time.ts';
import { loadHours, loadWorkplace } from './hours.ts';
import { messageById, messageTo } from './messages.ts';
import type { MessageRow } from './messages.ts';
import type { Store } from './store.ts';
import type { Tx, WorkspaceId } from './transact.ts';

/**
 * Since when *Is it fixed?* stands before whoever flagged it, in Slack or on the Home of those who read only there; `null`:
 * it does not yet, since they are away, or Slack is. Who can't be asked at all counts as asked when it was called solved.
 */
export async function reporterAskedAt(
  store: Pick<Store, 'environment'>,
  tx: Tx,
  workspace: WorkspaceId,
  issue: ResolvedIssue,
  now: Temporal.Instant,
): Promise<Temporal.Instant | null> {
  const { reporter, resolvedAt } = issue;
  if (reporter.person === null) return resolvedAt;
  const subject = solutionSubject(issue);
  const id = await messageTo(tx, workspace, { kind: 'question', subject, person: reporter.person });
  const question = id === null ? null : await messageById(tx, workspace, id);
  if (question === null) return resolvedAt;
  const cameAt = arrivalOf(question);
  if (cameAt !== null) return cameAt;
  if (question.state === 'ended') return resolvedAt;
  const [hours] = await loadHours(tx, workspace, [reporter.person]);
  if (hours === undefined) return resolvedAt;
  const time = workingTimeOf(hours, await loadWorkplace(tx, workspace, store.environment.timeZone));
  const isThereFrom = openingAfter(time, resolvedAt);
  if (isThereFrom === null) return resolvedAt;
  return hours.isOnlyOnHome && !isAfter(isThereFrom, now) ? isThereFrom : null;
}

/** Of what an earlier version has sent it is known only since when it has been as it is. */
function arrivalOf({ arrivedAt, ts, since }: MessageRow): Temporal.Instant | null {
  return arrivedAt ?? (ts === null ? null : since);
}
