import type { MemoryStore } from '../../store/memory-store.ts';
import type { KubeObject } from '../../store/store.ts';
import { POOLS } from '../names.ts';
import { readPool } from './pool.ts';
import type { Pool } from './pool.ts';

/** Stored objects never change, so that each needs to be read only once. */
const known = new WeakMap<KubeObject, Pool>();

/** All pools of the cluster, ordered by name. */
export function storedPools(store: MemoryStore): readonly Pool[] {
  return store.peekList(POOLS).map(readStored);
}

/** One pool; undefined when there is none of this name. */
export function storedPool(store: MemoryStore, name: string): Pool | undefined {
  const object = store.peek(POOLS, undefined, name);
  return object === undefined ? undefined : readStored(object);
}

function readStored(object: KubeObject): Pool {
  const before = known.get(object);
  if (before !== undefined) return before;
  const pool = readPool(object);
  known.set(object, pool);
  return pool;
}
