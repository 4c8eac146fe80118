import { textOr } from '../store/json.ts';
import type { JsonObject } from '../store/json.ts';
import type { KubeObject } from '../store/store.ts';
import { hasInterface } from './node-devices.ts';

/** The CNI plugins that the simulated nodes have installed. */
const INSTALLED = new Set([
  'bond',
  'bridge',
  'calico',
  'cilium-cni',
  'coordinator',
  'dummy',
  'flannel',
  'host-device',
  'ib-sriov',
  'ifacer',
  'ipoib',
  'ipvlan',
  'kube-ovn',
  'macvlan',
  'ovs',
  'portmap',
  'ptp',
  'rdma',
  'sbr',
  'sriov',
  'tuning',
  'vlan',
  'weave-net',
]);

/** Plugins that sit on an interface of the node. */
const WITH_MASTER = new Set(['macvlan', 'ipvlan', 'vlan', 'ipoib']);

/**
 * Why the main plugin of a chain fails before it asks for an address, or undefined (reference 7.2, 23 and 25).
 * @param device a virtual function that the kubelet has set aside for this NIC
 */
export function mainPluginProblem(
  plugin: JsonObject,
  node: KubeObject | undefined,
  device: string | undefined,
): string | undefined {
  const type = textOr(plugin.type);
  if (!INSTALLED.has(type)) return `failed to find plugin ${JSON.stringify(type)} in path [/opt/cni/bin]`;
  if (type === 'sriov' || type === 'ib-sriov') {
    if (device !== undefined || textOr(plugin.deviceID) !== '') return undefined;
    return 'SRIOV-CNI failed to load netconf: LoadConf(): VF pci addr is required';
  }
  const master = textOr(plugin.master);
  if (!WITH_MASTER.has(type) || master === '' || hasInterface(node, master)) return undefined;
  return `failed to lookup master ${JSON.stringify(master)}: Link not found`;
}

/** Whether a plugin brings its own addresses: the overlays do. */
export function isOverlay(plugin: JsonObject): boolean {
  return ['calico', 'cilium-cni', 'flannel', 'kube-ovn', 'weave-net'].includes(textOr(plugin.type));
}
