import type { HelpRefusal } from '../core/decision.ts';
import type { WordsOf } from './refused.ts';

/** Why somebody can't help whoever is stuck, or can't say that they are. */
export const helpRefusals: WordsOf<HelpRefusal> = {
  'nobody-stuck': ({ number }) =>
    `Nobody is stuck on #${number} just now, as far as I know. Thank you for being willing.`,
  'help-is-for-you': ({ refusal, number }) =>
    refusal.isStuck
      ? `You asked for help with #${number}, so it is for you.`
      : `You flagged #${number}, and its card would name you as the one who helps. What you know helps them in its thread.`,
  'helps-already': ({ refusal, number, name }) =>
    `${name(refusal.person)} helps with #${number} today already. Thank you for being willing; if you know what helps, say it in the thread of its card.`,
  'not-the-helper': ({ number }) =>
    `You don't help with #${number} just now, so nothing is asked of you. Thank you.`,
  'not-stuck-yourself': ({ number }) =>
    `Only whoever is stuck on #${number} knows when that is over: they can say so, and an admin can as well.`,
  'no-help-there': ({ number }) =>
    `#${number} counts as solved just now, so nobody is asked for help there. Your flag says that someone is stuck right now.`,
};
