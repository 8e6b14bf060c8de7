import type { RichTextElement } from '@slack/types';

/** Slack hands us an emoji as `:wave:`. Names are never inside a word, nor times such as `10:30:45`. */
const emojiName =
  /(?<![\p{L}\p{N}]):((?=[^:]*[a-z_+])[a-z0-9_+'-]+(?:::skin-tone-[2-6])?):(?![\p{L}\p{N}])/gu;

/** Somebody who types more of them gets their names shown: how many elements Slack takes is not documented. */
const mostEmoji = 100;

/**
 * What somebody typed, as parts of a rich text: nothing in it notifies, links or changes style. An emoji is shown as one
 * only in an element of its own; a name that is none Slack shows between its colons.
 * https://docs.slack.dev/reference/block-kit/block-elements/emoji-element
 */
export function typedWords(text: string): RichTextElement[] {
  const names = [...text.matchAll(emojiName)];
  if (names.length > mostEmoji) return [{ type: 'text', text }];
  const parts: RichTextElement[] = [];
  let from = 0;
  const words = (to: number): void => {
    if (to > from) parts.push({ type: 'text', text: text.slice(from, to) });
  };
  for (const match of names) {
    words(match.index);
    parts.push({ type: 'emoji', name: match[1] ?? '' });
    from = match.index + match[0].length;
  }
  words(text.length);
  return parts;
}
