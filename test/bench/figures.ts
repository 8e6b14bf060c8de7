/** One line of the table. */
export interface Line {
  readonly what: string;
  readonly figure: string;
  readonly more?: string;
  readonly target?: { readonly says: string; readonly isMet: boolean };
}

/** The value that so many of a hundred don't exceed. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return percentile(values, 50);
}

export function ms(value: number): string {
  return `${value < 10 ? value.toFixed(1) : value.toFixed(0)} ms`;
}

/** `p50 4.1 · p95 9.0 · p99 12 ms` */
export function spread(values: readonly number[]): string {
  const [p50, p95, p99] = [50, 95, 99].map((percent) => ms(percentile(values, percent)));
  return `p50 ${p50} · p95 ${p95} · p99 ${p99}`;
}

export function atMost(value: number, most: number, says: string): NonNullable<Line['target']> {
  return { says: `≤ ${says}`, isMet: value <= most };
}

export function atLeast(value: number, least: number): NonNullable<Line['target']> {
  return { says: `≥ ${least}`, isMet: value >= least };
}

/** In Markdown, as the README has it. */
export function table(lines: readonly Line[]): string {
  const rows = lines.map(({ what, figure, more = '', target }) => [
    what,
    figure,
    more,
    target === undefined ? '' : `${target.says} ${target.isMet ? 'met' : '**missed**'}`,
  ]);
  const all = [['', 'figure', 'spread', 'target'], ['-', '-', '-', '-'], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const written = all.map((row, index) => {
    const filler = index === 1 ? '-' : ' ';
    return `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0, filler)).join(' | ')} |`;
  });
  return `${written.join('\n')}\n`;
}
