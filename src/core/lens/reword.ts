import type { Finding } from './finding.ts';

/** The text with the rewordings of these findings in it; findings that offer none change nothing. */
export function reword(text: string, findings: readonly Finding[]): string {
  return replace(
    text,
    findings.flatMap(({ offer }) => (offer.kind === 'rewording' ? [offer] : [])),
  );
}

/** What stands between `start` and `end` instead. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** From the end on, so that what stands before keeps its place. */
export function replace(text: string, changes: readonly Change[]): string {
  return changes
    .toSorted((a, b) => b.start - a.start)
    .reduce((all, it) => all.slice(0, it.start) + it.text + all.slice(it.end), text);
}
