import { describe, expect, it } from 'vitest';
import type { DaemonSet, Kinds } from '../kinds.ts';
import { sorted, createTestCluster, testNode, testObject, testTemplate } from '../test-cluster.ts';
import type { TestCluster } from '../test-cluster.ts';
import { isReady } from '../workload/pod-state.ts';

const DAEMON_SETS = 'apps/v1/daemonsets';

function started(
  spec: Record<string, unknown> = {},
  nodes?: Parameters<typeof createTestCluster>[0],
): TestCluster {
  const test = createTestCluster(nodes);
  const selector = { matchLabels: { app: 'web' } };
  test.create(
    DAEMON_SETS,
    testObject('apps/v1', 'DaemonSet', 'agent', { spec: { selector, template: testTemplate(), ...spec } }),
  );
  test.clock.advance(5_000);
  return test;
}

function set(test: TestCluster): DaemonSet {
  const found = test.cluster.get(DAEMON_SETS, 'default', 'agent');
  if (found === undefined) throw new Error('no DaemonSet');
  return found;
}

function change(test: TestCluster, edit: (spec: Kinds['apps/v1/daemonsets']['spec']) => void): void {
  test.cluster.modify(DAEMON_SETS, set(test), ({ spec }) => edit(spec));
}

const nodesOf = (test: TestCluster) => sorted(test.activePods().map(({ spec }) => spec.nodeName));

describe('DaemonSet', () => {
  it('has one Pod on each node', () => {
    const test = started();
    expect(nodesOf(test)).toEqual(['node-1', 'node-2', 'node-3']);
    expect(set(test).status).toEqual({
      observedGeneration: 1,
      currentNumberScheduled: 3,
      desiredNumberScheduled: 3,
      numberMisscheduled: 0,
      numberReady: 3,
      numberAvailable: 3,
      updatedNumberScheduled: 3,
    });
  });

  it('passes over nodes that it does not select or tolerate, but not over cordoned ones', () => {
    const taints = [{ key: 'gpu', effect: 'NoSchedule' }];
    const labels = { zone: 'a' };
    const test = started(
      { template: testTemplate('nginx:1', { nodeSelector: labels }) },
      {
        nodes: [
          testNode('node-1', { labels }),
          testNode('node-2'),
          testNode('node-3', { labels, spec: { taints } }),
          testNode('node-4', { labels, spec: { unschedulable: true } }),
        ],
      },
    );
    expect(nodesOf(test)).toEqual(['node-1', 'node-4']);
    expect(set(test).status?.desiredNumberScheduled).toBe(2);
  });

  it('follows nodes that come, change and go', () => {
    const test = started({ template: testTemplate('nginx:1', { nodeSelector: { zone: 'a' } }) });
    expect(nodesOf(test)).toEqual([]);
    const label = (value: string) =>
      test.store.modify('v1/nodes', undefined, 'node-2', ({ metadata }) => {
        metadata.labels = { ...metadata.labels, zone: value };
      });
    label('a');
    test.create('v1/nodes', testNode('node-4', { labels: { zone: 'a' } }));
    test.clock.advance(5_000);
    expect(nodesOf(test)).toEqual(['node-2', 'node-4']);
    label('b');
    test.clock.advance(5_000);
    expect(nodesOf(test)).toEqual(['node-4']);
    test.store.delete('v1/nodes', undefined, 'node-4');
    test.clock.advance(60_000);
    expect(nodesOf(test)).toEqual([]);
  });

  it('rolls with as many unavailable as allowed', () => {
    const test = started();
    let fewest = 3;
    test.store.observe(({ resource }) => {
      if (resource === 'v1/pods') fewest = Math.min(fewest, test.activePods().filter(isReady).length);
    });
    change(test, (spec) => {
      spec.template = testTemplate('nginx:2');
    });
    test.clock.advance(30_000);
    expect(test.activePods().map(({ spec }) => spec.containers[0]?.image)).toEqual(Array(3).fill('nginx:2'));
    expect(nodesOf(test)).toEqual(['node-1', 'node-2', 'node-3']);
    expect(fewest).toBe(2);
    expect(set(test).status).toMatchObject({
      updatedNumberScheduled: 3,
      numberAvailable: 3,
      observedGeneration: 2,
    });
  });

  it('never has two Pods on one node', () => {
    const test = started();
    let most = 0;
    test.store.observe(({ resource }) => {
      if (resource !== 'v1/pods') return;
      const nodes = test.pods().flatMap(({ spec }) => spec.nodeName ?? []);
      most = Math.max(most, ...nodes.map((node) => nodes.filter((other) => other === node).length));
    });
    for (const { metadata } of test.pods()) test.store.delete('v1/pods', 'default', metadata.name);
    test.clock.advance(10_000);
    expect(nodesOf(test)).toEqual(['node-1', 'node-2', 'node-3']);
    expect(most).toBe(1);
  });

  it('stops rolling when a new Pod does not become ready', () => {
    const test = started();
    change(test, (spec) => {
      spec.template = testTemplate('nginx:notready');
    });
    test.clock.advance(60_000);
    expect(sorted(test.activePods().map(({ spec }) => spec.containers[0]?.image))).toEqual([
      'nginx:1',
      'nginx:1',
      'nginx:notready',
    ]);
    expect(set(test).status).toMatchObject({ updatedNumberScheduled: 1, numberUnavailable: 1 });
  });

  it('replaces a failed Pod', () => {
    const test = started();
    const [first] = test.pods();
    if (first === undefined) throw new Error('no Pod');
    test.cluster.modifyStatus('v1/pods', first, (copy) => {
      copy.status = { phase: 'Failed' };
    });
    test.clock.advance(5_000);
    expect(nodesOf(test)).toEqual(['node-1', 'node-2', 'node-3']);
    expect(test.events('agent').join('\n')).toContain(
      `Warning FailedDaemonPod x1: Found failed daemon pod default/${first.metadata.name} on node ${first.spec.nodeName}, will try to kill it`,
    );
  });
});
