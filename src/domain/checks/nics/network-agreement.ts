import { known } from '../../cluster-view.ts';
import { addressFamilies, type AddressFamily } from '../../ip/address.ts';
import { formatCidr, parseCidr } from '../../ip/cidr.ts';
import type { DecodedConfig } from '../../multus/attachment.ts';
import { expandNames } from '../../spiderpool/expand-names.ts';
import { poolsByName } from '../../spiderpool/pool-index.ts';
import type { AddressOrigin } from '../../spiderpool/precedence.ts';
import type { AddressStock } from '../../spiderpool/stock.ts';
import type { Draft } from '../../workload/draft.ts';
import type { CheckContext } from '../check-context.ts';
import type { Finding } from '../finding.ts';
import { warning } from '../report.ts';
import { addressPath } from './nic-fields.ts';

/**
 * Addresses fit the network behind the attachment, as far as its own default pools tell which that is (R18). One
 * finding for each NIC and family: the first pool or subnet of another CIDR.
 */
export function checkNetworks({ network }: Draft, { origins, view }: CheckContext): readonly Finding[] {
  return eachStock(origins, view, (origin, family, stocks, config) => {
    const expected = defaultNetworks(config, family, view);
    const other = stocks.find(({ stock }) => {
      const cidr = networkOf(stock);
      return cidr !== undefined && expected.length > 0 && !expected.includes(cidr);
    });
    if (other === undefined) return [];
    const params = {
      nic: origin.nic.interfaceName,
      name: other.name,
      cidr: other.stock.subnet,
      network: expected.join(', '),
    };
    return [warning('nic.otherNetwork', addressPath(origin.nic, network.source, family), params)];
  });
}

/**
 * A pool or subnet that names its VLAN (Spiderpool before 1.0) names that of the attachment; nothing checks it at run
 * time (console behaviour 2.10, domain reference 3.2).
 */
export function checkVlans({ network }: Draft, { origins, view }: CheckContext): readonly Finding[] {
  return eachStock(origins, view, (origin, family, stocks, config) =>
    stocks.flatMap(({ name, stock: { vlan } }) => {
      const attached = config.vlan ?? 0;
      if (vlan === undefined || vlan === attached) return [];
      const params = { nic: origin.nic.interfaceName, name, vlan, attached };
      return [warning('nic.otherVlan', addressPath(origin.nic, network.source, family), params)];
    }),
  );
}

/** How many NICs and families the two rules speak of: a fix must not make them more. */
export function reachabilityDoubts(draft: Draft, context: CheckContext): number {
  return checkNetworks(draft, context).length + checkVlans(draft, context).length;
}

interface NamedStock {
  readonly name: string;
  readonly stock: AddressStock;
}

/** Asks for each NIC on an attachment that can be read, and each family, with the pools or subnets that it has. */
function eachStock(
  origins: readonly AddressOrigin[],
  view: CheckContext['view'],
  check: (
    origin: AddressOrigin,
    family: AddressFamily,
    stocks: readonly NamedStock[],
    config: DecodedConfig,
  ) => readonly Finding[],
): readonly Finding[] {
  const pools = poolsByName(known(view.pools) ?? []);
  const subnets = new Map(known(view.subnets)?.map((subnet) => [subnet.name, subnet]));
  return origins.flatMap((origin) => {
    const { resolution } = origin.nic;
    const config = resolution.state === 'found' ? resolution.attachment.config : undefined;
    if (config?.kind !== 'decoded') return [];
    const objects: ReadonlyMap<string, AddressStock> = origin.from === 'subnets' ? subnets : pools;
    return addressFamilies.flatMap((family) => {
      const stocks = origin.names[family].flatMap((name) => {
        const stock = objects.get(name);
        return stock === undefined || stock.family !== family ? [] : [{ name, stock }];
      });
      return check(origin, family, stocks, config);
    });
  });
}

/** The networks of the attachment's own default pools, in canonical form. */
export function defaultNetworks(
  { defaultPools }: DecodedConfig,
  family: AddressFamily,
  view: CheckContext['view'],
): readonly string[] {
  const pools = known(view.pools);
  if (pools === undefined) return [];
  const byName = poolsByName(pools);
  const networks = expandNames(defaultPools[family], family, pools).names.flatMap((name) => {
    const pool = byName.get(name);
    return (pool && networkOf(pool)) ?? [];
  });
  return [...new Set(networks)];
}

/** The CIDR of a pool or subnet in canonical form. */
export function networkOf({ subnet }: AddressStock): string | undefined {
  const cidr = parseCidr(subnet);
  return cidr.ok ? formatCidr(cidr.value) : undefined;
}
