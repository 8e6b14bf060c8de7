import type { ModalView } from '@slack/types';

import { isInDoubt } from '../../core/did-it-hold.ts';
import type { Whether } from '../../core/did-it-hold.ts';
import { verdicts } from '../../core/issue.ts';
import type { Verdict } from '../../core/issue.ts';
import { longestOf } from '../../core/said.ts';
import type { Answer, Effect, Feature, House, Press, Submission } from '../../platform/slack/feature.ts';
import { numbersIn, opened, pressed, submitted } from '../answers.ts';
import { form, section, textInput } from '../blocks.ts';
import { ids } from '../buttons.ts';
import { tooLongIn } from '../too-long.ts';
import { oneMore, verdictWords } from '../words.ts';
import { drawDidItHold } from './did-it-hold-question.ts';
import { drawQuestion, drawQuestionAgain } from './question.ts';
import { thanksFormId } from './thanks-form.ts';
import { drawThanks, keepId, showId } from './thanks-message.ts';
import { letShow, offerThanks, openOwnThanks, openThanks, sendThanks } from './thanks.ts';

const commentFormId = 'comment-form';

const field = 'comment';

/** Those who met it say whether it is fixed, with room for a line. */
export const confirm: Feature = {
  presses: {
    ...Object.fromEntries(verdicts.map((verdict) => [ids[verdict], answerWith(verdict)])),
    [ids.comment]: (house, press) =>
      opened(house, press, { type: 'comment', text: '' }, ({ number }) => commentForm(number, null)),
    [ids.itHeld]: saying('held'),
    [ids.cannotTellWhether]: saying('cannot-tell'),
    [ids.thank]: openThanks,
    [ids.ownThanks]: openOwnThanks,
    [showId]: letShow(true),
    [keepId]: letShow(false),
  },
  submissions: { [commentFormId]: comment, [thanksFormId]: sendThanks },
  draws: { question: drawQuestion, thanks: drawThanks },
  nudges: { 'fixed-for-you': drawQuestion, 'is-it-fixed': drawQuestionAgain, 'did-it-hold': drawDidItHold },
};

/** One press is the whole answer; the form that opens after it may simply be closed. */
function answerWith(verdict: Verdict) {
  const already = (number: number): string =>
    `Your answer on #${number} stands: ${verdictWords[verdict]}. Thank you.`;
  return async (house: House, press: Press): Promise<readonly Effect[]> =>
    await pressed(house, press, { type: 'answer', verdict, ...roundIn(press) }, already, (number, issue) => {
      if (verdict === 'fixed') return offerThanks(house, press, number);
      return verdict === 'cannot-tell' ? [] : [{ form: commentForm(number, verdict, isInDoubt(issue)) }];
    });
}

/** Of a fix that was confirmed a month ago. */
function saying(whether: Whether) {
  const already = (number: number): string => `You have said so of #${number}. Thank you.`;
  return async (house: House, press: Press): Promise<readonly Effect[]> => {
    const { round = 0 } = roundIn(press);
    return await pressed(house, press, { type: 'say-of-hold', whether, round }, already);
  };
}

/** The solution that was looked at; without it, the answer is about the one that stands. */
function roundIn({ value }: Press): { readonly round?: number } {
  const [, round] = numbersIn(value);
  return value.includes(' ') ? { round } : {};
}

/** `inDoubt`: it counts as fixed all the same, so far. */
export function commentForm(
  number: number,
  verdict: Exclude<Verdict, 'fixed'> | null,
  inDoubt = false,
): ModalView {
  const then = inDoubt && verdict === 'not-fixed' ? ` ${oneMore('its owner')}.` : '';
  const saved =
    verdict === null
      ? ''
      : `Your answer is saved: *${verdictWords[verdict]}*.${then} Nothing below is required. `;
  const blocks = [
    section(`${saved}What you write stands in the thread of the card of *#${number}*, without your name.`),
    textInput(field, 'Anything to add? One line helps.', {
      most: longestOf.commented,
      isOptional: true,
      focus: true,
    }),
  ];
  return form({
    id: commentFormId,
    title: `About #${number}`,
    submit: 'Post',
    memory: String(number),
    blocks,
  });
}

async function comment(house: House, submission: Submission): Promise<Answer> {
  const text = (submission.form.values[field] ?? '').trim();
  if (text === '') return { effects: [] };
  const isTooLong = tooLongIn({ [field]: [text, longestOf.commented] });
  if (isTooLong !== null) return isTooLong;
  return await submitted(house, submission, field, { type: 'comment', text });
}
