import type { ClusterView } from '../../cluster-view.ts';
import {
  macvlan,
  sriov,
  testAttachment,
  testNamespace,
  testNode,
  testPool,
  testSubnet,
  testView,
} from '../../test-cluster.ts';
import { parseManifest } from '../../workload/manifest-document.ts';
import { checkManifest, type ObjectReport } from './check-manifest.ts';

/** Two attachments without default pools and one of another IPAM, two pools and two subnets of their networks. */
export function manifestView(more: Parameters<typeof testView>[0] = {}): ClusterView {
  const second = testAttachment('macvlan-b', {
    plugins: [{ type: 'macvlan', master: 'ens224', ipam: { type: 'spiderpool' } }],
  });
  const dhcp = testAttachment('dhcp', { type: 'macvlan', ipam: { type: 'dhcp' } });
  return testView({
    attachments: [macvlan, second, sriov, dhcp],
    pools: [
      testPool('pool-a'),
      testPool('pool-b', { subnet: '10.8.0.0/16', ips: ['10.8.0.10-10.8.0.19'] }),
      testPool('eth-a', { ips: ['10.6.1.10-10.6.1.19'] }),
    ],
    subnets: [
      testSubnet('subnet-a'),
      testSubnet('subnet-b', { subnet: '10.9.0.0/16', ips: ['10.9.0.10-10.9.0.19'] }),
    ],
    namespaces: [testNamespace('default'), testNamespace('team')],
    nodes: [testNode('n1'), testNode('n2', { labels: { zone: 'a' } })],
    ...more,
  });
}

export function reportsOf(text: string, view: ClusterView = manifestView()): readonly ObjectReport[] {
  const documents = parseManifest(text);
  if (!documents.ok) throw new Error(`${documents.error.code} ${documents.error.line}`);
  return checkManifest({ text, documents: documents.value }, view, 'default');
}

/** `severity code` of every finding of every object. */
export function codesOf(text: string, view?: ClusterView): readonly string[] {
  return reportsOf(text, view).flatMap(({ findings }) =>
    (findings ?? []).map(({ finding }) => `${finding.severity} ${finding.code}`),
  );
}

/** A workload as an object: JSON is YAML. */
export interface Wire {
  readonly annotations?: Readonly<Record<string, unknown>>;
  readonly spec?: object;
  readonly podSpec?: object;
  readonly metadata?: object;
}

const containers = [{ name: 'c', image: 'nginx:1.27' }];

/** A sound workload of a kind, with annotations on its Pods. */
export function workload(apiVersion: string, kind: string, wire: Wire = {}): string {
  return JSON.stringify(workloadObject(apiVersion, kind, wire));
}

export function workloadObject(apiVersion: string, kind: string, wire: Wire = {}): object {
  const { annotations = {}, spec = {}, podSpec = {}, metadata = {} } = wire;
  const own = { name: 'web', namespace: 'default', ...metadata };
  const pod = { containers, ...podSpec };
  const template = { metadata: { labels: { app: 'web' }, annotations }, spec: pod };
  switch (kind) {
    case 'Pod':
      return { apiVersion, kind, metadata: { ...own, labels: { app: 'web' }, annotations }, spec: pod };
    case 'CronJob':
      return {
        apiVersion,
        kind,
        metadata: own,
        spec: { schedule: '0 0 * * *', jobTemplate: { spec: { template, ...spec } } },
      };
    case 'Deployment':
    case 'StatefulSet':
    case 'DaemonSet':
    case 'ReplicaSet':
      return {
        apiVersion,
        kind,
        metadata: own,
        spec: { selector: { matchLabels: { app: 'web' } }, template, ...spec },
      };
    default:
      return { apiVersion, kind, metadata: own, spec: { template, ...spec } };
  }
}

export const NETWORKS = 'k8s.v1.cni.cncf.io/networks';
export const DEFAULT_NETWORK = 'v1.multus-cni.io/default-network';
export const K = 'ipam.spidernet.io';
