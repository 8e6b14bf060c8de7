import type { Finding } from './finding.ts';

/** The text with the rewordings of these findings in it; findings that offer none change nothing. */
export function reword(text: string, findings: readonly Finding[]): string {
  return findings
    .flatMap(({ offer }) => (offer.kind === 'rewording' ? [offer] : []))
    .toSorted((a, b) => b.start - a.start)
    .reduce((all, it) => all.slice(0, it.start) + it.text + all.slice(it.end), text);
}
