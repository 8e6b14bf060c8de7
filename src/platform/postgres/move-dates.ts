import { and, eq, isNull } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';

import { numberIn } from '../../core/address.ts';
import { workingTimeOf } from '../../core/hours.ts';
import type { PersonId } from '../../core/issue.ts';
import { isAfter } from '../../core/moments.ts';
import { wantedAt } from '../../core/nudge.ts';
import type { NudgeKind, WantedNudge, When } from '../../core/nudge.ts';
import { unasked } from '../../core/unasked.ts';
import { openingOn } from '../../core/working-time.ts';
import type { WorkingTime } from '../../core/working-time.ts';
import { loadHours, loadWorkplace } from './hours.ts';
import { loadIssues } from './load-issue.ts';
import { waitingNudges } from './nudges.ts';
import type { WaitingNudge } from './nudges.ts';
import { nudges } from './schema/nudges.ts';
import type { Tx, WorkspaceId } from './transact.ts';

/** What somebody is told on a day, or on the working day before it. */
const dated: readonly NudgeKind[] = ['day-before', 'on-the-day', 'snooze-over', 'ask-promise', 'containment'];

/**
 * Their days may begin at another time by now, or are free: what they are to be told on one of them, or the working day
 * before, moves along. What has come due already stays as it was. `zone`: where the workspace is, if no admin has said so.
 */
export async function moveDates(
  tx: Tx,
  workspace: WorkspaceId,
  person: PersonId,
  zone: string,
  now: Temporal.Instant,
): Promise<void> {
  const waiting = await waitingNudges(tx, workspace, person);
  const ahead = waiting.filter(({ kind, wantedAt: at }) => dated.includes(kind) && isAfter(at, now));
  if (ahead.length === 0) return;
  const [hours] = await loadHours(tx, workspace, [person]);
  if (hours === undefined) return;
  const time = workingTimeOf(hours, await loadWorkplace(tx, workspace, zone));
  const numbers = [...new Set(ahead.map(({ subject }) => numberIn(subject)))];
  const { issues } = await loadIssues(tx, workspace, numbers);
  const wanted = issues.flatMap((issue) => unasked(null, issue, []));
  for (const nudge of ahead) {
    const when = dayOf(wanted, person, nudge);
    /* A day that has begun there: they are asked while it is. */
    const at = when === null || hasCome(time, when, now) ? null : (wantedAt(time, when, now) ?? now);
    if (at !== null && !at.equals(nudge.wantedAt)) await moveTo(tx, workspace, person, nudge, at);
  }
}

/** What is asked on a day, or on the next one where that has begun, waits for the next one already. */
function hasCome(time: WorkingTime, when: When, now: Temporal.Instant): boolean {
  const opening = typeof when === 'object' && 'on' in when ? openingOn(time, when.on) : null;
  return opening !== null && !isAfter(opening, now);
}

/** `null`: it is about no day of theirs. */
function dayOf(
  wanted: readonly WantedNudge[],
  person: PersonId,
  { kind, subject }: WaitingNudge,
): When | null {
  const is = (it: WantedNudge): boolean => it.person === person && it.kind === kind && it.subject === subject;
  const when = wanted.find(is)?.when;
  if (when === undefined || when === 'now') return null;
  return 'on' in when || 'justOn' in when || 'before' in when ? when : null;
}

async function moveTo(
  tx: Tx,
  workspace: WorkspaceId,
  person: PersonId,
  { kind, subject }: WaitingNudge,
  at: Temporal.Instant,
): Promise<void> {
  await tx
    .update(nudges)
    .set({ wantedAt: at })
    .where(
      and(
        eq(nudges.workspaceId, workspace),
        eq(nudges.personId, person),
        eq(nudges.kind, kind),
        eq(nudges.subject, subject),
        isNull(nudges.sentAt),
      ),
    );
}
