import { z } from 'zod';

import type { Look } from '../../core/look.ts';

/** Another look at a "not doing", as `life` keeps it: whoever takes it takes part. */
const look = z
  .discriminatedUnion('state', [
    z.object({ state: z.literal('asked'), since: z.int() }),
    z.object({ state: z.literal('upheld'), because: z.string() }),
  ])
  .nullable();

/** A "not doing", as `life` keeps it: whoever decided takes part. */
export const declined = {
  because: z.string(),
  as: z.enum(['lead', 'owner']),
  since: z.int(),
  look,
};

export function writeLook(look: Look | null): Record<string, unknown> | null {
  if (look === null) return null;
  const { state } = look;
  return state === 'asked' ? { state, since: look.since } : { state, because: look.because };
}
