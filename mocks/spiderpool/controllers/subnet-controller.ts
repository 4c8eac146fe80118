import { countAddresses, formatRanges, intersect, isEmptySet } from '../../../src/domain/ip/range-set.ts';
import { objectOr, sameJson } from '../../store/json.ts';
import type { KubeObject } from '../../store/store.ts';
import { adopt } from '../admission/pool-defaults.ts';
import { parseApplicationKey } from '../auto-pools/identity.ts';
import { existingUid } from '../auto-pools/workload.ts';
import { GoJsonError } from '../../go/json-decode.ts';
import { labels, POOLS, SPIDER_FINALIZER, SUBNETS } from '../names.ts';
import { removeFinalizer } from '../resources/metadata.ts';
import { isAutoPool, poolAddresses } from '../resources/pool.ts';
import { storedPools } from '../resources/stored-pools.ts';
import { readPreAllocations, readSubnet, storePreAllocations, subnetAddresses } from '../resources/subnet.ts';
import type { PreAllocations, Subnet } from '../resources/subnet.ts';
import type { SpiderpoolControllerContext } from './context.ts';

/**
 * Adopts the pools of a subnet's CIDR, writes down what each pool holds of it, and takes the pools along when the subnet is
 * deleted (`SubnetController`, reference 2.3).
 */
export function startSubnetController(context: SpiderpoolControllerContext): void {
  const { store, api, settings } = context;
  if (!settings.enableSpiderSubnet) return;

  const queue = context.queue((name) => {
    const object = store.get(SUBNETS, undefined, name);
    if (object === undefined) return;
    const subnet = readSubnet(object);
    if (subnet.family === undefined) return;
    adoptPools(subnet);
    const counted = syncStatus(object, subnet);
    if (subnet.terminating) finish(counted);
  });

  context.watch(SUBNETS, ({ type, object }) => {
    if (type !== 'DELETED') queue.add(object.metadata.name);
  });
  context.watch(POOLS, ({ object }) => {
    const owner = object.metadata.labels?.[labels.ownerSubnet];
    if (owner !== undefined) queue.add(owner);
  });

  function adoptPools(subnet: Subnet): void {
    for (const stored of store.peekList(POOLS)) {
      const { ownerReferences = [], labels: own, deletionTimestamp, name } = stored.metadata;
      const controlled = ownerReferences.some(
        ({ uid, controller }) => uid === subnet.uid && controller === true,
      );
      const adopted = controlled && own?.[labels.ownerSubnet] === subnet.name;
      if (objectOr(stored.spec).subnet !== subnet.subnet || adopted || deletionTimestamp !== undefined)
        continue;
      const pool = store.get(POOLS, undefined, name);
      if (pool === undefined) continue;
      adopt(pool, subnet);
      api.update(POOLS, pool);
    }
  }

  /** Brings `controlledIPPools` and the counters up to date. */
  function syncStatus(object: KubeObject, subnet: Subnet): KubeObject {
    const before = recorded(subnet);
    if (before === undefined) return object;
    const next = { ...keptAutoPools(before), ...otherPools(subnet) };
    const total = Number(countAddresses(subnetAddresses(subnet)));
    if (sameJson(next, before) && objectOr(object.status).totalIPCount === total) return object;
    storePreAllocations(object, next);
    return store.update(SUBNETS, object, { subresource: 'status' });
  }

  /** What auto-created pools hold stays until both the workload and the pool are gone. */
  function keptAutoPools(before: PreAllocations): PreAllocations {
    const kept = Object.entries(before).filter(([pool, { application }]) => {
      const app = application === undefined ? undefined : parseApplicationKey(application);
      if (app === undefined) return false;
      return existingUid(app, store) !== undefined || store.peek(POOLS, undefined, pool) !== undefined;
    });
    return Object.fromEntries(kept);
  }

  function otherPools(subnet: Subnet): PreAllocations {
    const result: PreAllocations = {};
    for (const pool of storedPools(store)) {
      if (pool.labels[labels.ownerSubnet] !== subnet.name) continue;
      const shared = intersect(subnetAddresses(subnet), poolAddresses(pool));
      if (!isAutoPool(pool) && !isEmptySet(shared)) result[pool.name] = { ips: formatRanges(shared) };
    }
    return result;
  }

  /** Deletes the pools first (foreground), then lets the subnet go. */
  function finish(object: KubeObject): void {
    const { name, finalizers = [] } = object.metadata;
    if (!finalizers.includes('foregroundDeletion')) {
      store.delete(SUBNETS, undefined, name, { propagation: 'Foreground' });
    }
    const current = store.get(SUBNETS, undefined, name);
    if (current === undefined || readSubnet(current).controlledText !== undefined) return;
    if (!(current.metadata.finalizers ?? []).includes(SPIDER_FINALIZER)) return;
    removeFinalizer(current);
    store.update(SUBNETS, current);
  }
}

/** What the status says now; undefined when it is not JSON, and then nothing is touched. */
function recorded(subnet: Subnet): PreAllocations | undefined {
  try {
    return readPreAllocations(subnet.controlledText);
  } catch (error) {
    if (error instanceof GoJsonError) return undefined;
    throw error;
  }
}
