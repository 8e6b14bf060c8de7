import type { z } from 'zod';

import type { Double } from './double.ts';

export interface Verb {
  run: (double: Double, input: unknown) => unknown;
}

export function verb<S extends z.ZodType>(
  schema: S,
  run: (double: Double, input: z.infer<S>) => unknown,
): Verb {
  return { run: (double, input) => run(double, schema.parse(input)) };
}
