import type { Button, ModalView } from '@slack/types';

import type { IssueEvent } from '../core/issue.ts';
import type { Finding } from '../core/lens/finding.ts';
import { isKindWord } from '../core/lens/kind-word.ts';
import { lens } from '../core/lens/lens.ts';
import { reword } from '../core/lens/reword.ts';
import { isSaid, wordsOf } from '../core/said.ts';
import type { Words } from '../core/said.ts';
import { printOf } from '../platform/print.ts';
import { actions, buttonWith, page, plain, section, shortened } from './blocks.ts';

export const afterwardsIds = {
  edit: 'amend',
  use: 'amend-as-offered',
  notBlame: 'amend-not-blame',
} as const;

/** The words of one event, as somebody has just said them. */
export interface JustSaid {
  readonly number: number;
  readonly seq: number;
  readonly words: Words;
}

/** What somebody said with these events, of which the last made `version`; `null` if they said nothing. */
export function justSaid(number: number, version: number, events: readonly IssueEvent[]): JustSaid | null {
  const first = version - events.length + 1;
  const all = events.flatMap((event, index) =>
    isSaid(event) ? [{ number, seq: first + index, words: wordsOf(event) }] : [],
  );
  return all[0] ?? null;
}

/** The one phrase that is worth a line, and in which of the words it stands. */
export interface Foremost {
  readonly part: keyof Words;
  readonly finding: Finding;
}

/** One that comes with a rewording goes before the others, a kind word comes last. */
const rank: Readonly<Record<Finding['offer']['kind'], number>> = {
  rewording: 0,
  question: 1,
  'kind word': 2,
};

export function foremostIn({ text, learning }: Words): Foremost | null {
  const all = [
    ...lens(text, 'en').map((finding): Foremost => ({ part: 'text', finding })),
    ...lens(learning ?? '', 'en').map((finding): Foremost => ({ part: 'learning', finding })),
  ];
  const [first] = all.toSorted((a, b) => rank[a.finding.offer.kind] - rank[b.finding.offer.kind]);
  return first ?? null;
}

/** The words with what was offered in them; `null` where only a question was. */
export function asOffered(words: Words, { part, finding }: Foremost): Words | null {
  if (finding.offer.kind !== 'rewording') return null;
  return { ...words, [part]: reword(words[part] ?? '', [finding]) };
}

/**
 * What stands in the place of a form that was sent: that it was, to a channel or to one person, and one quiet line to
 * whoever wrote it.
 */
export function afterwardsPage(said: JustSaid, foremost: Foremost): ModalView {
  const { number } = said;
  const { offer } = foremost.finding;
  const hasOffer = offer.kind === 'rewording' && offer.text.length <= mostOfOffer;
  return page(`About #${number}`, [
    section(`Thank you. What you wrote about *#${number}* is sent.`),
    { type: 'section', text: plain(noteLine(said.words, foremost)) },
    actions(
      ...(hasOffer ? [amendButton(afterwardsIds.use, 'Use this wording', said)] : []),
      editButton(said),
      ...(isKindWord(foremost) ? [] : [amendButton(afterwardsIds.notBlame, "This isn't blame", said)]),
    ),
  ]);
}

/** The same words have the same name. */
export function printOfWords({ text, learning }: Words): string {
  return printOf(JSON.stringify([text, learning]));
}

/** What is quoted of a phrase at most, in UTF-16 units: a line is short. */
const mostOfPhrase = 300;

/** What is to be used is shown whole; what is too long for a line is for *Edit*. */
const mostOfOffer = 1000;

/** The finding's own reason, then the offer. */
export function noteLine(words: Words, { part, finding }: Foremost): string {
  const { start, end, why, offer } = finding;
  const quote = (from: number, to: number): string =>
    `“${shortened((words[part] ?? '').slice(from, to), mostOfPhrase)}”`;
  switch (offer.kind) {
    case 'rewording':
      return offer.text.length > mostOfOffer
        ? `${quote(start, end)}: ${why} What made it possible?`
        : `${quote(offer.start, offer.end)}: ${why} It could read “${offer.text}”.`;
    case 'question':
      return `${quote(start, end)}: ${why} ${offer.text}`;
    case 'kind word':
      return `You wrote ${quote(start, end)}. ${offer.text}`;
  }
}

export function editButton(said: JustSaid): Button {
  return amendButton(afterwardsIds.edit, 'Edit', said);
}

function amendButton(id: string, text: string, { number, seq, words }: JustSaid): Button {
  const value = `${number} ${seq} ${printOfWords(words)}`;
  return buttonWith(id, text, value, `${text}: what you wrote about #${number}`);
}
