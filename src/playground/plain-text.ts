import type { Block } from './block-kit/blocks.ts';
import type { Option, TextObject } from './block-kit/composition.ts';
import { optionsOf } from './block-kit/elements.ts';
import type { Control } from './block-kit/elements.ts';
import type { RichTextElement, RichTextPart } from './block-kit/rich-text.ts';
import { entryOf } from './entries.ts';
import { dateText, mrkdwnText } from './mrkdwn.ts';
import type { Reader } from './mrkdwn.ts';
import type { Entries, Entry } from './world.ts';

export interface Page {
  reader: Reader;
  entries?: Entries | undefined;
  /** Under which field stands what, by block id. */
  errors?: Record<string, string> | undefined;
}

/** What a person could read aloud of these blocks. */
export function blocksText(blocks: Block[], page: Page): string {
  return blocks.map((block) => blockText(block, page)).join('\n');
}

function blockText(block: Block, page: Page): string {
  const { reader, entries = {} } = page;
  switch (block.type) {
    case 'header':
      return block.text.text;
    case 'divider':
      return '———';
    case 'section':
      return sectionText(block, page);
    case 'context':
      return block.elements
        .map((one) => (one.type === 'image' ? `(${one.alt_text})` : textOf(one, reader)))
        .join('  ');
    case 'actions':
      return block.elements.map((one) => controlText(one, block.block_id, page)).join(' ');
    case 'input':
      return inputText(block, entryOf(block.element, block.block_id ?? '', entries), page);
    case 'rich_text':
      return block.elements.map((part) => richPart(part, reader)).join('\n');
    case 'image':
      return `(${block.title?.text ?? block.alt_text})`;
    case 'data_visualization':
      return chartText(block);
    case 'table':
      return block.rows.map((row) => row.map((cell) => cellText(cell, reader)).join(' | ')).join('\n');
  }
}

type Of<T extends Block['type']> = Extract<Block, { type: T }>;

function sectionText({ text, fields, accessory, block_id }: Of<'section'>, page: Page): string {
  const lines = [text, ...(fields ?? [])].flatMap((one) => (one ? [textOf(one, page.reader)] : []));
  if (!accessory) return lines.join('\n');
  const aside =
    accessory.type === 'image' ? `(${accessory.alt_text})` : controlText(accessory, block_id, page);
  return `${lines.join('\n')} ${aside}`;
}

function inputText({ block_id, label, hint, element }: Of<'input'>, entry: Entry, page: Page): string {
  const choices = optionsOf('options' in element || 'option_groups' in element ? element : {});
  const menu = choices.length > 0 ? ` (${choices.map((one) => one.text.text).join(' | ')})` : '';
  const error = page.errors?.[block_id ?? ''];
  return [
    `${label.text}: ${entryText(element, entry, page.reader) || '___'}${menu}`,
    ...(hint ? [`  ${hint.text}`] : []),
    ...(error ? [`  ! ${error}`] : []),
  ].join('\n');
}

function controlText(control: Control, blockId: string | undefined, page: Page): string {
  if (control.type === 'button') return `[${control.text.text}]`;
  if (control.type === 'overflow') return `[⋯ ${optionTexts(control.options)}]`;
  const chosen = entryText(control, entryOf(control, blockId ?? '', page.entries ?? {}), page.reader);
  const label = chosen || ('placeholder' in control && control.placeholder?.text) || '';
  const options = 'options' in control || 'option_groups' in control ? optionTexts(optionsOf(control)) : '';
  return `[${[label, '▾', options].filter(Boolean).join(' ')}]`;
}

function optionTexts(options: Option[]): string {
  return options.map((option) => option.text.text).join(' | ');
}

function entryText(control: Control, entry: Entry, reader: Reader): string {
  const values = [entry ?? []].flat();
  if (control.type === 'users_select') return values.map((id) => `@${reader.person(id)}`).join(', ');
  if (control.type === 'channels_select' || control.type === 'conversations_select')
    return values.map((id) => `#${reader.channel(id)}`).join(', ');
  const options = 'options' in control || 'option_groups' in control ? optionsOf(control) : [];
  return values.map((value) => options.find((one) => one.value === value)?.text.text ?? value).join(', ');
}

function textOf(text: TextObject, reader: Reader): string {
  return text.type === 'mrkdwn' ? mrkdwnText(text.text, reader) : text.text;
}

function richPart(part: RichTextPart, reader: Reader): string {
  const inline = (elements: RichTextElement[]) => elements.map((one) => richElement(one, reader)).join('');
  switch (part.type) {
    case 'rich_text_section':
    case 'rich_text_preformatted':
      return inline(part.elements);
    case 'rich_text_quote':
      return inline(part.elements).replace(/^/gm, '> ');
    case 'rich_text_list':
      return part.elements
        .map((item, index) => {
          const mark = part.style === 'ordered' ? `${index + 1 + (part.offset ?? 0)}.` : '•';
          return `${'  '.repeat(part.indent ?? 0)}${mark} ${inline(item.elements)}`;
        })
        .join('\n');
  }
}

function richElement(element: RichTextElement, reader: Reader): string {
  switch (element.type) {
    case 'text':
      return element.text;
    case 'link':
      return element.text ?? element.url;
    case 'user':
      return `@${reader.person(element.user_id)}`;
    case 'channel':
      return `#${reader.channel(element.channel_id)}`;
    case 'usergroup':
      return `@${element.usergroup_id}`;
    case 'emoji':
      return `:${element.name}:`;
    case 'date':
      return dateText(element.timestamp, element.format, reader.tz);
    case 'broadcast':
      return `@${element.range}`;
  }
}

function chartText({ title, chart }: Of<'data_visualization'>): string {
  const points = (data: { label: string; value: number }[]) =>
    data.map((one) => `${one.label} ${one.value}`).join(', ');
  const lines =
    chart.type === 'pie'
      ? [points(chart.segments)]
      : chart.series.map((one) => `${one.name}: ${points(one.data)}`);
  return [`(${chart.type} chart) ${title}`, ...lines.map((line) => `  ${line}`)].join('\n');
}

function cellText(cell: Of<'table'>['rows'][number][number], reader: Reader): string {
  return cell.type === 'rich_text'
    ? cell.elements.map((part) => richPart(part, reader)).join(' ')
    : cell.text;
}
