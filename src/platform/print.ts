import { createHash } from 'node:crypto';

/** Stands for words where they are only compared: the same for the same words. */
export function printOf(words: string): string {
  return createHash('sha256').update(words).digest('base64url').slice(0, 22);
}
