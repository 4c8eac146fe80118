import { addressFamilies } from '../../../src/domain/ip/address.ts';
import { FIRST_RETRY, LONGEST_RETRY } from '../../controllers/timing.ts';
import { sameJson } from '../../store/json.ts';
import type { KubeObject, StoreEvent } from '../../store/store.ts';
import { readSubnetRequest } from '../annotations/subnet-request.ts';
import type { SubnetItem, SubnetRequest } from '../annotations/subnet-request.ts';
import type { AdmittedPools } from '../auto-pools/admitted-pools.ts';
import { AutoPoolError, reconcileAutoPool } from '../auto-pools/reconcile.ts';
import { desiredCount, sizeText } from '../auto-pools/size.ts';
import { readWorkload, workloadKinds } from '../auto-pools/workload.ts';
import type { Workload } from '../auto-pools/workload.ts';
import { IpamError } from '../ipam/ipam-error.ts';
import { labels, POOLS } from '../names.ts';
import type { SpiderpoolControllerContext } from './context.ts';

/** How long a workload waits that its subnet cannot serve. */
const SHORTAGE_RETRY = 5_000;

/**
 * Makes one pool for each NIC and family of a workload that asks for subnets, keeps its size, and deletes it with the
 * workload (`SubnetAppController`, reference 4.3). Whatever goes wrong is written to nobody but the controller's log.
 */
export function startAutoPoolController(context: SpiderpoolControllerContext, pools: AdmittedPools): void {
  const { store, settings } = context;
  if (!settings.enableSpiderSubnet || !settings.enableAutoPoolForApplication) return;

  const shrinkFailures = new Map<string, number>();
  const queue = context.queue((key) => {
    const [resource = '', namespace, name = '', uid = ''] = key.split(' ');
    const kind = workloadKinds.find((known) => known.resource === resource);
    const object = store.peek(resource, namespace, name);
    if (kind === undefined) return;
    if (object === undefined) deletePools(uid);
    else apply(key, readWorkload(kind, object));
  });

  function apply(key: string, workload: Workload): void {
    const request = requestOf(workload, settings.clusterSubnetAutoPoolDefaultRedundantIPNumber);
    if (request === undefined) return;
    try {
      for (const item of request.single === undefined ? request.multiple : [request.single]) {
        applyItem(item, request, workload);
      }
    } catch (error) {
      if (!(error instanceof AutoPoolError)) throw error;
      if (error.retry === 'later') queue.addAfter(key, SHORTAGE_RETRY);
      else if (error.retry === 'backoff') retryWithBackoff(key);
      return;
    }
    shrinkFailures.delete(key);
  }

  function retryWithBackoff(key: string): void {
    const count = shrinkFailures.get(key) ?? 0;
    shrinkFailures.set(key, count + 1);
    queue.addAfter(key, Math.min(LONGEST_RETRY, FIRST_RETRY * 2 ** count));
  }

  /** Both families are tried, even when the first fails; the next NIC is not. */
  function applyItem(item: SubnetItem, request: SubnetRequest, workload: Workload): void {
    const failures: unknown[] = [];
    for (const family of addressFamilies) {
      const [subnet] = item[family];
      const enabled = family === 'ipv4' ? settings.enableIPv4 : settings.enableIPv6;
      if (!enabled || subnet === undefined) continue;
      try {
        reconcileAutoPool(
          {
            app: workload.app,
            subnet,
            family,
            interface: item.interface,
            size: desiredCount(request.size, workload.replicas),
            sizeText: sizeText(request.size),
            reclaim: request.reclaim,
          },
          store,
          pools,
        );
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
  }

  function deletePools(uid: string): void {
    for (const pool of store.list(POOLS, { labels: { [labels.ownerUid]: uid, [labels.reclaim]: 'true' } })) {
      if (pool.metadata.deletionTimestamp === undefined) store.delete(POOLS, undefined, pool.metadata.name);
    }
  }

  for (const kind of workloadKinds) {
    context.watch(kind.resource, (event) => {
      const workload = readWorkload(kind, event.object);
      if (event.type === 'DELETED' ? !hasOwner(event.object) : wantsWork(workload, event)) {
        const { namespace, name, uid } = workload.app;
        queue.add([kind.resource, namespace, name, uid].join(' '));
      }
    });

    /** A new request, another request than before, or other replicas. Pods of the host network need none. */
    function wantsWork(workload: Workload, event: StoreEvent): boolean {
      if (workload.hostNetwork || workload.owned) return false;
      const elastic = settings.clusterSubnetAutoPoolDefaultRedundantIPNumber;
      const request = requestOf(workload, elastic);
      if (request === undefined) return false;
      if (event.previous === undefined) return true;
      const before = readWorkload(kind, event.previous);
      return before.replicas !== workload.replicas || !sameJson(requestOf(before, elastic), request);
    }
  }
}

function hasOwner(object: KubeObject): boolean {
  return object.metadata.ownerReferences?.some(({ controller }) => controller === true) === true;
}

/** The request of a workload; one that cannot be read is no request, for nobody is told here. */
function requestOf(workload: Workload, elasticDefault: number): SubnetRequest | undefined {
  try {
    return readSubnetRequest(workload.annotations, elasticDefault);
  } catch (error) {
    if (error instanceof IpamError) return undefined;
    throw error;
  }
}
