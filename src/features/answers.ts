import type { ModalView } from '@slack/types';

import type { Issue } from '../core/issue.ts';
import type { Wish } from '../platform/postgres/change-issue.ts';
import type { Answer, Effect, FormState, House, Press, Submission } from '../platform/slack/feature.ts';
import { page } from './blocks.ts';
import { refusalDrawing, refusalLine } from './refusals.ts';

/** Presses that change an issue: what comes back is a refusal, or whatever `then` shows. */
export async function pressed(
  house: House,
  press: Press,
  wish: Wish,
  then: (number: number) => readonly Effect[] = () => [],
): Promise<readonly Effect[]> {
  const number = Number(press.value);
  const outcome = await house.change(press, number, wish);
  return outcome.ok ? then(number) : [{ say: refusalDrawing(outcome, number) }];
}

/** Opens the form that a change needs, where the change would be allowed; `fill` draws it from the issue as it is. */
export async function opened(
  house: House,
  press: Press,
  wish: Wish,
  fill: (issue: Issue) => ModalView,
): Promise<readonly Effect[]> {
  const number = Number(press.value);
  const outcome = await house.ask(press, number, wish);
  return [outcome.ok ? { form: fill(outcome.issue) } : { say: refusalDrawing(outcome, number) }];
}

/** A form about an issue remembers which. */
export function numberOf(form: FormState | null): number {
  return Number(form?.privateMetadata.split(' ')[0] ?? '');
}

/** Submissions that change an issue: a refusal stays in the form, under `field`, with everything that was typed. */
export async function submitted(
  house: House,
  submission: Submission,
  field: string,
  wish: Wish,
  next?: ModalView,
): Promise<Answer> {
  const number = numberOf(submission.form);
  const outcome = await house.change(submission, number, wish, `form ${submission.form.id}`);
  if (!outcome.ok) return { errors: { [field]: refusalLine(outcome, number) } };
  return next === undefined ? { effects: [] } : { form: next };
}

/** A short page to read in place of a form. */
export function thanks(title: string, text: string): ModalView {
  return page(title, [{ type: 'section', text: { type: 'mrkdwn', text } }]);
}
