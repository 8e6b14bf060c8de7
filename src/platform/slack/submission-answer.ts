import type { AckFn } from '@slack/bolt';
import type { View } from '@slack/types';
import { z } from 'zod';

import { words } from './attend.ts';
import { asPage } from './effects.ts';
import type { Answer } from './feature.ts';

const blocks = z.array(z.object({ type: z.string(), block_id: z.string() })).catch([]);

/** Slack shows a submission's errors under input blocks only; what has no field of its own goes under the first. */
export function firstInput(of: unknown): string {
  const input = blocks.parse(of).find(({ type }) => type === 'input');
  return input?.block_id ?? '';
}

/**
 * Under a field, so that what was typed stays. Closing would look as if it had been taken, so where there is no field
 * the words stand in the form's place.
 */
export function insteadOf(form: unknown, sentence: string): Answer {
  const field = firstInput(form);
  return field === '' ? { form: asPage(words(sentence)) } : { errors: { [field]: sentence } };
}

export type SubmissionAck = AckFn<
  | { response_action: 'errors'; errors: Record<string, string> }
  | { response_action: 'update'; view: View }
  | undefined
>;

export async function answerSubmission(ack: SubmissionAck, answer: Answer): Promise<void> {
  if ('errors' in answer) return await ack({ response_action: 'errors', errors: { ...answer.errors } });
  if ('form' in answer) return await ack({ response_action: 'update', view: answer.form });
  await ack(undefined);
}
