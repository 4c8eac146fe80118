import { addressFamilies } from '../ip/address.ts';
import { DEFAULT_NETWORK, NETWORKS } from '../multus/annotation-keys.ts';
import { parseDefaultNetwork, parseNetworks } from '../multus/networks.ts';
import type { NetworkSelection } from '../multus/networks.ts';
import {
  DEFAULT_ROUTE_NIC,
  IP_POOL,
  IP_POOLS,
  POOL_IP_NUMBER,
  POOL_RECLAIM,
  ROUTES,
  SUBNET,
  SUBNETS,
} from './annotation-keys.ts';
import { isSoundRoute, parseNamesItem, parseNamesList, parseRoutesList } from './annotation-items.ts';
import type { NamesItem, RouteItem } from './annotation-items.ts';
import type { AnnotationProblem, AnnotationProblemCode } from './annotation-problem.ts';
import { parseGoBoolean, parsePoolNumber } from './pool-number.ts';

export type PodAnnotations = Readonly<Record<string, string>>;

/** The annotations of a Pod template that the NIC step reads, in the terms of Spiderpool and Multus. */
export interface SpiderpoolAnnotations {
  readonly networks: readonly NetworkSelection[];
  readonly defaultNetwork: NetworkSelection | undefined;
  readonly addresses: AddressAnnotation;
  /** `ippool-ip-number` as written; `undefined` when absent. */
  readonly ipNumber: string | undefined;
  /** `ippool-reclaim`: whether the pools go with the workload. */
  readonly reclaim: boolean;
  readonly routes: readonly RouteItem[];
  /** `''` when absent. */
  readonly defaultRouteNic: string;
  readonly problems: readonly AnnotationProblem[];
}

/** The one annotation that decides where addresses come from (domain reference 1.2, rows 1 to 3). */
export type AddressAnnotation =
  | { readonly kind: 'subnets'; readonly items: readonly NamesItem[] }
  | { readonly kind: 'pools'; readonly items: readonly NamesItem[] }
  /** `ippool`: the same pools for every NIC that asks Spiderpool. */
  | { readonly kind: 'poolsOfAll'; readonly names: NamesItem['names'] }
  | { readonly kind: 'none' };

/** The keys that the NIC step owns, older forms included: no other field of the form may write them (R1). */
export const ownedAnnotationKeys: readonly string[] = [
  NETWORKS,
  DEFAULT_NETWORK,
  SUBNETS,
  SUBNET,
  POOL_IP_NUMBER,
  POOL_RECLAIM,
  IP_POOLS,
  IP_POOL,
  ROUTES,
  DEFAULT_ROUTE_NIC,
];

/** Reads every form that Spiderpool and Multus accept. What is wrong is a problem, and the rest is still read. */
export function readAnnotations(annotations: PodAnnotations): SpiderpoolAnnotations {
  const problems: AnnotationProblem[] = [];
  const report = (key: string, code: AnnotationProblemCode, detail = '') =>
    problems.push({ key, code, detail });
  const networks = parseNetworks(annotations[NETWORKS] ?? '');
  if (!networks.ok) report(NETWORKS, 'badNetworks', networks.error.code);
  const addresses = readAddresses(annotations, report);
  reportShadowed(annotations, addresses, report);
  return {
    networks: networks.ok ? networks.value : [],
    defaultNetwork: readDefaultNetwork(annotations, report),
    addresses,
    ipNumber: readIpNumber(annotations, report),
    reclaim: readReclaim(annotations, report),
    routes: readRoutes(annotations, report),
    defaultRouteNic: annotations[DEFAULT_ROUTE_NIC] ?? '',
    problems,
  };
}

type Report = (key: string, code: AnnotationProblemCode, detail?: string) => void;

function readDefaultNetwork(annotations: PodAnnotations, report: Report): NetworkSelection | undefined {
  const text = annotations[DEFAULT_NETWORK];
  if (!text) return undefined;
  const network = parseDefaultNetwork(text);
  if (network.ok) return network.value;
  report(DEFAULT_NETWORK, 'badNetworks', network.error.code);
  return undefined;
}

function readAddresses(annotations: PodAnnotations, report: Report): AddressAnnotation {
  const key = [SUBNETS, SUBNET, IP_POOLS, IP_POOL].find((candidate) => annotations[candidate] !== undefined);
  if (key === undefined) return { kind: 'none' };
  const text = annotations[key] ?? '';
  if (key === SUBNETS || key === SUBNET) {
    const items = key === SUBNETS ? parseNamesList(text) : parseSingleSubnet(text);
    if (!items) report(key, 'badJson');
    else reportSubnetItems(key, items, report);
    return { kind: 'subnets', items: items ?? [] };
  }
  if (key === IP_POOLS) {
    const items = parseNamesList(text);
    if (!items) report(key, 'badJson');
    else reportPoolItems(items, report);
    return { kind: 'pools', items: items ?? [] };
  }
  return readPoolsOfAll(text, report);
}

