import { z } from 'zod';

import { heardAt } from '../../core/attended.ts';
import type { Attended } from '../../core/attended.ts';
import { day, instant } from './iso-times.ts';
import { asPersonId } from './person-id.ts';

/** How it stands with the owner, as `life` keeps it. Rows that were written before owners were asked have nothing. */
export const attended = z
  .object({
    heard: z.int(),
    unanswered: z.int(),
    /** Rows from before it was counted have none. */
    stills: z.int().default(0),
    snoozedUntil: day.nullable(),
    lead: z
      .discriminatedUnion('state', [
        z.object({ state: z.literal('soon'), at: instant }),
        z.object({
          state: z.literal('told'),
          since: z.int(),
          /** Rows from before it was kept have none. */
          to: z.array(z.uuid().transform(asPersonId)).default([]),
          hasOffered: z.boolean(),
        }),
      ])
      .nullable(),
  })
  .nullable()
  .default(null);

/** `spell`: when it became its owner's. */
export function readAttended(kept: Attended | null, spell: number): Attended {
  return kept ?? heardAt(spell);
}

export function writeAttended({
  heard,
  unanswered,
  stills,
  snoozedUntil,
  lead,
}: Attended): Record<string, unknown> {
  return {
    heard,
    unanswered,
    stills,
    snoozedUntil: snoozedUntil?.toString() ?? null,
    lead: lead?.state === 'soon' ? { ...lead, at: lead.at.toString() } : lead,
  };
}
