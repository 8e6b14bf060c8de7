import type { ModalView } from '@slack/types';

import { verdicts } from '../../core/issue.ts';
import type { Verdict } from '../../core/issue.ts';
import { longestOf } from '../../core/said.ts';
import type { Answer, Effect, Feature, House, Press, Submission } from '../../platform/slack/feature.ts';
import { opened, pressed, submitted } from '../answers.ts';
import { form, section, textInput } from '../blocks.ts';
import { ids } from '../buttons.ts';
import { tooLongIn } from '../too-long.ts';
import { verdictWords } from '../words.ts';
import { drawQuestion, drawQuestionAgain } from './question.ts';

const commentFormId = 'comment-form';

const field = 'comment';

/** Those who met it say whether it is fixed, with room for a line. */
export const confirm: Feature = {
  presses: {
    ...Object.fromEntries(verdicts.map((verdict) => [ids[verdict], answerWith(verdict)])),
    [ids.comment]: (house, press) =>
      opened(house, press, { type: 'comment', text: '' }, ({ number }) => commentForm(number, null)),
  },
  submissions: { [commentFormId]: comment },
  draws: { question: drawQuestion },
  nudges: { 'is-it-fixed': drawQuestionAgain },
};

/** One press is the whole answer; the form that opens after it may simply be closed. */
function answerWith(verdict: Verdict) {
  const already = (number: number): string =>
    `Your answer on #${number} stands: ${verdictWords[verdict]}. Thank you.`;
  return async (house: House, press: Press): Promise<readonly Effect[]> =>
    await pressed(house, press, { type: 'answer', verdict, ...roundIn(press) }, already, (number) =>
      verdict === 'cannot-tell' ? [] : [{ form: commentForm(number, verdict) }],
    );
}

/** The solution that was looked at; without it, the answer is about the one that stands. */
function roundIn({ value }: Press): { readonly round?: number } {
  const [, round] = value.split(' ');
  return round === undefined ? {} : { round: Number(round) };
}

export function commentForm(number: number, verdict: Verdict | null): ModalView {
  const saved =
    verdict === null ? '' : `Your answer is saved: *${verdictWords[verdict]}*. Nothing below is required. `;
  const label =
    verdict === 'fixed' ? 'A line of thanks, or anything to add?' : 'Anything to add? One line helps.';
  const blocks = [
    section(`${saved}What you write stands in the thread of the card of *#${number}*, without your name.`),
    textInput(field, label, { most: longestOf.commented, isOptional: true, focus: true }),
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
