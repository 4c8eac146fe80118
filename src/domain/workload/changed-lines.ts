/** Above this many comparisons a diff says only which lines are new. */
const MAX_COMPARISONS = 1_000_000;

/**
 * The lines of `after` that the last edit made or changed: those outside a longest common subsequence.
 * @returns indexes into `after`, rising
 */
export function changedLines(before: readonly string[], after: readonly string[]): readonly number[] {
  const start = commonPrefix(before, after);
  const end = commonSuffix(before.slice(start), after.slice(start));
  const old = before.slice(start, before.length - end);
  const fresh = after.slice(start, after.length - end);
  const kept =
    old.length * fresh.length > MAX_COMPARISONS ? indexesIn(old, fresh) : commonIndexes(old, fresh);
  return fresh.flatMap((_, index) => (kept.has(index) ? [] : [start + index]));
}

function commonPrefix(before: readonly string[], after: readonly string[]): number {
  const index = after.findIndex((line, position) => line !== before[position]);
  return index === -1 ? after.length : index;
}

function commonSuffix(before: readonly string[], after: readonly string[]): number {
  return commonPrefix(before.toReversed(), after.toReversed());
}

function indexesIn(old: readonly string[], fresh: readonly string[]): ReadonlySet<number> {
  const known = new Set(old);
  return new Set(fresh.flatMap((line, index) => (known.has(line) ? [index] : [])));
}

/** The indexes in `fresh` of a longest common subsequence. */
function commonIndexes(old: readonly string[], fresh: readonly string[]): ReadonlySet<number> {
  const width = fresh.length + 1;
  const lengths = new Uint32Array((old.length + 1) * width);
  const length = (row: number, column: number): number => lengths[row * width + column] ?? 0;
  for (let row = old.length - 1; row >= 0; row -= 1) {
    for (let column = fresh.length - 1; column >= 0; column -= 1) {
      lengths[row * width + column] =
        old[row] === fresh[column]
          ? length(row + 1, column + 1) + 1
          : Math.max(length(row + 1, column), length(row, column + 1));
    }
  }
  const kept = new Set<number>();
  for (let row = 0, column = 0; row < old.length && column < fresh.length;) {
    if (old[row] === fresh[column]) {
      kept.add(column);
      row += 1;
      column += 1;
    } else if (length(row + 1, column) >= length(row, column + 1)) row += 1;
    else column += 1;
  }
  return kept;
}
