import { known, type ClusterView } from '../../cluster-view.ts';
import { addressFamilies, formatAddress, parseAddress } from '../../ip/address.ts';
import { recountDevices } from '../../spiderpool/device-resources.ts';
import { removeNic, setDefaultRoute } from '../../spiderpool/nic-actions.ts';
import { poolsByName } from '../../spiderpool/pool-index.ts';
import { addressOrigins } from '../../spiderpool/precedence.ts';
import type { Draft } from '../../workload/draft.ts';
import { textAtField, withField, withoutRow } from '../../workload/draft-path.ts';
import { withChosenPools } from './chosen-pools.ts';
import { fix, type Fixer } from './fix.ts';
import { nicOf } from './nic-field.ts';

/** Pools chosen by name: the way out of every default that does not serve. */
export const choosePools: Fixer = (finding, draft, view) => {
  const chosen = withChosenPools(draft, view, nicOf(finding, draft)?.index);
  return chosen && fix('choosePools', chosen);
};

const routeByEth0: Fixer = (_, draft) =>
  fix('routeByEth0', { ...draft, network: setDefaultRoute(draft.network, 'eth0') });

/** What the NICs take is asked for in the first container, by the NIC step. */
const askForDevices: Fixer = ({ params }, draft, view) => {
  const network = recountDevices(draft.network, view);
  const owned = new Set(network.deviceResources.map(({ name }) => name));
  const containers = draft.containers.map((container, index) => {
    if (index > 0) return container;
    const extended = container.resources.extended.filter(({ name }) => !owned.has(name));
    return { ...container, resources: { ...container.resources, extended } };
  });
  return fix('devices', { ...draft, containers, network }, params);
};

/** Fixes of what holds for the whole Pod: the source of addresses, routes, devices. */
export const networkFixes = {
  'network.subnetsOff': choosePools,
  'network.autoPoolOff': choosePools,
  'network.namespacePools': choosePools,
  'network.namespacePoolsBroken': choosePools,
  'network.fixedTotal': (_, draft) =>
    fix('followReplicas', {
      ...draft,
      network: { ...draft.network, elastic: { enabled: true, count: '1', form: 'elastic' } },
    }),
  'network.noMultus': (_, draft, view) => {
    const rows = draft.network.nics.reduce((network) => removeNic(network, 0, view), draft.network);
    const network = { ...rows, eth0: { ...rows.eth0, attachment: '' }, deviceResources: [] };
    return fix('removeNics', { ...draft, network });
  },
  'nic.defaultRouteTwice': routeByEth0,
  'nic.defaultRouteLate': routeByEth0,
  'nic.defaultRouteCoordinator': routeByEth0,
  'nic.defaultRouteOverruled': (_, draft) =>
    fix('leaveRoute', { ...draft, network: setDefaultRoute(draft.network, undefined) }),
  'route.destination': ({ path }, draft) => {
    const address = parseAddress(textAtField(draft, path));
    if (!address.ok) return undefined;
    const value = `${formatAddress(address.value)}/${address.value.family === 'ipv4' ? 32 : 128}`;
    return fix('write', withField(draft, path, value), { value });
  },
  'route.default': ({ path }, draft) => fix('removeRow', withoutRow(draft, path)),
  'route.unreachable': ({ path }, draft, view) => {
    const gateway = parseAddress(textAtField(draft, path));
    const value = gateways(draft, view).find((text) => {
      const own = parseAddress(text);
      return own.ok && gateway.ok && own.value.family === gateway.value.family;
    });
    return value === undefined ? undefined : fix('write', withField(draft, path, value), { value });
  },
  'route.noNic': (_, draft) => fix('removeRoutes', { ...draft, network: { ...draft.network, routes: [] } }),
  'devices.missing': askForDevices,
  'devices.rdmaMissing': askForDevices,
  'resource.ownedByNics': ({ path }, draft) => fix('removeRow', withoutRow(draft, path)),
} satisfies Partial<Record<string, Fixer>>;

/** The gateways of the pools and subnets that the NICs draw from, in the order of the NICs. */
function gateways({ network, basics }: Draft, view: ClusterView): readonly string[] {
  const pools = poolsByName(known(view.pools) ?? []);
  const subnets = known(view.subnets) ?? [];
  return addressOrigins(network, basics.namespace, view).flatMap(({ from, names }) =>
    addressFamilies.flatMap((family) =>
      names[family].flatMap((name) => {
        const stock = from === 'subnets' ? subnets.find((each) => each.name === name) : pools.get(name);
        return stock?.gateway ?? [];
      }),
    ),
  );
}
