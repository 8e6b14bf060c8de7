import type {
  AnswerRefusal,
  EndRefusal,
  FlagRefusal,
  HelpRefusal,
  InquiryRefusal,
  LearningRefusal,
  OwnerRefusal,
  Refusal,
} from '../core/decision.ts';
import type { PersonId } from '../core/issue.ts';
import type { Drawing } from '../platform/slack/drawing.ts';
import { actions, section } from './blocks.ts';
import { withdrawButton } from './buttons.ts';
import { aboutHelp } from './refused-otherwise.ts';
import type { Name } from './refused-otherwise.ts';
import { capitalised } from './words.ts';

/** Why it can't be done, kindly, to this person alone. `name` says how people are mentioned where it is shown. */
function refusalWords(refusal: Refusal, number: number, name: Name): string {
  switch (refusal.reason) {
    case 'gone':
      return `${number === 0 ? 'This issue' : `#${number}`} is not here. A flag that was taken back before anybody saw it is gone for good.`;
    case 'not-posted-yet':
      return refusal.isReporter
        ? `#${number} has not been posted yet, so nobody has seen it. Undo takes it back.`
        : `#${number} has not been posted yet. It will be soon.`;
    case 'posted-already':
      return `#${number} is posted already${insteadOfUndo(refusal)}`;
    case 'waits-for-channel':
      return `#${number} is saved, and waits for a channel: an admin is asked to see to it. Until then it stands on Flagpost's Home, where others may have seen it. You can still withdraw it, while nobody has claimed it.`;
    case 'not-the-reporter':
      return `That is only for the person who flagged #${number}.`;
    case 'withdrawn':
      return refusal.isReporter
        ? `You withdrew #${number}, and it stays so. If it gets in the way again, please flag it anew.`
        : `#${number} was withdrawn by the person who flagged it.`;
    case 'own-flag':
      return `You flagged #${number} yourself, so you are counted already.`;
    case 'not-fixed':
      return `#${refusal.fix} is not fixed just now: it goes on, and Me too on its card counts you there.`;
    case 'not-solved-yet':
    case 'not-involved':
    case 'written-up':
    case 'not-credited':
      return aboutLearning(refusal, number);
    default:
      return aboutOwning(refusal, number, name);
  }
}

function aboutLearning({ reason }: LearningRefusal, number: number): string {
  switch (reason) {
    case 'not-solved-yet':
      return `#${number} isn't solved yet. Once it is, what was learned from it can be written up.`;
    case 'not-involved':
      return `What was learned from #${number} is written up by those who had a part in it: who flagged it, took it on, or met it as well.`;
    case 'written-up':
      return `What was learned from #${number} is written up and published already. Only those who wrote it can change it; in the thread of its post there is room for everybody.`;
    case 'not-credited':
      return `The credits of #${number} name nobody but those who had a part in it by now, so your name isn't shown.`;
  }
}

/** What a reporter can do once others have seen it. */
function insteadOfUndo({ state, isOwner }: Extract<FlagRefusal, { reason: 'posted-already' }>): string {
  switch (state) {
    case 'open':
      return '. You can still withdraw it, while nobody has claimed it.';
    case 'claimed':
      return isOwner
        ? ', and with you. Say in an update what has changed; or let go of it, and you can withdraw it.'
        : ', and somebody has taken it on. Tell them what has changed; they can see that it was you.';
    case 'resolved':
      return isOwner
        ? ', and you call it solved. You can still say in an update what has changed.'
        : ', and called solved by now. You can say on its card whether it is fixed for you.';
  }
}

type AnyAnswer = AnswerRefusal | InquiryRefusal | HelpRefusal | EndRefusal;

function aboutOwning(refusal: OwnerRefusal | AnyAnswer, number: number, name: Name): string {
  switch (refusal.reason) {
    case 'no-owner':
      return `#${number} has no owner just now. ${refusal.canClaim ? 'You can claim it, if you like.' : 'Any full member of this workspace may claim it.'}`;
    case 'not-the-owner':
      return `#${number} is with ${name(refusal.owner)} now, so only they can do that.`;
    case 'not-a-member':
      return `Thank you for being willing. #${number} needs an owner who is a full member of this workspace; guests can flag issues and say me too.`;
    case 'membership-unknown':
      return 'Slack did not tell me just now whether you are a member here. Please try again in a minute.';
    case 'claimed-by':
      return `${name(refusal.owner)} has already taken on #${number}. Thank you for offering.`;
    case 'admin-unknown':
      return 'Slack did not tell me just now whether you are an admin here. Please try again in a minute.';
    case 'not-an-admin':
      return refusal.ownerHasLeft
        ? `The owner of #${number} has left. An admin can let go of it for them, in the menu of its card.`
        : `#${number} is with ${name(refusal.owner)} now, so only they can let go of it. Once they have left, an admin can, in the menu of its card.`;
    case 'owner-is-here':
      return `As far as I know ${name(refusal.owner)} is still here, so only they can let go of #${number}.`;
    case 'let-go-later':
      return `#${number} counts as solved just now: the people who met it decide. If it isn't fixed, it goes on, and you can let go of it for its owner then.`;
    case 'offer-to-self':
      return `#${number} is yours already. Choose somebody else to hand it over to.`;
    case 'cannot-own':
      return `${name(refusal.person)} can't own issues here: an owner is a full member of this workspace. Please choose somebody else.`;
    case 'candidate-unknown':
      return `Slack did not tell me just now whether ${name(refusal.person)} is a member here. Please try again in a minute.`;
    case 'not-offered':
      return `#${number} is not offered to you now, so it needs no yes or no from you.`;
    case 'yours-already':
      return `#${number} is with you already. If you can't keep it, hand it over or let go of it.`;
    default:
      return aboutAnswering(refusal, number, name);
  }
}

