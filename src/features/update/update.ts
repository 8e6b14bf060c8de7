import type { ModalView } from '@slack/types';

import type { Issue } from '../../core/issue.ts';
import { longestOf } from '../../core/said.ts';
import type { DraftFields } from '../../platform/postgres/drafts.ts';
import type { Answer, Feature, House, Submission } from '../../platform/slack/feature.ts';
import { keepsDraft, opened, submitted } from '../answers.ts';
import { form, section, textInput } from '../blocks.ts';
import { ids } from '../buttons.ts';
import { tooLongIn } from '../too-long.ts';
import { saidLabels } from '../words.ts';

const updateFormId = 'update-form';

const field = 'progress';

/** The owner says how it goes; it stands in the card's thread. */
export const update: Feature = {
  presses: {
    [ids.update]: (house, press) =>
      opened(house, press, { type: 'update', text: '' }, updateForm, updateFormId),
    ...keepsDraft(updateFormId, [field]),
  },
  submissions: { [updateFormId]: post },
};

export function updateForm({ number }: Issue, draft: DraftFields): ModalView {
  const blocks = [
    section(`It goes into the thread of the card of *#${number}*, with your name.`),
    textInput(field, saidLabels.updated, {
      most: longestOf.updated,
      isLong: true,
      focus: true,
      isKept: true,
      initial: draft[field],
    }),
  ];
  return form({
    id: updateFormId,
    title: `An update on #${number}`,
    submit: 'Post',
    memory: String(number),
    blocks,
  });
}

async function post(house: House, submission: Submission): Promise<Answer> {
  const text = (submission.form.values[field] ?? '').trim();
  if (text === '') return { errors: { [field]: 'Please say in a few words how it is going.' } };
  const isTooLong = tooLongIn({ [field]: [text, longestOf.updated] });
  if (isTooLong !== null) return isTooLong;
  return await submitted(house, submission, field, { type: 'update', text }, updateFormId);
}
