import type { Route } from '../../spiderpool/resources/address-block.ts';
import { SPIDERPOOL_API } from '../../spiderpool/names.ts';
import type { NewKubeObject } from '../../store/store.ts';

/** Pools, subnets and reserved addresses. */

interface AddressOptions {
  subnet: string;
  ips: string[];
  excludeIPs?: string[];
  gateway?: string;
  routes?: Route[];
}

interface PoolOptions extends AddressOptions {
  disable?: boolean;
  default?: boolean;
  podAffinity?: Selector;
  namespaceAffinity?: Selector;
  namespaceName?: string[];
  nodeAffinity?: Selector;
  nodeName?: string[];
  /** `ns/nad`, or a bare name in Spiderpool's namespace. */
  multusName?: string[];
}

interface Selector {
  matchLabels: Readonly<Record<string, string>>;
}

export function pool(name: string, spec: PoolOptions): NewKubeObject {
  return { apiVersion: SPIDERPOOL_API, kind: 'SpiderIPPool', metadata: { name }, spec: { ...spec } };
}

export function subnet(name: string, spec: AddressOptions): NewKubeObject {
  return { apiVersion: SPIDERPOOL_API, kind: 'SpiderSubnet', metadata: { name }, spec: { ...spec } };
}

export function reservedIp(name: string, ips: string[]): NewKubeObject {
  return { apiVersion: SPIDERPOOL_API, kind: 'SpiderReservedIP', metadata: { name }, spec: { ips } };
}
