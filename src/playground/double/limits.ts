import { isDeepStrictEqual } from 'node:util';

import { controlsIn, type Block, type Series, type View } from './blocks.ts';
import {
  amount,
  atLeast,
  chars,
  date,
  fault,
  fields,
  flag,
  isObject,
  list,
  share,
  typed,
  upTo,
  word,
} from './check.ts';
import { ApiError } from './double.ts';

// https://docs.slack.dev/reference/block-kit, as far as the app uses it. All else is refused: add a row.

const PLAIN = (max: number) => ({ plain_text: fields({ text: chars(max), 'emoji?': flag }) });
const plain = (max: number) => typed(PLAIN(max));
const words = (max: number) => typed({ ...PLAIN(max), mrkdwn: fields({ text: chars(max) }) });

const ID = { 'block_id?': chars(255) };
const CONTROL = { 'action_id?': chars(255) };
const QUESTION = fields({ title: plain(100), text: plain(300), confirm: plain(30), deny: plain(30) });
const LOOKS = { 'style?': word('primary'), 'accessibility_label?': chars(75), 'confirm?': QUESTION };
const BUTTON = fields({ ...CONTROL, ...LOOKS, text: plain(75), 'value?': chars(2000, 0) });
// The reference names 150 for an option's value, the comments of @slack/types 75: the stricter is safe.
const OPTION = fields({ text: words(75), value: chars(75), 'description?': words(75) });
const TEXT = { 'initial_value?': chars(3000, 0), 'max_length?': upTo(3000), 'multiline?': flag };
const DISPATCH = { trigger_actions_on: list(word('on_enter_pressed', 'on_character_entered'), 2) };
const TYPING = { 'focus_on_load?': flag, 'dispatch_action_config?': fields(DISPATCH) };

// https://docs.slack.dev/reference/block-kit/composition-objects/conversation-filter-object
const KINDS = list(word('im', 'mpim', 'private', 'public'), 4);
const FILTER = fields({ 'include?': KINDS, 'exclude_external_shared_channels?': flag });
const PLACE = { 'initial_conversation?': chars(30), 'filter?': FILTER, 'placeholder?': plain(150) };

// Slack takes a multi-select in an input or a section, never among buttons.
const SEVERAL = { 'initial_users?': list(chars(30)), 'max_selected_items?': atLeast(1) };
const MENU = { ...CONTROL, options: list(OPTION, 100), 'initial_option?': OPTION };

const PRESSABLE = typed({
  button: BUTTON,
  overflow: fields({ ...CONTROL, options: list(OPTION, 5) }),
  static_select: fields({ ...MENU, 'placeholder?': plain(150) }, startsWithOwn),
  conversations_select: fields({ ...CONTROL, ...PLACE }),
});
const FILLABLE = typed({
  plain_text_input: fields({ ...CONTROL, ...TEXT, ...TYPING }),
  static_select: fields(MENU, startsWithOwn),
  radio_buttons: fields({ ...CONTROL, options: list(OPTION, 10) }),
  checkboxes: fields({ ...CONTROL, options: list(OPTION, 10), 'initial_options?': list(OPTION, 10) }),
  users_select: fields(CONTROL),
  multi_users_select: fields({ ...CONTROL, ...SEVERAL }, startsWithinMost),
  conversations_select: fields({ ...CONTROL, ...PLACE }),
  datepicker: fields({ ...CONTROL, 'initial_date?': date }),
});

const RICH = typed({
  text: fields({ text: chars(Infinity), 'style?': fields({ 'bold?': flag }) }),
  emoji: fields({ name: chars(100) }),
  link: fields({ url: chars(3000), 'text?': chars(Infinity) }),
});
const RICH_LINE = fields({ elements: list(RICH) });
const RICH_LIST = fields({ style: word('bullet'), elements: list(typed({ rich_text_section: RICH_LINE })) });
const RICH_PART = typed({
  rich_text_section: RICH_LINE,
  rich_text_quote: RICH_LINE,
  rich_text_list: RICH_LIST,
});

const VALUE = { label: chars(20), value: amount };
const SERIES = list(fields({ name: chars(20), data: list(fields(VALUE), 20) }), 6);
const AXES = { categories: list(chars(20), 20), 'x_label?': chars(50), 'y_label?': chars(50) };
const LINES = fields({ series: SERIES, axis_config: fields(AXES) }, meetsAxis);
const PIE = fields({ segments: list(fields({ ...VALUE, value: share }), 6) });
const CHART = { title: chars(50), chart: typed({ pie: PIE, bar: LINES, line: LINES, area: LINES }) };
const CHARTS_MAX = 2;

const INPUT = { label: plain(2000), 'hint?': plain(2000), 'optional?': flag, 'dispatch_action?': flag };
const BLOCKS = {
  header: fields({ ...ID, text: plain(150) }),
  section: fields({ ...ID, text: words(3000), 'accessory?': typed({ button: BUTTON }) }),
  context: fields({ ...ID, elements: list(words(3000), 10) }),
  actions: fields({ ...ID, elements: list(PRESSABLE, 25) }),
  input: fields({ ...ID, ...INPUT, element: FILLABLE }),
  rich_text: fields({ ...ID, elements: list(RICH_PART) }),
};
const BLOCK = typed(BLOCKS);
const IN_MESSAGES = typed({ ...BLOCKS, data_visualization: fields({ ...ID, ...CHART }) });

