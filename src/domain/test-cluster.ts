import type { Autoscaler } from './autoscaler.ts';
import { decodeAutoscaler } from './autoscaler.ts';
import type { ClusterView, Knowledge } from './cluster-view.ts';
import type { Attachment } from './multus/attachment.ts';
import { decodeAttachment } from './multus/attachment.ts';
import type { NamespaceFacts } from './namespace-facts.ts';
import type { NodeFacts } from './node-facts.ts';
import { decodePool } from './spiderpool/decode-pool.ts';
import { decodeSubnet } from './spiderpool/decode-subnet.ts';
import type { Parsed } from './parsed.ts';
import type { Coordinator } from './spiderpool/coordinator.ts';
import type { Pool } from './spiderpool/pool.ts';
import { reservedAddresses, decodeReserved } from './spiderpool/reserved.ts';
import { assumedSettings } from './spiderpool/settings.ts';
import type { SpiderpoolSettings } from './spiderpool/settings.ts';
import type { Subnet } from './spiderpool/subnet.ts';
import type { AttachmentWire, PoolWire, ReservedWire, SubnetWire } from './spiderpool/wire.ts';

/** Objects of a small cluster for tests: built as the API sends them and read by the decoders. */

export function decoded<Value>(result: Parsed<Value, { code: string }>): Value {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

/** A pool of 10.6.0.0/16 with ten addresses, or of fd00:6::/64, with anything changed. */
export function testPool(
  name: string,
  spec: PoolWire['spec'] = {},
  more: { labels?: Record<string, string>; allocatedIPs?: string; deletionTimestamp?: string } = {},
): Pool {
  const { allocatedIPs, ...metadata } = more;
  const ipv6 = spec.ipVersion === 6;
  return decoded(
    decodePool({
      metadata: { name, ...metadata },
      spec: {
        ipVersion: 4,
        subnet: ipv6 ? 'fd00:6::/64' : '10.6.0.0/16',
        ips: [ipv6 ? 'fd00:6::10-fd00:6::19' : '10.6.0.10-10.6.0.19'],
        ...spec,
      },
      status: allocatedIPs === undefined ? {} : { allocatedIPs },
    } satisfies PoolWire),
  );
}

/** What Pods of elsewhere hold of 10.6.0.0/16, from 10.6.64.0 on: a pool of `ips: ['10.6.64.0-10.6.127.255']` is far from used up. */
export function manyRecords(count: number): string {
  const record = (_: unknown, index: number) => [
    `10.6.${64 + (index >> 8)}.${index & 255}`,
    { pod: `elsewhere/p-${index}`, podUid: `u-${index}` },
  ];
  return JSON.stringify(Object.fromEntries(Array.from({ length: count }, record)));
}

export function testSubnet(
  name: string,
  spec: SubnetWire['spec'] = {},
  more: { controlledIPPools?: string; deletionTimestamp?: string } = {},
): Subnet {
  const { controlledIPPools, ...metadata } = more;
  return decoded(
    decodeSubnet({
      metadata: { name, ...metadata },
      spec: { ipVersion: 4, subnet: '10.7.0.0/16', ips: ['10.7.0.10-10.7.0.19'], ...spec },
      status: controlledIPPools === undefined ? {} : { controlledIPPools },
    } satisfies SubnetWire),
  );
}

/** An attachment `kube-system/NAME` with a CNI configuration. */
export function testAttachment(
  name: string,
  config: object | string,
  annotations: Record<string, string> = {},
): Attachment {
  const text = typeof config === 'string' ? config : JSON.stringify(config);
  return decoded(
    decodeAttachment({
      metadata: { namespace: 'kube-system', name, annotations },
      spec: { config: text },
    } satisfies AttachmentWire),
  );
}

export const spiderpoolIpam = { type: 'spiderpool' } as const;

/** `kube-system/macvlan`, without default pools. */
export const macvlan = testAttachment('macvlan', {
  plugins: [{ type: 'macvlan', master: 'ens192', ipam: spiderpoolIpam }, { type: 'coordinator' }],
});
/** `kube-system/calico`, as Spiderpool's chart makes it: the node's CNI file. */
export const calico = testAttachment('calico', '');
export const sriov = testAttachment(
  'sriov',
  { type: 'sriov', ipam: spiderpoolIpam },
  { 'k8s.v1.cni.cncf.io/resourceName': 'spidernet.io/sriov' },
);

export function testNode(name: string, more: Partial<NodeFacts> = {}): NodeFacts {
  return { name, labels: {}, ready: true, schedulable: true, allocatable: {}, ...more };
}

export function testNamespace(name: string, more: Partial<NamespaceFacts> = {}): NamespaceFacts {
  return { name, labels: {}, annotations: {}, terminating: false, ...more };
}

/** An autoscaler of Deployment `default/web`, with anything changed of what it scales. */
export function testAutoscaler(
  name: string,
  {
    namespace = 'default',
    maxReplicas = 10,
    ...target
  }: { namespace?: string; maxReplicas?: number; apiVersion?: string; kind?: string; name?: string } = {},
): Autoscaler {
  return decoded(
    decodeAutoscaler({
      metadata: { name, namespace },
      spec: {
        scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web', ...target },
        maxReplicas,
      },
    }),
  );
}

interface TestCluster {
  attachments?: readonly Attachment[];
  pools?: readonly Pool[];
  subnets?: readonly Subnet[];
  reserved?: readonly string[];
  namespaces?: readonly NamespaceFacts[];
  nodes?: readonly NodeFacts[];
  coordinators?: readonly Coordinator[];
  autoscalers?: readonly Autoscaler[];
  settings?: Partial<SpiderpoolSettings>;
}

/** A cluster that may be read in full. Spiderpool is in `kube-system`; eth0 is the node's own CNI. */
export function testView(cluster: TestCluster = {}): ClusterView {
  const reserved = (cluster.reserved ?? []).map((range) =>
    decoded(decodeReserved({ metadata: { name: 'r' }, spec: { ips: [range] } } satisfies ReservedWire)),
  );
  return {
    attachments: known(cluster.attachments ?? [macvlan, calico, sriov]),
    multusConfigs: known([]),
    pools: known(cluster.pools ?? []),
    subnets: known(cluster.subnets ?? []),
    reserved: known(reservedAddresses(reserved)),
    namespaces: known(cluster.namespaces ?? [testNamespace('default')]),
    nodes: known(cluster.nodes ?? [testNode('worker1'), testNode('worker2')]),
    coordinators: known(cluster.coordinators ?? [{ name: 'default', phase: 'Synced', reason: '' }]),
    autoscalers: known(cluster.autoscalers ?? []),
    settings: { ...assumedSettings('kube-system'), source: 'read', ...cluster.settings },
  };
}

function known<Value>(value: Value): Knowledge<Value> {
  return { state: 'known', value };
}
