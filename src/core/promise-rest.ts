import type { Temporal } from 'temporal-polyfill';

import { timeOf } from './cadence.ts';
import type { Cadence } from './cadence.ts';
import { isAskingFirst, promiseDueAt } from './first-answer.ts';
import type { Issue, IssueEvent } from './issue.ts';
import { earliest, isAfter } from './moments.ts';
import { askedOn } from './promise-moves.ts';
import { isOpen, openingAfter } from './working-time.ts';
import type { WorkingTime } from './working-time.ts';

/**
 * When people may be told what time has brought about; `null`: now. What was promised by name ends in their hours, and is
 * over then, whatever the workspace's clock says; what nobody in particular has promised waits for the workspace. What ends
 * together with a working day is told at its end: to somebody elsewhere the next one may be days off.
 */
export function restsUntil(issue: Issue, cadence: Cadence, now: Temporal.Instant): Temporal.Instant | null {
  const times = [cadence.time, ...timesOfAsked(issue, cadence)];
  if (hasEndedWithADay(issue, times, now)) return null;
  const opening = earliest(times.flatMap((time) => openingAfter(time, now) ?? []));
  return opening === null || opening.equals(now) ? null : opening;
}

/**
 * Whether those who lead are asked for a first answer by it, and its reporter told. That an end has moved is said where it
 * was said before, and to nobody anew.
 */
export function asksLeads(events: readonly IssueEvent[]): boolean {
  return events.some((event) => isAskingFirst(event) || (event.type === 'let-go' && event.hasLeft));
}

/** The sweep finds it a moment later. */
const momentMinutes = 15;

function hasEndedWithADay(issue: Issue, times: readonly WorkingTime[], now: Temporal.Instant): boolean {
  const at = issue.state === 'open' ? promiseDueAt(issue) : null;
  if (at === null || isAfter(at, now) || isAfter(now, at.add({ minutes: momentMinutes }))) return false;
  const before = at.subtract({ milliseconds: 1 });
  return times.some((time) => isOpen(time, before));
}

/** Of those who were asked last: its end was worked out by their hours. */
function timesOfAsked(issue: Issue, cadence: Cadence): WorkingTime[] {
  const promise = issue.state === 'open' ? issue.promise : null;
  if (issue.state !== 'open' || promise?.state !== 'running' || promise.rung === null) return [];
  return askedOn(issue, promise.rung, cadence).map((it) => timeOf(cadence, it));
}
