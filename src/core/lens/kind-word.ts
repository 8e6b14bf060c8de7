import type { Finding } from './finding.ts';

interface Found {
  readonly finding: Finding;
}

/** Whoever blames themselves gets a kind word, and is asked nothing. */
export function isKindWord({ finding }: Found): boolean {
  return finding.offer.kind === 'kind word';
}

/** What is said, in passing, where somebody blames themselves. */
export function kindWordIn(found: readonly Found[]): string | null {
  return found.find(isKindWord)?.finding.offer.text ?? null;
}
