import { pool, reservedIp, subnet } from '../../../mocks/scenarios/objects/address-objects.ts';
import { attachment, coordinator, macvlan } from '../../../mocks/scenarios/objects/attachment-objects.ts';
import { spiderpoolConf } from '../../../mocks/scenarios/objects/cluster-objects.ts';
import { deployment, podTemplate } from '../../../mocks/scenarios/objects/workload-objects.ts';
import { nodes, systemNamespaces } from '../../../mocks/scenarios/demo/cluster.ts';
import type { Scenario } from '../../../mocks/scenarios/scenario.ts';
import { annotations } from '../../../mocks/spiderpool/names.ts';
import { chartSettings } from '../../../mocks/spiderpool/settings.ts';
import type { NewKubeObject } from '../../../mocks/store/store.ts';
import type { Change } from './compared-case.ts';

const settings = chartSettings;
export const NET1 = 'kube-system/macvlan-ens192';
export const NET2 = 'kube-system/macvlan-ens224';

/** The cluster that all cases are played in: nodes, two attachments without default pools, no pools. */
export const comparedCluster: Scenario = {
  title: 'Compared',
  description: 'Two attachments without pools of their own, and nothing else.',
  spiderpool: settings,
  warmUp: 5_000,
  content: () => ({
    created: [
      ...nodes,
      ...systemNamespaces,
      spiderpoolConf(settings),
      coordinator(),
      attachment('kube-system/calico'),
      macvlan(NET1, { master: 'ens192' }),
      macvlan(NET2, { master: 'ens224' }),
    ],
  }),
};

/** Makes the objects of one case, in a network of its own. */
export interface CaseObjects {
  /** `10.50.1.0/24`; with 6 as family `fd00:50:1::/112`. */
  network(which?: 1 | 2, family?: 4 | 6): string;
  /** `10.50.1.N` */
  host(n: number, which?: 1 | 2, family?: 4 | 6): string;
  /** `ID-NAME` */
  named(name: string): string;
  /** A pool of `ID-NAME` with addresses FROM to TO of the first network. */
  pool(name: string, from: number, to: number, spec?: Readonly<Record<string, unknown>>): Change;
  pool6(name: string, from: number, to: number): Change;
  /** The same in the second network. */
  pool2(name: string, from: number, to: number, spec?: Readonly<Record<string, unknown>>): Change;
  subnet(name: string, from: number, to: number, which?: 1 | 2): Change;
  subnet6(name: string, from: number, to: number): Change;
  reserved(name: string, hosts: readonly number[]): Change;
  /** A Deployment `web` on both attachments. */
  web(given: Readonly<Record<string, string>>, options?: WebOptions): Change;
  /** As it was created, to change or delete it. */
  webObject(): NewKubeObject;
  /** A pool, a subnet or reserved addresses, to change or delete them. */
  reference(kind: 'SpiderIPPool' | 'SpiderSubnet' | 'SpiderReservedIP', name: string): NewKubeObject;
}

interface WebOptions {
  name?: string;
  replicas?: number;
  /** Default: both. */
  networks?: string;
  labels?: Readonly<Record<string, string>>;
  spec?: Readonly<Record<string, unknown>>;
}

export function caseObjects(id: string, index: number): CaseObjects {
  const second = (which: 1 | 2) => 50 + (which - 1) * 100;
  const network = (which: 1 | 2 = 1, family: 4 | 6 = 4) =>
    family === 4 ? `10.${second(which)}.${index}.0/24` : `fd00:${second(which)}:${index}::/112`;
  const host = (n: number, which: 1 | 2 = 1, family: 4 | 6 = 4) =>
    family === 4 ? `10.${second(which)}.${index}.${n}` : `fd00:${second(which)}:${index}::${n.toString(16)}`;
  const named = (name: string) => `${id}-${name}`;
  const addresses = (from: number, to: number, which: 1 | 2, family: 4 | 6) => ({
    subnet: network(which, family),
    ips: to < from ? [] : [`${host(from, which, family)}-${host(to, which, family)}`],
    gateway: host(254, which, family),
  });
  const create = (object: NewKubeObject): Change => ({ kind: 'create', object });
  const onNetwork =
    (which: 1 | 2, family: 4 | 6) =>
    (name: string, from: number, to: number, spec: Readonly<Record<string, unknown>> = {}) =>
      create(pool(named(name), { ...addresses(from, to, which, family), ...spec }));
  return {
    network,
    host,
    named,
    pool: onNetwork(1, 4),
    pool6: onNetwork(1, 6),
    pool2: onNetwork(2, 4),
    subnet: (name, from, to, which = 1) => create(subnet(named(name), addresses(from, to, which, 4))),
    subnet6: (name, from, to) => create(subnet(named(name), addresses(from, to, 1, 6))),
    reserved: (name, hosts) =>
      create(
        reservedIp(
          named(name),
          hosts.map((n) => host(n)),
        ),
      ),
    web: (given, { name = 'web', replicas = 1, networks = `${NET1},${NET2}`, labels = {}, spec = {} } = {}) =>
      create(
        deployment(id, name, {
          replicas,
          labels,
          annotations: { ...(networks === '' ? {} : { [annotations.networks]: networks }), ...given },
          spec,
        }),
      ),
    webObject: () => deployment(id, 'web'),
    reference: (kind, name) => ({
      apiVersion: 'spiderpool.spidernet.io/v2beta1',
      kind,
      metadata: { name: named(name) },
    }),
  };
}

/** A workload of another kind than Deployment, with the Pods of `web`. */
export function workload(
  apiVersion: string,
  kind: string,
  namespace: string,
  given: Readonly<Record<string, string>>,
  spec: Readonly<Record<string, unknown>>,
  podSpec: Readonly<Record<string, unknown>> = {},
): Change {
  const template = podTemplate('web', { annotations: { [annotations.networks]: NET1, ...given }, podSpec });
  return {
    kind: 'create',
    object: { apiVersion, kind, metadata: { name: 'web', namespace }, spec: { ...spec, template } },
  };
}

/** Values of annotations. */
export const pools = (...items: readonly Readonly<Record<string, unknown>>[]) => ({
  [annotations.pools]: JSON.stringify(items),
});
export const subnets = (number: string, ...items: readonly Readonly<Record<string, unknown>>[]) => ({
  [annotations.subnets]: JSON.stringify(items),
  ...(number === '' ? {} : { [annotations.poolIpNumber]: number }),
});
