import type { ModalView } from '@slack/types';

import { changeKinds } from '../../core/issue.ts';
import type { Issue, Solution } from '../../core/issue.ts';
import { longestLearning, longestOf } from '../../core/said.ts';
import type { DraftFields } from '../../platform/postgres/drafts.ts';
import type { Answer, Feature, FormState, House, Submission } from '../../platform/slack/feature.ts';
import { keepsDraft, opened, submitted } from '../answers.ts';
import { form, section, selectInput, textInput } from '../blocks.ts';
import { ids } from '../buttons.ts';
import { tooLongIn } from '../too-long.ts';
import { changeWords, learningLabel, saidLabels } from '../words.ts';

const resolveFormId = 'resolve-form';

const fields = { changed: 'changed', kind: 'kind', learning: 'learning' } as const;

const unknown: Solution = { changed: '', kind: 'one-off', learning: null };

/** The owner says it is solved, and what others can use of it. */
export const resolve: Feature = {
  presses: {
    [ids.resolve]: (house, press) =>
      opened(house, press, { type: 'resolve', solution: unknown }, resolveForm, resolveFormId),
    ...keepsDraft(resolveFormId, [fields.changed, fields.learning]),
  },
  submissions: { [resolveFormId]: solve },
};

export function resolveForm({ number }: Issue, draft: DraftFields): ModalView {
  const blocks = [
    section(`Those who met *#${number}* are asked next whether it is fixed for them.`),
    textInput(fields.changed, saidLabels.resolved, {
      most: longestOf.resolved,
      isLong: true,
      focus: true,
      isKept: true,
      initial: draft[fields.changed],
    }),
    selectInput(fields.kind, 'What kind of change is it?', changeWords),
    textInput(fields.learning, learningLabel, {
      most: longestLearning,
      isOptional: true,
      isKept: true,
      initial: draft[fields.learning],
      hint: 'One line that helps somebody elsewhere.',
    }),
  ];
  return form({
    id: resolveFormId,
    title: 'Mark as solved',
    submit: 'Mark as solved',
    memory: String(number),
    blocks,
  });
}

async function solve(house: House, submission: Submission): Promise<Answer> {
  const solution = readSolution(submission.form);
  if ('errors' in solution) return solution;
  return await submitted(house, submission, fields.changed, { type: 'resolve', solution }, resolveFormId);
}

function readSolution({
  values,
}: FormState): Solution | { readonly errors: Readonly<Record<string, string>> } {
  const changed = (values[fields.changed] ?? '').trim();
  const kind = changeKinds.find((it) => it === values[fields.kind]);
  const learning = (values[fields.learning] ?? '').trim();
  if (changed === '')
    return { errors: { [fields.changed]: 'Please say in a few words what is different now.' } };
  if (kind === undefined) return { errors: { [fields.kind]: 'Please choose the kind of change.' } };
  const isTooLong = tooLongIn({
    [fields.changed]: [changed, longestOf.resolved],
    [fields.learning]: [learning, longestLearning],
  });
  if (isTooLong !== null) return isTooLong;
  return { changed, kind, learning: learning === '' ? null : learning };
}
