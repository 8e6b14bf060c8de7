import { controlsIn, entryOf } from '../double/blocks.ts';
import type {
  Block,
  Chart,
  Control,
  Entries,
  Placed,
  RichElement,
  RichPart,
  Text,
} from '../double/blocks.ts';
import { channelById, personById, type World } from '../double/world.ts';

/** `errors`: under which field stands what, by block id. */
type Page = { world: World; entered?: Entries | undefined; errors?: Record<string, string> };

/** What a person could read aloud of these blocks. */
export function blocksText(blocks: Block[], page: Page): string {
  return blocks.map((block) => blockText(block, page)).join('\n');
}

function blockText(block: Block, page: Page): string {
  switch (block.type) {
    case 'header':
      return block.text.text;
    case 'section':
      return [textOf(block.text, page), ...controlTexts(block, page)].join(' ');
    case 'context':
      return block.elements.map((one) => textOf(one, page)).join('  ');
    case 'actions':
      return controlTexts(block, page).join(' ');
    case 'input':
      return inputText(block, page);
    case 'rich_text':
      return block.elements.map(richPart).join('\n');
    case 'data_visualization':
      return [block.title, ...chartTexts(block.chart)].join('\n');
  }
}

function chartTexts(chart: Chart): string[] {
  const series = chart.type === 'pie' ? [{ name: '', data: chart.segments }] : chart.series;
  return series.map(({ name, data }) =>
    [name, ...data.map(({ label, value }) => `${label}: ${value}`)].filter(Boolean).join(' · '),
  );
}

function inputText(block: Extract<Block, { type: 'input' }>, page: Page): string {
  const { label, hint, element, block_id } = block;
  const error = page.errors?.[block_id];
  const menu = element.options ? ` (${optionTexts(element)})` : '';
  const line = `${label.text}: ${entryText({ block, control: element }, page) || '___'}${menu}`;
  return [line, hint && `  ${hint.text}`, error && `  ! ${error}`].filter(Boolean).join('\n');
}

function controlTexts(block: Block, page: Page): string[] {
  return controlsIn([block]).map((placed) => {
    const { type, text, placeholder } = placed.control;
    if (type === 'button') return `[${text?.text}]`;
    const options = optionTexts(placed.control);
    if (type === 'overflow') return `[⋯ ${options}]`;
    const label = entryText(placed, page) || placeholder?.text;
    return `[${[label, '▾', options].filter(Boolean).join(' ')}]`;
  });
}

function optionTexts({ options = [] }: Control): string {
  return options.map((option) => option.text.text).join(' | ');
}

function entryText(placed: Placed, { world, entered = {} }: Page): string {
  const entries = [entryOf(placed, entered) ?? []].flat();
  const { type, options } = placed.control;
  const textFor = (entry: string) => {
    if (entry && type.endsWith('users_select')) return personText(world, entry);
    if (entry && type === 'conversations_select') return channelText(world, entry);
    return options?.find(({ value }) => value === entry)?.text.text ?? entry;
  };
  return entries.map(textFor).join(', ');
}

function textOf({ type, text }: Text, { world }: Page): string {
  return type === 'mrkdwn' ? mrkdwnText(text, world) : text;
}

function richPart(part: RichPart): string {
  if (part.type === 'rich_text_list')
    return part.elements.map(({ elements }) => `• ${richText(elements)}`).join('\n');
  const text = richText(part.elements);
  return part.type === 'rich_text_quote' ? text.replace(/^/gm, '> ') : text;
}

function richText(elements: RichElement[]): string {
  return elements.map(richWords).join('');
}

function richWords(one: RichElement): string {
  if (one.type === 'link') return one.text ?? one.url;
  return one.type === 'emoji' ? `:${one.name}:` : one.text;
}

/** The words a reader sees of a text in Slack's own markup, without its formatting. */
export function mrkdwnText(text: string, world: World): string {
  return text
    .replace(/<([^<>]+)>/g, (_, inner: string) => reference(inner, world))
    .replace(/(^|[\s(])([*_~])(\S|\S[^\n]*?\S)\2(?=$|[\s.,;:!?)])/gm, '$1$3')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

function reference(inner: string, world: World): string {
  const [target = '', label] = inner.split('|');
  if (target.startsWith('@')) return personText(world, target.slice(1));
  if (target.startsWith('#')) return channelText(world, target.slice(1));
  return /^!(channel|here|everyone)$/.test(target) ? target.replace('!', '@') : (label ?? target);
}

const personText = (world: World, id: string) => `@${personById(world, id)?.realName ?? id}`;
const channelText = (world: World, id: string) => `#${channelById(world, id)?.name ?? id}`;
