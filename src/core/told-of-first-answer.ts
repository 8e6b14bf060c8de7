import type { Address } from './address.ts';
import { isAskingFirst } from './first-answer.ts';
import type { FirstAnswerEvent } from './first-answer.ts';
import type { Issue, IssueEvent } from './issue.ts';
import type { WantedNudge } from './nudge.ts';
import { theReporter } from './told.ts';
import type { Telling } from './told.ts';

/** Of the promise of a first answer. What is public about it says what the issue needs, and names nobody. */
export function toldOfFirstAnswer(
  { before, after, reply, news }: Telling,
  event: FirstAnswerEvent,
): Address[] {
  const toReporter = news(theReporter(after));
  switch (event.type) {
    case 'looks-again':
      return [reply, ...toReporter];
    /* What they were told last says it where it stands, also where it moves. */
    case 'asking-arrived':
      return event.isLate ? toReporter : [];
    case 'promise-moved':
      return [];
    case 'promised':
      return isToldAnew(before, event) ? toReporter : [];
    case 'promise-passed':
      return [...(isFirstToPass(before) ? [reply] : []), ...toReporter];
  }
}

function isToldAnew(before: Issue | null, event: Extract<FirstAnswerEvent, { type: 'promised' }>): boolean {
  const promise = before?.state === 'open' ? before.promise : null;
  const isSaid = promise?.state !== 'waiting' || promise.for === 'date';
  return (event.isAgain === true && isSaid) || event.ownerHasLeft === true;
}

function isFirstToPass(before: Issue | null): boolean {
  const promise = before?.state === 'open' ? before.promise : null;
  return promise?.state === 'running' && !promise.hasPassed;
}

/** Whoever is asked by name is written to in their own hours. `after` all of the events. */
export function asksFirst(after: Issue, events: readonly IssueEvent[]): readonly WantedNudge[] {
  const first = after.version - events.length + 1;
  return events.flatMap((event, index) => {
    if (!isAskingFirst(event)) return [];
    const subject = `${after.number}/${first + index}`;
    const wanted = { kind: 'first-answer', subject, isQuestion: true, when: 'now' } as const;
    return event.to.map((person) => ({ person, ...wanted }));
  });
}
