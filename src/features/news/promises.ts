import { answeredBy, isBegunStill, isLookedAtAgain, isPromisedStill } from '../../core/asked-first.ts';
import { isAskingFirst } from '../../core/first-answer.ts';
import type { Issue } from '../../core/issue.ts';
import type { Happening } from '../../platform/postgres/event-rows.ts';
import type { Scene } from '../../platform/postgres/scene.ts';
import { dayInWords } from '../day.ts';
import { whyYou } from '../issue-card.ts';
import { mention } from '../refusals.ts';
import { answersBy, listed, oneMore } from '../words.ts';

/** News of the promise of a first answer, of support, and of a fix that lasts; `null` for all other. */
export function promiseSentence(scene: Scene): string | null {
  const { issue, happening, slackIds } = scene;
  const number = `*#${issue.number}*`;
  const event = happening?.event;
  if (isOverPromise(issue, happening))
    return noLongerHolds(scene, event?.type === 'looks-again' ? 'looking again at' : 'an answer to');
  switch (event?.type) {
    case 'looks-again':
      return `${number}, ${whyYou(scene)}, has to wait, says ${mention(slackIds, event.by)}. It is looked at again on ${dayInWords(event.on, scene.now)}, and you hear from me then. Until then anyone may still take it.`;
    case 'promise-passed':
      return `Nobody has answered ${number}, ${whyYou(scene)}, in time. ${whoHasIt(scene)}`;
    case 'promised':
      if (event.ownerHasLeft === true)
        return `Whoever had taken on ${number}, ${whyYou(scene)}, has left, so it needs an owner again. ${whoHasIt(scene)}`;
      return `${number}, ${whyYou(scene)}, has waited until now, and is looked at again. ${whoHasIt(scene)}`;
    case 'asking-arrived': {
      const until = isBegunStill(issue, event) ? answeredBy(issue) : null;
      const by = answersBy(until ?? event.by, scene.now);
      const answer = by === null ? '' : ` A person answers ${by}.`;
      return `${number}, ${whyYou(scene)}, has reached ${mention(slackIds, event.reader)}.${answer}`;
    }
    case 'held':
      return `${number} held: a month later it is still fixed, ${happening?.role === 'reporter' ? 'says the person who flagged it' : 'say those who met it'}. Thank you.`;
    case 'answered':
      return `${number}, which counts as fixed, came back for somebody who met it. ${oneMore('you')}; nothing is asked of you now.`;
    case 'support-offered':
      return `${mention(slackIds, event.by)}, who leads here, offers support with ${number}. What does it need? Write to them, or post an update; it stays yours.`;
    default:
      return null;
  }
}

/** `what` it was about: the words themselves are gone. */
export function noLongerHolds(scene: Scene, what: string): string {
  return `What I wrote here about ${what} *#${scene.issue.number}*, ${whyYou(scene)}, no longer holds.`;
}

/** Somebody has answered since, or has been asked; whom it named, and until when, is true no more. */
export function isOverPromise(issue: Issue, happening: Happening | null): boolean {
  const event = happening?.event;
  switch (event?.type) {
    case 'looks-again':
      return !isLookedAtAgain(issue, event.until);
    case 'promise-passed':
    case 'promised':
      return !isPromisedStill(issue, happening?.seq ?? 0, event.promise);
    case 'asking-arrived':
      return !isBegunStill(issue, event);
    default:
      return false;
  }
}

function whoHasIt({ issue, happening, slackIds, now }: Scene): string {
  const event = happening?.event;
  if (event === undefined || !isAskingFirst(event) || issue.state !== 'open') return '';
  const { promise, to } = event;
  if (promise.state !== 'running')
    return 'There is nobody else here whom I could ask. Its card says that it needs a first answer, until somebody gives one.';
  const at = answeredBy(issue);
  const by = at === null ? null : answersBy(at, now);
  if (to.length === 0) return by === null ? 'Anyone may still take it.' : `A person answers ${by}.`;
  const names = listed(to.map((person) => mention(slackIds, person)));
  const haveIt = `I have asked ${names}, who ${to.length === 1 ? 'has' : 'have'} it now`;
  if (at === null) return `${haveIt}. Once it has reached them, you read here by when they answer.`;
  if (by === null) return `${haveIt}.`;
  return to.length === 1 ? `${haveIt} and answers ${by}.` : `${haveIt}: one of them answers ${by}.`;
}
