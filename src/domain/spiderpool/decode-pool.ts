import { compareAddresses, parseAddress } from '../ip/address.ts';
import type { Address } from '../ip/address.ts';
import { fromAddresses } from '../ip/range-set.ts';
import { decodeMeta } from '../kubernetes-object.ts';
import type { Undecodable } from '../kubernetes-object.ts';
import { decodeSelector } from '../label-selector.ts';
import type { LabelSelector } from '../label-selector.ts';
import { parsed } from '../parsed.ts';
import type { Parsed } from '../parsed.ts';
import { isRecord, parseJson, recordAt, textAt, textsAt, valueAt } from '../untyped.ts';
import { OWNER_LABELS } from './annotation-keys.ts';
import type { Allocation, Pool, PoolOwner, PoolProblem } from './pool.ts';
import { decodeStock, unheldOf } from './stock.ts';

/**
 * Reads a SpiderIPPool (domain reference 2.2). What cannot be read is a problem on the pool; a range as large as
 * `::/0` costs no more than one address.
 */
export function decodePool(object: unknown): Parsed<Pool, Undecodable> {
  const meta = decodeMeta(object);
  if (!meta.ok) return meta;
  const spec = recordAt(object, 'spec');
  const stock = decodeStock(spec);
  const allocations = decodeAllocations(valueAt(object, 'status'));
  const allocatedSet = fromAddresses(stock.family, allocations.addresses);
  const nodeNames = textsAt(spec, 'nodeName');
  const nodeAffinity = decodeSelector(valueAt(spec, 'nodeAffinity'));
  const { unheld, unheldCount } = unheldOf(stock.addresses, allocatedSet);
  return parsed({
    name: meta.value.name,
    family: stock.family,
    subnet: stock.subnet,
    gateway: stock.gateway,
    vlan: stock.vlan,
    addresses: stock.addresses,
    total: stock.total,
    unheld,
    unheldCount,
    allocated: allocations.list,
    allocatedSet,
    isDefault: valueAt(spec, 'default') === true,
    disabled: valueAt(spec, 'disable') === true,
    terminating: meta.value.terminating,
    namespaceNames: textsAt(spec, 'namespaceName'),
    nodeNames,
    multusNames: textsAt(spec, 'multusName'),
    podAffinity: decodeSelector(valueAt(spec, 'podAffinity')),
    namespaceAffinity: decodeSelector(valueAt(spec, 'namespaceAffinity')),
    nodeAffinity,
    nodeRule: nodeRuleOf(nodeNames, nodeAffinity),
    owner: decodeOwner(meta.value.labels),
    problems: [...stock.problems, ...allocations.problems],
  });
}

/** `nodeName` wins over `nodeAffinity`. */
function nodeRuleOf(names: readonly string[], affinity: LabelSelector | undefined): string {
  if (names.length > 0) return JSON.stringify(names);
  return affinity === undefined ? '' : JSON.stringify(affinity);
}

interface Allocations {
  readonly list: readonly Allocation[];
  readonly addresses: readonly Address[];
  readonly problems: readonly PoolProblem[];
}

/** `status.allocatedIPs`: JSON text. A pool that was never reconciled has no status. Sorted by address. */
function decodeAllocations(status: unknown): Allocations {
  if (!isRecord(status)) return { list: [], addresses: [], problems: [{ code: 'pool.noStatus' }] };
  const text = valueAt(status, 'allocatedIPs');
  if (text === undefined || text === null || text === '') return { list: [], addresses: [], problems: [] };
  const json = typeof text === 'string' ? parseJson(text) : undefined;
  if (!isRecord(json)) return { list: [], addresses: [], problems: [{ code: 'pool.badAllocations' }] };
  const read: { address: Address; allocation: Allocation }[] = [];
  for (const [key, record] of Object.entries(json)) {
    const address = parseAddress(key);
    if (!address.ok) continue;
    const pod = textAt(record, 'pod') ?? '';
    read.push({
      address: address.value,
      allocation: { address: key, pod, podUid: textAt(record, 'podUid') ?? '' },
    });
  }
  read.sort((a, b) => compareAddresses(a.address, b.address));
  const complete = read.length === Object.keys(json).length;
  return {
    list: read.map(({ allocation }) => allocation),
    addresses: read.map(({ address }) => address),
    problems: complete ? [] : [{ code: 'pool.badAllocations' }],
  };
}

/** The workload that the controller made the pool for, by its labels (domain reference 4.2). */
function decodeOwner(labels: Readonly<Record<string, string>>): PoolOwner | undefined {
  const name = labels[OWNER_LABELS.name];
  if (name === undefined) return undefined;
  return {
    kind: labels[OWNER_LABELS.kind] ?? '',
    namespace: labels[OWNER_LABELS.namespace] ?? '',
    name,
    uid: labels[OWNER_LABELS.uid] ?? '',
    interfaceName: labels[OWNER_LABELS.interfaceName] ?? '',
    subnet: labels[OWNER_LABELS.subnet] ?? '',
  };
}
