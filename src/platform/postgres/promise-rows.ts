import { z } from 'zod';

import type { Promised, Unowned } from '../../core/first-answer.ts';
import { instant } from './iso-times.ts';
import { asPersonId } from './person-id.ts';

/** What was promised before this was kept has none. */
export const counted = z.object({ from: instant, minutes: z.int(), since: instant.exactOptional() });

/** What was promised, as `life` and events keep it. */
export const promised = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('running'),
    rung: z.int().nullable(),
    by: instant,
    counted: counted.exactOptional(),
    earlier: z.array(z.uuid().transform(asPersonId)).exactOptional(),
    hasPassed: z.boolean(),
    onItsWaySince: instant.exactOptional(),
  }),
  z.object({
    state: z.literal('waiting'),
    for: z.enum(['answer', 'yes', 'date']),
    until: instant,
    from: instant.exactOptional(),
  }),
  z.object({ state: z.literal('unanswered') }),
]);

function writePromise(promise: Promised | null): Record<string, unknown> | null {
  switch (promise?.state) {
    case undefined:
      return null;
    case 'running':
      return { ...promise, by: promise.by.toString(), onItsWaySince: promise.onItsWaySince?.toString() };
    case 'waiting':
      return { ...promise, until: promise.until.toString() };
    case 'unanswered':
      return promise;
  }
}

/** What `life` keeps of a first answer; rows that were written before there were promises have none of it. */
export const firstAnswer = {
  promise: promised.nullable().default(null),
  asked: z
    .object({ since: z.int(), turn: z.int().default(0), isTop: z.boolean() })
    .nullable()
    .default(null),
};

/** Whoever is asked takes part. */
export function writeFirstAnswer({
  promise,
  asked,
}: Pick<Unowned, 'promise' | 'asked'>): Record<string, unknown> {
  const written = asked === null ? null : { since: asked.since, turn: asked.turn, isTop: asked.isTop };
  return { promise: writePromise(promise), asked: written };
}
