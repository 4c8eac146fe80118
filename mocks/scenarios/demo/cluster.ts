import type { NodeInterface } from '../../multus/node-devices.ts';
import { annotations } from '../../spiderpool/names.ts';
import type { NewKubeObject } from '../../store/store.ts';
import { configMap, namespace, node, pullSecret, secret } from '../objects/cluster-objects.ts';

/** The extended resource of the workers' SR-IOV virtual functions. */
export const SRIOV_RESOURCE = 'spidernet.io/sriov_netdevice';

const onManagement = (host: number): NodeInterface => ({ name: 'ens160', addresses: [`172.16.0.${host}`] });

/** Both data networks, and virtual functions behind ens224. */
const dataInterfaces = (host: number): NodeInterface[] => [
  onManagement(host),
  { name: 'ens192', addresses: [`10.6.0.${host}`] },
  { name: 'ens224', addresses: [`10.7.0.${host}`], virtualFunctionsOf: SRIOV_RESOURCE },
];

function worker(name: string, zone: string, host: number): NewKubeObject {
  const devices = { [SRIOV_RESOURCE]: 4 };
  return node(name, { zone, address: `172.16.0.${host}`, interfaces: dataInterfaces(host), devices });
}

/** A control plane without data networks, and two workers in each of two zones. */
export const nodes: readonly NewKubeObject[] = [
  node('control-plane-1', {
    zone: 'a',
    address: '172.16.0.11',
    interfaces: [onManagement(11)],
    controlPlane: true,
  }),
  worker('worker-a-1', 'a', 21),
  worker('worker-a-2', 'a', 22),
  worker('worker-b-1', 'b', 31),
  worker('worker-b-2', 'b', 32),
];

/** Namespaces that every cluster has. */
export const systemNamespaces: readonly NewKubeObject[] = [namespace('default'), namespace('kube-system')];

/** A team with pools of its own, and a namespace whose annotation names default pools. */
export const teamNamespaces: readonly NewKubeObject[] = [
  namespace('team-a', { labels: { team: 'a' } }),
  namespace('payments', { annotations: { [annotations.namespacePoolsV4]: '["net6-shared-v4"]' } }),
];

/** A namespace that waits for a finalizer that nobody takes away. */
export const terminatingNamespace: NewKubeObject = {
  ...namespace('retired'),
  metadata: {
    name: 'retired',
    labels: { 'kubernetes.io/metadata.name': 'retired' },
    finalizers: ['example.com/archive'],
    deletionTimestamp: '2026-01-15T07:30:00Z',
    deletionGracePeriodSeconds: 0,
  },
  status: { phase: 'Terminating' },
};

/** What containers take their environment and their images from. */
export const configuration: readonly NewKubeObject[] = ['default', 'team-a'].flatMap((place) => [
  configMap(place, 'web-config', { LOG_LEVEL: 'info', FEATURE_FLAGS: 'nic-metrics,fast-path' }),
  secret(place, 'db-credentials', { username: 'app', password: 'not-a-real-password' }),
  pullSecret(place, 'registry-credentials', 'registry.example.com'),
]);
