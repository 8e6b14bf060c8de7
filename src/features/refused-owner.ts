import type { OwnerRefusal } from '../core/decision.ts';
import type { WordsOf } from './refused.ts';

/** Why somebody can't take it on, or do what its owner does. */
export const ownerRefusals: WordsOf<OwnerRefusal> = {
  'no-owner': ({ refusal, number }) =>
    `#${number} has no owner just now. ${refusal.canClaim ? 'You can claim it, if you like.' : 'Any full member of this workspace may claim it.'}`,
  'not-the-owner': ({ refusal, number, name }) =>
    `#${number} is with ${name(refusal.owner)} now, so only they can do that.`,
  'not-a-member': ({ number }) =>
    `Thank you for being willing. #${number} needs an owner who is a full member of this workspace; guests can flag issues and say me too.`,
  'membership-unknown': () =>
    'Slack did not tell me just now whether you are a member here. Please try again in a minute.',
  'claimed-by': ({ refusal, number, name }) =>
    `${name(refusal.owner)} has already taken on #${number}. Thank you for offering.`,
  'admin-unknown': () =>
    'Slack did not tell me just now whether you are an admin here. Please try again in a minute.',
  'not-an-admin': ({ refusal, number, name }) =>
    refusal.ownerHasLeft
      ? `The owner of #${number} has left. An admin can let go of it for them, in the menu of its card.`
      : `#${number} is with ${name(refusal.owner)} now, so only they can let go of it. Once they have left, an admin can, in the menu of its card.`,
  'owner-is-here': ({ refusal, number, name }) =>
    `As far as I know ${name(refusal.owner)} is still here, so only they can let go of #${number}.`,
  'let-go-later': ({ number }) =>
    `#${number} counts as solved just now: the people who met it decide. If it isn't fixed, it goes on, and you can let go of it for its owner then.`,
  'offer-to-self': ({ number }) => `#${number} is yours already. Choose somebody else to hand it over to.`,
  'cannot-own': ({ refusal, name }) =>
    `${name(refusal.person)} can't own issues here: an owner is a full member of this workspace. Please choose somebody else.`,
  'candidate-unknown': ({ refusal, name }) =>
    `Slack did not tell me just now whether ${name(refusal.person)} is a member here. Please try again in a minute.`,
  'not-offered': ({ number }) => `#${number} is not offered to you now, so it needs no yes or no from you.`,
  'yours-already': ({ number }) =>
    `#${number} is with you already. If you can't keep it, hand it over or let go of it.`,
};
