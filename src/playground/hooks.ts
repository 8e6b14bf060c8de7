import { z } from 'zod';

import { addMessage, readContent } from './content.ts';
import { changed } from './double.ts';
import type { Double } from './double.ts';
import { messageAt } from './world.ts';
import type { Message } from './world.ts';

const ANSWER = z.object({
  text: z.string().optional(),
  blocks: z.unknown().optional(),
  response_type: z.enum(['ephemeral', 'in_channel']).optional(),
  replace_original: z.boolean().optional(),
  delete_original: z.boolean().optional(),
  thread_ts: z.string().optional(),
});

interface Target {
  personId: string;
  channel: string;
  messageTs?: string | undefined;
}

/** What an app says through a `response_url` or as the answer to a command. Needs no membership. */
export function respond(double: Double, target: Target, input: unknown): Message | undefined {
  const answer = ANSWER.parse(typeof input === 'string' ? { text: input } : input);
  const original = target.messageTs && messageAt(double.world, target.channel, target.messageTs);
  if (original && answer.delete_original) {
    original.deleted = true;
    changed(double);
    return undefined;
  }
  const content = readContent(answer);
  if (original && answer.replace_original) {
    delete original.blocks;
    Object.assign(original, content, { edited: true });
    changed(double);
    return original;
  }
  return addMessage(double, {
    channel: target.channel,
    user: double.world.app.botUserId,
    ...content,
    ...(answer.response_type !== 'in_channel' && { ephemeralFor: target.personId }),
    ...(answer.thread_ts && { thread_ts: answer.thread_ts }),
  });
}
