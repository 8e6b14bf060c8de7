import type { KnownBlock, RichTextBlock, RichTextElement } from '@slack/types';

import type { Drawing } from '../../platform/slack/drawing.ts';
import { actions, section, shortened } from '../blocks.ts';
import { hoursButton } from '../buttons.ts';

/** What is told unasked, alone, with the way to stop it. What has had its answer tells nothing more. */
export function drawAlone(nudge: Drawing): Drawing {
  return nudge.isEcho === true ? nudge : { ...nudge, blocks: [...nudge.blocks, stop] };
}

const stop = actions(hoursButton('When may I write to you?'));

/** The first message of a day, with what the days before had no room for. */
export function drawTogether(nudges: readonly Drawing[]): Drawing {
  const text = [together, ...nudges.map((it) => cut(it.text))].join('\n');
  const blocks = [section(together), ...nudges.flatMap((it) => it.blocks.map(brief))];
  const isEcho = nudges.every((it) => it.isEcho === true);
  return isEcho ? { text, blocks, isEcho } : { text, blocks: [...blocks, stop] };
}

const together = 'Some things in one message, so that I write to you less often.';

/** So that five of them fit into one message's text. */
const longestEach = 700;

/** What people typed is escaped there: no escape is cut in two. */
function cut(text: string): string {
  return text.length <= longestEach ? text : `${shortened(text, longestEach).replace(/[&<][^;>]*$/, '')}…`;
}

const longestQuote = 300;

/** The card has it in full. */
function brief(block: KnownBlock): KnownBlock {
  if (block.type !== 'rich_text') return block;
  return { ...block, elements: block.elements.map(briefPart) };
}

function briefPart(part: RichTextBlock['elements'][number]): RichTextBlock['elements'][number] {
  if (part.type !== 'rich_text_quote') return part;
  let room = longestQuote;
  const kept: RichTextElement[] = [];
  for (const it of part.elements) {
    if (room <= 0) break;
    kept.push(it.type === 'text' ? { ...it, text: shortened(it.text, room) } : it);
    room -= it.type === 'text' ? it.text.length : 1;
  }
  return { ...part, elements: kept };
}
