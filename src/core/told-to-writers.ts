import type { Address } from './address.ts';
import { isOwned } from './issue.ts';
import type { Issue, IssueEvent } from './issue.ts';
import type { WriteUp } from './learning.ts';

/** Where it was solved anew, those whose account tells of an earlier solution; its owner and its reporter hear of it anyway. */
export function toldToWriters(
  after: Issue,
  events: readonly IssueEvent[],
  writeUp: WriteUp | null,
): Address[] {
  const nth = events.findIndex(({ type }) => type === 'confirmed');
  if (nth === -1 || writeUp?.isOutdated !== true || !isOwned(after)) return [];
  const subject = `${after.number}/${after.version - events.length + 1 + nth}`;
  const others = writeUp.writers.filter((it) => it !== after.owner && it !== after.reporter.person);
  return others.map((person) => ({ kind: 'news', subject, person }));
}
