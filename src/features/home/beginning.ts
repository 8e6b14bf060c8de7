import type { KnownBlock } from '@slack/types';

import type { Issue } from '../../core/issue.ts';
import { quoted, shortened } from '../blocks.ts';

/** What an issue begins with: so much of it as a row has room for. */
export function beginning({ text }: Issue): KnownBlock {
  return quoted(shortened(text, 300));
}
