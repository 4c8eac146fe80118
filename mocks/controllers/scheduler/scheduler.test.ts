import { describe, expect, it } from 'vitest';
import {
  createTestCluster,
  sorted,
  testDeployment,
  testNode,
  testObject,
  testPod,
  testTemplate,
} from '../test-cluster.ts';
import type { TestCluster } from '../test-cluster.ts';

const VF = 'spidernet.io/sriov_netdevice';
const requests = (amounts: Record<string, string>) => ({
  containers: [{ name: 'main', image: 'nginx:1', resources: { requests: amounts } }],
});
const nodeOf = (test: TestCluster, name: string) =>
  test.cluster.get('v1/pods', 'default', name)?.spec.nodeName;

describe('a Pod that fits no node', () => {
  const tainted = { spec: { taints: [{ key: 'gpu', value: 'yes', effect: 'NoSchedule' }] } };
  it.each([
    {
      what: 'has no resources of its kind, or the wrong labels',
      nodes: [testNode('node-1', { labels: { zone: 'a' } }), testNode('node-2'), testNode('node-3')],
      spec: { ...requests({ [VF]: '1' }), nodeSelector: { zone: 'a' } },
      message:
        `0/3 nodes are available: 1 Insufficient ${VF}, 2 node(s) didn't match Pod's node affinity/selector. ` +
        'preemption: 0/3 nodes are available: 1 No preemption victims found for incoming pod, 2 Preemption is not helpful for scheduling.',
    },
    {
      what: 'has too little of everything',
      nodes: [testNode('node-1', { allocatable: { cpu: '1', memory: '1Gi', pods: '0' } })],
      spec: requests({ cpu: '2', memory: '2Gi', [VF]: '1' }),
      message:
        `0/1 nodes are available: 1 Insufficient cpu, 1 Insufficient memory, 1 Insufficient ${VF}, 1 Too many pods. ` +
        'preemption: 0/1 nodes are available: 1 No preemption victims found for incoming pod.',
    },
    {
      what: 'does not tolerate taints, cordons included',
      nodes: [testNode('node-1', tainted), testNode('node-2', { spec: { unschedulable: true } })],
      spec: {},
      message:
        '0/2 nodes are available: 1 node(s) had untolerated taint {gpu: yes}, 1 node(s) were unschedulable. ' +
        'preemption: 0/2 nodes are available: 2 Preemption is not helpful for scheduling.',
    },
    {
      what: 'never preempts',
      nodes: [testNode('node-1', { allocatable: { cpu: '1' } })],
      spec: { ...requests({ cpu: '2' }), preemptionPolicy: 'Never' },
      message:
        '0/1 nodes are available: 1 Insufficient cpu. preemption: not eligible due to preemptionPolicy=Never.',
    },
    { what: 'has no node at all', nodes: [], spec: {}, message: 'no nodes available to schedule pods' },
  ])('$what', ({ nodes, spec, message }) => {
    const test = createTestCluster({ nodes });
    test.create('v1/pods', testPod('web', spec));
    test.clock.advance(1_000);
    expect(test.events('web')).toEqual([`Warning FailedScheduling x1: ${message}`]);
    expect(test.pods()[0]?.status).toMatchObject({
      phase: 'Pending',
      conditions: [{ type: 'PodScheduled', status: 'False', reason: 'Unschedulable', message }],
    });
  });

  it('of a DaemonSet is told apart from its own node', () => {
    const test = createTestCluster({
      nodes: [testNode('node-1', { allocatable: { cpu: '1' } }), testNode('node-2')],
    });
    const template = testTemplate('nginx:1', requests({ cpu: '2' }));
    const selector = { matchLabels: { app: 'web' } };
    test.create(
      'apps/v1/daemonsets',
      testObject('apps/v1', 'DaemonSet', 'agent', { spec: { selector, template } }),
    );
    test.clock.advance(3_000);
    const waiting = test.pods().find(({ spec }) => spec.nodeName === undefined);
    expect(test.events(waiting?.metadata.name ?? '')[0]).toContain(
      "0/2 nodes are available: 1 Insufficient cpu, 1 node(s) didn't satisfy plugin(s) [NodeAffinity].",
    );
  });
});

describe('a Pod that waits', () => {
  it.each([
    { what: 'a node comes', event: (test: TestCluster) => test.create('v1/nodes', testNode('node-2')) },
    {
      what: 'a Pod leaves',
      event: (test: TestCluster) =>
        test.store.delete('v1/pods', 'default', 'first', { gracePeriodSeconds: 0 }),
    },
    {
      what: 'a node gets more',
      event: (test: TestCluster) =>
        test.store.modify(
          'v1/nodes',
          undefined,
          'node-1',
          (node) => {
            node.status = { allocatable: { cpu: '8', memory: '8Gi', pods: '110' } };
          },
          { subresource: 'status' },
        ),
    },
  ])('is scheduled when $what', ({ event }) => {
    const test = createTestCluster({ nodes: [testNode('node-1')] });
    test.create('v1/pods', testPod('first', requests({ cpu: '3' })));
    test.create('v1/pods', testPod('second', requests({ cpu: '3' })));
    test.clock.advance(60_000);
    expect(nodeOf(test, 'second')).toBeUndefined();
    event(test);
    test.clock.advance(2_000);
    expect(nodeOf(test, 'second')).toBeDefined();
    expect(test.events('second').at(-1)).not.toContain('FailedScheduling');
  });

  it('is tried no more often than its back-off allows', () => {
    const test = createTestCluster({ nodes: [testNode('node-1', { allocatable: { cpu: '1' } })] });
    test.create('v1/pods', testPod('web', requests({ cpu: '2' })));
    for (let count = 0; count < 100; count += 1) {
      test.store.modify('v1/nodes', undefined, 'node-1', ({ metadata }) => {
        metadata.labels = { ...metadata.labels, round: String(count) };
      });
      test.clock.advance(100);
    }
    expect(test.events('web')).toEqual([expect.stringMatching(/^Warning FailedScheduling x4: /)]);
  });
});

