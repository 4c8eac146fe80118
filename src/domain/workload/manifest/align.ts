/**
 * Which old item each new item is, so that the keys of an item that the form does not show stay with it.
 * An item is known by its identity (a container by its name): first at the same place, then anywhere; what is still
 * without a partner was renamed and is the old item at its place. Old items without a new one were removed.
 * @returns for each of `wanted` the index in `existing`, or `null` for a new item
 */
export function align(existing: readonly string[], wanted: readonly string[]): readonly (number | null)[] {
  const partners: (number | null)[] = wanted.map(() => null);
  const taken = new Set<number>();
  const take = (to: number, from: number): void => {
    partners[to] = from;
    taken.add(from);
  };
  wanted.forEach((identity, to) => {
    if (existing[to] === identity) take(to, to);
  });
  wanted.forEach((identity, to) => {
    if (partners[to] !== null) return;
    const from = existing.findIndex((other, index) => other === identity && !taken.has(index));
    if (from !== -1) take(to, from);
  });
  wanted.forEach((_, to) => {
    if (partners[to] === null && to < existing.length && !taken.has(to)) take(to, to);
  });
  return partners;
}
