import type { ModalView } from '@slack/types';

import type { Issue } from '../../core/issue.ts';
import { longestOf } from '../../core/said.ts';
import type { DraftFields } from '../../platform/postgres/drafts.ts';
import type { FormState } from '../../platform/slack/feature.ts';
import { form, section, textInput } from '../blocks.ts';
import { tooLongIn } from '../too-long.ts';
import { saidLabels } from '../words.ts';

/** A form with one text in it, and whether it may be left empty. */
export interface Line {
  readonly id: string;
  readonly title: string;
  readonly submit: string;
  readonly says: (number: number) => string;
  readonly label: string;
  readonly most: number;
  readonly isOptional?: true;
  /** Where it is empty, and must not be. */
  readonly missing: string;
}

/** `about`: the number, and the ask where it is about one. */
export function lineForm(line: Line, { number }: Issue, draft: DraftFields, about: string): ModalView {
  const { id, title, submit, says, label, most, isOptional = false } = line;
  const blocks = [
    section(says(number)),
    textInput(lineField(id), label, {
      most,
      isLong: most > 300,
      isOptional,
      focus: true,
      isKept: true,
      initial: draft[lineField(id)],
    }),
  ];
  return form({ id, title, submit, memory: about, blocks });
}

/** Each has a draft of its own. */
export function lineField(form: string): string {
  return `text-of-${form}`;
}

export function readLine(
  { id, isOptional, missing, most }: Line,
  { values }: FormState,
): { readonly text: string } | { readonly errors: Readonly<Record<string, string>> } {
  const text = (values[lineField(id)] ?? '').trim();
  if (text === '' && isOptional !== true) return { errors: { [lineField(id)]: missing } };
  return tooLongIn({ [lineField(id)]: [text, most] }) ?? { text };
}

const longestAnswer = longestOf['ask-closed'];
const longestDone = 300;

export const lines = {
  answer: {
    id: 'answer-ask-form',
    title: 'Here is an answer',
    submit: 'Send',
    says: (number) =>
      `It goes to the owner of *#${number}*, and to nobody else. The card says only that the support is there.`,
    label: saidLabels['ask-closed'],
    most: longestAnswer,
    missing: 'Please write your answer.',
  },
  notPossible: {
    id: 'not-possible-form',
    title: 'Not possible',
    submit: 'Send',
    says: (number) =>
      `An honest no helps as well: the owner of *#${number}* can go another way. It goes to them, and to nobody else.`,
    label: 'Not possible, because…',
    most: longestAnswer,
    missing: 'Please say in a few words why it is not possible.',
  },
  passUp: {
    id: 'pass-up-form',
    title: 'Pass it one rung up',
    submit: 'Pass it on',
    says: (number) =>
      `What *#${number}* needs goes to whoever stands above you, with what you write here. Its owner hears who has it then. You can still answer.`,
    label: saidLabels['ask-passed'],
    most: longestOf['ask-passed'],
    isOptional: true,
    missing: '',
  },
  done: {
    id: 'support-done-form',
    title: 'Done',
    submit: 'Done',
    says: (number) => `The owner of *#${number}* reads it, and goes on from there.`,
    label: 'What was done?',
    most: longestDone,
    missing: 'Please say in a few words what was done.',
  },
  contained: {
    id: 'contained-form',
    title: 'Contained',
    submit: 'Contained',
    says: (number) =>
      `Thank you. It stands on the card of *#${number}*, with your name. The lasting fix stays with its owner.`,
    label: saidLabels.contained,
    most: longestOf.contained,
    missing: 'Please say in a few words what keeps the damage small.',
  },
} as const satisfies Readonly<Record<string, Line>>;
