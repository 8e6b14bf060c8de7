import type { Button } from '@slack/types';

import type { SaidOfPost } from '../platform/postgres/reached.ts';
import { buttonWith } from './blocks.ts';

export const reachedIds = { there: 'reached-there', again: 'reached-again' } as const;

const words: Readonly<Record<SaidOfPost, string>> = { there: 'It is there', again: 'Post it again' };

/** The two answers to whether a post has reached its channel; `what`: a screen reader hears which post. */
export function reachedButtons(post: string, what: string): Button[] {
  return (['there', 'again'] as const).map((said) =>
    buttonWith(reachedIds[said], words[said], post, `${words[said]}: ${what}`),
  );
}
