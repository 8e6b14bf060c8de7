import type { Refusal } from '../core/decision.ts';
import type { PersonId } from '../core/issue.ts';
import type { Drawing } from '../platform/slack/drawing.ts';
import { actions, section } from './blocks.ts';
import { withdrawButton } from './buttons.ts';
import { capitalised } from './words.ts';

type Name = (person: PersonId) => string;

/** Why it can't be done, kindly, to this person alone. `name` says how people are mentioned where it is shown. */
function refusalWords(refusal: Refusal, number: number, name: Name): string {
  switch (refusal.reason) {
    case 'gone':
      return `#${number} was taken back before anybody saw it.`;
    case 'not-posted-yet':
      return `#${number} has not been posted yet. It will be in a moment.`;
    case 'posted-already':
      return refusal.mayWithdraw
        ? `#${number} is posted already. You can still withdraw it, while nobody has claimed it.`
        : `#${number} is posted already, and somebody has taken it on. Tell them what has changed; they can see that it was you.`;
    case 'not-the-reporter':
      return `Only the person who flagged #${number} can do that.`;
    case 'not-the-owner':
      return refusal.owner === null
        ? `#${number} has no owner just now. You can claim it, if you like.`
        : `#${number} is with ${name(refusal.owner)} now, so only they can do that.`;
    case 'not-a-member':
      return `Thank you for offering. #${number} needs an owner who is a full member of this workspace; guests can flag issues and say me too.`;
    case 'membership-unknown':
      return 'Slack did not tell me just now whether you are a member here. Please try again in a minute.';
    case 'claimed-by':
      return `${name(refusal.owner)} has already taken on #${number}. Thank you for offering.`;
    case 'solved-by':
      return `#${number} counts as solved just now: the people who met it decide. If it isn't fixed, it goes on with ${name(refusal.owner)}.`;
    case 'withdrawn':
      return `#${number} was withdrawn by the person who flagged it.`;
    case 'own-flag':
      return `You flagged #${number} yourself, so you are counted already.`;
    case 'settled':
      return `#${number} is fixed, and confirmed. If you meet it again, please flag it: coming back is worth knowing.`;
    case 'owner-is-here':
      return `${name(refusal.owner)} is still here, so only they can let go of #${number}.`;
    case 'offer-to-self':
      return `#${number} is yours already. Choose somebody else to hand it over to.`;
    case 'cannot-own':
      return `${name(refusal.person)} can't own issues here: an owner is a full member of this workspace. Please choose somebody else.`;
    case 'candidate-unknown':
      return `Slack did not tell me just now whether ${name(refusal.person)} is a member here. Please try again in a minute.`;
    case 'not-offered':
      return `#${number} is no longer offered to you. Nothing is asked of you.`;
    case 'not-solved':
      return `#${number} goes on just now, so there is nothing to confirm yet.`;
    case 'not-asked':
      return `Only those who met #${number} can say whether it is fixed. If you met it as well, press Me too first.`;
    case 'newer-solution':
      return `There is a newer solution to #${number}. Please say on its card, or on my newest question to you, whether that one is a fix.`;
    case 'answer-first':
      return `Please say first whether #${number} is fixed for you; then there is room for a line.`;
    case 'owner-does-not-decide':
      return `You took #${number} on, so the others who met it decide whether it is fixed.`;
  }
}

export interface Refused {
  readonly refusal: Refusal;
  readonly slackIds: ReadonlyMap<PersonId, string>;
}

/** A refusal where mentions can be shown: beside a message, or on a page of its own. */
export function refusalDrawing({ refusal, slackIds }: Refused, number: number): Drawing {
  const text = capitalised(refusalWords(refusal, number, (person) => mention(slackIds, person)));
  const canWithdraw = refusal.reason === 'posted-already' && refusal.mayWithdraw;
  return { text, blocks: [section(text), ...(canWithdraw ? [actions(withdrawButton(number))] : [])] };
}

/** A refusal under a field, where only plain words are shown. */
export function refusalLine({ refusal }: Refused, number: number): string {
  return capitalised(refusalWords(refusal, number, () => whoIsMeant(refusal)));
}

/** Forms that offer somebody name whom they chose; those about a solved issue are its owner's own. */
function whoIsMeant({ reason }: Refusal): string {
  if (reason === 'cannot-own' || reason === 'candidate-unknown') return 'that person';
  return reason === 'solved-by' ? 'you' : 'somebody else';
}

/** `<@U…>`; somebody we were asked to forget is *somebody who has left*. */
export function mention(slackIds: ReadonlyMap<PersonId, string>, person: PersonId | null): string {
  const id = person === null ? undefined : slackIds.get(person);
  return id === undefined ? 'somebody who has left' : `<@${id}>`;
}
