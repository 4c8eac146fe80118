import { annotations, COORDINATORS, ENDPOINTS, SPIDERPOOL_API } from '../../spiderpool/names.ts';
import { chartSettings } from '../../spiderpool/settings.ts';
import { nodes, systemNamespaces } from '../demo/cluster.ts';
import { configMap, namespace } from '../objects/cluster-objects.ts';
import { deployment } from '../objects/workload-objects.ts';
import type { Scenario, StoredObject } from '../scenario.ts';
import { hostilePools, hostileSubnets } from './addresses.ts';
import { hostileAttachments } from './networks.ts';

/** Names that YAML 1.1 reads as something else, and one that is as long as a name can be. */
const oddNamespaces = ['true', 'null', '1e3', `n${'0'.repeat(62)}`].map((name) => namespace(name));

const malformed = [
  ['networks-cut-off', { [annotations.networks]: '[{"name":' }],
  ['networks-wrong-name', { [annotations.networks]: 'Kube_System/Macvlan' }],
  ['networks-missing', { [annotations.networks]: 'kube-system/nobody' }],
  ['networks-unreadable', { [annotations.networks]: 'kube-system/not-json' }],
  ['subnets-cut-off', { [annotations.networks]: 'kube-system/macvlan-ens192', [annotations.subnets]: '[{' }],
  ['pools-null', { [annotations.networks]: 'kube-system/macvlan-ens192', [annotations.pools]: 'null' }],
  [
    'pools-not-json',
    { [annotations.networks]: 'kube-system/macvlan-ens192', [annotations.pools]: '<script>' },
  ],
] as const;

const endpoints: readonly StoredObject[] = [
  {
    resource: ENDPOINTS,
    object: {
      apiVersion: SPIDERPOOL_API,
      kind: 'SpiderEndpoint',
      metadata: { name: 'without-status', namespace: 'default' },
    },
  },
  {
    resource: ENDPOINTS,
    object: {
      apiVersion: SPIDERPOOL_API,
      kind: 'SpiderEndpoint',
      metadata: { name: 'ips-of-null', namespace: 'default' },
      status: {
        current: { uid: '', node: '', ips: null },
        ownerControllerType: 'Deployment',
        ownerControllerName: 'web',
      },
    },
  },
];

/** A Pod from elsewhere, whose network-status nobody can read. */
const unreadableStatus: StoredObject = {
  resource: 'v1/pods',
  object: {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: 'unreadable-status',
      namespace: 'default',
      labels: { app: 'unreadable-status' },
      annotations: { [annotations.networkStatus]: '[{"name":"k8s-pod-network","ips":' },
    },
    spec: {
      nodeName: 'worker-a-1',
      containers: [{ name: 'main', image: 'registry.example.com/library/nginx:1.27' }],
    },
    status: { phase: 'Running', podIP: '10.233.64.250', podIPs: [{ ip: '10.233.64.250' }] },
  },
};

const notReady: StoredObject = {
  resource: COORDINATORS,
  object: {
    apiVersion: SPIDERPOOL_API,
    kind: 'SpiderCoordinator',
    metadata: { name: 'default' },
    spec: { podCIDRType: 'cluster' },
    status: {
      phase: 'NotReady',
      reason: 'failed to get kubeadm-config: configmaps "kubeadm-config" not found',
    },
  },
};

export const hostile: Scenario = {
  title: 'Hostile',
  description:
    'Everything that can be wrong in a cluster: pools of all addresses, statuses that are missing or no JSON, attachments that nobody can read, absurd names, and subnets that nobody may read.',
  spiderpool: chartSettings,
  warmUp: 60_000,
  forbidden: ['spidersubnets'],
  content: () => ({
    created: [
      ...nodes,
      ...systemNamespaces,
      ...oddNamespaces,
      configMap('kube-system', 'spiderpool-conf', {
        'conf.yml': 'enableIPv4: [true\n\tenableIPv6',
        clusterNetwork: '///',
      }),
      ...hostileAttachments,
      ...malformed.map(([name, given]) => deployment('default', name, { annotations: given })),
      deployment('true', 'null', { image: 'registry.example.com/library/nginx:missing' }),
    ],
    stored: [...hostilePools, ...hostileSubnets, ...endpoints, notReady, unreadableStatus],
  }),
};
