import { charactersIn } from './check.ts';

/** Block Kit as the app uses it, once limits.ts has let it in: by then blocks and controls have ids. */
export type Block = { block_id: string } & (
  | { type: 'header'; text: Text }
  | { type: 'section'; text: Text; accessory?: Control }
  | { type: 'context'; elements: Text[] }
  | { type: 'actions'; elements: Control[] }
  | ({ type: 'input'; element: Control } & Field)
  | { type: 'rich_text'; elements: RichPart[] }
  | { type: 'data_visualization'; title: string; chart: Chart }
);
type Field = { label: Text; hint?: Text; optional?: boolean; dispatch_action?: boolean };
export type Text = { type: 'plain_text' | 'mrkdwn'; text: string };
export type RichPart =
  | { type: 'rich_text_section' | 'rich_text_quote'; elements: RichElement[] }
  | { type: 'rich_text_list'; elements: { elements: RichElement[] }[] };
export type RichElement =
  | { type: 'link'; url: string; text?: string }
  | { type: 'text'; text: string; style?: { bold?: boolean } }
  | { type: 'emoji'; name: string };
export type Chart =
  | { type: 'pie'; segments: Point[] }
  | { type: 'bar' | 'line' | 'area'; series: Series[]; axis_config: Axes };
export type Point = { label: string; value: number };
export type Series = { name: string; data: Point[] };
type Axes = { categories: string[]; x_label?: string; y_label?: string };

/** What a person can press, choose from or type into. Which keys a kind may have, `limits.ts` says. */
export interface Control extends Partial<Record<Words, string>> {
  type: keyof typeof HOLDS | 'button' | 'overflow';
  action_id: string;
  text?: Text;
  placeholder?: Text;
  options?: Option[];
  initial_option?: Option;
  initial_options?: Option[];
  multiline?: boolean;
  confirm?: Question;
  initial_users?: string[];
  filter?: { include?: string[] };
  max_length?: number;
  max_selected_items?: number;
  dispatch_action_config?: { trigger_actions_on: string[] };
}
type Initial = 'conversation' | 'date' | 'value';
type Words = 'value' | 'style' | 'accessibility_label' | `initial_${Initial}`;
export type Option = { text: Text; value: string; description?: Text };
type Question = { title: Text; text: Text; confirm: Text; deny: Text };

/** Under which key Slack's state, and `initial_…`, carry what a kind of control holds. */
const HOLDS = {
  static_select: 'selected_option',
  radio_buttons: 'selected_option',
  checkboxes: 'selected_options',
  users_select: 'selected_user',
  multi_users_select: 'selected_users',
  conversations_select: 'selected_conversation',
  datepicker: 'selected_date',
  plain_text_input: 'value',
} as const;

export type View = { type: 'modal' | 'home'; blocks: Block[]; title?: Text; submit?: Text; close?: Text };

/** What a person typed or chose: a text, an option's value (of checkboxes all), an id, several ids, a date, a time. */
export type Entry = string | string[] | null;
/** By block id and action id. */
export type Entries = Record<string, Record<string, Entry>>;
export type Placed = { block: Block; control: Control };

/** In reading order. */
export function controlsIn(blocks: Block[]): Placed[] {
  return blocks.flatMap((block) => elementsIn(block).map((control) => ({ block, control })));
}

function elementsIn(block: Block): Control[] {
  if (block.type === 'actions') return block.elements;
  if (block.type === 'input') return [block.element];
  return block.type === 'section' && block.accessory ? [block.accessory] : [];
}

/** What a control holds: what was entered, or what it started with. */
export function entryOf({ block, control }: Placed, entries: Entries): Entry {
  const entered = entries[block.block_id]?.[control.action_id];
  if (entered !== undefined) return entered;
  if (control.initial_users) return control.initial_users;
  if (control.initial_options) return control.initial_options.map(({ value }) => value);
  const { initial_option, initial_conversation, initial_date, initial_value } = control;
  const one = initial_conversation ?? initial_date ?? initial_value;
  return initial_option?.value ?? one ?? null;
}

/** The one key of Slack's state, and of an action, that carries what a control holds. */
export function stateValue({ type, value, options }: Control, entry: Entry): Record<string, unknown> {
  if (type === 'button') return { value };
  const key = type === 'overflow' ? 'selected_option' : HOLDS[type];
  if (key === 'selected_options')
    return { [key]: options?.filter((one) => entry?.includes(one.value)) ?? [] };
  if (key === 'selected_users') return { [key]: entry ?? [] };
  if (key !== 'selected_option') return { [key]: entry || null };
  return { [key]: options?.find((option) => option.value === entry) ?? null };
}

/** `state.values` as interactions carry them: every control that can hold something. */
export function stateValues(blocks: Block[], entries: Entries): Record<string, Record<string, unknown>> {
  const values: Record<string, Record<string, unknown>> = {};
  for (const placed of controlsIn(blocks)) {
    const { type, action_id } = placed.control;
    if (type === 'button' || type === 'overflow') continue;
    const held = stateValue(placed.control, entryOf(placed, entries));
    (values[placed.block.block_id] ??= {})[action_id] = { type, ...held };
  }
  return values;
}

/** Why Slack's own client would not submit this form, by block id. */
export function missingFields(blocks: Block[], entries: Entries): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const placed of controlsIn(blocks)) {
    const { block, control } = placed;
    if (block.type !== 'input') continue;
    const entry = entryOf(placed, entries) ?? '';
    const length = typeof entry === 'string' ? charactersIn(entry) : entry.length;
    const most = control.max_length ?? Infinity;
    if (length === 0 && !block.optional) errors[block.block_id] = 'Please complete this required field.';
    if (length > most) errors[block.block_id] = `Enter no more than ${most} characters.`;
  }
  return errors;
}
