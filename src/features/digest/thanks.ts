import type { KnownBlock } from '@slack/types';

import type { Named, ToldThanks } from '../../core/digest/digest.ts';
import { escaped, quoted, section } from '../blocks.ts';
import { capitalised } from '../words.ts';

const unnamed: Readonly<Record<Named['as'], string>> = {
  reporter: 'the person who flagged it',
  'me-too': 'somebody who met it',
  owner: 'the person who took it on',
  helper: 'whoever helped',
};

/** Lines that both agree to show, each with who it is from and for, by name where they have said yes to that. */
export function thanksBlocks(thanks: readonly ToldThanks[]): KnownBlock[] {
  return thanks.flatMap((it, at) => [
    section(`${at === 0 ? '*Thanks*\n' : ''}${whose(it)}`),
    quoted(it.text),
  ]);
}

export function spokenThanks(thanks: readonly ToldThanks[]): string[] {
  return thanks.map((it, at) => `${at === 0 ? 'Thanks:\n' : ''}• ${whose(it)} ${escaped(it.text)}`);
}

/** What `@Ana to @Sam, for #42:` takes on a screen, without its links, about. */
const mostOfWhose = 70;

/** In characters. */
export function lengthOfThanks(thanks: readonly ToldThanks[]): number {
  return thanks.reduce((sum, { text }) => sum + mostOfWhose + text.length, 0);
}

/** `@Ana to @Sam, for #42:` */
function whose({ number, card, from, to }: ToldThanks): string {
  const issue = card === null ? `*#${number}*` : `<${card}|#${number}>`;
  return capitalised(`${nameOf(from)} to ${to.map(nameOf).join(' and ')}, for ${issue}:`);
}

function nameOf({ slackUserId, as }: Named): string {
  return slackUserId === null ? unnamed[as] : `<@${slackUserId}>`;
}
