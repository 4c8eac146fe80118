/** Leaves out counters that are zero, as Go's `omitempty` does: clients must read an absent counter as 0. */
export function omitZeros<Counts extends Record<string, number>>(counts: Counts): Partial<Counts> {
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== 0)) as Partial<Counts>;
}