/** `subnet`: the interface is eth0 unless it says another. */
function parseSingleSubnet(text: string): readonly NamesItem[] | undefined {
  const item = parseNamesItem(text);
  return item && [{ ...item, interfaceName: item.interfaceName || 'eth0' }];
}

function readPoolsOfAll(text: string, report: Report): AddressAnnotation {
  report(IP_POOL, 'singularForm');
  const item = parseNamesItem(text);
  if (!item) report(IP_POOL, 'badJson');
  if (item?.interfaceName) report(IP_POOL, 'interfaceIgnored', item.interfaceName);
  return { kind: 'poolsOfAll', names: item?.names ?? { ipv4: [], ipv6: [] } };
}

/** The rules of `subnets` and `subnet` (`mutateAndValidateSubnetAnno`, domain reference 1.3). */
function reportSubnetItems(key: string, items: readonly NamesItem[], report: Report): void {
  if (key === SUBNET) report(key, 'singularForm');
  if (items.length === 0) report(key, 'emptyList');
  reportInterfaces(key, items, report);
  const seen = new Set<string>();
  for (const { interfaceName, names } of items) {
    if (interfaceName === '') report(key, 'noInterface');
    if (names.ipv4.length === 0 && names.ipv6.length === 0) report(key, 'emptyItem', interfaceName);
    for (const family of addressFamilies) {
      const [first, second] = names[family];
      if (first === '') report(key, 'emptyName', interfaceName);
      if (second !== undefined) report(key, 'extraSubnet', interfaceName);
      if (first && seen.has(`${family} ${first}`)) report(key, 'duplicateSubnet', first);
      seen.add(`${family} ${first}`);
    }
  }
}

/** The rules of `ippools` (`validateAndMutateMultipleNICAnnotations`, domain reference 1.6). */
function reportPoolItems(items: readonly NamesItem[], report: Report): void {
  if (items.length === 0) report(IP_POOLS, 'emptyList');
  const unnamed = items.filter(({ interfaceName }) => interfaceName === '').length;
  if (unnamed === 0) reportInterfaces(IP_POOLS, items, report);
  else report(IP_POOLS, unnamed === items.length ? 'unnamedItems' : 'mixedInterfaces');
  for (const { interfaceName, names } of items) {
    if (names.ipv4.includes('') || names.ipv6.includes('')) report(IP_POOLS, 'emptyName', interfaceName);
  }
}

function reportInterfaces(key: string, items: readonly NamesItem[], report: Report): void {
  const seen = new Set<string>();
  for (const { interfaceName } of items) {
    if (seen.has(interfaceName)) report(key, 'duplicateInterface', interfaceName);
    seen.add(interfaceName);
  }
}

/** Annotations that nothing reads because another one wins (domain reference 1.2). */
function reportShadowed(annotations: PodAnnotations, addresses: AddressAnnotation, report: Report): void {
  const present = [SUBNETS, SUBNET, IP_POOLS, IP_POOL].filter((key) => annotations[key] !== undefined);
  for (const key of present.slice(1)) report(key, 'shadowed', present[0]);
  if (addresses.kind === 'subnets') return;
  for (const key of [POOL_IP_NUMBER, POOL_RECLAIM]) {
    if (annotations[key] !== undefined) report(key, 'shadowed', SUBNETS);
  }
}

function readIpNumber(annotations: PodAnnotations, report: Report): string | undefined {
  const text = annotations[POOL_IP_NUMBER];
  if (text === undefined) return undefined;
  const number = parsePoolNumber(text);
  if (!number.ok) report(POOL_IP_NUMBER, number.error, text);
  return text;
}

function readReclaim(annotations: PodAnnotations, report: Report): boolean {
  const text = annotations[POOL_RECLAIM];
  if (text === undefined) return true;
  const reclaim = parseGoBoolean(text);
  if (reclaim === undefined) report(POOL_RECLAIM, 'badBoolean', text);
  return reclaim ?? true;
}

function readRoutes(annotations: PodAnnotations, report: Report): readonly RouteItem[] {
  const text = annotations[ROUTES];
  if (text === undefined) return [];
  const routes = parseRoutesList(text);
  if (!routes) report(ROUTES, 'badJson');
  for (const route of routes ?? []) {
    if (!isSoundRoute(route)) report(ROUTES, 'badRoute', `dst: ${route.destination}, gw: ${route.gateway}`);
  }
  return routes ?? [];
}
