import type { AmendRefusal } from '../core/decision.ts';
import type { WordsOf } from './refused.ts';

/** Why they can't put something otherwise. */
export const amendRefusals: WordsOf<AmendRefusal> = {
  'not-the-writer': ({ number }) => `Only whoever wrote those words about #${number} can change them.`,
  'said-no-more': ({ number }) =>
    `The person who flagged #${number} is not shown that question any more, so there is nothing to change.`,
};
