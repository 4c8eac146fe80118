/** `0-2,5` -> {0,1,2,5}. Source: `succeededIndexesFromString` of k8s.io/kubernetes/pkg/controller/job. */
export function parseIndexes(text: string | undefined): Set<number> {
  const indexes = new Set<number>();
  for (const part of (text ?? '').split(',')) {
    const [, first, last] = /^(\d+)(?:-(\d+))?$/.exec(part) ?? [];
    if (first === undefined) continue;
    for (let index = Number(first); index <= Number(last ?? first); index += 1) indexes.add(index);
  }
  return indexes;
}

/** {0,1,2,5} -> `0-2,5`. Two neighbours are written with a comma, three or more with a dash. */
export function formatIndexes(indexes: ReadonlySet<number>): string {
  const sorted = [...indexes].sort((a, b) => a - b);
  const parts: string[] = [];
  for (let start = 0; start < sorted.length;) {
    let end = start;
    while (sorted[end + 1] === (sorted[end] ?? 0) + 1) end += 1;
    if (end - start >= 2) parts.push(`${sorted[start]}-${sorted[end]}`);
    else parts.push(...sorted.slice(start, end + 1).map(String));
    start = end + 1;
  }
  return parts.join(',');
}

/** The lowest indexes that have neither succeeded nor a Pod at work. */
export function pendingIndexes(completions: number, taken: ReadonlySet<number>, count: number): number[] {
  const pending: number[] = [];
  for (let index = 0; index < completions && pending.length < count; index += 1) {
    if (!taken.has(index)) pending.push(index);
  }
  return pending;
}
