import { parseCidr } from '../../../src/domain/ip/cidr.ts';
import { countAddresses } from '../../../src/domain/ip/range-set.ts';
import { objectOr } from '../../store/json.ts';
import type { KubeObject } from '../../store/store.ts';
import { existingUid } from '../auto-pools/workload.ts';
import { labels, POOLS, SPIDER_FINALIZER } from '../names.ts';
import { removeFinalizer } from '../resources/metadata.ts';
import { countedAddresses } from '../resources/address-block.ts';
import { isAutoPool, readPool } from '../resources/pool.ts';
import type { Pool } from '../resources/pool.ts';
import type { SpiderpoolControllerContext } from './context.ts';

/** How often every pool is looked at without a cause. */
const RESYNC = 300_000;

/**
 * Keeps the counters of pools, lets a deleted pool go once no Pod holds an address of it, and removes auto-created pools whose
 * workload is gone (`IPPoolController`, reference 2.2 and 4.3).
 */
export function startPoolController(context: SpiderpoolControllerContext): void {
  const { store, settings } = context;
  const queue = context.queue((name) => {
    const object = store.get(POOLS, undefined, name);
    if (object === undefined) return;
    const pool = readPool(object);
    if (isOrphan(pool)) store.delete(POOLS, undefined, name);
    else if (pool.terminating && pool.allocatedText === undefined) release(object);
    else count(object, pool);
  });

  context.watch(POOLS, ({ type, object }) => {
    if (type !== 'DELETED') queue.add(object.metadata.name);
  });
  context.every(RESYNC, () => {
    for (const { metadata } of store.peekList(POOLS)) queue.add(metadata.name);
  });

  /** An empty auto-created pool to be reclaimed, whose workload is gone or was replaced by another of its name. */
  function isOrphan(pool: Pool): boolean {
    if (!settings.enableSpiderSubnet || !settings.enableAutoPoolForApplication || !isAutoPool(pool))
      return false;
    if (pool.terminating || pool.allocatedText !== undefined || pool.labels[labels.reclaim] !== 'true')
      return false;
    const uid = existingUid(
      {
        apiVersion: (pool.labels[labels.ownerGroupVersion] ?? '').replace('_', '/'),
        kind: pool.labels[labels.ownerKind] ?? '',
        namespace: pool.labels[labels.ownerNamespace] ?? '',
        name: pool.labels[labels.ownerName] ?? '',
      },
      store,
    );
    return uid !== pool.labels[labels.ownerUid];
  }

  function release(object: KubeObject): void {
    if (!(object.metadata.finalizers ?? []).includes(SPIDER_FINALIZER)) return;
    removeFinalizer(object);
    store.update(POOLS, object);
  }

  /** Reserved addresses are counted: they are withheld only when an address is given out. */
  function count(object: KubeObject, pool: Pool): void {
    const cidr = parseCidr(pool.subnet);
    if (!cidr.ok) return;
    const status = objectOr(object.status);
    const totalIPCount = Number(countAddresses(countedAddresses(pool, cidr.value.network.family)));
    if (status.totalIPCount === totalIPCount && status.allocatedIPCount !== undefined) return;
    object.status = { ...status, totalIPCount, allocatedIPCount: status.allocatedIPCount ?? 0 };
    store.update(POOLS, object, { subresource: 'status' });
  }
}
