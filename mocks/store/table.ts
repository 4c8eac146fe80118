import type { KubeObject } from './store.ts';

/** The objects of one resource by key, and in the order of their keys. */
export interface Table {
  get(key: string): KubeObject | undefined;
  set(key: string, object: KubeObject): void;
  delete(key: string): void;
  /** All objects in order. A later change makes a new list. */
  list(): readonly KubeObject[];
}

/** Keeps the order while it changes, so that a list costs no sorting. */
export function createTable(): Table {
  const objects = new Map<string, KubeObject>();
  const keys: string[] = [];
  let listed: readonly KubeObject[] | undefined = [];

  /** Where a key is, or belongs. */
  function placeOf(key: string): number {
    let low = 0;
    let high = keys.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const there = keys[middle];
      if (there !== undefined && there < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  return {
    get: (key) => objects.get(key),
    set(key, object) {
      if (!objects.has(key)) keys.splice(placeOf(key), 0, key);
      objects.set(key, object);
      listed = undefined;
    },
    delete(key) {
      if (objects.delete(key)) keys.splice(placeOf(key), 1);
      listed = undefined;
    },
    list() {
      listed ??= keys.flatMap((key) => objects.get(key) ?? []);
      return listed;
    },
  };
}
