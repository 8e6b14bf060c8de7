import type { Issue } from './issue.ts';

/** What every state has: taking it alone drops what belongs to the state that ends. */
export function common(issue: Issue) {
  const { number, version, text, impact, affected, flaggedAt, reporter, meToos, reopenings } = issue;
  const { returnOf, help, hasAskedForLook, duplicates } = issue;
  const met = { reporter, meToos, reopenings, returnOf, duplicates };
  return { number, version, text, impact, affected, flaggedAt, help, hasAskedForLook, ...met };
}
