import { parseAddress } from '../ip/address.ts';
import { hasAddress } from '../ip/range-set.ts';
import type { RangeSet } from '../ip/range-set.ts';
import type { PodContext } from '../spiderpool/pod-context.ts';
import type { Pool } from '../spiderpool/pool.ts';

/** Ends of the names of Pods that are made without an ordinal (`rand.SafeEncodeString`). */
const random = '[bcdfghjklmnpqrstvwxz2456789]{5}';
/** Of a Deployment's: the hash of the template first. */
const deploymentSuffix = new RegExp(`^[bcdfghjklmnpqrstvwxz2456789]{1,10}-${random}$`);
const ordinalSuffix = /^\d+$/;
/** Of a Job of a CronJob: the minute of its schedule first. */
const scheduledSuffix = new RegExp(`^\\d+-${random}$`);
const randomSuffix = new RegExp(`^${random}$`);

function podSuffix(kind: string): RegExp {
  switch (kind) {
    case 'Deployment':
      return deploymentSuffix;
    case 'StatefulSet':
      return ordinalSuffix;
    case 'CronJob':
      return scheduledSuffix;
    default:
      return randomSuffix;
  }
}

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
  const suffix = podSuffix(workload.kind);
  const own = pool.allocated.filter(
    ({ pod, address }) =>
      pod.startsWith(prefix) &&
      suffix.test(pod.slice(prefix.length)) &&
      isUsable(address, pool.addresses, reserved),
  );
  return BigInt(own.length);
}

function isUsable(text: string, addresses: RangeSet, reserved: RangeSet | undefined): boolean {
  const address = parseAddress(text);
  if (!address.ok) return false;
  return hasAddress(addresses, address.value) && !(reserved && hasAddress(reserved, address.value));
}
