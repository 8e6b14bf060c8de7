import { z } from 'zod';

/** Of `slack-limits.ts`: the blocks that people's words and figures are shown in. */
const blockId = z.string().min(1).max(255).optional();

/** An empty piece of rich text is refused; how long one may be is bounded by the whole message only. */
const words = z.strictObject({
  type: z.literal('text'),
  text: z.string().min(1),
  style: z.strictObject({ bold: z.literal(true) }).optional(),
});

const emoji = z.strictObject({ type: z.literal('emoji'), name: z.string().min(1) });

const link = z.strictObject({ type: z.literal('link'), url: z.url().max(3000), text: z.string().min(1) });

const richLine = { elements: z.array(z.union([words, emoji, link])).min(1) };
const richPart = z.union([
  z.strictObject({ type: z.enum(['rich_text_quote', 'rich_text_section']), ...richLine }),
  z.strictObject({
    type: z.literal('rich_text_list'),
    style: z.literal('bullet'),
    elements: z.array(z.strictObject({ type: z.literal('rich_text_section'), ...richLine })).min(1),
  }),
]);

const label = z.string().min(1).max(20);
const points = z
  .array(z.strictObject({ label, value: z.number() }))
  .min(1)
  .max(20);

export const richText = z.strictObject({
  type: z.literal('rich_text'),
  block_id: blockId,
  elements: z.array(richPart).min(1),
});

export const chart = z.strictObject({
  type: z.literal('data_visualization'),
  block_id: blockId,
  title: z.string().min(1).max(50),
  chart: z.strictObject({
    type: z.literal('line'),
    series: z
      .array(z.strictObject({ name: label, data: points }))
      .min(1)
      .max(6),
    axis_config: z.strictObject({ categories: z.array(label).min(1).max(20) }),
  }),
});
