import { isDeepStrictEqual } from 'node:util';

import { z } from 'zod';

import {
  ACTION_ID,
  CONFIRM,
  LINK_OPTION,
  MENU_OPTION,
  OPTION_GROUP,
  RICH_OPTION,
  STYLE,
  anyText,
  chars,
  plainText,
} from './composition.ts';
import type { Option } from './composition.ts';

const pressable = { action_id: ACTION_ID, confirm: CONFIRM.optional() };
const focusable = { ...pressable, focus_on_load: z.boolean().optional() };
const selectable = { ...focusable, placeholder: plainText(150).optional() };

interface Chooser {
  options?: Option[] | undefined;
  option_groups?: { options: Option[] }[] | undefined;
  initial_option?: Option | undefined;
  initial_options?: Option[] | undefined;
}

export function optionsOf(chooser: Chooser): Option[] {
  return chooser.options ?? chooser.option_groups?.flatMap((group) => group.options) ?? [];
}

function startsWithItsOwnOptions(chooser: Chooser): boolean {
  const initial = chooser.initial_options ?? (chooser.initial_option ? [chooser.initial_option] : []);
  return initial.every((one) => optionsOf(chooser).some((option) => isDeepStrictEqual(option, one)));
}

const FOREIGN_INITIAL = { path: ['initial_option'], message: 'must match one of the options provided' };

const BUTTON = z.strictObject({
  type: z.literal('button'),
  ...pressable,
  text: plainText(75),
  value: z.string().max(2000).optional(),
  url: chars(3000).optional(),
  style: STYLE,
  accessibility_label: chars(75).optional(),
});

const OVERFLOW = z.strictObject({
  type: z.literal('overflow'),
  ...pressable,
  options: z.array(LINK_OPTION).min(1).max(5),
});

const STATIC_SELECT = z
  .strictObject({
    type: z.literal('static_select'),
    ...selectable,
    options: z.array(MENU_OPTION).min(1).max(100).optional(),
    option_groups: z.array(OPTION_GROUP).min(1).max(100).optional(),
    initial_option: MENU_OPTION.optional(),
  })
  .refine((select) => Boolean(select.options) !== Boolean(select.option_groups), {
    message: 'either `options` or `option_groups` is required, not both',
  })
  .refine(startsWithItsOwnOptions, FOREIGN_INITIAL);

const USERS_SELECT = z.strictObject({
  type: z.literal('users_select'),
  ...selectable,
  initial_user: chars(30).optional(),
});

const CONVERSATIONS_SELECT = z.strictObject({
  type: z.literal('conversations_select'),
  ...selectable,
  initial_conversation: chars(30).optional(),
  default_to_current_conversation: z.boolean().optional(),
  response_url_enabled: z.boolean().optional(),
  filter: z
    .strictObject({
      include: z
        .array(z.enum(['im', 'mpim', 'private', 'public']))
        .min(1)
        .optional(),
      exclude_external_shared_channels: z.boolean().optional(),
      exclude_bot_users: z.boolean().optional(),
    })
    .refine((filter) => Object.keys(filter).length > 0, { message: 'must not be empty' })
    .optional(),
});

const CHANNELS_SELECT = z.strictObject({
  type: z.literal('channels_select'),
  ...selectable,
  initial_channel: chars(30).optional(),
  response_url_enabled: z.boolean().optional(),
});

const EXTERNAL_SELECT = z.strictObject({
  type: z.literal('external_select'),
  ...selectable,
  initial_option: MENU_OPTION.optional(),
  min_query_length: z.int().min(0).optional(),
});

const DATEPICKER = z.strictObject({
  type: z.literal('datepicker'),
  ...selectable,
  initial_date: z.iso.date('must be a date as YYYY-MM-DD').optional(),
});

const RADIO_BUTTONS = z
  .strictObject({
    type: z.literal('radio_buttons'),
    ...focusable,
    options: z.array(RICH_OPTION).min(1).max(10),
    initial_option: RICH_OPTION.optional(),
  })
  .refine(startsWithItsOwnOptions, FOREIGN_INITIAL);

const CHECKBOXES = z
  .strictObject({
    type: z.literal('checkboxes'),
    ...focusable,
    options: z.array(RICH_OPTION).min(1).max(10),
    initial_options: z.array(RICH_OPTION).min(1).max(10).optional(),
  })
  .refine(startsWithItsOwnOptions, { ...FOREIGN_INITIAL, path: ['initial_options'] });

const PLAIN_TEXT_INPUT = z
  .strictObject({
    type: z.literal('plain_text_input'),
    action_id: ACTION_ID,
    focus_on_load: z.boolean().optional(),
    placeholder: plainText(150).optional(),
    initial_value: z.string().max(3000).optional(),
    multiline: z.boolean().optional(),
    min_length: z.int().min(0).max(3000).optional(),
    max_length: z.int().min(1).max(3000).optional(),
    dispatch_action_config: z
      .strictObject({
        trigger_actions_on: z
          .array(z.enum(['on_enter_pressed', 'on_character_entered']))
          .min(1)
          .max(2),
      })
      .optional(),
  })
  .refine((input) => (input.min_length ?? 0) <= (input.max_length ?? 3000), {
    path: ['min_length'],
    message: 'must not exceed max_length',
  });

const IMAGE_ELEMENT = z
  .strictObject({
    type: z.literal('image'),
    alt_text: chars(2000),
    image_url: chars(3000).optional(),
    slack_file: z.strictObject({ id: z.string().optional(), url: z.string().optional() }).optional(),
  })
  .refine((image) => Boolean(image.image_url) !== Boolean(image.slack_file), {
    message: 'either `image_url` or `slack_file` is required, not both',
  });

const SELECTS = [
  STATIC_SELECT,
  USERS_SELECT,
  CONVERSATIONS_SELECT,
  CHANNELS_SELECT,
  EXTERNAL_SELECT,
  DATEPICKER,
  RADIO_BUTTONS,
  CHECKBOXES,
] as const;

export const ACTIONS_ELEMENT = z.discriminatedUnion('type', [BUTTON, OVERFLOW, ...SELECTS]);
export const SECTION_ACCESSORY = z.discriminatedUnion('type', [BUTTON, OVERFLOW, ...SELECTS, IMAGE_ELEMENT]);
export const INPUT_ELEMENT = z.discriminatedUnion('type', [PLAIN_TEXT_INPUT, ...SELECTS]);
export const CONTEXT_ELEMENT = z.union([IMAGE_ELEMENT, anyText(3000)]);

/** Everything a person can press, choose from or type into. */
export type Control = z.infer<typeof ACTIONS_ELEMENT> | z.infer<typeof INPUT_ELEMENT>;
