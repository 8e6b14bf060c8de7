import type { InputBlock, ModalView } from '@slack/types';
import type { Temporal } from 'temporal-polyfill';

import type { Agreement } from '../../core/issue.ts';
import type { FormState } from '../../platform/slack/feature.ts';
import { form, input, section, textInput } from '../blocks.ts';
import { tooLongIn } from '../too-long.ts';
import { dayIn } from '../words.ts';

export const agreementFormId = 'agreement-form';

export const fields = { success: 'success', by: 'by' } as const;

export const longestSuccess = 500;

/** From here on it is worth a word to whoever takes on another one; never more than that. */
const manyOwned = 5;

/** Opens after a claim, and from *Agreement*. Nothing in it is required. `owned`: how many are theirs now, with this one. */
export function agreementForm(
  number: number,
  agreement: Agreement | null,
  isNew: boolean,
  owned = 0,
): ModalView {
  const blocks = [
    section(isNew ? welcome(number) : `What you agreed on for *#${number}*. Each version is kept.`),
    ...(owned > manyOwned ? [section(aboutMany(owned))] : []),
    textInput(fields.success, "How will we know it's solved?", {
      most: longestSuccess,
      isLong: true,
      isOptional: true,
      initial: agreement?.success ?? '',
      hint: 'Something anybody can see or count.',
    }),
    dayInput(agreement?.by ?? null),
  ];
  return form({
    id: agreementFormId,
    title: `Agreement on #${number}`,
    submit: 'Save',
    memory: String(number),
    blocks,
  });
}

function welcome(number: number): string {
  return `Thank you. *#${number}* is yours already; nothing below is required. Owning it means seeing that it gets solved. It does not mean that you caused it, or that you do it all.`;
}

const counts: Readonly<Record<number, string>> = { 6: 'six', 7: 'seven', 8: 'eight', 9: 'nine', 10: 'ten' };

function aboutMany(owned: number): string {
  return `You hold ${counts[owned] ?? owned} issues now. That is fine. If it becomes too much, *Hand over* and *Let go* are there for that, and nobody minds.`;
}

function dayInput(day: Temporal.PlainDate | null): InputBlock {
  const initial = day === null ? {} : { initial_date: day.toString() };
  return input(
    fields.by,
    'By when?',
    { type: 'datepicker', action_id: fields.by, ...initial },
    { isOptional: true },
  );
}

export function readAgreement({
  values,
}: FormState): Agreement | { readonly errors: Readonly<Record<string, string>> } {
  const success = (values[fields.success] ?? '').trim();
  const isTooLong = tooLongIn({ [fields.success]: [success, longestSuccess] });
  if (isTooLong !== null) return isTooLong;
  const picked = values[fields.by] ?? null;
  const by = picked === null ? null : dayIn(picked);
  if (picked !== null && by === null)
    return { errors: { [fields.by]: 'There is no such day. Please choose one from the calendar.' } };
  return { success: success === '' ? null : success, by };
}
