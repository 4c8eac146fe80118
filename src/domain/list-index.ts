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

/** The same by a key that several values may share; those without one are left out. */
export function listGroups<Value>(
  keyOf: (value: Value) => string | undefined,
): (list: readonly Value[]) => ReadonlyMap<string, readonly Value[]> {
  const indexes = new WeakMap<readonly Value[], ReadonlyMap<string, readonly Value[]>>();
  return (list) => {
    const existing = indexes.get(list);
    if (existing) return existing;
    const groups = new Map<string, Value[]>();
    for (const value of list) {
      const key = keyOf(value);
      if (key === undefined) continue;
      const group = groups.get(key);
      if (group) group.push(value);
      else groups.set(key, [value]);
    }
    indexes.set(list, groups);
    return groups;
  };
}
