import type { OtherEvent } from './evolve-otherwise.ts';
import type { Address } from './follow-ups.ts';
import { isOwned } from './issue.ts';
import type { Issue, PersonId } from './issue.ts';
import { stuckPeople } from './stuck.ts';

interface Telling {
  readonly before: Issue | null;
  readonly after: Issue;
  readonly reply: Address;
  readonly news: (people: readonly PersonId[]) => Address[];
}

/** Of help for whoever is stuck, and of what ends an issue otherwise than by a fix. */
export function toldOtherwise(
  { before, after, reply, news }: Telling,
  event: OtherEvent,
  subject: string,
): Address[] {
  switch (event.type) {
    case 'declined':
      return [reply, ...news([...metButNot(after, event.by), ...formerOwner(before, event.by)])];
    case 'look-asked':
      return event.of.map((person) => ({ kind: 'look', subject, person }));
    case 'opened-again':
      return [reply, ...news([...metButNot(after, event.by), event.against])];
    case 'upheld':
      return [reply, ...news(theReporter(after))];
    case 'duplicated':
      return [reply, ...news([...movedBy(after, event.by), ...formerOwner(before, event.by)])];
    case 'separated':
      return [reply, ...news(movedBack(after, event.by, event.owner))];
    case 'merged':
    case 'unmerged':
      return [reply];
    case 'help-promised':
      return [reply, { kind: 'help', subject, person: event.helper }, ...news(stuckPeople(after))];
    case 'helped':
      return [reply, ...news(stuckPeople(after))];
    case 'help-withdrawn':
      return news(stuckPeople(after));
    case 'help-wanted':
      return [reply, ...news(event.helper === null ? [] : [event.helper])];
    case 'stuck-too':
      return [reply, ...news(after.help?.state === 'promised' ? [after.help.helper] : [])];
    case 'unstuck':
      return [];
    case 'help-ended':
      return news(event.helper === null ? [] : [event.helper]);
  }
}

/** The reporter and the me toos, save the person the news is about. */
export function metButNot(issue: Issue, person: PersonId | null): PersonId[] {
  return [...theReporter(issue), ...issue.meToos.map((it) => it.person)].filter((it) => it !== person);
}

export function theReporter({ reporter }: Issue): PersonId[] {
  return reporter.person === null ? [] : [reporter.person];
}

/** Whoever had it when somebody else ended it. */
function formerOwner(before: Issue | null, by: PersonId | null): PersonId[] {
  return before !== null && isOwned(before) && before.owner !== by ? [before.owner] : [];
}

/** Those who hear of it here again, save whoever said so, and its owner, who gets their buttons back. */
function movedBack(issue: Issue, by: PersonId | null, owner: PersonId | null): PersonId[] {
  return movedBy(issue, by).filter((it) => it !== owner);
}

/** Those who are counted elsewhere from now on, save whoever said so; `null` is the reporter. */
function movedBy(issue: Issue, by: PersonId | null): PersonId[] {
  return metButNot(issue, by ?? issue.reporter.person);
}
