import { emptySet, fromRanges, union } from '../../../src/domain/ip/range-set.ts';
import type { RangeSet } from '../../../src/domain/ip/range-set.ts';
import { countAddresses } from '../../../src/domain/ip/range-set.ts';
import { isObject, objectOr, textOr } from '../../store/json.ts';
import type { KubeObject } from '../../store/store.ts';
import { decodeRecords } from '../../go/json-records.ts';
import { blockAddresses, readAddressBlock } from './address-block.ts';
import type { AddressBlock } from './address-block.ts';
import { texts } from './label-selector.ts';

/** A SpiderSubnet as Spiderpool reads it. */
export interface Subnet extends AddressBlock {
  name: string;
  uid: string;
  terminating: boolean;
  /** `status.controlledIPPools`, still text. */
  controlledText: string | undefined;
}

/** What a subnet has handed to one pool: one value of `status.controlledIPPools`. */
export interface PreAllocation {
  ips: string[];
  /** `group_version_kind_namespace_name` of the workload; only for auto-created pools. */
  application?: string;
}

/** `status.controlledIPPools` decoded, by name of the pool. */
export type PreAllocations = Record<string, PreAllocation>;

export function readSubnet(object: KubeObject): Subnet {
  const controlled = objectOr(object.status).controlledIPPools;
  return {
    ...readAddressBlock(objectOr(object.spec)),
    name: object.metadata.name,
    uid: object.metadata.uid,
    terminating: object.metadata.deletionTimestamp !== undefined,
    controlledText: typeof controlled === 'string' ? controlled : undefined,
  };
}

/** All addresses of a subnet; none when its family is unknown. */
export function subnetAddresses(subnet: Subnet): RangeSet {
  return subnet.family === undefined ? emptySet('ipv4') : blockAddresses(subnet, subnet.family);
}

/**
 * Decodes `status.controlledIPPools`.
 * @throws GoJsonError when it is not JSON
 */
export function readPreAllocations(text: string | undefined): PreAllocations {
  const result: PreAllocations = {};
  for (const [pool, value] of Object.entries(decodeRecords(text))) {
    if (!isObject(value)) continue;
    const application = textOr(value.application);
    result[pool] = { ips: texts(value.ips), ...(application === '' ? {} : { application }) };
  }
  return result;
}

/** The addresses that pools hold already. */
export function handedOut(family: RangeSet['family'], preAllocations: PreAllocations): RangeSet {
  return Object.values(preAllocations).reduce(
    (sum, { ips }) => union(sum, fromRanges(family, ips).set),
    emptySet(family),
  );
}

/** Changes what a stored subnet has handed out, and both counters. */
export function storePreAllocations(object: KubeObject, preAllocations: PreAllocations): void {
  const subnet = readSubnet(object);
  const status = { ...objectOr(object.status) };
  const names = Object.keys(preAllocations).sort();
  if (names.length === 0) delete status.controlledIPPools;
  else
    status.controlledIPPools = JSON.stringify(
      Object.fromEntries(names.map((name) => [name, preAllocations[name]])),
    );
  status.totalIPCount = Number(countAddresses(subnetAddresses(subnet)));
  status.allocatedIPCount = names.reduce((sum, name) => {
    const ips = preAllocations[name]?.ips ?? [];
    return sum + Number(countAddresses(fromRanges(subnet.family ?? 'ipv4', ips).set));
  }, 0);
  object.status = status;
}
