import { formatAddress, parseAddress } from '../ip/address.ts';
import type { Address } from '../ip/address.ts';
import { hasAddress } from '../ip/range-set.ts';
import type { Endpoint } from './endpoint.ts';
import type { PodOwners, WorkloadRef } from './pod-owner.ts';
import type { Pool } from './pool.ts';

/** One address that a Pod holds of a pool. */
export interface Holder {
  readonly address: Address;
  readonly namespace: string;
  /** For KubeVirt the virtual machine's name. */
  readonly pod: string;
  /** `''` where it is not known. */
  readonly interfaceName: string;
  readonly workload: WorkloadRef | undefined;
  /** The pool's ranges have it no longer, or never had: it counts for nothing in the pool. */
  readonly stray: boolean;
}

/** Who holds which address of the pool, by address. */
export function holdersOf(pool: Pool, ownerOf: PodOwners): readonly Holder[] {
  return pool.allocated.flatMap(({ address: text, pod, podUid }): Holder[] => {
    const address = parseAddress(text);
    if (!address.ok) return [];
    const slash = pod.indexOf('/');
    const owner = ownerOf(podUid, pod);
    return [
      {
        address: address.value,
        namespace: slash < 0 ? '' : pod.slice(0, slash),
        pod: pod.slice(slash + 1),
        interfaceName: owner?.endpoint === undefined ? '' : interfaceOf(owner.endpoint, address.value, pool),
        workload: owner?.workload,
        stray: !hasAddress(pool.addresses, address.value),
      },
    ];
  });
}

/** Which NIC of the Pod has the address. */
function interfaceOf({ nics }: Endpoint, address: Address, pool: Pool): string {
  const text = formatAddress(address);
  const nic = nics.find((each) => {
    const given = each[address.family];
    return given?.pool === pool.name && given.address.split('/')[0] === text;
  });
  return nic?.interfaceName ?? '';
}

/** A workload that holds addresses of a pool, or that the pool was made for. */
export interface PoolUser {
  readonly workload: WorkloadRef;
  readonly addresses: number;
  /** Interfaces that draw from the pool, sorted; empty where they are not known. */
  readonly interfaces: readonly string[];
  /** The controller made the pool for it. */
  readonly owner: boolean;
}

/** The workloads of a pool, most addresses first, then by name. Addresses whose workload is not known count nowhere. */
export function poolUsers(pool: Pool, holders: readonly Holder[]): readonly PoolUser[] {
  const users = new Map<string, { workload: WorkloadRef; addresses: number; interfaces: Set<string> }>();
  const userOf = (workload: WorkloadRef) => {
    const key = keyOf(workload);
    const user = users.get(key) ?? { workload, addresses: 0, interfaces: new Set<string>() };
    users.set(key, user);
    return user;
  };
  const owner = pool.owner && {
    kind: pool.owner.kind,
    namespace: pool.owner.namespace,
    name: pool.owner.name,
  };
  if (owner && pool.owner) userOf(owner).interfaces.add(pool.owner.interfaceName);
  for (const { workload, interfaceName } of holders) {
    if (workload === undefined) continue;
    const user = userOf(workload);
    user.addresses += 1;
    if (interfaceName !== '') user.interfaces.add(interfaceName);
  }
  return [...users.values()]
    .map(({ workload, addresses, interfaces }) => ({
      workload,
      addresses,
      interfaces: [...interfaces].toSorted(),
      owner: owner !== undefined && keyOf(owner) === keyOf(workload),
    }))
    .toSorted((a, b) => b.addresses - a.addresses || keyOf(a.workload).localeCompare(keyOf(b.workload)));
}

function keyOf({ kind, namespace, name }: WorkloadRef): string {
  return `${namespace}/${name}/${kind}`;
}
