import { addressFamilies } from '../ip/address.ts';
import { DEFAULT_NETWORK, NETWORKS } from '../multus/annotation-keys.ts';
import { formatNetworks, selectionId, selectionOf } from '../multus/networks.ts';
import type { NetworkSelection } from '../multus/networks.ts';
import type { NetworkDraft, NicDraft } from '../workload/draft.ts';
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
import { nicRows } from './nic-rows.ts';
import { readAnnotations } from './annotations.ts';
import type { PodAnnotations } from './annotations.ts';
import { toNetworkDraft } from './read-network.ts';

/** Annotations of one concern; a key that is `undefined` must not be there. */
type Written = Readonly<Record<string, string | undefined>>;

/**
 * The annotations that a new Pod template gets for the draft, in the forms of domain reference 11: `networks` short
 * unless a name has a dot, `subnets` or `ippools` and never both, the size always as quoted text, `ippool-reclaim`
 * only when it is `false`, since `true` is what Spiderpool does without it.
 */
export function fromNetworkDraft(network: NetworkDraft): PodAnnotations {
  return Object.fromEntries(
    concerns(network, [], undefined)
      .flatMap((written) => Object.entries(written))
      .filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/**
 * What to change in the annotations of an existing Pod template so that they say what the draft says; `null` takes
 * the key away. A concern (networks, addresses, routes, default route) that the draft did not change keeps its text,
 * older and foreign forms included; one that it changed is written anew, with the foreign fields of its networks
 * (`mac`, `ips` ...) on the NICs that are still there.
 * @param namespace the Pod's namespace as it will be written: a bare name in `networks` belongs to it.
 */
export function annotationChanges(
  annotations: PodAnnotations,
  network: NetworkDraft,
  namespace: string,
): Readonly<Record<string, string | null>> {
  const { networks, defaultNetwork } = readAnnotations(annotations);
  const selections = networks.map((selection) => ({ ...selection, id: selectionId(selection, namespace) }));
  const before = concerns(toNetworkDraft(annotations, namespace).network, selections, defaultNetwork);
  const after = concerns(network, selections, defaultNetwork);
  const changes: Record<string, string | null> = {};
  for (const [index, wanted] of after.entries()) {
    const keys = Object.keys(wanted);
    if (keys.every((key) => before[index]?.[key] === wanted[key])) continue;
    for (const key of keys) {
      if (annotations[key] !== wanted[key]) changes[key] = wanted[key] ?? null;
    }
  }
  return changes;
}

type KnownSelection = NetworkSelection & { readonly id: string };

function concerns(
  network: NetworkDraft,
  selections: readonly KnownSelection[],
  defaultNetwork: NetworkSelection | undefined,
): readonly Written[] {
  return [
    { [NETWORKS]: writeNetworks(network.nics, selections) },
    { [DEFAULT_NETWORK]: writeDefaultNetwork(network.eth0, defaultNetwork) },
    { ...noAddresses, ...writeAddresses(network) },
    { [ROUTES]: writeRoutes(network) },
    { [DEFAULT_ROUTE_NIC]: writeDefaultRouteNic(network) },
  ];
}

/** NICs without an attachment are not written: there is nothing to say about them yet. */
function writeNetworks(nics: readonly NicDraft[], selections: readonly KnownSelection[]): string | undefined {
  const free = new Set(selections);
  const extras = new Map<number, NetworkSelection['extra']>();
  const claim = (index: number, selection: KnownSelection | undefined) => {
    if (!selection || extras.has(index)) return;
    free.delete(selection);
    extras.set(index, selection.extra);
  };
  nics.forEach((nic, index) => {
    const here = selections[index];
    if (here?.id === nic.attachment) claim(index, here);
  });
  nics.forEach((nic, index) => {
    claim(
      index,
      [...free].find(({ id }) => id === nic.attachment),
    );
  });
  const written = nics.flatMap((nic, index) =>
    nic.attachment === '' ? [] : [selectionOf(nic.attachment, nic.interfaceName, extras.get(index))],
  );
  return written.length === 0 ? undefined : formatNetworks(written);
}

function writeDefaultNetwork(eth0: NicDraft, current: NetworkSelection | undefined): string | undefined {
  if (eth0.attachment === '') return undefined;
  const same = current && selectionId(current, '') === eth0.attachment ? current : undefined;
  return formatNetworks([selectionOf(eth0.attachment, same?.interfaceName ?? '', same?.extra)]);
}

const noAddresses: Written = {
  [SUBNETS]: undefined,
  [SUBNET]: undefined,
  [POOL_IP_NUMBER]: undefined,
  [POOL_RECLAIM]: undefined,
  [IP_POOLS]: undefined,
  [IP_POOL]: undefined,
};

function writeAddresses(network: NetworkDraft): Written {
  switch (network.source) {
    case 'default':
      return {};
    case 'pools': {
      const items = itemsOf(network, ({ pools, cleanGateway }) => ({
        names: pools,
        more: cleanGateway ? { cleangateway: true } : {},
      }));
      return items.length === 0 ? {} : { [IP_POOLS]: JSON.stringify(items) };
    }
    case 'fixed': {
      const items = itemsOf(network, ({ subnets }) => ({
        names: { ipv4: [subnets.ipv4].filter(Boolean), ipv6: [subnets.ipv6].filter(Boolean) },
        more: {},
      }));
      if (items.length === 0) return {};
      return {
        [SUBNETS]: JSON.stringify(items),
        [POOL_IP_NUMBER]: writeIpNumber(network),
        [POOL_RECLAIM]: network.keepPool ? 'false' : undefined,
      };
    }
  }
}

/** An item for each NIC, eth0 included, that has a name in some family. */
function itemsOf(
  network: NetworkDraft,
  content: (nic: NicDraft) => { names: NicDraft['pools']; more: Readonly<Record<string, boolean>> },
): readonly unknown[] {
  return nicRows(network).flatMap(({ interfaceName, nic }) => {
    const { names, more } = content(nic);
    const families = addressFamilies.filter((family) => names[family].length > 0);
    if (families.length === 0) return [];
    const lists = Object.fromEntries(families.map((family) => [family, names[family]]));
    return [{ interface: interfaceName, ...lists, ...more }];
  });
}

/**
 * `ippool-ip-number` of a draft in fixed mode. Never absent: what Spiderpool does then depends on its release (domain
 * reference 1.4, R8).
 */
export function writeIpNumber({ elastic }: NetworkDraft): string {
  if (!elastic.enabled || elastic.count === '') return '+0';
  return elastic.form === 'total' ? elastic.count : `+${elastic.count}`;
}

function writeRoutes({ routes }: NetworkDraft): string | undefined {
  const written = routes.filter(({ destination, gateway }) => destination !== '' || gateway !== '');
  if (written.length === 0) return undefined;
  return JSON.stringify(written.map(({ destination, gateway }) => ({ dst: destination, gw: gateway })));
}

function writeDefaultRouteNic(network: NetworkDraft): string | undefined {
  return nicRows(network).find(({ nic }) => nic.defaultRoute)?.interfaceName;
}
