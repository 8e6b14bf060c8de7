import type { ModalView } from '@slack/types';

import type { Agreement } from '../../core/issue.ts';
import type { FormState } from '../../platform/slack/feature.ts';
import { form, section, textInput } from '../blocks.ts';
import { dayInput, noSuchDay } from '../day.ts';
import { tooLongIn } from '../too-long.ts';
import { dayIn, numberInWords } from '../words.ts';

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
    dayInput(fields.by, 'By when?', agreement?.by ?? null, { isOptional: true }),
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

function aboutMany(owned: number): string {
  return `You hold ${numberInWords(owned)} issues now. That is fine. If it becomes too much, *Hand over* and *Let go* are there for that, and nobody minds.`;
}

export function readAgreement({
  values,
}: FormState): Agreement | { readonly errors: Readonly<Record<string, string>> } {
  const success = (values[fields.success] ?? '').trim();
  const isTooLong = tooLongIn({ [fields.success]: [success, longestSuccess] });
  if (isTooLong !== null) return isTooLong;
  const picked = values[fields.by] ?? null;
  const by = picked === null ? null : dayIn(picked);
  if (picked !== null && by === null) return { errors: { [fields.by]: noSuchDay } };
  return { success: success === '' ? null : success, by };
}
