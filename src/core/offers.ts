import type { Issue, IssueEvent, PersonId } from './issue.ts';
import { isOwned } from './issue.ts';
import type { WantedNudge } from './nudge.ts';

/** Whoever is asked to take something on, to let it go, or to look at it once more. `after` all of the events. */
export function offers(after: Issue, events: readonly IssueEvent[]): readonly WantedNudge[] {
  const first = after.version - events.length + 1;
  return events.flatMap((event, index) => {
    const subject = `${after.number}/${first + index}`;
    const wanted = (kind: 'offer' | 'take-over' | 'look', people: readonly PersonId[]): WantedNudge[] =>
      people.map((person) => ({ person, kind, subject, isQuestion: true, when: 'now' }));
    switch (event.type) {
      case 'offered':
        return wanted('offer', [event.to]);
      case 'take-offered':
        return wanted('take-over', isOwned(after) ? [after.owner] : []);
      case 'look-asked':
        return wanted('look', event.of);
      default:
        return [];
    }
  });
}
