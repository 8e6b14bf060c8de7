/** A part of a digest: lines under one another, and how many there are besides. */
export interface Part<Line> {
  readonly lines: readonly Line[];
  readonly more: number;
}

/**
 * What fits on one screen: while it is too long, the longest list loses its last line, and says so. A list keeps one line
 * at the least.
 */
export function fitted<Line, P extends Part<Line>>(
  parts: readonly P[],
  most: number,
  lengthOf: (part: P) => number,
): readonly P[] {
  let fitting = parts;
  const isTooLong = (): boolean => fitting.reduce((sum, part) => sum + lengthOf(part), 0) > most;
  while (isTooLong()) {
    const longest = Math.max(...fitting.map(({ lines }) => lines.length));
    if (longest <= 1) break;
    const at = fitting.findLastIndex(({ lines }) => lines.length === longest);
    fitting = fitting.map((part, index) =>
      index === at ? { ...part, lines: part.lines.slice(0, -1), more: part.more + 1 } : part,
    );
  }
  return fitting;
}
