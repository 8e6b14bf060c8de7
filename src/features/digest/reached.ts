import type { Drawing } from '../../platform/slack/drawing.ts';
import { actions, oneSentence, section } from '../blocks.ts';
import { reachedButtons } from '../reached-buttons.ts';

/** *Did this reach the channel?*, where Slack's answer never came: nobody gets a digest twice. */
export function drawDigestReached(message: string, state: 'unsure' | 'there' | 'on its way'): Drawing {
  switch (state) {
    case 'unsure': {
      const ask =
        "Did the weekly digest reach the channel for learnings? Slack took it and never answered, so I don't know. Please have a look: I send no digest twice by myself. One answer is enough, from any admin.";
      return { text: ask, blocks: [section(ask), actions(...reachedButtons(message, 'the weekly digest'))] };
    }
    case 'there':
      return { ...oneSentence('The weekly digest is in the channel. Thank you.'), isEcho: true };
    case 'on its way':
      return { ...oneSentence('The weekly digest is posted again. Thank you.'), isEcho: true };
  }
}
