import { z } from 'zod';

import type { Picked } from '../../core/digest/pick.ts';
import { series } from '../../core/digest/weeks.ts';
import { measures, proportions } from '../../core/numbers.ts';
import { instant } from './iso-times.ts';

const list = z.object({ numbers: z.array(z.int()), more: z.int() });
const ref = z.object({ number: z.int(), seq: z.int() });
const before = z.number().nullable();
const figure = z.union([
  z.object({ of: z.enum(measures), seconds: z.number(), before }),
  z.object({ of: z.enum(proportions), percent: z.number(), before }),
]);
const week = z.object({
  day: z.string(),
  flagged: z.int(),
  claimed: z.int(),
  confirmed: z.int(),
  /** Digests that were made before anybody was asked have none. */
  held: z.int().default(0),
});

/** As the column `picked` keeps it: numbers of issues, never their words, and nobody. */
const picked = z.object({
  fixed: list,
  learned: list,
  waiting: list,
  undecided: list,
  cameBack: list,
  /** Digests that were made before one could thank have none. */
  thanks: z.array(ref).default([]),
  asksWhyQuiet: z.boolean(),
  figures: z.array(figure),
  longest: z.object({ number: z.int(), since: instant }).nullable(),
  weeks: z.array(week).nullable(),
  /** Digests that were made before it mattered how many people are behind a line show them all. */
  series: z.array(z.enum(series)).default([...series]),
});

/** @throws if it is not what this version of the code writes */
export function readPicked(json: unknown): Picked {
  return picked.parse(json);
}

export function writePicked(it: Picked): unknown {
  const { longest } = it;
  return { ...it, longest: longest === null ? null : { ...longest, since: longest.since.toString() } };
}
