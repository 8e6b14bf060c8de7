import type {
  Button,
  HomeView,
  InputBlock,
  KnownBlock,
  ModalView,
  RichTextElement,
  SectionBlock,
} from '@slack/types';

import type { Drawing } from '../../src/platform/slack/drawing.ts';
import type { Drawings } from './drawings.ts';

/** All that a drawing holds, line by line, to be read aloud and compared. What this can't say, it refuses. */
export function rendered(drawing: Drawing | null): string {
  if (drawing === null) return '(nothing)';
  const chart = drawing.chart === undefined ? [] : [`chart: ${JSON.stringify(drawing.chart)}`];
  return [`notification: ${drawing.text}`, ...drawing.blocks.flatMap(linesOf), ...chart].join('\n');
}

export function renderedView(view: ModalView | HomeView): string {
  const head =
    view.type === 'home'
      ? ['home']
      : [`form: ${view.title.text} [${view.submit?.text ?? ''}] [${view.close?.text ?? ''}]`];
  const id = view.callback_id === undefined ? [] : [`id: ${view.callback_id}`];
  const memory = view.private_metadata ? [`memory: ${view.private_metadata}`] : [];
  return [...head, ...id, ...memory, ...view.blocks.flatMap((block) => linesOf(known(block)))].join('\n');
}

/** A golden file: each drawing under its name. */
export function golden(drawings: Drawings): string {
  return sheet(Object.entries(drawings).map(([name, drawing]) => [name, rendered(drawing)]));
}

export function sheet(parts: readonly (readonly [string, string])[]): string {
  return parts.map(([name, text]) => `=== ${name}\n${text}\n`).join('\n');
}

function known(block: ModalView['blocks'][number]): KnownBlock {
  return block as KnownBlock;
}

function linesOf(block: KnownBlock): string[] {
  switch (block.type) {
    case 'section':
      return [
        only(block, ['text', 'accessory'], block.text?.text ?? ''),
        ...(block.accessory === undefined ? [] : accessoryLines(block.accessory)),
      ];
    case 'header':
      return [only(block, ['text'], `# ${block.text.text}`)];
    case 'context':
      return block.elements.map((it) => only(it, ['text', 'emoji'], 'text' in it ? `small: ${it.text}` : ''));
    case 'actions':
      return block.elements.flatMap((it) => (it.type === 'button' ? buttonLines(it) : menuLines(it)));
    case 'rich_text':
      return richLines(block);
    case 'input':
      return inputLines(block);
    default:
      throw new Error(`unknown block ${block.type}`);
  }
}

function only(part: object, keys: readonly string[], line: string): string {
  const others = Object.keys(part).filter((key) => key !== 'type' && !keys.includes(key));
  if (others.length > 0) throw new Error(`not said of "${line}": ${others.join(', ')}`);
  return line;
}

function buttonLines(button: Button): string[] {
  const { text, style, action_id: id, value, accessibility_label: label, confirm } = button;
  const spoken = label === undefined ? '' : `, spoken “${label}”`;
  const keys = ['text', 'style', 'action_id', 'value', 'accessibility_label', 'confirm'];
  const line = `[${text.text}] ${style === undefined ? '' : `${style}, `}${id}=${value}${spoken}`;
  const asks =
    confirm === undefined
      ? []
      : [
          `  asks: ${confirm.title?.text} · ${confirm.text.text} · [${confirm.confirm?.text}] [${confirm.deny?.text}]`,
        ];
  return [only(button, keys, line), ...asks];
}

function accessoryLines(accessory: NonNullable<SectionBlock['accessory']>): string[] {
  if (accessory.type !== 'button') throw new Error(`unknown accessory ${accessory.type}`);
  return buttonLines(accessory);
}

function menuLines(menu: Extract<KnownBlock, { type: 'actions' }>['elements'][number]): string[] {
  if (menu.type === 'conversations_select') {
    const { type, action_id: id, placeholder, ...more } = menu;
    return [`[${placeholder?.text ?? ''} ▾] ${id} ${type} ${JSON.stringify(more)}`];
  }
  if (menu.type === 'static_select') {
    const chosen = (menu.options ?? []).map((it) => `${it.text.text}=${it.value}`);
    return [`[${menu.placeholder?.text ?? ''} ▾] ${menu.action_id}: ${chosen.join(', ')}`];
  }
  if (menu.type !== 'overflow') throw new Error(`unknown element ${menu.type}`);
  return menu.options.map((it) => `[⋯ ${it.text.text}] ${menu.action_id}=${it.value}`);
}

function richLines(block: Extract<KnownBlock, { type: 'rich_text' }>): string[] {
  return block.elements.flatMap((part) => {
    if (part.type === 'rich_text_list') return part.elements.map((it) => `• ${richWords(it.elements)}`);
    const words = richWords(part.elements);
    return part.type === 'rich_text_quote' ? `> ${words}` : words;
  });
}

function richWords(elements: readonly RichTextElement[]): string {
  const words = elements.map((it) => {
    if (it.type === 'emoji') return `:${it.name}:`;
    if (it.type === 'link') return `<${it.url}|${it.text}>`;
    if (it.type !== 'text') throw new Error(`unknown rich text ${it.type}`);
    return it.style?.bold === true ? `*${it.text}*` : it.text;
  });
  return words.join('');
}

function inputLines({ block_id: id, label, hint, optional, element, dispatch_action: tells }: InputBlock) {
  const { type, action_id: action, ...more } = element;
  const kept = tells === true ? ', kept as one types' : '';
  return [
    `field ${id}/${action}: ${label.text}${optional === true ? ' (optional)' : ''}${kept}`,
    ...(hint === undefined ? [] : [`  hint: ${hint.text}`]),
    `  ${type} ${JSON.stringify(more)}`,
  ];
}
