import type { ModalView } from '@slack/types';
import type { Temporal } from 'temporal-polyfill';

import type { Answer, Effect, Feature, House, Press, Submission } from '../platform/slack/feature.ts';
import { opened, pressed, submitted, todayOf } from './answers.ts';
import { form, section } from './blocks.ts';
import { dayInput, readDay } from './day.ts';

const field = 'snoozed-until';

/** What somebody who is asked how something goes may leave for later. */
interface Snoozing {
  readonly type: 'snooze' | 'snooze-containment';
  /** The menu. */
  readonly press: string;
  readonly form: string;
  readonly already: (number: number) => string;
}

/** Until tomorrow, next week, or a date that a form asks for. */
export function snoozing(about: Snoozing): Required<Pick<Feature, 'presses' | 'submissions'>> {
  return {
    presses: { [about.press]: (house, press) => snooze(about, house, press) },
    submissions: { [about.form]: (house, submission) => snoozeUntil(about, house, submission) },
  };
}

async function snooze(
  { type, form: id, already }: Snoozing,
  house: House,
  press: Press,
): Promise<readonly Effect[]> {
  const [, until] = press.value.split(' ');
  if (until === 'tomorrow' || until === 'next-week')
    return await pressed(house, press, { type, until }, already);
  const today = await todayOf(house, press);
  return await opened(house, press, { type, until: 'tomorrow' }, ({ number }) =>
    snoozeForm(id, number, today),
  );
}

async function snoozeUntil({ type }: Snoozing, house: House, submission: Submission): Promise<Answer> {
  const until = readDay(submission.form.values[field], await todayOf(house, submission), null);
  if (typeof until === 'string') return { errors: { [field]: until } };
  return await submitted(house, submission, field, { type, until });
}

export function snoozeForm(id: string, number: number, today: Temporal.PlainDate): ModalView {
  const blocks = [
    section(`I ask nothing about *#${number}* before that day.`),
    dayInput(field, 'Ask again on', today.add({ weeks: 2 }), { hint: 'Within a year.' }),
  ];
  return form({ id, title: `Snooze #${number}`, submit: 'Save', memory: String(number), blocks });
}
