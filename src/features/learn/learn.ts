import { readerAnswers, sectionNames } from '../../core/learning.ts';
import type { Feature } from '../../platform/slack/feature.ts';
import { keepsDraft } from '../answers.ts';
import { learningIds } from '../learning-buttons.ts';
import { reachedIds } from '../whether-reached.ts';
import { answerWith, drawCredit } from './credit.ts';
import { fieldOf, writeUpFormId } from './form.ts';
import { searchFormId } from './library.ts';
import { drawLine, drawWriteUp } from './post.ts';
import { backId, previewFormId } from './preview.ts';
import { drawReached, saysOfPost } from './reached.ts';
import { answersAs } from './readers.ts';
import { openLearning, openSearch, openShelf, search } from './shelves.ts';
import { wordingFormId, wordingIds } from './wording-form.ts';
import { applyTicked, keepTicks, leaveAsWritten, notBlame } from './wording.ts';
import { backToText, keptOf, openWriteUp, publish, submitText } from './write.ts';

/** Writing up what was learned, sharing it, and finding it again. */
export const learn: Feature = {
  presses: {
    [learningIds.write]: openWriteUp,
    [backId]: backToText,
    [wordingIds.use]: keepTicks,
    [wordingIds.leave]: leaveAsWritten,
    [wordingIds.notBlame]: notBlame,
    ...keepsDraft(writeUpFormId, sectionNames.map(fieldOf), keptOf),
    [learningIds.yes]: answerWith('yes'),
    [learningIds.no]: answerWith('no'),
    ...Object.fromEntries(readerAnswers.map((answer) => [learningIds[answer], answersAs(answer)])),
    [reachedIds.there]: saysOfPost('there'),
    [reachedIds.again]: saysOfPost('again'),
    [learningIds.open]: openLearning,
    [learningIds.list]: openShelf,
    [learningIds.later]: openShelf,
    [learningIds.search]: openSearch,
  },
  choices: { 'write-up': openWriteUp, 'change-write-up': openWriteUp },
  submissions: {
    [writeUpFormId]: submitText,
    [wordingFormId]: applyTicked,
    [previewFormId]: publish,
    [searchFormId]: search,
  },
  draws: { learning: drawLine, 'write-up': drawWriteUp, reached: drawReached },
  nudges: { credit: drawCredit },
};
