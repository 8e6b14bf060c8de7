import { z } from 'zod';

import { DATA_VISUALIZATION, TABLE } from './charts.ts';
import { BLOCK_ID, anyText, chars, plainText } from './composition.ts';
import { ACTIONS_ELEMENT, CONTEXT_ELEMENT, INPUT_ELEMENT, SECTION_ACCESSORY } from './elements.ts';
import { RICH_TEXT } from './rich-text.ts';

const SECTION = z
  .strictObject({
    type: z.literal('section'),
    block_id: BLOCK_ID,
    text: anyText(3000).optional(),
    fields: z.array(anyText(2000)).min(1).max(10).optional(),
    accessory: SECTION_ACCESSORY.optional(),
    expand: z.boolean().optional(),
  })
  .refine((section) => section.text !== undefined || section.fields !== undefined, {
    message: 'missing required field: text or fields',
  });

const IMAGE = z
  .strictObject({
    type: z.literal('image'),
    block_id: BLOCK_ID,
    alt_text: chars(2000),
    title: plainText(2000).optional(),
    image_url: chars(3000).optional(),
    slack_file: z.strictObject({ id: z.string().optional(), url: z.string().optional() }).optional(),
  })
  .refine((image) => Boolean(image.image_url) !== Boolean(image.slack_file), {
    message: 'either `image_url` or `slack_file` is required, not both',
  });

const EVERYWHERE = [
  z.strictObject({ type: z.literal('header'), block_id: BLOCK_ID, text: plainText(150) }),
  SECTION,
  z.strictObject({ type: z.literal('divider'), block_id: BLOCK_ID }),
  z.strictObject({
    type: z.literal('context'),
    block_id: BLOCK_ID,
    elements: z.array(CONTEXT_ELEMENT).min(1).max(10),
  }),
  z.strictObject({
    type: z.literal('actions'),
    block_id: BLOCK_ID,
    elements: z.array(ACTIONS_ELEMENT).min(1).max(25),
  }),
  z.strictObject({
    type: z.literal('input'),
    block_id: BLOCK_ID,
    label: plainText(2000),
    hint: plainText(2000).optional(),
    optional: z.boolean().optional(),
    dispatch_action: z.boolean().optional(),
    element: INPUT_ELEMENT,
  }),
  RICH_TEXT,
  IMAGE,
] as const;

export const ANY_BLOCK = z.discriminatedUnion('type', [...EVERYWHERE, DATA_VISUALIZATION, TABLE]);
const MODAL_BLOCK = z.discriminatedUnion('type', [...EVERYWHERE]);
const HOME_BLOCK = z.discriminatedUnion('type', [...EVERYWHERE, TABLE]);

export const MESSAGE_BLOCKS = z.array(ANY_BLOCK).max(50);

const viewKeys = {
  private_metadata: z.string().max(3000).optional(),
  callback_id: z.string().max(255).optional(),
  external_id: z.string().max(255).optional(),
};

const MODAL = z
  .strictObject({
    type: z.literal('modal'),
    ...viewKeys,
    title: plainText(24),
    submit: plainText(24).nullish(),
    close: plainText(24).nullish(),
    clear_on_close: z.boolean().optional(),
    notify_on_close: z.boolean().optional(),
    blocks: z.array(MODAL_BLOCK).max(100),
  })
  .refine((view) => Boolean(view.submit) || !view.blocks.some((block) => block.type === 'input'), {
    path: ['submit'],
    message: 'missing required field: submit',
  });

const HOME = z.strictObject({
  type: z.literal('home'),
  ...viewKeys,
  blocks: z.array(HOME_BLOCK).max(100),
});

export const VIEW = z.discriminatedUnion('type', [MODAL, HOME]);

export type Block = z.infer<typeof ANY_BLOCK>;
export type View = z.infer<typeof VIEW>;
