/** The p-th percentile (0 to 100) of some figures, by the nearest rank. */
export function percentile(figures: readonly number[], p: number): number {
  const sorted = figures.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((p / 100) * sorted.length) - 1)] ?? Number.NaN;
}

export interface Measure {
  readonly what: string;
  readonly figure: number;
  readonly unit: 'ms' | 'kB';
  /** At most this; absent where nothing was promised. */
  readonly limit?: number;
  /** How it was measured, in a few words. */
  readonly how: string;
}

/** A table for people, with a mark on each line that is over its limit. */
export function formatTable(measures: readonly Measure[]): string {
  const rows = measures.map(({ what, figure, unit, limit, how }) => [
    limit !== undefined && figure > limit ? '✖' : ' ',
    what,
    `${figure.toFixed(figure < 10 ? 2 : 1)} ${unit}`,
    limit === undefined ? '' : `≤ ${limit} ${unit}`,
    how,
  ]);
  const header = ['', 'what', 'measured', 'limit', 'how'];
  const widths = header.map((_, column) =>
    Math.max(...[header, ...rows].map((row) => row[column]?.length ?? 0)),
  );
  return [header, ...rows]
    .map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
    .join('\n');
}
