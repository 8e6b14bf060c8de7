import type { EndRefusal } from '../core/decision.ts';
import type { Name, WordsOf } from './refused.ts';

/** Why an issue can't end, or go on, so. */
export const endRefusals: WordsOf<EndRefusal> = {
  'not-doing': ({ refusal, number, name }) => notDoing(refusal, number, name),
  duplicate: ({ refusal, number }) =>
    `#${number} is the same as #${refusal.of}, and goes on there. Its card has the buttons.`,
  'not-a-lead': ({ refusal, number }) => forLeads[refusal.to](number),
  'decide-by-another': ({ refusal, number }) =>
    refusal.hasOwner
      ? `You flagged #${number}, so whether it is done is for its owner to say, and for somebody else who leads here.`
      : `You flagged #${number}, so whether it is done, and when, is for somebody else who leads here to say. You can still find an owner for it, or claim it.`,
  'date-is-over': () => 'That day is over, or has begun already. Please choose a later one.',
  'cannot-mark': ({ refusal, number }) =>
    refusal.isReporter
      ? `Somebody has taken #${number} on, so they decide what it is the same as. Tell them which one; they can see that it was you.`
      : `What #${number} is the same as is for its owner to say, for those who lead here, and for the person who flagged it. If you know which one it is, say so in the thread of its card.`,
  'goes-on': ({ number }) => `#${number} isn't declined just now, so there is no decision to look at again.`,
  'looked-already': ({ number }) =>
    `Somebody has taken another look at #${number} already, and there is one for each issue.`,
  'nobody-to-look': ({ number }) =>
    `I know of nobody else here who leads, so nobody can take another look at #${number} just now. You can still ask later; its card says who decided.`,
  'no-look-asked': ({ number }) => `#${number} needs no other look from you just now. Thank you.`,
  'look-by-another': ({ refusal, number }) =>
    `You ${refusal.you === 'decider' ? 'decided on' : 'flagged'} #${number}, so it is for somebody else to take another look.`,
  'no-such-issue': ({ refusal }) =>
    `I know of no issue #${refusal.asked} that is posted. Please look at the number again.`,
  'same-issue': ({ number }) => `That is #${number} itself. Which other one is the same?`,
  'other-way-round': ({ refusal, number }) =>
    `#${refusal.asked} is marked as the same as #${number} already, so both go on here.`,
  'cannot-join': ({ refusal, number }) => cannotJoin(refusal, number),
  'moved-meanwhile': ({ refusal }) =>
    `#${refusal.other} has just been marked as the same as #${refusal.of}. Please look again.`,
  'cannot-separate': ({ refusal, number }) =>
    refusal.isReporter
      ? `Somebody had taken #${number} on, so they say whether it is the same as #${refusal.of}. If you see it otherwise, say so in the thread of its card.`
      : `Whether #${number} is the same as #${refusal.of} is for its owner to say, for those who lead here, and for the person who flagged it. If you see it otherwise, say so in the thread of its card.`,
  'went-along': ({ refusal, number }) =>
    `#${refusal.other} goes on as #${refusal.of} by now, and those who met #${number} are counted there. If #${refusal.other} is not the same either, say so on its card first; then #${number} can go on by itself.`,
};

type ForLeads = Extract<EndRefusal, { reason: 'not-a-lead' }>['to'];

const forLeads: Readonly<Record<ForLeads, (number: number) => string>> = {
  'find-owner': (number) =>
    `Finding an owner for #${number} is for those who lead here. If you know of somebody, tell them of it: anyone may claim it.`,
  look: (number) => `Another look at #${number} is for those who lead here.`,
  'look-again': (number) => `When #${number} is looked at again is for those who lead here to say.`,
  decline: (number) =>
    `To say that #${number} is not being done is for its owner, and for those who lead here. What you know about it helps them in the thread of its card.`,
  'offer-support': (number) =>
    `That is for those who lead here. If you can help with #${number}, say so in the thread of its card.`,
  support: (number) =>
    `What the owner of #${number} needs is asked of those who lead here. What you know about it helps in the thread of its card.`,
};

function notDoing(
  { person, you }: Extract<EndRefusal, { reason: 'not-doing' }>,
  number: number,
  name: Name,
): string {
  if (you === 'decider') return `You decided that #${number} is not being done, and its card says why.`;
  const said = `#${number} is not being done: ${name(person)} decided so, and its card says why.`;
  return you === 'reporter' ? `${said} What you can do about it is on Flagpost's Home.` : said;
}

function cannotJoin(
  { other, state }: Extract<EndRefusal, { reason: 'cannot-join' }>,
  number: number,
): string {
  switch (state) {
    case 'withdrawn':
      return `#${other} was withdrawn, so nothing goes on there.`;
    case 'declined':
      return `#${other} is not being done, so nothing goes on there. If #${number} isn't either, its menu has Not doing…`;
    case 'confirmed':
      return `#${other} is fixed, and confirmed. If it is back, #${number} is worth an owner of its own.`;
  }
}
