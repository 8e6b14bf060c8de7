import type { z } from 'zod';

import { MESSAGE_BLOCKS, VIEW } from './blocks.ts';
import type { Block, View } from './blocks.ts';

/** `faults` are in Slack's own words: `must be less than 76 characters [json-pointer:/blocks/0/text/text]`. */
export type Checked<T> = { ok: true; value: T } | { ok: false; faults: string[] };

export function checkMessageBlocks(input: unknown): Checked<Block[]> {
  const parsed = MESSAGE_BLOCKS.safeParse(input);
  if (!parsed.success) return { ok: false, faults: faultsOf(parsed.error, input, '/blocks') };
  const faults = [...repeatedIds(parsed.data, '/blocks'), ...crowded(parsed.data)];
  return faults.length > 0 ? { ok: false, faults } : { ok: true, value: withIds(parsed.data) };
}

export function checkView(input: unknown): Checked<View> {
  const parsed = VIEW.safeParse(input);
  if (!parsed.success) return { ok: false, faults: faultsOf(parsed.error, input, '/view') };
  const view = parsed.data;
  const faults = repeatedIds(view.blocks, '/view/blocks');
  if (JSON.stringify(view.blocks).split('"focus_on_load":true').length > 2)
    faults.push(fault('only one element may have `focus_on_load`', '/view/blocks'));
  if (faults.length > 0) return { ok: false, faults };
  return {
    ok: true,
    value:
      view.type === 'modal'
        ? { ...view, blocks: withIds(view.blocks) }
        : { ...view, blocks: withIds(view.blocks) },
  };
}

/** What counts towards `msg_blocks_too_long`: all texts of all blocks (slackapi/bolt-js#2509). */
export function textLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + textLength(one), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce(
    (sum, [key, one]) => sum + (key === 'text' && typeof one === 'string' ? one.length : textLength(one)),
    0,
  );
}

function fault(words: string, pointer: string): string {
  return `${words} [json-pointer:${pointer}]`;
}

function faultsOf(error: z.ZodError, input: unknown, root: string): string[] {
  return error.issues.map((issue) => {
    const { words, path } = inSlacksWords(issue, input);
    return fault(words, [root, ...path.map(String)].join('/'));
  });
}

type Issue = z.core.$ZodIssue;

function inSlacksWords(issue: Issue, input: unknown): { words: string; path: PropertyKey[] } {
  const { path } = issue;
  if (issue.code === 'too_big') return { words: upperLimit(issue.origin, Number(issue.maximum)), path };
  if (issue.code === 'too_small') return { words: lowerLimit(issue.origin, Number(issue.minimum)), path };
  if (issue.code === 'unrecognized_keys')
    return { words: `invalid additional property: ${issue.keys[0]}`, path };
  if (issue.code === 'invalid_union') return { words: unionFault(issue, input), path };
  if (issue.code !== 'invalid_type') return { words: issue.message, path };
  if (at(input, path) !== undefined) return { words: `must be of type ${issue.expected}`, path };
  return { words: `missing required field: ${String(path.at(-1) ?? 'blocks')}`, path: path.slice(0, -1) };
}

function unionFault(issue: Extract<Issue, { code: 'invalid_union' }>, input: unknown): string {
  if (issue.path.at(-1) === 'type') return `unsupported type: ${String(at(input, issue.path))}`;
  return 'failed to match all allowed schemas';
}

function upperLimit(origin: string, max: number): string {
  if (origin === 'string') return `must be less than ${max + 1} characters`;
  return origin === 'array' ? `no more than ${max} items allowed` : `must be at most ${max}`;
}

function lowerLimit(origin: string, min: number): string {
  if (origin === 'string') return `must be more than ${min - 1} characters`;
  return origin === 'array' ? `no less than ${min} items allowed` : `must be at least ${min}`;
}

function at(input: unknown, path: PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    input,
  );
}

function repeatedIds(blocks: Block[], root: string): string[] {
  const faults = repeated(blocks.map((block) => block.block_id)).map((id) =>
    fault(`\`block_id\` already exists: ${id}`, root),
  );
  blocks.forEach((block, index) => {
    if (block.type !== 'actions') return;
    for (const id of repeated(block.elements.map((element) => element.action_id)))
      faults.push(fault(`\`action_id\` already exists: ${id}`, `${root}/${index}/elements`));
  });
  return faults;
}

function repeated(ids: (string | undefined)[]): string[] {
  return ids.filter((id, index): id is string => id !== undefined && ids.indexOf(id) !== index);
}

// https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block and …/table-block
function crowded(blocks: Block[]): string[] {
  const count = (type: Block['type']) => blocks.filter((block) => block.type === type).length;
  const faults: string[] = [];
  if (count('data_visualization') > 2)
    faults.push(fault('no more than 2 data_visualization blocks allowed', '/blocks'));
  if (count('table') > 1) faults.push(fault('only_one_table_allowed', '/blocks'));
  if (textLength(blocks.filter((block) => block.type === 'table')) > 10_000)
    faults.push(fault('tables must be less than 10001 characters', '/blocks'));
  return faults;
}

/** Slack gives an id to every block and control that came without one. */
function withIds<T extends Block>(blocks: T[]): T[] {
  const taken = new Set(blocks.map((block) => block.block_id));
  let next = 0;
  const fresh = () => {
    do next += 1;
    while (taken.has(`gen${next}`));
    return `gen${next}`;
  };
  return blocks.map((block) => ({ ...withActionIds(block), block_id: block.block_id ?? fresh() }));
}

function withActionIds<T extends Block>(block: T): T {
  if (block.type === 'actions')
    return { ...block, elements: block.elements.map((one, index) => named(one, index)) };
  if (block.type === 'input') return { ...block, element: named(block.element, 0) };
  if (block.type === 'section' && block.accessory && block.accessory.type !== 'image')
    return { ...block, accessory: named(block.accessory, 0) };
  return block;
}

function named<E extends { action_id?: string | undefined }>(element: E, index: number): E {
  return { ...element, action_id: element.action_id ?? `act${index + 1}` };
}
