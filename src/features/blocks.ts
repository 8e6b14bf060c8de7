import type {
  ActionsBlock,
  Button,
  ContextBlock,
  HeaderBlock,
  InputBlock,
  KnownBlock,
  ModalView,
  PlainTextElement,
  PlainTextInput,
  PlainTextOption,
  RichTextBlock,
  SectionBlock,
} from '@slack/types';

import { cutTo } from '../core/characters.ts';
import type { Drawing } from '../platform/slack/drawing.ts';
import { typedWords } from './typed-words.ts';

/** Our own words, where `*bold*`, links and mentions are meant. Never what people typed: mrkdwn can't be escaped. */
export function section(text: string): SectionBlock {
  return { type: 'section', text: { type: 'mrkdwn', text } };
}

/** One sentence of ours, and nothing else. */
export function oneSentence(text: string): Drawing {
  return { text, blocks: [section(text)] };
}

export function header(text: string): HeaderBlock {
  return { type: 'header', text: plain(text) };
}

export function note(text: string): ContextBlock {
  return { type: 'context', elements: [{ type: 'mrkdwn', text }] };
}

/** Small print with what people typed in it. */
export function plainNote(text: string): ContextBlock {
  return { type: 'context', elements: [plain(shortened(text, 2000))] };
}

export function plain(text: string): PlainTextElement {
  return { type: 'plain_text', text, emoji: true };
}

/** What somebody typed, as a quotation: nothing in it notifies, links or changes style. */
export function quoted(text: string): RichTextBlock {
  return { type: 'rich_text', elements: [{ type: 'rich_text_quote', elements: typedWords(text) }] };
}

/** A quotation in which one phrase of somebody's stands out. */
export function marked({
  before,
  phrase,
  after,
}: Readonly<Record<'before' | 'phrase' | 'after', string>>): RichTextBlock {
  const elements = [
    ...typedWords(before),
    { type: 'text' as const, text: phrase, style: { bold: true } },
    ...typedWords(after),
  ];
  return { type: 'rich_text', elements: [{ type: 'rich_text_quote', elements }] };
}

/** A label of ours and what somebody typed. */
export function labelled(label: string, text: string): RichTextBlock {
  return {
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_section',
        elements: [{ type: 'text', text: `${label} `, style: { bold: true } }, ...typedWords(text)],
      },
    ],
  };
}

/** A button that carries `value`; `spoken` is what a screen reader hears where its text alone does not say enough. */
export function buttonWith(id: string, text: string, value: string, spoken?: string): Button {
  return {
    type: 'button',
    action_id: id,
    text: plain(text),
    value,
    ...(spoken === undefined ? {} : { accessibility_label: spoken }),
  };
}

export function actions(...elements: ActionsBlock['elements']): ActionsBlock {
  return { type: 'actions', elements };
}

/** No text object takes more; a draft may be longer than its field, and opens its form all the same. */
const longestInitial = 3000;

/**
 * A text people type into. The block's id is the field's name. Slack does not say how it counts `max_length`: what would
 * be too long in UTF-16 units is left to whoever reads the form, so that the form opens with it and takes it back.
 * https://docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element
 */
export function textInput(
  name: string,
  label: string,
  more: {
    most: number;
    isLong?: boolean;
    isOptional?: boolean;
    initial?: string | undefined;
    hint?: string;
    focus?: boolean;
    /** Tells us as one types, so that a draft can be kept. */
    isKept?: boolean;
  },
): InputBlock {
  const { most, initial = '' } = more;
  const element: PlainTextInput = {
    type: 'plain_text_input',
    action_id: name,
    multiline: more.isLong ?? false,
    ...(initial.length <= most ? { max_length: most } : {}),
    ...(initial === '' ? {} : { initial_value: cutTo(initial, longestInitial) }),
    ...(more.focus ? { focus_on_load: true } : {}),
    ...(more.isKept ? { dispatch_action_config: { trigger_actions_on: ['on_character_entered'] } } : {}),
  };
  return { ...input(name, label, element, more), ...(more.isKept ? { dispatch_action: true } : {}) };
}

export function input(
  name: string,
  label: string,
  element: InputBlock['element'],
  more: { isOptional?: boolean; hint?: string } = {},
): InputBlock {
  return {
    type: 'input',
    block_id: name,
    label: plain(label),
    optional: more.isOptional ?? false,
    element,
    ...(more.hint === undefined ? {} : { hint: plain(more.hint) }),
  };
}

/** Of a field whose answer is none of its own. */
export const chooseOne = 'Please choose one of these.';

export function selectInput<Value extends string>(
  name: string,
  label: string,
  words: Readonly<Record<Value, string>>,
  more: { isOptional?: boolean; initial?: Value | null; hint?: string } = {},
): InputBlock {
  const options = Object.entries<string>(words).map(([value, text]): PlainTextOption => ({
    text: plain(text),
    value,
  }));
  const initial = options.find(({ value }) => value === more.initial);
  const element: InputBlock['element'] = {
    type: 'static_select',
    action_id: name,
    options,
    ...(initial === undefined ? {} : { initial_option: initial }),
  };
  return input(name, label, element, more);
}

/** One box to tick, or not. */
export function tickInput(
  name: string,
  label: string,
  text: string,
  { isTicked, hint }: { readonly isTicked: boolean; readonly hint: string },
): InputBlock {
  const options: PlainTextOption[] = [{ text: plain(text), value: 'yes' }];
  const initial = isTicked ? { initial_options: options } : {};
  const element = { type: 'checkboxes' as const, action_id: name, options, ...initial };
  return input(name, label, element, { isOptional: true, hint });
}

export interface Form {
  readonly id: string;
  readonly title: string;
  readonly submit: string;
  readonly memory: string;
  readonly blocks: readonly KnownBlock[];
}

/** A form to fill in. `memory` comes back with the submission. */
export function form({ id, title, submit, memory, blocks }: Form): ModalView {
  return {
    type: 'modal',
    callback_id: id,
    title: plain(title),
    submit: plain(submit),
    close: plain('Close'),
    private_metadata: memory,
    blocks: [...blocks],
  };
}

/** Something to read: a receipt, or a kind refusal. */
export function page(title: string, blocks: readonly KnownBlock[]): ModalView {
  return { type: 'modal', title: plain(title), close: plain('Close'), blocks: [...blocks] };
}

/** Escapes what people typed for a message's top-level `text`; the only place where escaping is enough. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** `chat.update` refuses a longer top-level text: https://docs.slack.dev/reference/methods/chat.update#errors */
const longestFallback = 3900;

/** A message's top-level text from our words and people's: typed words are escaped, and cut so that the whole fits. */
export function fallback(ours: string, typed = ''): string {
  const room = longestFallback - ours.length;
  let cut = typed;
  while (escaped(cut).length > room) cut = shortened(cut, Math.floor(cut.length * 0.8));
  return cut === '' ? ours : `${ours} ${escaped(cut)}`;
}

/** Cut to at most `most` UTF-16 units, with an ellipsis, and never through the middle of a character. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const head = text.slice(0, Math.max(0, most - 1));
  return `${/[\uD800-\uDBFF]$/.test(head) ? head.slice(0, -1) : head}…`;
}
