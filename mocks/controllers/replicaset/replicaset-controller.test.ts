import { describe, expect, it } from 'vitest';
import { controllerOf } from '../cluster.ts';
import { createTestCluster, testObject, testPod, testTemplate } from '../test-cluster.ts';

const REPLICA_SETS = 'apps/v1/replicasets';

function started(replicas: number) {
  const test = createTestCluster();
  const selector = { matchLabels: { app: 'web' } };
  test.create(
    REPLICA_SETS,
    testObject('apps/v1', 'ReplicaSet', 'web', { spec: { replicas, selector, template: testTemplate() } }),
  );
  test.clock.advance(3_000);
  return test;
}

describe('ReplicaSet', () => {
  it('replaces a Pod that is deleted', () => {
    const test = started(2);
    const [first] = test.pods();
    if (first !== undefined) test.cluster.delete('v1/pods', first);
    test.clock.advance(3_000);
    expect(test.activePods()).toHaveLength(2);
    expect(test.pods().map(({ metadata }) => metadata.name)).not.toContain(first?.metadata.name);
  });

  it('adopts a Pod without owner that matches, and creates one less', () => {
    const test = createTestCluster();
    test.create('v1/pods', testPod('stray', {}, { labels: { app: 'web' } }));
    const selector = { matchLabels: { app: 'web' } };
    test.create(
      REPLICA_SETS,
      testObject('apps/v1', 'ReplicaSet', 'web', {
        spec: { replicas: 2, selector, template: testTemplate() },
      }),
    );
    test.clock.advance(3_000);
    expect(test.pods()).toHaveLength(2);
    expect(test.pods().map((pod) => controllerOf(pod)?.name)).toEqual(['web', 'web']);
  });

  it('lets a Pod go whose label changes, and makes another', () => {
    const test = started(1);
    const [first] = test.pods();
    if (first === undefined) throw new Error('no Pod');
    test.cluster.modify('v1/pods', first, ({ metadata }) => {
      metadata.labels = { app: 'debug' };
    });
    test.clock.advance(3_000);
    expect(test.pods()).toHaveLength(2);
    const released = test.cluster.get('v1/pods', 'default', first.metadata.name);
    expect(released?.metadata.ownerReferences).toBeUndefined();
  });

  it('gives up the Pods first that are not ready', () => {
    const test = started(3);
    const [, second] = test.pods();
    if (second === undefined) throw new Error('no Pod');
    test.cluster.modifyStatus('v1/pods', second, ({ status }) => {
      for (const condition of status?.conditions ?? [])
        if (condition.type === 'Ready') condition.status = 'False';
    });
    const [set] = test.cluster.list(REPLICA_SETS);
    if (set !== undefined) {
      test.cluster.modify(REPLICA_SETS, set, ({ spec }) => {
        spec.replicas = 2;
      });
    }
    test.clock.advance(3_000);
    expect(test.pods().map(({ metadata }) => metadata.name)).not.toContain(second.metadata.name);
    expect(test.events('web').at(-1)).toBe(
      `Normal SuccessfulDelete x1: Deleted pod: ${second.metadata.name}`,
    );
  });
});
