import { and, eq } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';

import { solutionSubject } from '../../core/address.ts';
import { workingTimeOf } from '../../core/hours.ts';
import type { PersonId, ResolvedIssue } from '../../core/issue.ts';
import { isAfter } from '../../core/moments.ts';
import type { NudgeKind } from '../../core/nudge.ts';
import { silentSince } from '../../core/settle.ts';
import { openingAfter } from '../../core/working-time.ts';
import { loadHours, loadWorkplace } from './hours.ts';
import { messageById, messageTo } from './messages.ts';
import type { MessageRow } from './messages.ts';
import { nudges } from './schema/nudges.ts';
import type { Store } from './store.ts';
import type { Tx, WorkspaceId } from './transact.ts';

/**
 * Since when whoever flagged it leaves *Is it fixed?* without an answer, see `silentSince`: it stands before them in Slack,
 * where they are asked once more, or on the Home of those who read only there. `null`: it does not yet, or they are to be
 * asked once more, since they are away, or Slack is. Who can't be asked at all counts as asked when it was called solved.
 */
export async function reporterAskedAt(
  { environment }: Pick<Store, 'environment'>,
  tx: Tx,
  workspace: WorkspaceId,
  issue: ResolvedIssue,
  now: Temporal.Instant,
): Promise<Temporal.Instant | null> {
  const { resolvedAt, reporter } = issue;
  const { person } = reporter;
  const [hours] = person === null ? [] : await loadHours(tx, workspace, [person]);
  if (person === null || hours === undefined) return resolvedAt;
  const time = workingTimeOf(hours, await loadWorkplace(tx, workspace, environment.timeZone));
  const subject = solutionSubject(issue);
  const question = await questionTo(tx, workspace, subject, person);
  const cameAt = question === null ? null : arrivalOf(question);
  if (cameAt === null) {
    const isThereFrom = openingAfter(time, resolvedAt);
    if (question === null || question.state === 'ended' || isThereFrom === null) return resolvedAt;
    return hours.isOnlyOnHome && !isAfter(isThereFrom, now) ? isThereFrom : null;
  }
  const again = hours.isOnlyOnHome ? null : await askedAgain(tx, workspace, subject, person);
  if (again === null || openingAfter(time, now) === null) return cameAt;
  return again.at === null ? null : silentSince(cameAt, again.at);
}

async function questionTo(
  tx: Tx,
  workspace: WorkspaceId,
  subject: string,
  person: PersonId,
): Promise<MessageRow | null> {
  const id = await messageTo(tx, workspace, { kind: 'question', subject, person });
  return id === null ? null : await messageById(tx, workspace, id);
}

interface Again {
  /** `null`: they are to be, and it stands before them by no message yet. */
  readonly at: Temporal.Instant | null;
}

async function askedAgain(
  tx: Tx,
  workspace: WorkspaceId,
  subject: string,
  person: PersonId,
): Promise<Again | null> {
  const kind: NudgeKind = 'is-it-fixed';
  const isTheirs = and(eq(nudges.workspaceId, workspace), eq(nudges.personId, person));
  const [nudge] = await tx
    .select({ message: nudges.message, sentAt: nudges.sentAt })
    .from(nudges)
    .where(and(isTheirs, eq(nudges.kind, kind), eq(nudges.subject, subject)));
  if (nudge === undefined) return null;
  const message = nudge.message === null ? null : await messageById(tx, workspace, nudge.message);
  return { at: message === null || message.state === 'ended' ? nudge.sentAt : arrivalOf(message) };
}

/** Of what an earlier version has sent it is known only since when it has been as it is. */
function arrivalOf({ arrivedAt, ts, since }: MessageRow): Temporal.Instant | null {
  return arrivedAt ?? (ts === null ? null : since);
}
