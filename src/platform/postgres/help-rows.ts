import { z } from 'zod';

import type { Help } from '../../core/stuck.ts';
import type { TakingPart } from './ask-rows.ts';

const whomFor = { isForOthers: z.literal(true).exactOptional() };

/** As the column `help` keeps it: the helper takes part. */
const help = z.discriminatedUnion('state', [
  z.object({ state: z.literal('wanted'), ...whomFor }),
  z.object({ state: z.literal('promised'), since: z.int(), ...whomFor }),
  z.object({ state: z.literal('given'), since: z.int(), line: z.string(), ...whomFor }),
]);

/** `helper`: whoever has promised it, or given it. @throws if the state says that somebody has, and nobody did. */
export function readHelp(kept: unknown, helper: TakingPart | undefined): Help | null {
  if (kept === null) return null;
  const read = help.parse(kept);
  if (read.state === 'wanted') return read;
  if (helper === undefined) throw new Error(`help is ${read.state} by nobody`);
  const isGone = helper.hasLeft && read.state === 'promised';
  return isGone ? { ...read, helper: helper.person, hasLeft: true } : { ...read, helper: helper.person };
}

export function writeHelp(it: Help | null): Record<string, unknown> | null {
  if (it === null || it.state === 'wanted') return it;
  const { state, since } = it;
  const written = it.isForOthers === true ? { state, since, isForOthers: true } : { state, since };
  return state === 'given' ? { ...written, line: it.line } : written;
}
