import { isScalar, Scalar } from 'yaml';
import { DEFAULT_NETWORK, NETWORKS } from '../multus/annotation-keys.ts';
import {
  DEFAULT_ROUTE_NIC,
  IP_POOL,
  IP_POOLS,
  POOL_IP_NUMBER,
  POOL_RECLAIM,
  ROUTES,
  SUBNET,
  SUBNETS,
} from '../spiderpool/annotation-keys.ts';
import { nodeAt, type Place, placeAt } from './field-places.ts';
import { nicSpans } from './nic-spans.ts';
import type { WorkloadReading } from './read-workload.ts';
import { templateKeys } from './workload-kind.ts';

const subnetKeys = [SUBNETS, SUBNET];
const poolKeys = [IP_POOLS, IP_POOL];

/**
 * The annotations that a field of the network part of a draft may stand in, the likeliest first. A NIC that has no
 * addresses yet stands in the list of networks.
 */
function annotationKeysOf(path: string): readonly string[] {
  const [, part = '', ...rest] = path.split('.');
  const own = part === 'eth0' ? [DEFAULT_NETWORK] : [NETWORKS];
  const field = part === 'eth0' ? rest[0] : rest[1];
  switch (part) {
    case 'routes':
      return [ROUTES];
    case 'elastic':
      return [POOL_IP_NUMBER, ...subnetKeys];
    case 'keepPool':
      return [POOL_RECLAIM, ...subnetKeys];
    case 'eth0':
    case 'nics':
      if (field === 'subnets') return [...subnetKeys, ...own];
      if (field === 'pools' || field === 'cleanGateway') return [...poolKeys, ...own];
      if (field === 'defaultRoute') return [DEFAULT_ROUTE_NIC, ...own];
      return own;
    default:
      return [...subnetKeys, ...poolKeys, NETWORKS, DEFAULT_NETWORK];
  }
}

/**
 * The place of a field of the network part: its annotation, and in that the words about its NIC. The annotations of a
 * Pod template without the one in question, else the template.
 * @param key the annotation, where it is known
 * @param text what the document was read from
 */
export function annotationPlace(
  { object, workload, draft }: WorkloadReading,
  path: string,
  key: string | undefined,
  text: string,
): Place {
  const template = templateKeys(workload.kind);
  const annotations = [...template, 'metadata', 'annotations'];
  const candidates = key === undefined ? annotationKeysOf(path) : [key];
  const found = candidates.find((name) => nodeAt(object.node, [...annotations, name]) !== undefined);
  if (found === undefined) return placeAt(object.node, annotations);
  const keys = [...annotations, found];
  const place = placeAt(object.node, keys);
  const node = nodeAt(object.node, keys);
  const nic = nicOf(path);
  if (nic === undefined || !isScalar(node) || typeof node.value !== 'string') return place;
  const span = nicSpans(found, node.value, draft.network).find((each) => each.nic === nic);
  const offset = span === undefined ? undefined : offsetIn(node, node.value, span.from, text);
  return offset === undefined ? place : { ...place, offset };
}

/** Position of the NIC in the Pod that a path is about: 0 is eth0. */
function nicOf(path: string): number | undefined {
  if (path.startsWith('network.eth0')) return 0;
  const [, index] = /^network\.nics\.(\d+)/.exec(path) ?? [];
  return index === undefined ? undefined : Number(index) + 1;
}

/** Where a character of a value stands in the text; `undefined` where the value is written in other characters. */
function offsetIn(node: Scalar, value: string, at: number, text: string): number | undefined {
  const [start = 0, end = 0] = node.range ?? [];
  const source = text.slice(start, end);
  if (node.type !== Scalar.BLOCK_LITERAL) {
    const shift = source.indexOf(value);
    return shift === -1 ? undefined : start + shift + at;
  }
  const before = value.slice(0, at).split('\n');
  const lines = source.split('\n');
  const line = lines[before.length];
  const valueLine = value.split('\n')[before.length - 1];
  if (line === undefined || valueLine === undefined || !line.endsWith(valueLine)) return undefined;
  const above = lines.slice(0, before.length).reduce((sum, each) => sum + each.length + 1, 0);
  return start + above + line.length - valueLine.length + (before.at(-1) ?? '').length;
}
