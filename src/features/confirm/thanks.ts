import { longestOf } from '../../core/said.ts';
import { loadOwnThanks } from '../../platform/postgres/own-thanks.ts';
import type { Answer, Effect, House, Press, Submission } from '../../platform/slack/feature.ts';
import { numbersIn, opened, pressed, submitted } from '../answers.ts';
import { tooLongIn } from '../too-long.ts';
import { thanksFields, thanksForm } from './thanks-form.ts';
import { ownThanksPage } from './thanks-message.ts';

export async function openThanks(house: House, press: Press): Promise<readonly Effect[]> {
  return await opened(house, press, ask, (issue) => thanksForm(issue, false));
}

/** After *Fixed*: nothing is said where there is no line to write, as an answer was all that was wanted. */
export async function offerThanks(house: House, press: Press, number: number): Promise<readonly Effect[]> {
  const asked = await house.ask(press, number, ask);
  return asked.ok ? [{ form: thanksForm(asked.issue, true) }] : [];
}

const ask = { type: 'thank', text: '', mayShow: false } as const;

export async function sendThanks(house: House, submission: Submission): Promise<Answer> {
  const { values } = submission.form;
  const text = (values[thanksFields.line] ?? '').trim();
  if (text === '') return { effects: [] };
  const isTooLong = tooLongIn({ [thanksFields.line]: [text, longestOf.thanked] });
  if (isTooLong !== null) return isTooLong;
  const mayShow = values[thanksFields.mayShow] === 'yes';
  return await submitted(house, submission, thanksFields.line, { type: 'thank', text, mayShow });
}

/** The newest that are for whoever presses; who reads on Home only has them here alone. */
export async function openOwnThanks(
  { store, settings }: House,
  { workspace, slackUser }: Press,
): Promise<readonly Effect[]> {
  const scenes = await loadOwnThanks(store, { workspace, slackUser, adminUsers: settings.adminUsers });
  return [{ form: ownThanksPage(scenes) }];
}

/** Says what it wants rather than to turn it round: pressed twice it is the same. */
export function letShow(mayShow: boolean) {
  return async (house: House, press: Press): Promise<readonly Effect[]> => {
    const [, of, read] = numbersIn(press.value);
    const already = (number: number): string =>
      mayShow
        ? `The line of thanks for #${number} may be shown, as far as you are concerned.`
        : `The line of thanks for #${number} stays between you.`;
    const then = async (): Promise<readonly Effect[]> =>
      press.where === 'form' ? await openOwnThanks(house, press) : [];
    return await pressed(
      house,
      press,
      { type: 'show-thanks', of, mayShow, ...(mayShow ? { words: read } : {}) },
      already,
      then,
    );
  };
}
