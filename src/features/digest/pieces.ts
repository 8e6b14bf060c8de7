import type { RichTextBlock, RichTextElement } from '@slack/types';

import { escaped, shortened } from '../blocks.ts';
import { typedWords } from '../typed-words.ts';

/** A bit of a line: words of ours, words that somebody typed, or an issue's number. */
export type Piece =
  | { readonly ours: string; readonly isBold?: true }
  | { readonly typed: string }
  | { readonly number: number; readonly link: string | null };
export type Line = readonly Piece[];

/** Of what somebody typed; in a list of many one looks for the gist. */
const mostTyped = 90;

/** On one line, and not too long for it. */
export function typed(text: string, most = mostTyped): Piece {
  return { typed: shortened(text.replaceAll(/\s+/g, ' ').trim(), most) };
}

export function lengthOf(line: Line): number {
  return line.reduce((sum, piece) => sum + wordsOf(piece).length, 0);
}

function wordsOf(piece: Piece): string {
  if ('number' in piece) return `#${piece.number}`;
  return 'ours' in piece ? piece.ours : piece.typed;
}

/** For a message's top-level text: what people typed can do nothing there. */
export function spoken(line: Line): string {
  return line.map((piece) => ('typed' in piece ? escaped(piece.typed) : wordsOf(piece))).join('');
}

/** A title, and under it a list. */
export function listBlock(title: Line, lines: readonly Line[]): RichTextBlock {
  return {
    type: 'rich_text',
    elements: [
      { type: 'rich_text_section', elements: title.flatMap(elements) },
      {
        type: 'rich_text_list',
        style: 'bullet',
        elements: lines.map((line) => ({ type: 'rich_text_section', elements: line.flatMap(elements) })),
      },
    ],
  };
}

/** A title, and under it what somebody wrote, with where it is from. */
export function quoteBlock(title: Line, quote: Line): RichTextBlock {
  return {
    type: 'rich_text',
    elements: [
      { type: 'rich_text_section', elements: title.flatMap(elements) },
      { type: 'rich_text_quote', elements: quote.flatMap(elements) },
    ],
  };
}

function elements(piece: Piece): RichTextElement[] {
  if ('typed' in piece) return typedWords(piece.typed);
  const text = wordsOf(piece);
  if ('number' in piece && piece.link !== null) return [{ type: 'link', url: piece.link, text }];
  const isBold = 'isBold' in piece;
  return [{ type: 'text', text, ...(isBold ? { style: { bold: true } } : {}) }];
}
