import type { AnswerRefusal, InquiryRefusal, ThanksRefusal } from '../core/decision.ts';
import type { Name, WordsOf } from './refused.ts';

/** Why it is not the moment, or not theirs, to say whether it is fixed, or to ask and answer about it. */
export const answerRefusals: WordsOf<AnswerRefusal | InquiryRefusal | ThanksRefusal> = {
  'solved-by': ({ refusal, number, name }) =>
    `#${number} counts as solved just now${whoDecides(refusal, name)}.`,
  settled: ({ refusal, number }) => `#${number} is fixed, and confirmed${whatIfNot(refusal)}`,
  'not-solved': ({ refusal, number }) =>
    refusal.hasOwner
      ? `#${number} goes on just now, so there is nothing to confirm yet.`
      : `#${number} needs an owner just now, so there is nothing to confirm yet.`,
  'not-asked': ({ number }) =>
    `Only those who met #${number} can say whether it is fixed. If you met it as well, press Me too first.`,
  'too-early': ({ number }) =>
    `Whether #${number} held can be said a month after it was confirmed as fixed, and not before; I ask then. Should it come back, press Not fixed on its card.`,
  'newer-solution': ({ number }) =>
    `There is a newer solution to #${number}. Please say on its card whether that one is a fix.`,
  'answer-first': ({ number }) =>
    `Please say first whether #${number} is fixed for you; then there is room for a line.`,
  'owner-does-not-decide': ({ number }) =>
    `You took #${number} on, so the others who met it decide whether it is fixed.`,
  'thanks-for-a-fix': ({ number }) =>
    `A line of thanks is for a fix, and you said that #${number} isn't fixed for you. If it is by now, press Fixed first.`,
  'thanked-already': ({ number }) =>
    `You have already said thanks for #${number}. Edit my thanks, in my message about it, changes your line.`,
  'thanks-are-over': ({ number }) =>
    `#${number} goes on just now, so the line of thanks stays where it is, between you.`,
  'thanks-between-you': ({ number }) =>
    `Whoever thanked you for #${number} would like the line to stay between you.`,
  'other-words-of-thanks': ({ number }) =>
    `The line of thanks for #${number} reads otherwise by now, so it stays between you. Please read it again before you say yes.`,
  'not-your-thanks': ({ number }) =>
    `Only whoever wrote this line of thanks for #${number}, and whoever took that on, can say who reads it.`,
  'own-question': ({ number }) => `You flagged #${number} yourself, so there is nobody else to ask.`,
  'reporter-unreachable': ({ number }) =>
    `I can't reach the person who flagged #${number}: they have left, or I no longer know who it was. Those who met it as well may know more; they read the thread of its card.`,
  'no-inquiry': ({ number }) => `#${number} needs no answer from you any more. Thank you.`,
  'newer-inquiry': ({ number }) =>
    `There is a newer question about #${number}: it stands in my newest message to you. Please answer that one.`,
};

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
