import { formatAddress, parseAddress } from '../../../src/domain/ip/address.ts';
import { parseCidr } from '../../../src/domain/ip/cidr.ts';
import { firstAddresses, fromAddresses, subtract, union } from '../../../src/domain/ip/range-set.ts';
import type { KubeObject } from '../../store/store.ts';
import type { MemoryStore } from '../../store/memory-store.ts';
import { GoJsonError } from '../../go/json-decode.ts';
import { POOLS } from '../names.ts';
import {
  familyOfPool,
  poolAddresses,
  readAllocations,
  readPool,
  storeAllocations,
} from '../resources/pool.ts';
import type { AllocationRecords, Pool } from '../resources/pool.ts';
import { reservedAddresses } from '../resources/reserved-ips.ts';
import type { AgentContext } from './add-request.ts';
import { IpamError } from './ipam-error.ts';

const USED_OUT = 'all IP addresses used out';

/**
 * Takes the lowest free address of a pool for a Pod (`AllocateIP`, reference 2.1 and 3.1). A Pod that holds an address of this
 * pool already gets that one again, whichever of its NICs asks (reference 1.8).
 * @returns the address with the prefix length of the pool: `10.6.0.9/16`
 * @throws IpamError
 */
export function allocate(poolName: string, pod: KubeObject, { store, settings }: AgentContext): string {
  const stored = store.get(POOLS, undefined, poolName);
  if (stored === undefined)
    throw new IpamError(`SpiderIPPool.spiderpool.spidernet.io "${poolName}" not found`);
  const pool = readPool(stored);
  const records = recordsOf(pool);
  const held = Object.entries(records).find(([, { podUid }]) => podUid === pod.metadata.uid);
  if (held !== undefined) return withPrefix(held[0], pool);
  const address = lowestFree(pool, records, store);
  if (address === undefined) throw new IpamError(USED_OUT);
  if (Object.keys(records).length >= settings.maxAllocatedIPs) {
    throw new IpamError(
      `${USED_OUT}, threshold of IP records(<=${settings.maxAllocatedIPs}) for IPPool ${poolName} exceeded`,
    );
  }
  const { namespace = '', name, uid } = pod.metadata;
  storeAllocations(stored, { ...records, [address]: { pod: `${namespace}/${name}`, podUid: uid } });
  store.update(POOLS, stored, { subresource: 'status' });
  return withPrefix(address, pool);
}

function lowestFree(pool: Pool, records: AllocationRecords, store: MemoryStore): string | undefined {
  const family = familyOfPool(pool);
  const used = fromAddresses(
    family,
    Object.keys(records).flatMap((text) => {
      const address = parseAddress(text);
      return address.ok ? [address.value] : [];
    }),
  );
  const free = subtract(poolAddresses(pool), union(used, reservedAddresses(store, family)));
  const [lowest] = firstAddresses(free, 1);
  return lowest === undefined ? undefined : formatAddress(lowest);
}

function recordsOf(pool: Pool): AllocationRecords {
  try {
    return readAllocations(pool.allocatedText);
  } catch (error) {
    if (error instanceof GoJsonError) throw new IpamError(error.message);
    throw error;
  }
}

function withPrefix(address: string, pool: Pool): string {
  const cidr = parseCidr(pool.subnet);
  return `${address}/${cidr.ok ? cidr.value.prefix : ''}`;
}

/** Takes the records of a Pod out of pools. Pools that are gone or cannot be read are left alone. */
export function releaseAddresses(poolNames: Iterable<string>, podUid: string, store: MemoryStore): void {
  changeRecords(poolNames, store, (records) =>
    Object.fromEntries(Object.entries(records).filter(([, record]) => record.podUid !== podUid)),
  );
}

/** Gives the records of a former Pod to the Pod that took its place, as StatefulSets keep their addresses. */
export function inheritAddresses(poolNames: Iterable<string>, pod: KubeObject, store: MemoryStore): void {
  const { namespace = '', name, uid } = pod.metadata;
  changeRecords(poolNames, store, (records) =>
    Object.fromEntries(
      Object.entries(records).map(([address, record]) => [
        address,
        record.pod === `${namespace}/${name}` ? { ...record, podUid: uid } : record,
      ]),
    ),
  );
}

function changeRecords(
  poolNames: Iterable<string>,
  store: MemoryStore,
  change: (records: AllocationRecords) => AllocationRecords,
): void {
  for (const name of new Set(poolNames)) {
    const stored = store.get(POOLS, undefined, name);
    if (stored === undefined) continue;
    const records = readableRecords(readPool(stored));
    if (records === undefined) continue;
    storeAllocations(stored, change(records));
    store.update(POOLS, stored, { subresource: 'status' });
  }
}

function readableRecords(pool: Pool): AllocationRecords | undefined {
  try {
    return readAllocations(pool.allocatedText);
  } catch (error) {
    if (error instanceof GoJsonError) return undefined;
    throw error;
  }
}
