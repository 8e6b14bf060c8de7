import type { ModalView } from '@slack/types';

import type { Issue } from '../../core/issue.ts';
import { longestOf } from '../../core/said.ts';
import type { DraftFields } from '../../platform/postgres/drafts.ts';
import type { Answer, Effect, Feature, House, Press, Submission } from '../../platform/slack/feature.ts';
import { keepsDraft, opened, pressed, submitted } from '../answers.ts';
import { form, oneSentence, section, textInput } from '../blocks.ts';
import { ids } from '../buttons.ts';
import { tooLongIn } from '../too-long.ts';
import { saidLabels } from '../words.ts';
import { drawHelp } from './message.ts';

const helpedFormId = 'helped-form';

const field = 'helped-with';

/** Somebody is stuck right now: helping them today is apart from owning the cause. */
export const helpNow: Feature = {
  presses: {
    [ids.help]: (house, press) => pressed(house, press, { type: 'help' }, helpsAlready),
    [ids.helped]: (house, press) =>
      opened(house, press, { type: 'helped', line: '' }, helpedForm, helpedFormId),
    [ids.cannotHelp]: (house, press) => pressed(house, press, { type: 'cannot-help' }, isWantedAgain),
    [ids.stuck]: (house, press) =>
      pressed(house, press, { type: 'stuck' }, isAskedFor, (number) => told(press, isAskedFor(number))),
    [ids.notStuck]: notStuck,
    ...keepsDraft(helpedFormId, [field]),
  },
  choices: { 'not-stuck': notStuck },
  submissions: { [helpedFormId]: submitHelped },
  draws: { help: drawHelp },
};

function helpsAlready(number: number): string {
  return `You help with #${number} today already. My message to you says whom. Thank you.`;
}

function isWantedAgain(number: number): string {
  return `Help with #${number} is wanted again, so nothing is asked of you. Thank you.`;
}

function isAskedFor(number: number): string {
  return `Help with #${number} is asked for on its card. Whoever helps sees that it is you who asks.`;
}

function isOver(number: number): string {
  return `Nobody is asked for help with #${number} any more.`;
}

async function notStuck(house: House, press: Press): Promise<readonly Effect[]> {
  return await pressed(house, press, { type: 'not-stuck' }, isOver, (number) => told(press, isOver(number)));
}

/** On Home the row itself changes. */
function told(press: Press, text: string): readonly Effect[] {
  return press.where === 'home' ? [] : [{ say: oneSentence(text) }];
}

export function helpedForm({ number }: Issue, draft: DraftFields): ModalView {
  const blocks = [
    section(
      `Thank you. It stands on the card of *#${number}*, with your name, for others who are stuck. Please leave out whom you helped.`,
    ),
    textInput(field, saidLabels.helped, {
      most: longestOf.helped,
      focus: true,
      isKept: true,
      initial: draft[field],
      hint: 'One line, for example a way round it until it is solved.',
    }),
  ];
  return form({ id: helpedFormId, title: 'Helped', submit: 'Done', memory: String(number), blocks });
}

async function submitHelped(house: House, submission: Submission): Promise<Answer> {
  const line = (submission.form.values[field] ?? '').trim();
  if (line === '') return { errors: { [field]: 'Please say in a few words what helped.' } };
  const isTooLong = tooLongIn({ [field]: [line, longestOf.helped] });
  if (isTooLong !== null) return isTooLong;
  return await submitted(house, submission, field, { type: 'helped', line }, helpedFormId);
}
