import { longestOf } from '../../core/said.ts';
import type { Wish } from '../../platform/postgres/wish.ts';
import type { Answer, Effect, Feature, House, Press, Submission } from '../../platform/slack/feature.ts';
import { keepsDraft, numbersIn, opened, submitted } from '../answers.ts';
import { ids } from '../buttons.ts';
import { tooLongIn } from '../too-long.ts';
import { answerField, informForm, informFormId, inquireForm, inquireFormId, questionField } from './forms.ts';
import { drawInquiry } from './inquiry.ts';

/** The owner asks the reporter something, and hears the answer: between the two of them, through the bot. */
export const inquire: Feature = {
  presses: {
    [ids.inquire]: (house, press) =>
      opened(house, press, { type: 'inquire', text: '' }, inquireForm, inquireFormId),
    [ids.inform]: openAnswer,
    ...keepsDraft(inquireFormId, [questionField]),
    ...keepsDraft(informFormId, [answerField]),
  },
  submissions: { [inquireFormId]: ask, [informFormId]: tell },
  draws: { inquiry: drawInquiry },
};

async function openAnswer(house: House, press: Press): Promise<readonly Effect[]> {
  const [, inquiry] = numbersIn(press.value);
  const wish: Wish = { type: 'inform', inquiry, text: '' };
  return await opened(house, press, wish, (issue, draft) => informForm(issue, inquiry, draft), informFormId);
}

async function ask(house: House, submission: Submission): Promise<Answer> {
  const text = (submission.form.values[questionField] ?? '').trim();
  if (text === '') return { errors: { [questionField]: 'Please write what you would like to know.' } };
  const isTooLong = tooLongIn({ [questionField]: [text, longestOf.inquired] });
  if (isTooLong !== null) return isTooLong;
  return await submitted(house, submission, questionField, { type: 'inquire', text }, inquireFormId);
}

async function tell(house: House, submission: Submission): Promise<Answer> {
  const text = (submission.form.values[answerField] ?? '').trim();
  if (text === '') return { errors: { [answerField]: 'Please write your answer.' } };
  const isTooLong = tooLongIn({ [answerField]: [text, longestOf.informed] });
  if (isTooLong !== null) return isTooLong;
  const [, inquiry] = numbersIn(submission.form.privateMetadata);
  return await submitted(house, submission, answerField, { type: 'inform', inquiry, text }, informFormId);
}
