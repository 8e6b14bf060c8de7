import type { Address } from './address.ts';
import type { EndEvent } from './evolve-end.ts';
import { isOwned } from './issue.ts';
import type { Issue, PersonId } from './issue.ts';
import { metButNot, theReporter } from './told.ts';
import type { Telling } from './told.ts';

type Separated = Extract<EndEvent, { type: 'separated' }>;

/** Of what ends an issue otherwise than by a fix, or lets it go on after all. */
export function toldOfEnd({ before, after, reply, news }: Telling, event: EndEvent): Address[] {
  switch (event.type) {
    case 'declined':
      return [reply, ...news([...metButNot(after, event.by), ...formerOwner(before, event.by)])];
    case 'look-asked':
      return [];
    case 'opened-again':
      return [reply, ...news([...metButNot(after, event.by), event.against])];
    case 'upheld':
      return [reply, ...news(theReporter(after))];
    case 'duplicated':
      return [reply, ...news([...movedBy(after, event.by), ...formerOwner(before, event.by)])];
    case 'separated':
      return [reply, ...news(movedBack(after, event))];
    case 'merged':
    case 'unmerged':
      return [reply];
  }
}

/** Whoever had it when somebody else ended it. */
function formerOwner(before: Issue | null, by: PersonId | null): PersonId[] {
  return before !== null && isOwned(before) && before.owner !== by ? [before.owner] : [];
}

/** Those who hear of it here again, save whoever said so, and its owner, who gets their buttons back. */
function movedBack(issue: Issue, { by, owner, wasWithdrawn }: Separated): PersonId[] {
  const moved = wasWithdrawn === true ? metButNot(issue, null) : movedBy(issue, by);
  return moved.filter((it) => it !== owner);
}

/** Those who are counted elsewhere from now on, save whoever said so; `null` is the reporter. */
function movedBy(issue: Issue, by: PersonId | null): PersonId[] {
  return metButNot(issue, by ?? issue.reporter.person);
}
