import type { AddressFamily } from '../../../src/domain/ip/address.ts';
import {
  countAddresses,
  firstAddresses,
  formatRanges,
  fromAddresses,
  fromRanges,
  subtract,
  union,
} from '../../../src/domain/ip/range-set.ts';
import type { RangeSet } from '../../../src/domain/ip/range-set.ts';
import { parseAddress } from '../../../src/domain/ip/address.ts';
import type { Address } from '../../../src/domain/ip/address.ts';
import type { MemoryStore } from '../../store/memory-store.ts';
import { objectOr } from '../../store/json.ts';
import type { KubeObject } from '../../store/store.ts';
import { GoJsonError } from '../../go/json-decode.ts';
import { annotations, familyName, labels, POOLS, SPIDERPOOL_API, SUBNETS, versionOf } from '../names.ts';
import { cidrLabel } from '../resources/address-block.ts';
import { readAllocations, readPool } from '../resources/pool.ts';
import { storedPool } from '../resources/stored-pools.ts';
import { reservedAddresses } from '../resources/reserved-ips.ts';
import {
  handedOut,
  readPreAllocations,
  readSubnet,
  storePreAllocations,
  subnetAddresses,
} from '../resources/subnet.ts';
import type { PreAllocations, Subnet } from '../resources/subnet.ts';
import type { AdmittedPools } from './admitted-pools.ts';
import { appPodAffinity, applicationKey, autoPoolName, searchLabels, searchProblem } from './identity.ts';
import type { Application } from './identity.ts';

/** The pool that one NIC and family of a workload should have. */
export interface AutoPoolPlan {
  app: Application;
  subnet: string;
  family: AddressFamily;
  interface: string;
  /** How many addresses. */
  size: number;
  /** `+2` or `5`: what the annotation of the pool says of its size. */
  sizeText: string;
  reclaim: boolean;
}

/** Why a pool could not be brought to its plan, in the words of the controller's log. Users never see it (reference 4.3). */
export class AutoPoolError extends Error {
  /** `never`: the input is wrong, wait for a change. `backoff`: soon, then less often. `later`: every five seconds. */
  readonly retry: 'never' | 'backoff' | 'later';

  constructor(retry: AutoPoolError['retry'], message: string) {
    super(message);
    this.retry = retry;
  }
}

/**
 * Creates or resizes one auto-created pool (`ReconcileAutoIPPool`, reference 4.3). The subnet writes down first what it hands
 * out, then the pool gets it.
 * @throws AutoPoolError
 * @throws StatusError when the API server refuses the pool
 */
export function reconcileAutoPool(plan: AutoPoolPlan, store: MemoryStore, pools: AdmittedPools): void {
  const wanted = searchLabels(plan.app, plan.subnet, plan.family, plan.interface);
  const problem = searchProblem(wanted);
  if (problem !== undefined) {
    throw new AutoPoolError('later', `failed to get auto-created IPPoolList, error: ${problem}`);
  }
  const subnet = usableSubnet(plan.subnet, store);
  const existing = findPool(wanted, plan.app, store);
  if (existing === undefined) {
    const name = autoPoolName(plan.app, plan.family, plan.interface);
    pools.create(newPool(name, plan, subnet, carve(name, plan, subnet, store)));
    return;
  }
  checkSameSubnet(existing, plan, subnet, pools);
  if (fits(existing, plan)) return;
  const ips = carve(existing.metadata.name, plan, subnet, store);
  existing.metadata.labels = {
    ...existing.metadata.labels,
    [labels.ownerUid]: plan.app.uid,
    [labels.reclaim]: String(plan.reclaim),
  };
  existing.metadata.annotations = { [annotations.poolIpNumber]: plan.sizeText };
  existing.spec = { ...objectOr(existing.spec), ips };
  pools.update(existing);
}

function usableSubnet(name: string, store: MemoryStore): Subnet {
  const stored = store.peek(SUBNETS, undefined, name);
  if (stored === undefined) {
    const cause = `SpiderSubnet.spiderpool.spidernet.io "${name}" not found`;
    throw new AutoPoolError('later', `failed to get SpiderSubnet ${name}, error: ${cause}`);
  }
  const subnet = readSubnet(stored);
  if (subnet.terminating) {
    const text = `SpiderSubnet '${name}' is terminating, we can't reconcile an auto-created IPPool from it`;
    throw new AutoPoolError('never', `wrong input: ${text}`);
  }
  return subnet;
}

/** The pool of this workload, or of a former one of the same name that wanted its pool kept. */
function findPool(
  wanted: Record<string, string>,
  app: Application,
  store: MemoryStore,
): KubeObject | undefined {
  return store
    .list(POOLS, { labels: wanted })
    .find(
      ({ metadata }) =>
        metadata.labels?.[labels.reclaim] !== 'true' || metadata.labels[labels.ownerUid] === app.uid,
    );
}

