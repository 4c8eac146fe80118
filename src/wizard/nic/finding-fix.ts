import type { Finding } from '../../domain/checks/finding.ts';
import type { ClusterView } from '../../domain/cluster-view.ts';
import { recountDevices } from '../../domain/spiderpool/device-resources.ts';
import { setDefaultRoute, setPools, setSource } from '../../domain/spiderpool/nic-actions.ts';
import { nicRows } from '../../domain/spiderpool/nic-rows.ts';
import { withNic } from '../../domain/spiderpool/with-nic.ts';
import type { AddressFamily } from '../../domain/ip/address.ts';
import type { NetworkDraft } from '../../domain/workload/draft.ts';
import type { NicIndex } from '../../domain/spiderpool/with-nic.ts';

/** The edit that ends a finding. */
export interface Fix {
  readonly label:
    'fix.choosePools' | 'fix.followReplicas' | 'fix.clear' | 'fix.remove' | 'fix.devices' | 'fix.routeByEth0';
  readonly params: Readonly<Record<string, string | number>>;
  readonly network: NetworkDraft;
}

/** The one obvious fix of a finding of the NIC step, where there is one. */
export function fixOf(
  { code, path, params }: Finding,
  network: NetworkDraft,
  view: ClusterView,
): Fix | undefined {
  switch (code) {
    case 'network.autoPoolOff':
    case 'network.subnetsOff':
    case 'nic.noDefaultPool':
    case 'nic.sameDefaultPool':
      return { label: 'fix.choosePools', params: {}, network: setSource(network, 'pools') };
    case 'network.fixedTotal':
      return {
        label: 'fix.followReplicas',
        params: {},
        network: { ...network, elastic: { enabled: true, count: '1', form: 'elastic' } },
      };
    case 'nic.notManaged':
    case 'nic.familyOff':
    case 'nic.subnetUnknown': {
      const field = addressField(path, network);
      return field && { label: 'fix.clear', params: {}, network: cleared(network, field, view) };
    }
    case 'nic.poolUnknown': {
      const field = addressField(path, network);
      const name = String(params['name'] ?? '');
      return (
        field && { label: 'fix.remove', params: { name }, network: withoutPool(network, field, name, view) }
      );
    }
    case 'nic.defaultRouteLate':
    case 'nic.defaultRouteTwice':
      return { label: 'fix.routeByEth0', params: {}, network: setDefaultRoute(network, 'eth0') };
    case 'devices.missing':
      return { label: 'fix.devices', params: { ...params }, network: recountDevices(network, view) };
    default:
      return undefined;
  }
}

interface AddressField {
  readonly index: NicIndex;
  readonly kind: 'pools' | 'subnets';
  readonly family: AddressFamily;
}

/** The field of a path such as `network.nics.0.pools.ipv4`. */
function addressField(path: string, network: NetworkDraft): AddressField | undefined {
  const match = /^(.*)\.(pools|subnets)\.(ipv4|ipv6)$/.exec(path);
  const row = nicRows(network).find((each) => each.path === match?.[1]);
  if (row === undefined) return undefined;
  return {
    index: row.index,
    kind: match?.[2] === 'pools' ? 'pools' : 'subnets',
    family: match?.[3] === 'ipv6' ? 'ipv6' : 'ipv4',
  };
}

function cleared(
  network: NetworkDraft,
  { index, kind, family }: AddressField,
  view: ClusterView,
): NetworkDraft {
  if (kind === 'pools') return setPools(network, index, family, [], view);
  return withNic(network, index, (nic) => ({ ...nic, subnets: { ...nic.subnets, [family]: '' } }));
}

function withoutPool(
  network: NetworkDraft,
  { index, family }: AddressField,
  name: string,
  view: ClusterView,
): NetworkDraft {
  const nic = index === 'eth0' ? network.eth0 : network.nics[index];
  const rest = (nic?.pools[family] ?? []).filter((each) => each !== name);
  return setPools(network, index, family, rest, view);
}
