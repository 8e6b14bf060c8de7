import type { LearningRefusal } from '../core/decision.ts';
import type { WordsOf } from './refused.ts';

/** Why they can't write up what was learned from it, or be named beside it. */
export const learningRefusals: WordsOf<LearningRefusal> = {
  'not-solved-yet': ({ number }) =>
    `#${number} isn't solved yet. Once it is, what was learned from it can be written up.`,
  'not-involved': ({ number }) =>
    `What was learned from #${number} is written up by those who had a part in it: who flagged it, took it on, or met it as well.`,
  'written-up': ({ number }) =>
    `What was learned from #${number} is written up and published already. Only those who wrote it can change it; in the thread of its post there is room for everybody.`,
  'not-credited': ({ number }) =>
    `The credits of #${number} name nobody but those who had a part in it by now, so your name isn't shown.`,
};
