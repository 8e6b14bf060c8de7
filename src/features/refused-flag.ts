import type { FlagRefusal } from '../core/decision.ts';
import type { WordsOf } from './refused.ts';

/** What a flag is by now. */
export const flagRefusals: WordsOf<FlagRefusal> = {
  gone: ({ number }) =>
    `${number === 0 ? 'This issue' : `#${number}`} is not here. A flag that was taken back before anybody saw it is gone for good.`,
  'not-posted-yet': ({ refusal, number }) =>
    refusal.isReporter
      ? `#${number} has not been posted yet, so nobody has seen it. Undo takes it back.`
      : `#${number} has not been posted yet. It will be soon.`,
  'posted-already': ({ refusal, number }) => `#${number} is posted already${insteadOfUndo(refusal)}`,
  'waits-for-channel': ({ number }) =>
    `#${number} is saved, and waits for a channel: an admin is asked to see to it. Until then it stands on Flagpost's Home, where others may have seen it. You can still withdraw it, while nobody has claimed it.`,
  'not-the-reporter': ({ number }) => `That is only for the person who flagged #${number}.`,
  withdrawn: ({ refusal, number }) =>
    refusal.isReporter
      ? `You withdrew #${number}, and it stays so. If it gets in the way again, please flag it anew.`
      : `#${number} was withdrawn by the person who flagged it.`,
  'other-words': ({ number }) =>
    `The words of #${number} have changed since this was shown. Edit shows them as they are.`,
  'own-flag': ({ number }) => `You flagged #${number} yourself, so you are counted already.`,
  'on-trial': ({ refusal }) =>
    `#${refusal.number} is a test of Flagpost, which takes itself away in a moment. Nobody is counted there, and nothing is asked of you.`,
  'not-fixed': ({ refusal }) =>
    `#${refusal.fix} is not fixed just now: it goes on, and Me too on its card counts you there.`,
};

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
