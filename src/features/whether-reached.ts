import type { Button } from '@slack/types';

import type { Reached } from '../platform/postgres/messages.ts';
import type { SaidOfPost } from '../platform/postgres/reached.ts';
import type { Drawing } from '../platform/slack/drawing.ts';
import { actions, buttonWith, oneSentence, section } from './blocks.ts';

export const reachedIds = { there: 'reached-there', again: 'reached-again' } as const;

const words: Readonly<Record<SaidOfPost, string>> = { there: 'It is there', again: 'Post it again' };

/** How a post is spoken of. */
interface Spoken {
  readonly ask: string;
  /** Where a sentence begins with it. */
  readonly what: string;
  /** Where a screen reader says it with a button. */
  readonly aloud: string;
}

/** *Did this reach the channel?*, where Slack's answer never came: in public nothing is said twice by itself. */
export function whetherReached(post: string, reached: Reached, { ask, what, aloud }: Spoken): Drawing {
  switch (reached) {
    case 'unsure':
      return { text: ask, blocks: [section(ask), actions(...buttons(post, aloud))] };
    case 'there':
      return { ...oneSentence(`${what} is in the channel. Thank you.`), isEcho: true };
    case 'on its way':
      return { ...oneSentence(`${what} is posted again. Thank you.`), isEcho: true };
  }
}

function buttons(post: string, aloud: string): Button[] {
  return (['there', 'again'] as const).map((said) =>
    buttonWith(reachedIds[said], words[said], post, `${words[said]}: ${aloud}`),
  );
}
