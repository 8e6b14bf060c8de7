import { z } from 'zod';

import { chart, richText } from './slack-text-limits.ts';

/**
 * Slack's limits, as far as what we draw can come near them: https://docs.slack.dev/reference/block-kit and the pages
 * below it. Stated here anew, so that the tests do not ask the double whether it agrees with itself.
 */
const most = {
  blocksOfMessage: 50,
  blocksOfView: 100,
  /**
   * In UTF-16 units, whatever Slack counts: refused as `msg_blocks_too_long` with 11,341 (slackapi/bolt-js#2867), or only
   * from 13,200 on (#2509). We keep below both.
   */
  textOfMessage: 11_000,
  /** `chat.update` refuses more. */
  topLevelText: 4000,
  title: 24,
  privateMetadata: 3000,
} as const;

const plainText = (limit: number) =>
  z.strictObject({
    type: z.literal('plain_text'),
    text: z.string().min(1).max(limit),
    emoji: z.boolean().optional(),
  });
const anyText = (limit: number) =>
  z.union([
    plainText(limit),
    z.strictObject({ type: z.literal('mrkdwn'), text: z.string().min(1).max(limit) }),
  ]);

const id = z.string().min(1).max(255);
const option = z.strictObject({ text: plainText(75), value: z.string().min(1).max(75) });

const button = z.strictObject({
  type: z.literal('button'),
  action_id: id,
  text: plainText(75),
  value: z.string().min(1).max(2000),
  style: z.enum(['primary', 'danger']).optional(),
  accessibility_label: z.string().min(1).max(75).optional(),
  confirm: z
    .strictObject({
      title: plainText(100),
      text: anyText(300),
      confirm: plainText(30),
      deny: plainText(30),
    })
    .optional(),
});
const overflow = z.strictObject({
  type: z.literal('overflow'),
  action_id: id,
  options: z.array(option).min(1).max(5),
});

/** Outside input blocks something is chosen at once, and nothing is chosen before. */
const pulledDown = z.strictObject({
  type: z.literal('static_select'),
  action_id: id,
  placeholder: plainText(150),
  options: z.array(option).min(1).max(100),
});

const typedInto = z
  .strictObject({
    type: z.literal('plain_text_input'),
    action_id: id,
    multiline: z.boolean(),
    max_length: z.int().min(1).max(3000).optional(),
    /** Of 3,000 characters, and so of up to 6,000 units. */
    initial_value: z
      .string()
      .min(1)
      .refine((it) => Array.from(it).length <= 3000)
      .optional(),
    focus_on_load: z.boolean().optional(),
    dispatch_action_config: z.unknown().optional(),
  })
  .refine(({ initial_value: initial = '', max_length: limit = Infinity }) => initial.length <= limit, {
    message: 'begins longer than it may become',
  });
const chosen = z.strictObject({
  type: z.literal('static_select'),
  action_id: id,
  options: z.array(option).min(1).max(100),
  initial_option: option.optional(),
});
const placed = z.strictObject({
  type: z.literal('conversations_select'),
  action_id: id,
  placeholder: plainText(150).optional(),
  initial_conversation: id.optional(),
  filter: z.strictObject({
    include: z.array(z.enum(['im', 'mpim', 'private', 'public'])).min(1),
    exclude_external_shared_channels: z.boolean(),
  }),
});
const several = z
  .strictObject({
    type: z.literal('multi_users_select'),
    action_id: id,
    initial_users: z.array(id).min(1).optional(),
    max_selected_items: z.int().min(1),
  })
  .refine(({ initial_users: users = [], max_selected_items: limit }) => users.length <= limit, {
    message: 'begins with more people than may be chosen',
  });
const described = option.extend({ description: plainText(75).optional() });
const ticked = z.strictObject({
  type: z.enum(['radio_buttons', 'checkboxes']),
  action_id: id,
  options: z.array(described).min(1).max(10),
  initial_options: z.array(described).min(1).max(10).optional(),
});
const picked = z.strictObject({
  type: z.enum(['datepicker', 'users_select']),
  action_id: id,
  initial_date: z.iso.date().optional(),
});

