import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

/** A moment, as JSON has it: ISO text. */
export const instant = z.string().transform((text) => Temporal.Instant.from(text));

/** A day, as JSON has it: ISO text. */
export const day = z.string().transform((text) => Temporal.PlainDate.from(text));
