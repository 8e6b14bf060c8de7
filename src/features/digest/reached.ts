import type { Reached } from '../../platform/postgres/messages.ts';
import type { Drawing } from '../../platform/slack/drawing.ts';
import { whetherReached } from '../whether-reached.ts';

/** Nobody gets a digest twice. */
export function drawDigestReached(message: string, reached: Reached): Drawing {
  return whetherReached(message, reached, {
    ask: "Did the weekly digest reach the channel for learnings? Slack took it and never answered, so I don't know. Please have a look: I send no digest twice by myself. One answer is enough, from any admin.",
    what: 'The weekly digest',
    aloud: 'the weekly digest',
  });
}
