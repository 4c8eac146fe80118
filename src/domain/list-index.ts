/**
 * A look-up of the values of a list by a key that is theirs alone. Lists of the cluster's objects are replaced, never
 * changed: each list is indexed once.
 */
export function listIndex<Value>(
  keyOf: (value: Value) => string,
): (list: readonly Value[]) => ReadonlyMap<string, Value> {
  const indexes = new WeakMap<readonly Value[], ReadonlyMap<string, Value>>();
  return (list) => {
    const existing = indexes.get(list);
    if (existing) return existing;
    const index = new Map(list.map((value) => [keyOf(value), value]));
    indexes.set(list, index);
    return index;
  };
}
