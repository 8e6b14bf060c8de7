import { z } from 'zod';

import { BLOCK_ID, chars } from './composition.ts';
import { RICH_TEXT } from './rich-text.ts';

// https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block
const PIE = z.strictObject({
  type: z.literal('pie'),
  segments: z
    .array(z.strictObject({ label: chars(20), value: z.number().positive() }))
    .min(1)
    .max(6),
});

function axisChart<T extends string>(type: T) {
  return z
    .strictObject({
      type: z.literal(type),
      series: z
        .array(
          z.strictObject({
            name: chars(20),
            data: z
              .array(z.strictObject({ label: chars(20), value: z.number() }))
              .min(1)
              .max(20),
          }),
        )
        .min(1)
        .max(6),
      axis_config: z.strictObject({
        categories: z.array(chars(20)).min(1).max(20),
        x_label: chars(50).optional(),
        y_label: chars(50).optional(),
      }),
    })
    .refine(({ series }) => new Set(series.map((one) => one.name)).size === series.length, {
      path: ['series'],
      message: 'series names must be unique',
    })
    .refine(
      ({ series, axis_config }) =>
        series.every(
          (one) => one.data.map((point) => point.label).join('\n') === axis_config.categories.join('\n'),
        ),
      { path: ['series'], message: 'labels must match axis_config.categories' },
    );
}

export const DATA_VISUALIZATION = z.strictObject({
  type: z.literal('data_visualization'),
  block_id: BLOCK_ID,
  title: chars(50),
  chart: z.discriminatedUnion('type', [PIE, axisChart('bar'), axisChart('line'), axisChart('area')]),
});

const CELL = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('raw_text'), text: z.string().min(1) }),
  z.strictObject({ type: z.literal('raw_number'), value: z.number(), text: z.string().min(1) }),
  RICH_TEXT,
]);

export const TABLE = z.strictObject({
  type: z.literal('table'),
  block_id: BLOCK_ID,
  rows: z.array(z.array(CELL).min(1).max(20)).min(1).max(100),
  column_settings: z
    .array(
      z
        .strictObject({
          align: z.enum(['left', 'center', 'right']).optional(),
          is_wrapped: z.boolean().optional(),
        })
        .nullable(),
    )
    .max(20)
    .optional(),
});
