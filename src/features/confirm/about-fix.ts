import type { KnownBlock } from '@slack/types';

import type { SolvedIssue } from '../../core/issue.ts';
import type { Drawing } from '../../platform/slack/drawing.ts';
import { fallback, quoted, section } from '../blocks.ts';

/** The sentences round what was changed: what is asked, who changed it, and why this person is asked. */
interface Asks {
  readonly ask: string;
  readonly who: string;
  readonly why: string;
}

/** Asks something about a fix. `more`: small print of the message, for those who have it read out. */
export function aboutFix(
  issue: SolvedIssue,
  { ask, who, why }: Asks,
  answers: KnownBlock,
  more = '',
): Drawing {
  return {
    text: fallback(`${ask} ${why}${more} ${who}`, issue.solution.changed),
    blocks: [
      section(ask),
      quoted(issue.text),
      section(who),
      quoted(issue.solution.changed),
      section(why),
      answers,
    ],
  };
}
