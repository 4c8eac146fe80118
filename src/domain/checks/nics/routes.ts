import { parseAddress } from '../../ip/address.ts';
import { cidrContains, formatCidr, parseCidr, type Cidr } from '../../ip/cidr.ts';
import type { Draft, RouteDraft } from '../../workload/draft.ts';
import type { CheckContext } from '../check-context.ts';
import type { Finding } from '../finding.ts';
import { repeatedIndexes } from '../repeated.ts';
import { error, when } from '../report.ts';
import { networksOf, nicFacts } from './nic-facts.ts';

/**
 * Custom routes (R9, `getCustomRoutes`, domain reference 1.10): a CIDR by way of an address of the same family. A
 * route whose gateway is in no NIC's subnet would be dropped without a word; 0.0.0.0/0 would fight the default route.
 */
export function checkRoutes(draft: Draft, context: CheckContext): readonly Finding[] {
  const { routes } = draft.network;
  const networks = reachableNetworks(draft, context);
  const destinations = routes.map(({ destination }) => {
    const cidr = parseCidr(destination);
    return cidr.ok ? formatCidr(cidr.value) : '';
  });
  return [
    ...routes.flatMap((route, index) => checkRoute(route, `network.routes.${index}`, networks)),
    ...repeatedIndexes(destinations).map((index) =>
      error('route.repeated', `network.routes.${index}.destination`, {
        destination: destinations[index] ?? '',
      }),
    ),
  ];
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

/** The networks of all NICs that Spiderpool serves; `null` when those of one of them cannot be told. */
function reachableNetworks(draft: Draft, context: CheckContext): readonly Cidr[] | null {
  const networks: Cidr[] = [];
  for (const facts of nicFacts(draft, context)) {
    if (facts.managed === 'no') continue;
    const own = networksOf(facts, draft.network.source, context);
    if (own === null) return null;
    networks.push(...own);
  }
  return networks;
}
