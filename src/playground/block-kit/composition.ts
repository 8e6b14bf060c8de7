import { z } from 'zod';

/** A string of at least one character: Slack refuses empty texts wherever it asks for one. */
export function chars(max: number) {
  return z.string().min(1).max(max);
}

export function plainText(max: number) {
  return z.strictObject({
    type: z.literal('plain_text'),
    text: chars(max),
    emoji: z.boolean().optional(),
  });
}

function mrkdwn(max: number) {
  return z.strictObject({ type: z.literal('mrkdwn'), text: chars(max), verbatim: z.boolean().optional() });
}

export function anyText(max: number) {
  return z.discriminatedUnion('type', [plainText(max), mrkdwn(max)]);
}

export const ACTION_ID = chars(255).optional();
export const BLOCK_ID = chars(255).optional();
export const STYLE = z.enum(['primary', 'danger']).optional();

export const CONFIRM = z.strictObject({
  title: plainText(100),
  text: anyText(300),
  confirm: plainText(30),
  deny: plainText(30),
  style: STYLE,
});

// https://docs.slack.dev/reference/block-kit/composition-objects/option-object names 150 for `value`,
// the comments of @slack/types 75: the stricter one is safe on both.
const optionKeys = { value: chars(75), description: plainText(75).optional() };

export const MENU_OPTION = z.strictObject({ text: plainText(75), ...optionKeys });
export const LINK_OPTION = z.strictObject({
  text: plainText(75),
  ...optionKeys,
  url: chars(3000).optional(),
});
/** Radio buttons and checkboxes are the only ones whose options may be mrkdwn. */
export const RICH_OPTION = z.strictObject({
  text: anyText(75),
  value: chars(75),
  description: anyText(75).optional(),
});
export const OPTION_GROUP = z.strictObject({
  label: plainText(75),
  options: z.array(MENU_OPTION).min(1).max(100),
});

export type TextObject = z.infer<ReturnType<typeof anyText>>;
export type Option = z.infer<typeof RICH_OPTION> & { url?: string | undefined };
