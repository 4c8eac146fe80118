import { known } from '../../cluster-view.ts';
import { addressFamilies, parseAddress } from '../../ip/address.ts';
import { cidrContains, formatCidr, parseCidr, type Cidr } from '../../ip/cidr.ts';
import { poolsByName } from '../../spiderpool/pool-index.ts';
import { isAsChosen, type AddressOrigin } from '../../spiderpool/precedence.ts';
import type { AddressSource, Draft, RouteDraft } from '../../workload/draft.ts';
import type { CheckContext } from '../check-context.ts';
import type { Finding } from '../finding.ts';
import { repeatedIndexes } from '../repeated.ts';
import { error, when } from '../report.ts';

/**
 * Custom routes (R9, `getCustomRoutes`, domain reference 1.10): a CIDR by way of an address of the same family. A
 * route whose gateway is in no NIC's subnet would be dropped without a word, as all are where no NIC asks Spiderpool; 0.0.0.0/0 would fight the default route.
 */
export function checkRoutes({ network }: Draft, context: CheckContext): readonly Finding[] {
  const { routes } = network;
  const networks = routes.length === 0 ? null : reachableNetworks(network.source, context);
  // Nobody reads the routes then: Spiderpool is not asked (S11).
  const unserved = context.origins.every(({ from }) => from === 'otherIpam');
  const destinations = routes.map(({ destination }) => {
    const cidr = parseCidr(destination);
    return cidr.ok ? formatCidr(cidr.value) : '';
  });
  return [
    ...routes.flatMap((route, index) =>
      unserved ? checkUnserved(route, index) : checkRoute(route, `network.routes.${index}`, networks),
    ),
    ...repeatedIndexes(destinations).map((index) =>
      error('route.repeated', `network.routes.${index}.destination`, {
        destination: destinations[index] ?? '',
      }),
    ),
  ];
}

function checkUnserved({ destination, gateway }: RouteDraft, index: number): readonly Finding[] {
  return when(
    destination !== '' || gateway !== '',
    error('route.noNic', `network.routes.${index}.destination`),
  );
}

function checkRoute(route: RouteDraft, path: string, networks: readonly Cidr[] | null): readonly Finding[] {
  if (route.destination === '' && route.gateway === '') return [];
  const destination = parseCidr(route.destination);
  const gateway = parseAddress(route.gateway);
  const findings = [
    ...when(!destination.ok, error('route.destination', `${path}.destination`)),
    ...when(!gateway.ok, error('route.gateway', `${path}.gateway`)),
  ];
  if (destination.ok && destination.value.prefix === 0) {
    findings.push(
      error('route.default', `${path}.destination`, { destination: formatCidr(destination.value) }),
    );
  }
  if (!destination.ok || !gateway.ok) return findings;
  if (destination.value.network.family !== gateway.value.family) {
    return [...findings, error('route.families', `${path}.gateway`)];
  }
  const reached = networks === null || networks.some((network) => cidrContains(network, gateway.value));
  return [
    ...findings,
    ...when(!reached, error('route.unreachable', `${path}.gateway`, { gateway: route.gateway })),
  ];
}

/** The networks of all NICs that Spiderpool serves; `null` when those of one of them cannot be told, or are not chosen yet. */
function reachableNetworks(source: AddressSource, { origins, view }: CheckContext): readonly Cidr[] | null {
  const pools = known(view.pools);
  const subnets = new Map(known(view.subnets)?.map((subnet) => [subnet.name, subnet]));
  const stock = { pools: pools === undefined ? new Map() : poolsByName(pools), subnets };
  const networks: Cidr[] = [];
  for (const origin of origins) {
    const own = origin.from === 'otherIpam' || isAsChosen(origin, source) ? networksOf(origin, stock) : null;
    if (own === null) return null;
    networks.push(...own);
  }
  return networks;
}

interface Stock {
  readonly pools: ReadonlyMap<string, { readonly subnet: string }>;
  readonly subnets: ReadonlyMap<string, { readonly subnet: string }>;
}

function networksOf({ from, names }: AddressOrigin, { pools, subnets }: Stock): readonly Cidr[] | null {
  if (from === 'otherIpam') return [];
  if (from === 'unknown' || from === 'nowhere') return null;
  const networks: Cidr[] = [];
  for (const name of addressFamilies.flatMap((family) => names[family])) {
    const cidr = parseCidr((from === 'subnets' ? subnets : pools).get(name)?.subnet ?? '');
    if (!cidr.ok) return null;
    networks.push(cidr.value);
  }
  return networks;
}
