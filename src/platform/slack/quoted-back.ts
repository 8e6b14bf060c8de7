import { charactersIn } from '../../core/characters.ts';
import type { Drawing } from './drawing.ts';
import type { Told } from './feature.ts';

/**
 * In UTF-16 units. Slack refuses a message whose blocks hold too much (`msg_blocks_too_long`): where that begins it does
 * not say, and the least that was refused had 11,341 characters. https://github.com/slackapi/bolt-js/issues/2867
 */
const mostInMessage = 10_000;

/** The command's own answer, and five uses of its `response_url`: https://docs.slack.dev/interactivity/implementing-slash-commands */
const mostMessages = 6;

/** Words that could not be taken come back to their author: in full, in as many private messages as that needs. */
export function quotedBack(sentence: string, typed: string): Told {
  const pieces = piecesOf(typed);
  const isAll = pieces.length <= mostMessages;
  const kept = pieces.slice(0, mostMessages);
  const most = charactersIn(kept.join('')).toLocaleString('en');
  const said = isAll ? sentence : `${sentence} Slack lets me show the first ${most} characters.`;
  const [first, ...more] = kept;
  return { ...drawing(said, first ?? ''), more: more.map((piece) => drawing('And further:', piece)) };
}

/** No piece ends in the middle of a character. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (let from = 0; from < text.length;) {
    const piece = text.slice(from, from + mostInMessage);
    const isCut = from + piece.length < text.length && /[\uD800-\uDBFF]$/.test(piece);
    pieces.push(isCut ? piece.slice(0, -1) : piece);
    from += pieces.at(-1)?.length ?? mostInMessage;
  }
  return pieces;
}

function drawing(sentence: string, typed: string): Drawing {
  const text = { type: 'text' as const, text: typed };
  const quote = { type: 'rich_text_quote' as const, elements: [text] };
  return {
    text: sentence,
    blocks: [
      { type: 'section', text: { type: 'plain_text', text: sentence } },
      ...(typed === '' ? [] : [{ type: 'rich_text' as const, elements: [quote] }]),
    ],
  };
}
