import { decodeGoJson, GoJsonError, goString, goStrings } from '../../go/json-decode.ts';
import type { GoShape } from '../../go/json-decode.ts';
import { goAtoi, goParseBool } from '../../go/scalars.ts';
import { goList } from '../../go/text.ts';
import { IpamError } from '../ipam/ipam-error.ts';
import { annotations } from '../names.ts';

/** One entry of `ipam.spidernet.io/subnets`: a NIC and the subnets of its addresses. */
export interface SubnetItem {
  interface: string;
  /** At most one each: Spiderpool uses the first and drops the rest. */
  ipv4: string[];
  ipv6: string[];
}

/** What the annotations `subnets` or `subnet` ask for, and the size of the pools (reference 1.3 to 1.5). */
export interface SubnetRequest {
  /** In the order of the annotation; empty when `subnet` was used. */
  multiple: SubnetItem[];
  single: SubnetItem | undefined;
  size: PoolSize;
  reclaim: boolean;
}

/** A number of addresses on top of the replicas, or in total. */
export type PoolSize = { kind: 'elastic'; count: number } | { kind: 'fixed'; count: number };

type Annotations = Readonly<Record<string, string>>;

const item: GoShape = {
  kind: 'struct',
  name: 'AnnoSubnetItem',
  fields: { interface: goString, ipv4: goStrings, ipv6: goStrings },
};
const items: GoShape = { kind: 'list', name: '[]types.AnnoSubnetItem', of: item };

/**
 * Reads the request of a Pod template. Both the controller and the agent do, and stumble over the same things.
 * @param elasticDefault addresses on top of the replicas when the Pod names no number
 * @returns undefined when the Pod asks for no subnet
 * @throws IpamError
 */
export function readSubnetRequest(given: Annotations, elasticDefault: number): SubnetRequest | undefined {
  const multipleText = given[annotations.subnets];
  const singleText = given[annotations.subnet];
  if (multipleText === undefined && singleText === undefined) return undefined;
  const multiple = multipleText === undefined ? [] : readItems(multipleText);
  const single = multipleText === undefined && singleText !== undefined ? readItem(singleText) : undefined;
  const request: SubnetRequest = {
    multiple,
    single,
    size: readPoolSize(given) ?? { kind: 'elastic', count: elasticDefault },
    reclaim: readReclaim(given),
  };
  validate(request);
  return {
    ...request,
    single: single === undefined ? undefined : { ...single, interface: single.interface || 'eth0' },
  };
}

/** Whether the Pod asks for subnets at all, soundly or not. */
export function asksForSubnet(given: Annotations): boolean {
  return annotations.subnets in given || annotations.subnet in given;
}

/**
 * `ipam.spidernet.io/ippool-ip-number` (`GetPoolIPNumber`): `+2`, or `5`. What stands before the plus is thrown away.
 * @throws IpamError
 */
function readPoolSize(given: Annotations): PoolSize | undefined {
  const text = given[annotations.poolIpNumber];
  if (text === undefined) return undefined;
  const parts = text.split('+');
  if (parts.length > 2) throw new IpamError(`invalid input '${text}'`);
  const number = goAtoi(parts[1] ?? text);
  if ('error' in number) throw new IpamError(`invalid input '${text}': ${number.error}`);
  if (number.value < 0)
    throw new IpamError(`subnet '${annotations.poolIpNumber}' value must equal or greater than 0`);
  return { kind: parts.length === 2 ? 'elastic' : 'fixed', count: number.value };
}

function readReclaim(given: Annotations): boolean {
  const text = given[annotations.poolReclaim];
  if (text === undefined) return true;
  const reclaim = goParseBool(text);
  if ('error' in reclaim) {
    throw new IpamError(
      `failed to parse spider subnet '${annotations.poolReclaim}', error: ${reclaim.error}`,
    );
  }
  return reclaim.value;
}

function readItems(text: string): SubnetItem[] {
  const decoded = decodeAnnotation(annotations.subnets, text, items);
  return Array.isArray(decoded) ? decoded.map(toItem) : [];
}

function readItem(text: string): SubnetItem {
  return toItem(decodeAnnotation(annotations.subnet, text, item));
}

function decodeAnnotation(key: string, text: string, shape: GoShape): unknown {
  try {
    return decodeGoJson(text, shape);
  } catch (error) {
    if (!(error instanceof GoJsonError)) throw error;
    throw new IpamError(`failed to parse anntation '${key}' value '${text}', error: ${error.message}`);
  }
}

function toItem(value: unknown): SubnetItem {
  const decoded = (value ?? {}) as {
    interface?: string;
    ipv4?: (string | undefined)[];
    ipv6?: (string | undefined)[];
  };
  return {
    interface: decoded.interface ?? '',
    ipv4: (decoded.ipv4 ?? []).slice(0, 1).map((name) => name ?? ''),
    ipv6: (decoded.ipv6 ?? []).slice(0, 1).map((name) => name ?? ''),
  };
}

/** `mutateAndValidateSubnetAnno` of Spiderpool, its spelling included. */
function validate(request: SubnetRequest): void {
  if (request.multiple.length > 0) validateMultiple(request);
  else if (request.single !== undefined) validateSingle(request, request.single);
  else throw new IpamError(`no subnets specified: ${print(request)}`);
}

function validateMultiple(request: SubnetRequest): void {
  const refuse = (why: string) =>
    new IpamError(`it's invalid to ${why} multiple interfaces: ${print(request)}`);
  for (const { ipv4, ipv6 } of request.multiple) {
    for (const [family, names] of [
      ['IPv4', ipv4],
      ['IPv6', ipv6],
    ] as const) {
      if (names[0] === '')
        throw new IpamError(`it's invalid to set an empty ${family} subnet with mutilple interfaces`);
    }
    if (ipv4.length === 0 && ipv6.length === 0) throw refuse('set dual empty subnet with');
  }
  const subnets = (['ipv4', 'ipv6'] as const).map((family) =>
    request.multiple.flatMap((entry) => entry[family]),
  );
  if (subnets.some(hasRepeat)) throw refuse('use the same subnet for');
  if (hasRepeat(request.multiple.map((entry) => entry.interface)))
    throw refuse('use the same Interface name for');
}

function validateSingle(request: SubnetRequest, single: SubnetItem): void {
  const refuse = (why: string) =>
    new IpamError(`it's invalid to set ${why} with single interface: ${print(request)}`);
  if (single.ipv4[0] === '') throw refuse('an empty IPv4 subnet');
  if (single.ipv6[0] === '') throw refuse('an empty IPv6 subnet');
  if (single.ipv4.length === 0 && single.ipv6.length === 0) throw refuse('dual empty subnet');
}

function hasRepeat(names: readonly string[]): boolean {
  return new Set(names).size < names.length;
}

/** How Go prints the request (`PodSubnetAnnoConfig.String`). */
function print({ multiple, single, size, reclaim }: SubnetRequest): string {
  const entries = multiple.map((entry) => `{${entry.interface} ${goList(entry.ipv4)} ${goList(entry.ipv6)}}`);
  const one =
    single === undefined
      ? 'nil'
      : `{Interface:${single.interface},IPv4:${goList(single.ipv4)},IPv6:${goList(single.ipv6)}}`;
  const elastic = size.kind === 'elastic' ? `*${size.count}` : 'nil';
  const total = size.kind === 'fixed' ? size.count : 0;
  return `&PodSubnetAnnoConfig{MultipleSubnets${goList(entries)},SingleSubnet:${one},FlexibleIPNum:${elastic},AssignIPNumber:${total},ReclaimIPPool:${reclaim},}`;
}