describe('the choice of a node', () => {
  it('is the emptiest', () => {
    const test = createTestCluster();
    test.create('v1/pods', testPod('big', { ...requests({ cpu: '2' }), nodeName: 'node-1' }));
    test.create('v1/pods', testPod('small', { ...requests({ cpu: '500m' }), nodeName: 'node-2' }));
    test.create('v1/pods', testPod('web'));
    test.clock.advance(1_000);
    expect(nodeOf(test, 'web')).toBe('node-3');
  });

  it('spreads equal Pods', () => {
    const test = createTestCluster();
    test.create('apps/v1/deployments', testDeployment({ replicas: 6 }));
    test.clock.advance(1_000);
    const counts = ['node-1', 'node-2', 'node-3'].map(
      (node) => test.pods().filter(({ spec }) => spec.nodeName === node).length,
    );
    expect(counts).toEqual([2, 2, 2]);
  });

  it('prefers what the Pod prefers, and avoids what the node would rather not have', () => {
    const soft = { taints: [{ key: 'old', effect: 'PreferNoSchedule' }] };
    const test = createTestCluster({
      nodes: [
        testNode('node-1', { spec: soft }),
        testNode('node-2'),
        testNode('node-3', { labels: { disk: 'ssd' } }),
      ],
    });
    const preference = { matchExpressions: [{ key: 'disk', operator: 'Exists' }] };
    const nodeAffinity = { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, preference }] };
    test.create('v1/pods', testPod('fast', { affinity: { nodeAffinity } }));
    test.create('v1/pods', testPod('any', { nodeSelector: { 'kubernetes.io/hostname': 'node-1' } }));
    test.clock.advance(1_000);
    expect(nodeOf(test, 'fast')).toBe('node-3');
    expect(nodeOf(test, 'any')).toBe('node-1');
    test.create('v1/pods', testPod('other'));
    test.clock.advance(1_000);
    expect(nodeOf(test, 'other')).toBe('node-2');
  });

  it('counts extended resources of bound Pods until they have ended', () => {
    const test = createTestCluster({ nodes: [testNode('node-1', { allocatable: { [VF]: '2' } })] });
    test.create('v1/pods', testPod('job', { ...requests({ [VF]: '1' }), restartPolicy: 'Never' }));
    for (const name of ['a', 'b']) test.create('v1/pods', testPod(name, requests({ [VF]: '1' })));
    test.clock.advance(1_000);
    expect(
      ['job', 'a', 'b'].map((name) => nodeOf(test, name)).filter((node) => node !== undefined),
    ).toHaveLength(2);
    test.clock.advance(10_000);
    expect(['job', 'a', 'b'].map((name) => nodeOf(test, name))).toEqual(Array(3).fill('node-1'));
  });
});

describe('affinity between Pods', () => {
  const labels = { app: 'web' };
  const terms = [{ labelSelector: { matchLabels: labels }, topologyKey: 'kubernetes.io/hostname' }];
  const apart = { affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: terms } } };
  const together = { affinity: { podAffinity: { requiredDuringSchedulingIgnoredDuringExecution: terms } } };

  it('keeps Pods apart, in both directions', () => {
    const test = createTestCluster({ nodes: [testNode('node-1'), testNode('node-2')] });
    for (const name of ['a', 'b', 'c']) test.create('v1/pods', testPod(name, apart, { labels }));
    test.clock.advance(1_000);
    expect(sorted([nodeOf(test, 'a'), nodeOf(test, 'b')])).toEqual(['node-1', 'node-2']);
    expect(test.events('c')[0]).toContain("2 node(s) didn't match pod anti-affinity rules");
    test.create('v1/pods', testPod('d', {}, { labels }));
    test.clock.advance(1_000);
    expect(test.events('d')[0]).toContain("2 node(s) didn't satisfy existing pods anti-affinity rules");
  });

  it('brings Pods together; the first of a kind goes anywhere', () => {
    const test = createTestCluster();
    test.create('v1/pods', testPod('friend', together));
    test.clock.advance(1_000);
    expect(test.events('friend')[0]).toContain("3 node(s) didn't match pod affinity rules");
    for (const name of ['a', 'b', 'c']) test.create('v1/pods', testPod(name, together, { labels }));
    test.clock.advance(20_000);
    const nodes = ['a', 'b', 'c', 'friend'].map((name) => nodeOf(test, name));
    expect(new Set(nodes)).toEqual(new Set([nodeOf(test, 'a')]));
    expect(nodes[0]).toBeDefined();
  });
});

describe('host ports', () => {
  it('are taken once on a node', () => {
    const test = createTestCluster({ nodes: [testNode('node-1')] });
    const ports = [{ containerPort: 80, hostPort: 8080 }];
    const spec = { containers: [{ name: 'main', image: 'nginx:1', ports }] };
    test.create('v1/pods', testPod('a', spec));
    test.create('v1/pods', testPod('b', spec));
    test.clock.advance(1_000);
    expect(test.events('b')[0]).toContain("1 node(s) didn't have free ports for the requested pod ports");
  });
});