const blockId = id.optional();
const block = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('section'),
    block_id: blockId,
    text: anyText(3000),
    accessory: button.optional(),
  }),
  z.strictObject({ type: z.literal('header'), block_id: blockId, text: plainText(150) }),
  z.strictObject({
    type: z.literal('context'),
    block_id: blockId,
    elements: z.array(anyText(2000)).min(1).max(10),
  }),
  z.strictObject({
    type: z.literal('actions'),
    block_id: blockId,
    elements: z
      .array(z.union([button, overflow, placed, pulledDown]))
      .min(1)
      .max(25),
  }),
  richText,
  chart,
  z.strictObject({
    type: z.literal('input'),
    block_id: id,
    label: plainText(2000),
    hint: plainText(2000).optional(),
    optional: z.boolean(),
    dispatch_action: z.boolean().optional(),
    element: z.union([typedInto, chosen, ticked, picked, placed, several]),
  }),
]);
type Block = z.infer<typeof block>;

const message = z
  .strictObject({
    text: z.string().min(1).max(most.topLevelText),
    blocks: z.array(block).min(1).max(most.blocksOfMessage),
  })
  .refine(({ blocks }) => blocks.every(({ type }) => type !== 'input'), 'a message takes no input')
  .refine(({ blocks }) => textIn(blocks) <= most.textOfMessage, 'too much text in its blocks');

const modal = z
  .strictObject({
    type: z.literal('modal'),
    callback_id: id.optional(),
    title: plainText(most.title),
    submit: plainText(most.title).optional(),
    close: plainText(most.title),
    private_metadata: z.string().max(most.privateMetadata).optional(),
    blocks: z.array(block).min(1).max(most.blocksOfView),
  })
  .refine(({ submit, blocks }) => submit !== undefined || blocks.every(({ type }) => type !== 'input'), {
    message: 'a form with a field needs a submit button',
  })
  .refine(({ blocks }) => blocks.filter(takesFocus).length <= 1, 'two fields take the focus');

const home = z.strictObject({
  type: z.literal('home'),
  private_metadata: z.string().max(most.privateMetadata).optional(),
  blocks: z.array(block).min(1).max(most.blocksOfView),
});

/** What Slack would refuse about a message, or a view; nothing if it keeps all limits. */
export function faultsOf(drawn: object): string[] {
  const kind = 'type' in drawn ? (drawn.type === 'home' ? home : modal) : message;
  const parsed = kind.safeParse(drawn);
  if (!parsed.success)
    return parsed.error.issues.map(({ path, message: why }) => `${path.join('/')}: ${why}`);
  return [...repeatedIds(parsed.data.blocks), ...brokenCharacters(drawn)];
}

function takesFocus(it: Block): boolean {
  return it.type === 'input' && it.element.type === 'plain_text_input' && it.element.focus_on_load === true;
}

function repeatedIds(blocks: readonly Block[]): string[] {
  const blockIds = blocks.flatMap((it) => it.block_id ?? []);
  const actionIds = blocks.flatMap((it) => (it.type === 'actions' ? [it.elements] : []));
  return [
    ...repeated(blockIds).map((it) => `block_id ${it} twice`),
    ...actionIds.flatMap((elements) =>
      repeated(elements.map((it) => it.action_id)).map((it) => `action_id ${it} twice in a block`),
    ),
  ];
}

function repeated(ids: readonly string[]): string[] {
  return ids.filter((it, index) => ids.indexOf(it) !== index);
}

/** Half a surrogate pair is no character. */
function brokenCharacters(drawn: object): string[] {
  return textsIn(drawn).every((text) => text.isWellFormed()) ? [] : ['a character is cut in two'];
}

/** All the text that the blocks show. */
function textIn(value: unknown): number {
  return textsIn(value).reduce((sum, text) => sum + text.length, 0);
}

function textsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, it]: [string, unknown]) =>
    typeof it === 'string' ? (key === 'text' ? [it] : []) : textsIn(it),
  );
}
