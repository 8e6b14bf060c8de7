import { parse } from 'node:querystring';

import { z } from 'zod';

const event = z.object({ type: z.literal('event_callback'), event: z.object({ type: z.string() }) });
const verification = z.object({ type: z.literal('url_verification'), challenge: z.string() });
const callback = z.union([event, verification]);

const press = z.object({
  type: z.enum(['block_actions', 'interactive_message']),
  actions: z.array(z.object({})).min(1),
});
const form = z.object({ type: z.enum(['view_submission', 'view_closed']), view: z.object({}) });
const other = z.object({
  type: z.enum(['shortcut', 'message_action', 'block_suggestion', 'dialog_submission']),
});
const interaction = z.union([press, form, other]);

/**
 * Whether Bolt can make anything of a request. What it can't it would leave unanswered until Slack's time is up; and a
 * body that is no object it would throw on where nobody catches, which ends the process.
 */
export function isReadable(contentType: string | undefined, raw: Buffer): boolean {
  if (contentType !== 'application/x-www-form-urlencoded') return callback.safeParse(parsed(raw)).success;
  const { payload, command, ssl_check: check } = parse(raw.toString());
  if (payload === undefined) return command !== undefined || check === '1';
  return typeof payload === 'string' && interaction.safeParse(parsed(payload)).success;
}

function parsed(text: string | Buffer): unknown {
  try {
    return JSON.parse(text.toString());
  } catch {
    return undefined;
  }
}
