import type { AskRefusal } from '../core/decision.ts';
import type { WordsOf } from './refused.ts';

/** Why an owner can't ask for support, or somebody can't give it. */
export const askRefusals: WordsOf<AskRefusal> = {
  'asked-already': ({ number }) =>
    `You have asked for support with #${number} already, and one ask goes its way at a time. You can take it back, and ask anew.`,
  'nobody-to-ask': ({ number }) =>
    `There is nobody whom I could ask for #${number}: I ask those who lead, or else the admins, and never whoever owns it or flagged it. An admin can name more of them in Settings; until then you can hand it over, or say in an update what it needs.`,
  'nobody-above': ({ number }) =>
    `There is nobody after you whom I could ask about #${number}. What you can offer helps, and so does an honest no.`,
  'nothing-asked': ({ number }) => `#${number} asks nothing of those who lead just now. Thank you.`,
  'another-ask': ({ number }) =>
    `That ask is at an end. #${number} needs something else by now; please answer what I asked you last.`,
  'own-ask': ({ refusal, number }) =>
    refusal.you === 'owner'
      ? `#${number} is yours, so what it needs is answered by somebody else. You can take it back.`
      : `You flagged #${number}, so what its owner needs is answered by somebody else.`,
  'promised-by': ({ refusal, number, name }) =>
    `${name(refusal.person)} already sees to what #${number} needs. Thank you for being willing.`,
  'taken-by': ({ refusal, number, name }) =>
    `${name(refusal.person)} has already offered to take #${number} over. Thank you for being willing.`,
  'nobody-takes': ({ number }) => `Nobody offers to take #${number} over just now, so it stays with you.`,
  'offer-over': ({ number }) => `That offer to take #${number} over is at an end, so it stays with you.`,
  'contained-by': ({ refusal, number, name }) =>
    `${name(refusal.person)} already takes care of the immediate damage of #${number}. Thank you for being willing.`,
  'not-containing': ({ number }) =>
    `You don't take care of the damage of #${number} just now, so nothing is asked of you. Thank you.`,
  'not-your-lesson': ({ number }) =>
    `That question about #${number} is for whoever asked for support, and for whoever answered.`,
};