function aboutAnswering(refusal: AnyAnswer, number: number, name: Name): string {
  switch (refusal.reason) {
    case 'solved-by':
      return `#${number} counts as solved just now${whoDecides(refusal, name)}.`;
    case 'settled':
      return `#${number} is fixed, and confirmed${whatIfNot(refusal)}`;
    case 'not-solved':
      return refusal.hasOwner
        ? `#${number} goes on just now, so there is nothing to confirm yet.`
        : `#${number} needs an owner just now, so there is nothing to confirm yet.`;
    case 'not-asked':
      return `Only those who met #${number} can say whether it is fixed. If you met it as well, press Me too first.`;
    case 'newer-solution':
      return `There is a newer solution to #${number}. Please say on its card whether that one is a fix.`;
    case 'answer-first':
      return `Please say first whether #${number} is fixed for you; then there is room for a line.`;
    case 'owner-does-not-decide':
      return `You took #${number} on, so the others who met it decide whether it is fixed.`;
    default:
      return aboutAsking(refusal, number, name);
  }
}

function aboutAsking(refusal: InquiryRefusal | HelpRefusal | EndRefusal, number: number, name: Name): string {
  switch (refusal.reason) {
    case 'own-question':
      return `You flagged #${number} yourself, so there is nobody else to ask.`;
    case 'reporter-unreachable':
      return `I can't reach the person who flagged #${number}: they have left, or I no longer know who it was. Those who met it as well may know more; they read the thread of its card.`;
    case 'no-inquiry':
      return `#${number} needs no answer from you any more. Thank you.`;
    case 'newer-inquiry':
      return `There is a newer question about #${number}: it stands in my newest message to you. Please answer that one.`;
    default:
      return aboutHelp(refusal, number, name);
  }
}

function whoDecides({ owner, you }: Extract<AnswerRefusal, { reason: 'solved-by' }>, name: Name): string {
  switch (you) {
    case 'owner':
      return ": the others who met it decide. If it isn't fixed, it goes on with you";
    case 'asked':
      return `, and you can say on its card whether it is fixed for you. If it isn't fixed, it goes on with ${name(owner)}`;
    case 'other':
      return `: the people who met it decide. If it isn't fixed, it goes on with ${name(owner)}`;
  }
}

/** Those who met it have a button for it; from everybody else a new flag is the way. */
function whatIfNot({ you }: Extract<AnswerRefusal, { reason: 'settled' }>): string {
  if (you === 'asked') return ". If it isn't fixed for you, or comes back, press Not fixed on its card.";
  const flag = '. If you meet it again, please flag it: coming back is worth knowing.';
  return you === 'owner' ? `, so nothing more is asked of you${flag}` : flag;
}

export interface Refused {
  readonly refusal: Refusal;
  readonly slackIds: ReadonlyMap<PersonId, string>;
}

/** A refusal where mentions can be shown: beside a message, or on a page of its own. */
export function refusalDrawing({ refusal, slackIds }: Refused, number: number): Drawing {
  const text = capitalised(refusalWords(refusal, number, (person) => mention(slackIds, person)));
  const isPosted = refusal.reason === 'posted-already' && refusal.state === 'open';
  const canWithdraw = isPosted || refusal.reason === 'waits-for-channel';
  return { text, blocks: [section(text), ...(canWithdraw ? [actions(withdrawButton(number))] : [])] };
}

/** A refusal under a field, where only plain words are shown. */
export function refusalLine({ refusal }: Refused, number: number): string {
  return capitalised(refusalWords(refusal, number, () => whoIsMeant(refusal)));
}

/** Forms that offer somebody name whom they chose; in all others it is the owner. */
function whoIsMeant({ reason }: Refusal): string {
  if (reason === 'cannot-own' || reason === 'candidate-unknown') return 'that person';
  return reason === 'solved-by' ? 'its owner' : 'somebody else';
}

/** `<@U…>`; somebody we were asked to forget is *somebody who has left*. */
export function mention(slackIds: ReadonlyMap<PersonId, string>, person: PersonId | null): string {
  const id = person === null ? undefined : slackIds.get(person);
  return id === undefined ? 'somebody who has left' : `<@${id}>`;
}
