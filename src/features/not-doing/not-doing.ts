import type { ModalView } from '@slack/types';

import type { Issue } from '../../core/issue.ts';
import { longestOf } from '../../core/said.ts';
import type { DraftFields } from '../../platform/postgres/drafts.ts';
import type {
  Answer,
  Effect,
  Feature,
  FormState,
  House,
  Press,
  Submission,
} from '../../platform/slack/feature.ts';
import { keepsDraft, opened, pressed, submitted } from '../answers.ts';
import { form, oneSentence, section, textInput } from '../blocks.ts';
import { ids } from '../buttons.ts';
import { tooLongIn } from '../too-long.ts';
import { saidLabels } from '../words.ts';
import { drawLook } from './look.ts';

const declineFormId = 'not-doing-form';
const upholdFormId = 'uphold-form';

const fields = { declined: 'declined-because', upheld: 'upheld-because' } as const;

/** "Not doing, because…", by whom; and another look at it, once, by somebody who did not decide. */
export const notDoing: Feature = {
  choices: { 'not-doing': openDecline },
  presses: {
    [ids.notDoing]: openDecline,
    [ids.askLook]: (house, press) =>
      pressed(house, press, { type: 'ask-look' }, isAsked, (number) =>
        press.where === 'home' ? [] : [{ say: oneSentence(isAsked(number)) }],
      ),
    [ids.openAgain]: (house, press) => pressed(house, press, { type: 'open-again' }, isOpen),
    [ids.uphold]: (house, press) =>
      opened(house, press, { type: 'uphold', because: '' }, upholdForm, upholdFormId),
    ...keepsDraft(declineFormId, [fields.declined]),
    ...keepsDraft(upholdFormId, [fields.upheld]),
  },
  submissions: { [declineFormId]: decline, [upholdFormId]: uphold },
  nudges: { look: drawLook },
};

async function openDecline(house: House, press: Press): Promise<readonly Effect[]> {
  return await opened(house, press, { type: 'not-doing', because: '' }, declineForm, declineFormId);
}

function isAsked(number: number): string {
  return `Somebody who has not decided on #${number} is asked to take another look. You hear what comes of it.`;
}

function isOpen(number: number): string {
  return `#${number} is open again, and needs an owner. Thank you.`;
}

export function declineForm({ number }: Issue, draft: DraftFields): ModalView {
  const blocks = [
    section(
      `An honest no is an answer too. Those who met *#${number}* are told, with your reason and your name. The person who flagged it may ask once for another look, by somebody else.`,
    ),
    becauseInput(fields.declined, saidLabels.declined, draft),
  ];
  return form({
    id: declineFormId,
    title: `Not doing #${number}`,
    submit: 'Not doing',
    memory: String(number),
    blocks,
  });
}

export function upholdForm({ number }: Issue, draft: DraftFields): ModalView {
  const blocks = [
    section(`The person who flagged *#${number}* is told, with your reason and your name.`),
    becauseInput(fields.upheld, saidLabels.upheld, draft),
  ];
  return form({
    id: upholdFormId,
    title: 'It stays as it is',
    submit: 'Tell them',
    memory: String(number),
    blocks,
  });
}

function becauseInput(name: string, label: string, draft: DraftFields) {
  return textInput(name, label, {
    most: longestOf.declined,
    isLong: true,
    focus: true,
    isKept: true,
    initial: draft[name],
    hint: 'What weighs against it, so that whoever flagged it can understand.',
  });
}

async function decline(house: House, submission: Submission): Promise<Answer> {
  const because = readBecause(submission.form, fields.declined);
  if (typeof because !== 'string') return because;
  const wish = { type: 'not-doing', because } as const;
  return await submitted(house, submission, fields.declined, wish, declineFormId);
}

async function uphold(house: House, submission: Submission): Promise<Answer> {
  const because = readBecause(submission.form, fields.upheld);
  if (typeof because !== 'string') return because;
  return await submitted(house, submission, fields.upheld, { type: 'uphold', because }, upholdFormId);
}

function readBecause({ values }: FormState, field: string): string | { errors: Record<string, string> } {
  const because = (values[field] ?? '').trim();
  if (because === '') return { errors: { [field]: 'Please say why, in a few words.' } };
  const isTooLong = tooLongIn({ [field]: [because, longestOf.declined] });
  return isTooLong === null ? because : { errors: { ...isTooLong.errors } };
}