const MEMORY = { 'private_metadata?': chars(3000, 0), 'callback_id?': chars(255, 0) };
const VIEW = { blocks: list(BLOCK, 100, 0) };
const MODAL = { ...VIEW, ...MEMORY, title: plain(24), 'submit?': plain(24), 'close?': plain(24) };
const VIEWS = { modal: fields(MODAL, hasSubmit), home: fields(VIEW) };

function meetsAxis({ series, axis_config: axes }: Record<string, unknown>, at: string): string[] {
  const labels = (series as Series[]).map(({ data }) => data.map(({ label }) => label));
  const { categories } = axes as { categories: string[] };
  const isMet = labels.every((one) => isDeepStrictEqual(one, categories));
  return isMet ? [] : fault('labels must match `axis_config.categories`', `${at}/series`);
}

function tooManyCharts(blocks: Block[]): string[] {
  const count = blocks.filter(({ type }) => type === 'data_visualization').length;
  return count > CHARTS_MAX ? fault(`no more than ${CHARTS_MAX} data visualizations allowed`, '/blocks') : [];
}

function startsWithOwn({ options, initial_option: initial }: Record<string, unknown>, at: string): string[] {
  const isOwn = Array.isArray(options) && options.some((one) => isDeepStrictEqual(one, initial));
  if (initial === undefined || isOwn) return [];
  return fault('must match one of the options provided', `${at}/initial_option`);
}

function startsWithinMost(
  { initial_users: users, max_selected_items: most }: Record<string, unknown>,
  at: string,
) {
  const isTooMany = Array.isArray(users) && users.length > Number(most ?? Infinity);
  return isTooMany ? fault(`no more than ${Number(most)} items allowed`, `${at}/initial_users`) : [];
}

function hasSubmit({ submit, blocks }: Record<string, unknown>, at: string): string[] {
  const isInput = (block: unknown) => isObject(block) && block['type'] === 'input';
  const isForm = Array.isArray(blocks) && blocks.some(isInput);
  return isForm && submit === undefined ? fault('missing required field: submit', `${at}/submit`) : [];
}

// Undocumented; the least that was refused, in slackapi/bolt-js#2867. Others got as far as 13,200 (#2509).
const BLOCKS_TEXT_MAX = 11_341;
// https://docs.slack.dev/reference/methods/views.open: 250 kB.
const VIEW_BYTES_MAX = 250_000;

/** @throws ApiError `invalid_blocks_format`, `invalid_blocks` or `msg_blocks_too_long` */
export function readBlocks(input: unknown): Block[] {
  if (!Array.isArray(input)) throw new ApiError('invalid_blocks_format');
  const faults = list(IN_MESSAGES, 50, 0)(input, '/blocks');
  if (faults.length === 0) faults.push(...tooManyCharts(input));
  if (faults.length === 0) faults.push(...repeatedIds(input, '/blocks'));
  if (faults.length > 0) throw new ApiError('invalid_blocks', faults);
  if (textLength(input) >= BLOCKS_TEXT_MAX) throw new ApiError('msg_blocks_too_long');
  return withIds(input);
}

/** @throws ApiError `view_too_large` or `invalid_arguments` */
export function readView(input: unknown, type: View['type']): View {
  if (JSON.stringify(input ?? null).length > VIEW_BYTES_MAX) throw new ApiError('view_too_large');
  const faults = typed({ [type]: VIEWS[type] })(input, '/view');
  const view = input as View;
  if (faults.length === 0) faults.push(...repeatedIds(view.blocks, '/view/blocks'));
  if (JSON.stringify(input).split('"focus_on_load":true').length > 2)
    faults.push(...fault('only one element may have `focus_on_load`', '/view/blocks'));
  if (faults.length > 0) throw new ApiError('invalid_arguments', faults);
  return { ...view, blocks: withIds(view.blocks) };
}

/** Of all texts of all blocks, in UTF-16 units: nobody knows how Slack counts, and this is the most. */
function textLength(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const texts = Object.entries(value).map(([key, one]: [string, unknown]) =>
    key === 'text' && typeof one === 'string' ? one.length : textLength(one),
  );
  return texts.reduce((sum, length) => sum + length, 0);
}

function repeatedIds(blocks: Block[], root: string): string[] {
  const actions = blocks.flatMap((block, index) => {
    const ids = controlsIn([block]).map(({ control }) => control.action_id);
    return repeated('action_id', ids, `${root}/${index}/elements`);
  });
  const ids = blocks.map((block) => block.block_id);
  return [...repeated('block_id', ids, root), ...actions];
}

function repeated(key: string, ids: string[], at: string): string[] {
  const again = ids.filter((id, index) => id !== undefined && ids.indexOf(id) !== index);
  return again.flatMap((id) => fault(`\`${key}\` already exists: ${id}`, at));
}

/** Slack gives an id to every block and control that came without one. */
function withIds(given: Block[]): Block[] {
  const blocks = structuredClone(given);
  const taken = new Set(blocks.map((block) => block.block_id));
  const ids = blocks.flatMap((_, index) => [`gen${2 * index + 1}`, `gen${2 * index + 2}`]);
  const fresh = ids.filter((id) => !taken.has(id));
  for (const block of blocks) {
    block.block_id ??= fresh.shift() ?? '';
    controlsIn([block]).forEach(({ control }, index) => {
      control.action_id ??= `act${index + 1}`;
    });
  }
  return blocks;
}
