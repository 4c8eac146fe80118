import { goFieldAt, isRecord, listAt, parseJson, textAt, textsAt, valueAt } from '../untyped.ts';
import type { UntypedRecord } from '../untyped.ts';
import type { AttachmentConfig, DecodedConfig } from './attachment.ts';

/** CNIs that make the Pod's own overlay interface and cannot be added beside another. */
const overlayTypes: ReadonlySet<string> = new Set([
  'antrea',
  'calico',
  'cilium-cni',
  'flannel',
  'kube-router',
  'weave-net',
]);

/** CNIs that Spiderpool's SpiderMultusConfig makes and that are known to work as an added NIC. */
const underlayTypes: ReadonlySet<string> = new Set([
  'macvlan',
  'ipvlan',
  'vlan',
  'sriov',
  'ib-sriov',
  'ipoib',
  'ovs',
]);

/** Whether the console knows how NICs of this CNI type behave. */
export function isKnownCniType(cniType: string): boolean {
  return overlayTypes.has(cniType) || underlayTypes.has(cniType);
}

/** CNIs whose NICs are devices of the node: without the attachment's resource the Pod gets none. */
export function isDeviceCniType(cniType: string): boolean {
  return cniType === 'sriov' || cniType === 'ib-sriov';
}

/**
 * Reads `spec.config` of an attachment: one plugin, or a chain as the SpiderMultusConfig controller writes it:
 * [ifacer] main [rdma] [chained JSON] [coordinator] [tuning] (domain reference 2.5).
 */
export function decodeCniConfig(config: unknown): AttachmentConfig {
  if (config === undefined || config === null || config === '') return { kind: 'file' };
  if (typeof config !== 'string') return { kind: 'unreadable', problem: 'notText' };
  const json = parseJson(config);
  if (json === undefined) return { kind: 'unreadable', problem: 'notJson' };
  if (!isRecord(json)) return { kind: 'unreadable', problem: 'notObject' };
  const chain = typeOf(json) === undefined ? listAt(json, 'plugins').filter(isRecord) : [json];
  // Multus looks at the first alone (`LoadDelegateNetConfList`).
  if (!chain[0] || typeOf(chain[0]) === undefined) return { kind: 'unreadable', problem: 'noPlugin' };
  const plugins = chain.filter((plugin) => typeOf(plugin));
  const main = plugins.find((plugin) => typeOf(plugin) !== 'ifacer') ?? plugins[0];
  if (!main) return { kind: 'unreadable', problem: 'noPlugin' };
  return { ...describeChain(json, main, plugins), ...describeCoordinator(plugins) };
}

function typeOf(plugin: UntypedRecord): string | undefined {
  return textAt(plugin, 'type');
}

function describeChain(
  json: UntypedRecord,
  main: UntypedRecord,
  plugins: readonly UntypedRecord[],
): DecodedConfig {
  const cniType = typeOf(main) ?? '';
  const spiderpool = plugins
    .map((plugin) => valueAt(plugin, 'ipam'))
    .find((ipam) => textAt(ipam, 'type') === 'spiderpool');
  const cniName = textAt(json, 'name');
  const master = textAt(main, 'master') ?? textAt(main, 'bridge');
  const vlan = vlanOf(main) ?? plugins.map(vlanOf).find((id) => id !== undefined);
  const ipamType = textAt(valueAt(main, 'ipam'), 'type');
  return {
    kind: 'decoded',
    cniType,
    spiderpool: spiderpool !== undefined,
    overlay: overlayTypes.has(cniType),
    defaultPools: {
      ipv4: textsAt(spiderpool, 'default_ipv4_ippool'),
      ipv6: textsAt(spiderpool, 'default_ipv6_ippool'),
    },
    coordinator: false,
    matchMasterSubnet: valueAt(spiderpool, 'match_master_subnet') === true,
    ...(cniName === undefined ? {} : { cniName }),
    ...(master === undefined ? {} : { master }),
    ...(vlan === undefined ? {} : { vlan }),
    ...(ipamType === undefined ? {} : { ipamType }),
  };
}

function describeCoordinator(plugins: readonly UntypedRecord[]): Partial<DecodedConfig> {
  const coordinator = plugins.find((plugin) => typeOf(plugin) === 'coordinator');
  if (!coordinator) return {};
  const mode = textAt(coordinator, 'mode');
  const routeNic = goFieldAt(coordinator, 'podDefaultRouteNic');
  return {
    coordinator: true,
    ...(mode === undefined ? {} : { coordinatorMode: mode }),
    ...(typeof routeNic === 'string' && routeNic !== '' ? { podDefaultRouteNic: routeNic } : {}),
  };
}

/** `vlan` (sriov, ovs), `vlanId` (vlan), `vlanID` (ifacer). 0 is untagged. */
function vlanOf(plugin: UntypedRecord): number | undefined {
  const vlan = goFieldAt(plugin, 'vlan') ?? goFieldAt(plugin, 'vlanId');
  return typeof vlan === 'number' && Number.isInteger(vlan) && vlan > 0 ? vlan : undefined;
}
