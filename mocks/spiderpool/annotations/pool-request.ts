import { decodeGoJson, goBool, GoJsonError, goString, goStrings } from '../../go/json-decode.ts';
import type { GoShape } from '../../go/json-decode.ts';
import { IpamError } from '../ipam/ipam-error.ts';
import { annotations } from '../names.ts';

/** Names of pools for one NIC, wildcards not yet expanded. */
export interface PoolItem {
  interface: string;
  ipv4: string[];
  ipv6: string[];
  cleanGateway: boolean;
}

const families = { ipv4: goStrings, ipv6: goStrings };
const poolsShape: GoShape = {
  kind: 'list',
  name: 'AnnoPodIPPoolsValue',
  of: {
    kind: 'struct',
    name: 'AnnoIPPoolItem',
    fields: { interface: goString, ...families, cleangateway: goBool },
  },
};
const poolShape: GoShape = { kind: 'struct', name: 'AnnoPodIPPoolValue', fields: families };

/**
 * `ipam.spidernet.io/ippools` (reference 1.6).
 * @throws IpamError when it is no JSON of the right shape
 */
export function readPoolItems(text: string): PoolItem[] {
  const decoded = decode(annotations.pools, text, poolsShape);
  return Array.isArray(decoded) ? decoded.map(toItem) : [];
}

/**
 * `ipam.spidernet.io/ippool`: the same pools for every NIC that asks.
 * @throws IpamError when it is no JSON of the right shape
 */
export function readPoolItem(text: string): Pick<PoolItem, 'ipv4' | 'ipv6'> {
  const { ipv4, ipv6 } = toItem(decode(annotations.pool, text, poolShape));
  return { ipv4, ipv6 };
}

/**
 * The rules of the list as a whole; unnamed items get the names "0", "1", ... in their order.
 * @param nic the interface that is being added
 * @throws IpamError
 */
export function nameItems(items: readonly PoolItem[], nic: string): PoolItem[] {
  const refuse = (why: string) => new IpamError(`${invalidFormat(annotations.pools)}: ${why}`);
  const [first] = items;
  if (first === undefined) throw refuse('value requires at least one item');
  const named = first.interface !== '';
  const seen = new Set<string>();
  const result = items.map((item, index) => {
    if ((item.interface !== '') !== named)
      throw refuse('NIC should be either all specified or all unspecified');
    const name = named ? item.interface : String(index);
    if (seen.has(name)) throw refuse(`duplicate interface ${name}`);
    seen.add(name);
    return { ...item, interface: name };
  });
  if (named && !seen.has(nic)) throw refuse(`interface ${nic} must be specified`);
  return result;
}

/** Whether some item of `ippools` has no interface name: then all NICs are told apart by their order. */
export function isUnnamed(given: Readonly<Record<string, string>>): boolean {
  const text = given[annotations.pools];
  if (text === undefined) return false;
  try {
    return readPoolItems(text).some((item) => item.interface === '');
  } catch (error) {
    if (error instanceof IpamError) return false;
    throw error;
  }
}

/** How every complaint about an annotation of a Pod begins. */
export function invalidFormat(key: string): string {
  return `wrong input, invalid format of Pod annotation '${key}'`;
}

function decode(key: string, text: string, shape: GoShape): unknown {
  try {
    return decodeGoJson(text, shape);
  } catch (error) {
    if (!(error instanceof GoJsonError)) throw error;
    throw new IpamError(`${invalidFormat(key)}: ${error.message}`);
  }
}

function toItem(value: unknown): PoolItem {
  const decoded = (value ?? {}) as {
    interface?: string;
    ipv4?: (string | undefined)[];
    ipv6?: (string | undefined)[];
    cleangateway?: boolean;
  };
  return {
    interface: decoded.interface ?? '',
    ipv4: (decoded.ipv4 ?? []).map((name) => name ?? ''),
    ipv6: (decoded.ipv6 ?? []).map((name) => name ?? ''),
    cleanGateway: decoded.cleangateway ?? false,
  };
}
