import { createManualClock } from '../manual-clock.ts';
import type { ManualClock } from '../manual-clock.ts';
import { createMemoryStore } from '../store/memory-store.ts';
import type { MemoryStore } from '../store/memory-store.ts';
import type { NewKubeObject } from '../store/store.ts';
import { createCluster } from './cluster.ts';
import type { Cluster } from './cluster.ts';
import type { AdmittedWriter } from './controller-context.ts';
import type { Deployment, Pod } from './kinds.ts';
import type { PodNetwork } from './pod-network.ts';
import { startControllers } from './start-controllers.ts';
import { isActive } from './workload/pod-state.ts';

/** A small cluster for tests: three nodes, a namespace, all controllers, and a clock that stands still. */
export interface TestCluster {
  clock: ManualClock;
  store: MemoryStore;
  cluster: Cluster;
  create(resource: string, object: NewKubeObject): void;
  /** The Pods of the default namespace, ordered by name. */
  pods(): Pod[];
  /** Those that are not being deleted and have not ended. */
  activePods(): Pod[];
  deployment(name?: string): Deployment;
  /** `Warning FailedScheduling x2: 0/3 nodes are available: ...` of one object, oldest first. */
  events(name: string): string[];
}

export interface TestClusterOptions {
  nodes?: readonly NewKubeObject[];
  network?: PodNetwork;
  seed?: number;
  mostPods?: number;
  /** What stands between the controllers and the store; default: nothing. */
  api?: (store: MemoryStore) => AdmittedWriter;
}

export function createTestCluster(options: TestClusterOptions = {}): TestCluster {
  const clock = createManualClock();
  const store = createMemoryStore({
    clock,
    onListenerError: (error) => {
      throw error;
    },
  });
  store.create(
    'v1/namespaces',
    testObject('v1', 'Namespace', 'default', { spec: { finalizers: ['kubernetes'] } }),
  );
  for (const node of options.nodes ?? [1, 2, 3].map((index) => testNode(`node-${index}`))) {
    store.create('v1/nodes', node);
  }
  startControllers({
    store,
    clock,
    api: options.api?.(store) ?? store,
    ...(options.network === undefined ? {} : { network: options.network }),
    ...(options.seed === undefined ? {} : { seed: options.seed }),
    ...(options.mostPods === undefined ? {} : { mostPods: options.mostPods }),
    report: (error) => {
      throw error;
    },
  });
  const cluster = createCluster(store);
  const pods = () => cluster.list('v1/pods', 'default');
  return {
    clock,
    store,
    cluster,
    create: (resource, object) => void store.create(resource, object),
    pods,
    activePods: () => pods().filter(isActive),
    deployment(name = 'web') {
      const found = cluster.get('apps/v1/deployments', 'default', name);
      if (found === undefined) throw new Error(`no Deployment ${name}`);
      return found;
    },
    events: (name) =>
      cluster
        .list('v1/events')
        .filter(({ involvedObject }) => involvedObject.name === name)
        .sort((a, b) => (a.metadata.name < b.metadata.name ? -1 : 1))
        .map(({ type, reason, count, message }) => `${type} ${reason} x${count}: ${message}`),
  };
}

/** A namespaced object is put into `default`. */
export function testObject(
  apiVersion: string,
  kind: string,
  name: string,
  rest: Record<string, unknown> & { metadata?: NewKubeObject['metadata'] },
): NewKubeObject {
  const { metadata = {}, ...body } = rest;
  const home = ['Namespace', 'Node'].includes(kind) ? {} : { namespace: 'default' };
  return { apiVersion, kind, metadata: { name, ...home, ...metadata }, ...body };
}

export function testNode(
  name: string,
  options: {
    labels?: Record<string, string>;
    spec?: Record<string, unknown>;
    allocatable?: Record<string, string>;
  } = {},
): NewKubeObject {
  const { labels = {}, spec = {}, allocatable = {} } = options;
  return testObject('v1', 'Node', name, {
    metadata: { labels: { 'kubernetes.io/hostname': name, ...labels } },
    spec,
    status: {
      allocatable: { cpu: '4', memory: '8Gi', pods: '110', ...allocatable },
      addresses: [{ type: 'InternalIP', address: `10.6.0.${Number(name.split('-')[1])}` }],
    },
  });
}

/** A Pod template with one container `main`. */
export function testTemplate(image = 'nginx:1', spec: Record<string, unknown> = {}) {
  return { metadata: { labels: { app: 'web' } }, spec: { containers: [{ name: 'main', image }], ...spec } };
}

/** A Deployment `web` of Pods labelled `app: web`. */
export function testDeployment(spec: Record<string, unknown> = {}): NewKubeObject {
  return testObject('apps/v1', 'Deployment', 'web', {
    spec: { replicas: 3, selector: { matchLabels: { app: 'web' } }, template: testTemplate(), ...spec },
  });
}

export function testPod(name: string, spec: Record<string, unknown> = {}, metadata = {}): NewKubeObject {
  return testObject('v1', 'Pod', name, {
    metadata,
    spec: { containers: [{ name: 'main', image: 'nginx:1' }], ...spec },
  });
}

/** In the order of their text, to compare what has no order. */
export function sorted<T>(values: readonly T[]): T[] {
  return [...values].sort((a, b) => (String(a) < String(b) ? -1 : 1));
}
