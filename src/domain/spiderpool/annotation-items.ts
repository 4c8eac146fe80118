import type { AddressFamily } from '../ip/address.ts';
import { parseAddress } from '../ip/address.ts';
import { parseCidr } from '../ip/cidr.ts';
import { goFieldAt, isRecord, parseJson } from '../untyped.ts';

/** One item of `subnets` or `ippools`: names by family for one interface. */
export interface NamesItem {
  /** `''` when the item has none. */
  readonly interfaceName: string;
  readonly names: Readonly<Record<AddressFamily, readonly string[]>>;
  readonly cleanGateway: boolean;
}

export interface RouteItem {
  readonly destination: string;
  readonly gateway: string;
}

/** Reads a JSON list of items; `undefined` where Go's `encoding/json` would fail. */
export function parseNamesList(text: string): readonly NamesItem[] | undefined {
  return parseList(text, decodeNamesItem);
}

/** Reads one JSON item, the form of `subnet` and `ippool`. */
export function parseNamesItem(text: string): NamesItem | undefined {
  return decodeNamesItem(parseJson(text));
}

/** Reads `routes`: `[{"dst": ..., "gw": ...}]`. */
export function parseRoutesList(text: string): readonly RouteItem[] | undefined {
  return parseList(text, (item) => {
    if (!isRecord(item)) return undefined;
    const destination = goText(item, 'dst');
    const gateway = goText(item, 'gw');
    return destination === undefined || gateway === undefined ? undefined : { destination, gateway };
  });
}

/**
 * Whether Spiderpool accepts the route: a CIDR, host bits allowed, and a gateway of the same family
 * (`getCustomRoutes`, domain reference 1.10).
 */
export function isSoundRoute({ destination, gateway }: RouteItem): boolean {
  const cidr = parseCidr(destination);
  const address = parseAddress(gateway);
  return cidr.ok && address.ok && cidr.value.network.family === address.value.family;
}

function parseList<Item>(
  text: string,
  decode: (item: unknown) => Item | undefined,
): readonly Item[] | undefined {
  const json = parseJson(text);
  if (json === null) return [];
  if (!Array.isArray(json)) return undefined;
  const items = json.map(decode);
  return items.every((item) => item !== undefined) ? items : undefined;
}

function decodeNamesItem(item: unknown): NamesItem | undefined {
  if (!isRecord(item)) return undefined;
  const interfaceName = goText(item, 'interface');
  const ipv4 = goTexts(item, 'ipv4');
  const ipv6 = goTexts(item, 'ipv6');
  const cleanGateway = goFieldAt(item, 'cleangateway') ?? false;
  if (interfaceName === undefined || !ipv4 || !ipv6 || typeof cleanGateway !== 'boolean') return undefined;
  return { interfaceName, names: { ipv4, ipv6 }, cleanGateway };
}

/** A text field as Go decodes it: missing and `null` are `''`, another type is an error. */
function goText(item: unknown, name: string): string | undefined {
  const value = goFieldAt(item, name) ?? '';
  return typeof value === 'string' ? value : undefined;
}

/** A list of texts as Go decodes it: missing and `null` are empty, another type is an error. */
function goTexts(item: unknown, name: string): readonly string[] | undefined {
  const value = goFieldAt(item, name) ?? [];
  if (!Array.isArray(value)) return undefined;
  const texts: unknown[] = value.map((entry: unknown) => entry ?? '');
  return texts.every((entry) => typeof entry === 'string') ? texts : undefined;
}
