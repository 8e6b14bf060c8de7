import type { ModalView } from '@slack/types';
import { Temporal } from 'temporal-polyfill';

import { needs } from '../../core/ask.ts';
import type { Wanted } from '../../core/ask.ts';
import type { Issue } from '../../core/issue.ts';
import { longestOf } from '../../core/said.ts';
import type { DraftFields } from '../../platform/postgres/drafts.ts';
import type { FormState } from '../../platform/slack/feature.ts';
import { needLabels } from '../ask-words.ts';
import { form, input, plain, section, textInput } from '../blocks.ts';
import { dayInput, readDay } from '../day.ts';
import { tooLongIn } from '../too-long.ts';
import { countOf, listed, saidLabels } from '../words.ts';

export const askFormId = 'ask-for-support-form';
export const promiseFormId = 'promise-support-form';

export const fields = { tried: 'tried', needs: 'needs', by: 'needed-by', on: 'promised-on' } as const;

/** To whom it goes first, as mentions, and within how many of their working hours they answer. */
export interface Goes {
  readonly to: readonly string[];
  /** There is somebody above them. */
  readonly isRising: boolean;
  readonly hours: number;
}

export function askForm({ number }: Issue, draft: DraftFields, goes: Goes): ModalView {
  const hours = countOf(goes.hours, 'one working hour', '# working hours');
  const to = goes.to.length === 0 ? 'those who lead here' : listed(goes.to);
  const blocks = [
    section(`*#${number}* is yours. What you can decide in your own work needs nobody's yes.`),
    section(
      `It goes to ${to}, who ${goes.to.length === 1 ? 'answers' : 'answer'} within ${hours} of their own. ${goes.isRising ? 'If nobody has, it goes one rung up, and you hear who has it.' : 'There is nobody above them here; if nobody has answered, you hear that.'} *#${number}* stays yours.`,
    ),
    textInput(fields.tried, saidLabels.asked, {
      most: longestOf.asked,
      isLong: true,
      focus: true,
      isKept: true,
      initial: draft[fields.tried],
      hint: 'Only those who are asked read it. What is in the way, rather than who.',
    }),
    input(fields.needs, 'What I need', {
      type: 'checkboxes',
      action_id: fields.needs,
      options: needs.map((it) => ({ text: plain(needLabels[it]), value: it })),
    }),
    dayInput(fields.by, 'By when?', null, { isOptional: true }),
  ];
  return form({
    id: askFormId,
    title: 'Ask for support',
    submit: 'Ask',
    memory: String(number),
    blocks,
  });
}

type Errors = { readonly errors: Readonly<Record<string, string>> };

/** `today`: where the workspace is. */
export function readAskForm({ values }: FormState, today: Temporal.PlainDate): Wanted | Errors {
  const tried = (values[fields.tried] ?? '').trim();
  const chosen = (values[fields.needs] ?? '').split(',');
  const wanted = needs.filter((it) => chosen.includes(it));
  if (tried === '') return { errors: { [fields.tried]: 'Please say in a few words what you have tried.' } };
  const isTooLong = tooLongIn({ [fields.tried]: [tried, longestOf.asked] });
  if (isTooLong !== null) return isTooLong;
  if (wanted.length === 0) return { errors: { [fields.needs]: 'Please choose what would help.' } };
  const picked = values[fields.by] ?? null;
  if (picked === null) return { tried, needs: wanted, by: null };
  const by = readDay(picked, today, 'today');
  return typeof by === 'string' ? { errors: { [fields.by]: by } } : { tried, needs: wanted, by };
}

/** The date that the owner named is proposed, if it is still to come. */
export function promiseForm(issue: Issue, of: number, today: Temporal.PlainDate): ModalView {
  const { number } = issue;
  const wanted = issue.state === 'claimed' ? (issue.ask?.by ?? null) : null;
  const isToCome = wanted !== null && Temporal.PlainDate.compare(wanted, today) >= 0;
  const proposed = isToCome ? wanted : today.add({ weeks: 1 });
  const blocks = [
    section(
      `The owner of *#${number}* hears it, and keeps the issue. I ask you about it on your working day before, and on the day.`,
    ),
    dayInput(fields.on, 'By when?', proposed, { hint: 'Within a year.' }),
  ];
  return form({
    id: promiseFormId,
    title: "I'll do it",
    submit: 'Promise it',
    memory: `${number} ${of}`,
    blocks,
  });
}

export function readPromiseForm(
  { values }: FormState,
  today: Temporal.PlainDate,
): Temporal.PlainDate | Errors {
  const on = readDay(values[fields.on], today, 'today');
  return typeof on === 'string' ? { errors: { [fields.on]: on } } : on;
}
