import { z } from 'zod';

import type { PersonId } from '../../core/issue.ts';

/** A line of thanks, as `life` keeps it; `by`: how a person is read there. */
export function thanksBy(by: z.ZodType<PersonId | null>) {
  return z
    .object({
      seq: z.int(),
      by,
      mayShow: z.boolean(),
      isWelcome: z.boolean().nullable(),
      /** Rows from before a line's words were counted have none. */
      words: z.int().optional(),
    })
    .transform(({ words, ...line }) => ({ ...line, words: words ?? line.seq }));
}
