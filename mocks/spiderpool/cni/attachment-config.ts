import { isObject, listOr, objectOr, textOr } from '../../store/json.ts';
import type { JsonObject } from '../../store/json.ts';
import { annotations } from '../names.ts';
import { texts } from '../resources/label-selector.ts';
import { mastersOf } from '../resources/multus-config.ts';
import type { MultusConfig } from '../resources/multus-config.ts';

/**
 * The CNI configuration that a SpiderMultusConfig stands for, as JSON text; empty for a custom one without text, for which
 * Multus reads a file of the node. The chain is: ifacer for VLANs and bonds, the main plugin, rdma, what the user chains,
 * coordinator, tuning.
 * @param attachmentName the name that the CNI configuration gets unless an annotation names another
 */
export function attachmentConfig(config: MultusConfig, attachmentName: string): string {
  if (config.cniType === 'custom') return textOr(config.spec.customCNI);
  const plugins = [
    ...ifacer(config),
    mainPlugin(config),
    ...rdma(config),
    ...texts(config.spec.chainCNIJsonData).map((text) => JSON.parse(text) as unknown),
    ...coordinator(config.spec),
    ...tuning(config),
  ];
  return JSON.stringify({
    cniVersion: config.annotations[annotations.cniVersion] ?? '0.3.1',
    name: config.annotations[annotations.cniConfigName] || attachmentName,
    plugins,
  });
}

/** Makes the VLAN interface or the bond before the main plugin uses it. */
function ifacer({ cniType, config }: MultusConfig): JsonObject[] {
  const masters = mastersOf(config);
  const vlan = cniType === 'vlan' ? 0 : config.vlanID;
  if (!['macvlan', 'ipvlan', 'vlan'].includes(cniType) || (!vlan && masters.length < 2)) return [];
  return [
    {
      ...(vlan ? { vlanID: vlan } : {}),
      type: 'ifacer',
      interfaces: masters,
      ...(isObject(config.bond) ? { bond: bondOf(config.bond) } : {}),
    },
  ];
}

function bondOf({ name, mode, options }: JsonObject): JsonObject {
  return { name, mode, options };
}

function mainPlugin(multusConfig: MultusConfig): JsonObject {
  const { cniType, config } = multusConfig;
  const ipam = ipamBlock(multusConfig);
  switch (cniType) {
    case 'macvlan':
      return { type: 'macvlan', master: masterOf(multusConfig), mode: 'bridge', mtu: config.mtu, ...ipam };
    case 'ipvlan':
      return { type: 'ipvlan', master: masterOf(multusConfig), mtu: config.mtu, ...ipam };
    case 'vlan':
      return {
        type: 'vlan',
        master: masterOf(multusConfig),
        vlanMode: config.vlanMode,
        ...(config.vlanMode === 'manual' ? { vlanId: config.vlanID } : {}),
        mtu: config.mtu,
        ...ipam,
      };
    case 'sriov':
      return {
        vlan: config.vlanID,
        min_tx_rate: config.minTxRateMbps,
        max_tx_rate: config.maxTxRateMbps,
        type: 'sriov',
        ...ipam,
      };
    case 'ib-sriov':
      return {
        type: 'ib-sriov',
        pkey: config.pkey,
        link_state: config.linkState,
        rdmaIsolation: config.rdmaIsolation,
        ibKubernetesEnabled: config.enableIbKubernetes,
        ...ipam,
      };
    case 'ipoib':
      return { type: 'ipoib', master: config.master, ...ipam };
    default:
      return {
        vlan: config.vlan,
        type: cniType,
        bridge: config.bridge,
        ...(textOr(config.deviceID) === '' ? {} : { deviceID: config.deviceID }),
        ...(listOr(config.trunk).length === 0 ? {} : { trunk: config.trunk }),
        ...ipam,
      };
  }
}

/** The interface of the host: the bond or the one master, and its VLAN interface where there is one. */
function masterOf({ cniType, config }: MultusConfig): string {
  const [first = '', second] = mastersOf(config);
  const base = second === undefined ? first : textOr(objectOr(config.bond).name);
  return cniType !== 'vlan' && typeof config.vlanID === 'number' && config.vlanID !== 0
    ? `${base}.${config.vlanID}`
    : base;
}

function ipamBlock({ cniType, config, spec }: MultusConfig): JsonObject {
  if (spec.disableIPAM === true) return {};
  const pools = objectOr(config.ippools);
  const [ipv4, ipv6] = [texts(pools.ipv4), texts(pools.ipv6)];
  return {
    ipam: {
      type: 'spiderpool',
      ...(ipv4.length === 0 ? {} : { default_ipv4_ippool: ipv4 }),
      ...(ipv6.length === 0 ? {} : { default_ipv6_ippool: ipv6 }),
      ...(cniType === 'sriov' && pools.matchMasterSubnet === true ? { match_master_subnet: true } : {}),
    },
  };
}

function rdma({ cniType, config }: MultusConfig): JsonObject[] {
  return cniType === 'sriov' && config.rdmaIsolation === true ? [{ type: 'rdma' }] : [];
}

/** The keys are those of the plugin, in its order; it spells one of them otherwise than the resource does. */
function coordinator(spec: JsonObject): JsonObject[] {
  if (spec.enableCoordinator !== true) return [];
  const given = objectOr(spec.coordinator);
  const filled = Object.entries({
    txQueueLen: given.txQueueLen,
    tunePodRoutes: given.tunePodRoutes,
    mode: given.mode,
    type: 'coordinator',
    vethLinkAddress: given.vethLinkAddress,
    vethMTU: given.vethMTU,
    podDefaultRouteNic: given.podDefaultRouteNIC,
    podMACPrefix: given.podMACPrefix,
    hijackCIDR: given.hijackCIDR,
    policyRoutes: given.policyRoutes,
    podRPFilter: given.podCIDRType === undefined ? undefined : given.podRPFilter,
  }).filter(
    ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
  );
  return [Object.fromEntries(filled)];
}

function tuning({ cniType, config }: MultusConfig): JsonObject[] {
  return cniType === 'sriov' && typeof config.mtu === 'number' && config.mtu > 0
    ? [{ type: 'tuning', mtu: config.mtu }]
    : [];
}
