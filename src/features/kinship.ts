import type { KnownBlock } from '@slack/types';
import type { Temporal } from 'temporal-polyfill';

import type { Kin, Relative } from '../platform/postgres/kin.ts';
import { note } from './blocks.ts';
import { countOf, monthInWords, ordinal } from './words.ts';

/** That the same cause is back, on both cards; counted on the fix. */
export function kinship(kin: Kin): KnownBlock[] {
  const { fix } = kin;
  return [
    ...(fix === null
      ? []
      : [note(`The same cause as ${relative(fix)}${fixedWhen(fix.fixedAt)}: ${ordinal(fix.nth)} return.`)]),
    ...cameBack(kin).map((it) => note(it)),
  ];
}

function cameBack({ returns, cameBackItself, lastReturn }: Kin): string[] {
  if (cameBackItself) {
    const before = lastReturn === null ? [] : [`Before that it came back as ${relative(lastReturn)}.`];
    return [`It came back after it was confirmed: ${ordinal(returns)} return of this fix.`, ...before];
  }
  if (lastReturn === null) return [];
  return [`It came back ${countOf(returns, 'as', '# times, most recently as')} ${relative(lastReturn)}.`];
}

function relative({ number, cardLink }: Relative): string {
  return cardLink === null ? `*#${number}*` : `<${cardLink}|#${number}>`;
}

function fixedWhen(fixedAt: Temporal.Instant | null): string {
  return fixedAt === null ? '' : `, fixed in ${monthInWords(fixedAt)}`;
}
