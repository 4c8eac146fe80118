import { SPIDERPOOL_API } from '../../spiderpool/names.ts';
import type { NewKubeObject } from '../../store/store.ts';

/** Attachments, the SpiderMultusConfigs that make them, and the coordinator. */

interface DefaultPools {
  ipv4?: string[];
  ipv6?: string[];
}

interface OnMasterOptions {
  master: string;
  vlan?: number;
  pools?: DefaultPools;
  rdmaResourceName?: string;
  disableIPAM?: boolean;
  coordinator?: Readonly<Record<string, unknown>>;
}

function multusConfig(id: string, spec: Readonly<Record<string, unknown>>): NewKubeObject {
  const [namespace = '', name = ''] = id.split('/');
  return {
    apiVersion: SPIDERPOOL_API,
    kind: 'SpiderMultusConfig',
    metadata: { name, namespace },
    spec: { ...spec },
  };
}

function onMaster(id: string, cniType: 'macvlan' | 'ipvlan', options: OnMasterOptions): NewKubeObject {
  const { master, vlan, pools, rdmaResourceName, disableIPAM, coordinator } = options;
  return multusConfig(id, {
    cniType,
    ...(disableIPAM === undefined ? {} : { disableIPAM }),
    ...(coordinator === undefined ? {} : { coordinator: { ...coordinator } }),
    [cniType]: {
      master: [master],
      ...(vlan === undefined ? {} : { vlanID: vlan }),
      ...(rdmaResourceName === undefined ? {} : { rdmaResourceName }),
      ...(pools === undefined ? {} : { ippools: pools }),
    },
  });
}

/** @param id `namespace/name` */
export function macvlan(id: string, options: OnMasterOptions): NewKubeObject {
  return onMaster(id, 'macvlan', options);
}

/** @param id `namespace/name` */
export function ipvlan(id: string, options: OnMasterOptions): NewKubeObject {
  return onMaster(id, 'ipvlan', options);
}

/** @param id `namespace/name` */
export function sriov(
  id: string,
  {
    resourceName,
    pools,
    matchMasterSubnet,
  }: { resourceName: string; pools?: DefaultPools; matchMasterSubnet?: boolean },
): NewKubeObject {
  const ippools = { ...pools, ...(matchMasterSubnet === undefined ? {} : { matchMasterSubnet }) };
  return multusConfig(id, { cniType: 'sriov', sriov: { resourceName, ippools } });
}

/**
 * An attachment written by hand.
 * @param config what `spec.config` says; undefined makes Multus read the node's CNI file of that name
 */
export function attachment(id: string, config?: string): NewKubeObject {
  const [namespace = '', name = ''] = id.split('/');
  return {
    apiVersion: 'k8s.cni.cncf.io/v1',
    kind: 'NetworkAttachmentDefinition',
    metadata: { name, namespace },
    spec: config === undefined ? {} : { config },
  };
}

/** The one SpiderCoordinator. */
export function coordinator(spec: Readonly<Record<string, unknown>> = {}): NewKubeObject {
  return {
    apiVersion: SPIDERPOOL_API,
    kind: 'SpiderCoordinator',
    metadata: { name: 'default' },
    spec: { podCIDRType: 'auto', ...spec },
  };
}
