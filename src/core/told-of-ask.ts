import type { Address } from './address.ts';
import { isEnd } from './ask.ts';
import type { AskEvent } from './ask.ts';
import { isOwned } from './issue.ts';
import type { Issue, IssueEvent, PersonId } from './issue.ts';
import { theReporter } from './told.ts';
import type { Telling } from './told.ts';

/**
 * Of what an owner needs from those who lead. What is public about it says what the issue needs, and names nobody who is
 * silent. Once it has gone on to others the reporter hears who has it too.
 */
export function toldOfAsk({ before, after, reply, news }: Telling, event: AskEvent): Address[] {
  const toOwner = news(ownerOf(after));
  switch (event.type) {
    case 'asked':
      return [reply];
    case 'ask-delivered':
      return news(event.after !== null ? [...ownerOf(after), ...otherReporter(after)] : []);
    case 'ask-passed':
      return news(event.on === null ? [...ownerOf(after), ...otherReporter(after)] : []);
    case 'ask-promised':
      return news([...ownerOf(after), ...(hasGoneOn(after) ? otherReporter(after) : [])]);
    case 'ask-closed':
      return closed({ before, after, reply, news }, event);
    case 'ask-moved':
    case 'lesson-told':
    case 'take-offered':
    case 'take-ended':
    case 'still-containing':
    case 'containment-snoozed':
    case 'containment-asked':
      return [];
    case 'take-declined':
      return news([event.by]);
    case 'containing':
    case 'contained':
      return [reply, ...toOwner];
    case 'containment-ended':
      if (event.over === undefined) return toOwner;
      return [...(isEnd(event.over) ? [] : [reply]), ...news([event.by])];
    case 'support-ended':
      return news([event.by]);
  }
}

function closed(
  { before, after, reply, news }: Telling,
  { how, owner, lead }: Extract<AskEvent, { type: 'ask-closed' }>,
): Address[] {
  const isGiven = how === 'answered' || how === 'done';
  /* Who has taken it on, and that it is called solved, is told by itself. */
  const isTold = how === 'taken-over' || how === 'solved' || before === null || !hasGoneOn(before);
  const reporter = isTold ? [] : otherReporter(after);
  return [...(isGiven ? [reply] : []), ...news([owner, ...(lead === null ? [] : [lead]), ...reporter])];
}

function hasGoneOn(issue: Issue): boolean {
  return issue.state === 'claimed' && issue.ask !== null && issue.ask.soFar.length > 0;
}

function ownerOf(issue: Issue): PersonId[] {
  return isOwned(issue) ? [issue.owner] : [];
}

/** Where the owner flagged it, they hear of it as its owner. */
function otherReporter(issue: Issue): PersonId[] {
  return theReporter(issue).filter((it) => !ownerOf(issue).includes(it));
}

/** The places in the history of what reads otherwise after an event. */
export function amendedBy(event: IssueEvent): readonly number[] {
  return event.type === 'amended' || event.type === 'lesson-told' ? [event.of] : [];
}