function checkSameSubnet(pool: KubeObject, plan: AutoPoolPlan, subnet: Subnet, pools: AdmittedPools): void {
  if (readPool(pool).subnet === subnet.subnet) return;
  const before = pool.metadata.labels?.[labels.ownerSubnet] ?? '';
  pools.warn(
    pool,
    'ApplicationSubnetChanged',
    `the corresponding application specified SpiderSubnet changed from ${before} to ${plan.subnet}`,
  );
  throw new AutoPoolError(
    'never',
    `wrong input: it's invalid to change recoincile auto-created IPPool ${pool.metadata.name} with different subnet SpiderSubnet ${plan.subnet}`,
  );
}

/** Nothing to do: the size is right, the pool is this workload's, and it is to be reclaimed or kept as before. */
function fits(object: KubeObject, plan: AutoPoolPlan): boolean {
  const pool = readPool(object);
  return (
    countAddresses(fromRanges(plan.family, pool.ips).set) === BigInt(plan.size) &&
    pool.labels[labels.ownerUid] === plan.app.uid &&
    pool.labels[labels.reclaim] === String(plan.reclaim)
  );
}

function newPool(name: string, plan: AutoPoolPlan, subnet: Subnet, ips: string[]) {
  return {
    apiVersion: SPIDERPOOL_API,
    kind: 'SpiderIPPool',
    metadata: {
      name,
      labels: {
        ...searchLabels(plan.app, plan.subnet, plan.family, plan.interface),
        [labels.ownerUid]: plan.app.uid,
        [labels.ipVersion]: familyName(plan.family),
        [labels.reclaim]: String(plan.reclaim),
        [labels.poolCidr]: cidrLabel(subnet.subnet),
      },
      annotations: { [annotations.poolIpNumber]: plan.sizeText },
      ownerReferences: [
        {
          apiVersion: SPIDERPOOL_API,
          kind: 'SpiderSubnet',
          name: subnet.name,
          uid: subnet.uid,
          controller: true,
          blockOwnerDeletion: true,
        },
      ],
    },
    spec: {
      ipVersion: versionOf(plan.family),
      subnet: subnet.subnet,
      ips,
      ...(subnet.gateway === undefined ? {} : { gateway: subnet.gateway }),
      ...(subnet.routes === undefined ? {} : { routes: subnet.routes }),
      podAffinity: appPodAffinity(plan.app),
    },
  };
}

/** Takes from the subnet what the plan needs, or gives back what it does not, and returns the ranges of the pool. */
function carve(poolName: string, plan: AutoPoolPlan, subnet: Subnet, store: MemoryStore): string[] {
  const preAllocations = preAllocationsOf(subnet);
  const before = fromRanges(plan.family, preAllocations[poolName]?.ips ?? []).set;
  const had = Number(countAddresses(before));
  const next =
    plan.size >= had
      ? grown(before, plan.size - had, plan, subnet, preAllocations, store)
      : shrunk(poolName, before, had - plan.size, store);
  const ips = formatRanges(next);
  store.modify(
    SUBNETS,
    undefined,
    subnet.name,
    (object) =>
      storePreAllocations(object, {
        ...preAllocations,
        [poolName]: { ips, application: applicationKey(plan.app) },
      }),
    { subresource: 'status' },
  );
  return ips;
}

function preAllocationsOf(subnet: Subnet): PreAllocations {
  try {
    return readPreAllocations(subnet.controlledText);
  } catch (error) {
    if (!(error instanceof GoJsonError)) throw error;
    throw new AutoPoolError(
      'never',
      `wrong input: failed to parse SpiderSubnet ${subnet.name} Status allocations: ${error.message}`,
    );
  }
}

/** The lowest free addresses of the subnet on top of those that the pool has. All or nothing. */
function grown(
  before: RangeSet,
  count: number,
  plan: AutoPoolPlan,
  subnet: Subnet,
  preAllocations: PreAllocations,
  store: MemoryStore,
): RangeSet {
  const taken = union(handedOut(plan.family, preAllocations), reservedAddresses(store, plan.family));
  const free = subtract(subnetAddresses(subnet), taken);
  const left = countAddresses(free);
  if (left < BigInt(count)) {
    const text = `insufficient subnet FreeIPs, required '${count}' but only left '${left}'`;
    throw new AutoPoolError('later', text);
  }
  return union(before, fromAddresses(plan.family, firstAddresses(free, count)));
}

/** Gives back the lowest addresses that no Pod holds; while too few are free, nothing is given back. */
function shrunk(poolName: string, before: RangeSet, count: number, store: MemoryStore): RangeSet {
  const held = Object.keys(readAllocations(storedPool(store, poolName)?.allocatedText));
  const free = subtract(before, fromAddresses(before.family, held.flatMap(addressesOf)));
  if (countAddresses(free) < BigInt(count)) {
    const text = `failed to scale down IPPool ${poolName} IPs: IPPool available free IPs are not enough`;
    throw new AutoPoolError('backoff', text);
  }
  return subtract(before, fromAddresses(before.family, firstAddresses(free, count)));
}

function addressesOf(text: string): Address[] {
  const address = parseAddress(text);
  return address.ok ? [address.value] : [];
}
