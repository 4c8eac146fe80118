import { listGroups } from '../list-index.ts';
import type { AddressFamily } from '../ip/address.ts';
import type { PodContext } from '../spiderpool/pod-context.ts';
import type { Pool } from '../spiderpool/pool.ts';

interface PoolPlace {
  readonly interfaceName: string;
  readonly family: AddressFamily;
  readonly subnet: string;
}

/**
 * The pool that is there already: of the workload itself where it runs, or of a former one of the same name, left for
 * its successor (`ippool-reclaim: "false"`). Spiderpool takes it over and resizes it (domain reference 1.5, 4.3). One
 * that goes with a deleted workload is terminating.
 */
export function keptPool(place: PoolPlace, pod: PodContext, pools: readonly Pool[]): Pool | undefined {
  return byOwner(pools)
    .get(ownerKey(pod.workload.kind, pod.namespace, pod.workload.name))
    ?.find(
      ({ owner, family, terminating }) =>
        !terminating &&
        family === place.family &&
        owner?.interfaceName === place.interfaceName &&
        owner.subnet === place.subnet,
    );
}

const byOwner = listGroups<Pool>(({ owner }) =>
  owner === undefined ? undefined : ownerKey(owner.kind, owner.namespace, owner.name),
);

function ownerKey(kind: string, namespace: string, name: string): string {
  return `${kind}/${namespace}/${name}`;
}
