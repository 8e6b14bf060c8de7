import { randomBytes } from 'node:crypto';

import { Unavailable, Unsure } from '../postgres/transact.ts';

/** What a person is told when it was not their doing. */
export interface Calm {
  readonly sentence: string;
  /** Stands in the log too, so that whoever runs Flagpost finds it. */
  readonly reference: string;
}

export function calmWords(error: unknown): Calm {
  const reference = randomBytes(3).toString('hex').toUpperCase();
  return { sentence: sentenceFor(error, reference), reference };
}

function sentenceFor(error: unknown, reference: string): string {
  if (error instanceof Unsure) {
    return `I'm not sure it was saved. Please send it again in a minute: if it was saved, it won't count twice. (${reference})`;
  }
  if (error instanceof Unavailable) {
    return `I can't get at what is kept just now, so nothing was changed. Please try again in a minute. (${reference})`;
  }
  return `Something went wrong on our side, and nothing was changed. Please try again; if it stays so, give whoever runs Flagpost this reference: ${reference}.`;
}
