import { z } from 'zod';

import { BLOCK_ID, chars } from './composition.ts';

const STYLE = z
  .strictObject({
    bold: z.boolean().optional(),
    italic: z.boolean().optional(),
    strike: z.boolean().optional(),
    code: z.boolean().optional(),
    underline: z.boolean().optional(),
    highlight: z.boolean().optional(),
    client_highlight: z.boolean().optional(),
    unlink: z.boolean().optional(),
  })
  .optional();

const TEXT = z.strictObject({ type: z.literal('text'), text: z.string().min(1), style: STYLE });
const LINK = z.strictObject({
  type: z.literal('link'),
  url: chars(3000),
  text: z.string().min(1).optional(),
  unsafe: z.boolean().optional(),
  style: STYLE,
});

const ELEMENT = z.discriminatedUnion('type', [
  TEXT,
  LINK,
  z.strictObject({ type: z.literal('user'), user_id: chars(30), style: STYLE }),
  z.strictObject({ type: z.literal('channel'), channel_id: chars(30), style: STYLE }),
  z.strictObject({ type: z.literal('usergroup'), usergroup_id: chars(30), style: STYLE }),
  z.strictObject({
    type: z.literal('emoji'),
    name: chars(100),
    unicode: z.string().optional(),
    skin_tone: z.int().min(2).max(6).optional(),
    style: STYLE,
  }),
  z.strictObject({
    type: z.literal('date'),
    timestamp: z.int(),
    format: chars(300),
    url: chars(3000).optional(),
    fallback: z.string().min(1).optional(),
    style: STYLE,
  }),
  z.strictObject({
    type: z.literal('broadcast'),
    range: z.enum(['here', 'channel', 'everyone']),
    style: STYLE,
  }),
]);

const BORDER = z.union([z.literal(0), z.literal(1)]).optional();
const SECTION = z.strictObject({ type: z.literal('rich_text_section'), elements: z.array(ELEMENT).min(1) });

const PART = z.discriminatedUnion('type', [
  SECTION,
  z.strictObject({
    type: z.literal('rich_text_list'),
    style: z.enum(['bullet', 'ordered']),
    elements: z.array(SECTION).min(1),
    indent: z.int().min(0).max(8).optional(),
    offset: z.int().min(0).optional(),
    border: BORDER,
  }),
  z.strictObject({ type: z.literal('rich_text_quote'), elements: z.array(ELEMENT).min(1), border: BORDER }),
  z.strictObject({
    type: z.literal('rich_text_preformatted'),
    elements: z.array(z.discriminatedUnion('type', [TEXT, LINK])).min(1),
    border: BORDER,
    language: z.string().min(1).optional(),
  }),
]);

export const RICH_TEXT = z.strictObject({
  type: z.literal('rich_text'),
  block_id: BLOCK_ID,
  elements: z.array(PART).min(1),
});

export type RichTextElement = z.infer<typeof ELEMENT>;
export type RichTextPart = z.infer<typeof PART>;
