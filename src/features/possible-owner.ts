import type { InputBlock } from '@slack/types';

import { isSlackUser } from '../platform/slack/bodies.ts';
import type { Answer, House, Submission } from '../platform/slack/feature.ts';
import { submitted } from './answers.ts';
import { input } from './blocks.ts';

/** Whom an issue is offered to. */
export function possibleOwner(name: string): InputBlock {
  return input(name, 'Who could take it on?', { type: 'users_select', action_id: name });
}

/** Offers it to whoever was chosen there. */
export async function offerIt(house: House, submission: Submission, name: string): Promise<Answer> {
  const toSlackUser = submission.form.values[name];
  if (toSlackUser == null || !isSlackUser(toSlackUser))
    return { errors: { [name]: 'Please choose somebody of this workspace.' } };
  return await submitted(house, submission, name, { type: 'offer', toSlackUser });
}
