/** Keys of the rows, by position. They go with a row where it is moved, so that its open picker and its fold go too. */
export type RowKeys = readonly number[];

/** As many keys as there are rows: the draft may also change from outside. Known rows keep theirs. */
export function fitKeys(keys: RowKeys, count: number): RowKeys {
  if (keys.length === count) return keys;
  if (keys.length > count) return keys.slice(0, count);
  const next = nextKey(keys);
  return [...keys, ...Array.from({ length: count - keys.length }, (_, index) => next + index)];
}

export function insertKey(keys: RowKeys, at: number): RowKeys {
  return keys.toSpliced(at, 0, nextKey(keys));
}

export function removeKey(keys: RowKeys, at: number): RowKeys {
  return keys.toSpliced(at, 1);
}

export function moveKey(keys: RowKeys, from: number, to: number): RowKeys {
  const key = keys[from];
  return key === undefined ? keys : keys.toSpliced(from, 1).toSpliced(to, 0, key);
}

function nextKey(keys: RowKeys): number {
  return Math.max(-1, ...keys) + 1;
}
