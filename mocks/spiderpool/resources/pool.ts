import type { AddressFamily } from '../../../src/domain/ip/address.ts';
import { emptySet } from '../../../src/domain/ip/range-set.ts';
import type { RangeSet } from '../../../src/domain/ip/range-set.ts';
import { isObject, objectOr, textOr } from '../../store/json.ts';
import type { KubeObject } from '../../store/store.ts';
import { decodeRecords } from '../../go/json-records.ts';
import { labels } from '../names.ts';
import { blockAddresses, readAddressBlock } from './address-block.ts';
import type { AddressBlock } from './address-block.ts';
import { readSelector, texts } from './label-selector.ts';
import type { LabelSelector } from './label-selector.ts';

/** A SpiderIPPool as Spiderpool reads it. */
export interface Pool extends AddressBlock {
  name: string;
  labels: Readonly<Record<string, string>>;
  terminating: boolean;
  podAffinity: LabelSelector | undefined;
  namespaceName: string[];
  namespaceAffinity: LabelSelector | undefined;
  nodeName: string[];
  nodeAffinity: LabelSelector | undefined;
  multusName: string[];
  isDefault: boolean;
  disabled: boolean;
  /** `status.allocatedIPs`, still text. */
  allocatedText: string | undefined;
}

/** Who holds an address: one value of `status.allocatedIPs`. */
export interface AllocationRecord {
  /** `namespace/name` of the Pod. */
  pod: string;
  podUid: string;
}

/** `status.allocatedIPs` decoded, by address. */
export type AllocationRecords = Record<string, AllocationRecord>;

export function readPool(object: KubeObject): Pool {
  const spec = objectOr(object.spec);
  const allocated = objectOr(object.status).allocatedIPs;
  return {
    ...readAddressBlock(spec),
    name: object.metadata.name,
    labels: object.metadata.labels ?? {},
    terminating: object.metadata.deletionTimestamp !== undefined,
    podAffinity: readSelector(spec.podAffinity),
    namespaceName: texts(spec.namespaceName),
    namespaceAffinity: readSelector(spec.namespaceAffinity),
    nodeName: texts(spec.nodeName),
    nodeAffinity: readSelector(spec.nodeAffinity),
    multusName: texts(spec.multusName),
    isDefault: spec.default === true,
    disabled: spec.disable === true,
    allocatedText: typeof allocated === 'string' ? allocated : undefined,
  };
}

/** Whether the controller made this pool for one workload (reference 4.2). */
export function isAutoPool(pool: Pick<Pool, 'labels'>): boolean {
  return labels.ownerName in pool.labels;
}

/** All addresses of a pool; none when its family is unknown. */
export function poolAddresses(pool: Pool): RangeSet {
  return pool.family === undefined ? emptySet('ipv4') : blockAddresses(pool, pool.family);
}

/**
 * Decodes `status.allocatedIPs`.
 * @throws GoJsonError when it is not JSON
 */
export function readAllocations(text: string | undefined): AllocationRecords {
  const records: AllocationRecords = {};
  for (const [address, record] of Object.entries(decodeRecords(text))) {
    if (isObject(record)) records[address] = { pod: textOr(record.pod), podUid: textOr(record.podUid) };
  }
  return records;
}

/** The text for `status.allocatedIPs`; undefined for no record, as Spiderpool leaves the field out. */
export function writeAllocations(records: AllocationRecords): string | undefined {
  const addresses = Object.keys(records).sort();
  if (addresses.length === 0) return undefined;
  return JSON.stringify(Object.fromEntries(addresses.map((address) => [address, records[address]])));
}

/** Changes the records of a stored pool, and the counter beside them. */
export function storeAllocations(object: KubeObject, records: AllocationRecords): void {
  const status = { ...objectOr(object.status) };
  const text = writeAllocations(records);
  if (text === undefined) delete status.allocatedIPs;
  else status.allocatedIPs = text;
  status.allocatedIPCount = Object.keys(records).length;
  object.status = status;
}

export function familyOfPool(pool: Pool): AddressFamily {
  return pool.family ?? 'ipv4';
}
