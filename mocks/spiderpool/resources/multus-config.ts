import { objectOr, textOr } from '../../store/json.ts';
import type { JsonObject } from '../../store/json.ts';
import type { KubeObject } from '../../store/store.ts';
import { texts } from './label-selector.ts';

/** The kinds of CNI that a SpiderMultusConfig knows, and the key of `spec` that configures each. */
const configKeys: Readonly<Record<string, string>> = {
  macvlan: 'macvlan',
  ipvlan: 'ipvlan',
  vlan: 'vlan',
  sriov: 'sriov',
  ovs: 'ovs',
  'ib-sriov': 'ibsriov',
  ipoib: 'ipoib',
  custom: 'customCNI',
};

/** All `cniType`s with a key of their own. */
export const cniTypes: readonly string[] = Object.keys(configKeys);

export function configKeyOf(cniType: string): string | undefined {
  return configKeys[cniType];
}

/** A SpiderMultusConfig as Spiderpool reads it. */
export interface MultusConfig {
  namespace: string;
  name: string;
  annotations: Readonly<Record<string, string>>;
  cniType: string;
  spec: JsonObject;
  /** The block that `cniType` names; empty when it is missing. */
  config: JsonObject;
}

export function readMultusConfig(object: KubeObject): MultusConfig {
  const spec = objectOr(object.spec);
  const cniType = textOr(spec.cniType);
  return {
    namespace: object.metadata.namespace ?? '',
    name: object.metadata.name,
    annotations: object.metadata.annotations ?? {},
    cniType,
    spec,
    config: objectOr(spec[configKeyOf(cniType) ?? '']),
  };
}

/** The interfaces of the host that carry the attachment. */
export function mastersOf(config: JsonObject): string[] {
  return typeof config.master === 'string' ? [config.master].filter(Boolean) : texts(config.master);
}

/** The device resource that Pods with this attachment take: SR-IOV, or shared RDMA. Empty for none. */
export function deviceResourceOf({ cniType, config }: MultusConfig): string {
  switch (cniType) {
    case 'sriov':
    case 'ib-sriov':
      return textOr(config.resourceName);
    case 'macvlan':
    case 'ipvlan':
    case 'vlan':
      return textOr(config.rdmaResourceName);
    default:
      return '';
  }
}
