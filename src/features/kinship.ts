import type { KnownBlock } from '@slack/types';
import type { Temporal } from 'temporal-polyfill';

import type { Kin, Relative } from '../platform/postgres/kin.ts';
import { note } from './blocks.ts';
import { countOf, monthInWords, ordinal } from './words.ts';

/** That the same cause is back, on both cards; counted on the fix. */
export function kinship({ fix, returns, lastReturn, cameBack }: Kin): KnownBlock[] {
  return [
    ...(cameBack === 0
      ? []
      : [note(`It came back after it was confirmed: ${ordinal(cameBack)} return of this fix.`)]),
    ...(fix === null
      ? []
      : [note(`The same cause as ${relative(fix)}${fixedWhen(fix.fixedAt)}: ${ordinal(fix.nth)} return.`)]),
    ...(lastReturn === null
      ? []
      : [
          note(
            `It came back ${countOf(returns, 'as', '# times, most recently as')} ${relative(lastReturn)}.`,
          ),
        ]),
  ];
}

function relative({ number, cardLink }: Relative): string {
  return cardLink === null ? `*#${number}*` : `<${cardLink}|#${number}>`;
}

function fixedWhen(fixedAt: Temporal.Instant | null): string {
  return fixedAt === null ? '' : `, fixed in ${monthInWords(fixedAt)}`;
}
