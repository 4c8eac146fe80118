import { parseAddress } from '../ip/address.ts';
import { hasAddress } from '../ip/range-set.ts';
import type { RangeSet } from '../ip/range-set.ts';
import type { PodContext } from '../spiderpool/pod-context.ts';
import type { Pool } from '../spiderpool/pool.ts';

/** Ends of the names that a Deployment's Pods get: the hash of the template, then five characters (`rand.SafeEncodeString`). */
const podSuffix = /^[bcdfghjklmnpqrstvwxz2456789]{1,10}-[bcdfghjklmnpqrstvwxz2456789]{5}$/;

/**
 * How many addresses of a pool the workload's own Pods hold and can use again: those of a former workload of the same
 * name that are ending. One that was reserved since is lost when its Pod ends (domain reference 2.4).
 * @param reserved reserved addresses of the family, where they may be read
 */
export function heldAddresses(
  pool: Pool,
  { namespace, workload }: PodContext,
  reserved: RangeSet | undefined,
): bigint {
  if (workload.name === '') return 0n;
  const prefix = `${namespace}/${workload.name}-`;
  const own = pool.allocated.filter(
    ({ pod, address }) =>
      pod.startsWith(prefix) &&
      podSuffix.test(pod.slice(prefix.length)) &&
      isUsable(address, pool.addresses, reserved),
  );
  return BigInt(own.length);
}

function isUsable(text: string, addresses: RangeSet, reserved: RangeSet | undefined): boolean {
  const address = parseAddress(text);
  if (!address.ok) return false;
  return hasAddress(addresses, address.value) && !(reserved && hasAddress(reserved, address.value));
}
