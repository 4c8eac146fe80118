import { describe, expect, it } from 'vitest';
import type { Kinds, StatefulSet } from '../kinds.ts';
import { createTestCluster, sorted, testObject, testTemplate } from '../test-cluster.ts';
import type { TestCluster } from '../test-cluster.ts';

const STATEFUL_SETS = 'apps/v1/statefulsets';

function started(spec: Record<string, unknown> = {}): TestCluster {
  const test = createTestCluster();
  test.create(
    STATEFUL_SETS,
    testObject('apps/v1', 'StatefulSet', 'db', {
      spec: {
        replicas: 3,
        serviceName: 'db',
        selector: { matchLabels: { app: 'web' } },
        template: testTemplate(),
        updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition: 0 } },
        ...spec,
      },
    }),
  );
  return test;
}

function set(test: TestCluster): StatefulSet {
  const found = test.cluster.get(STATEFUL_SETS, 'default', 'db');
  if (found === undefined) throw new Error('no StatefulSet');
  return found;
}

function change(test: TestCluster, edit: (spec: Kinds['apps/v1/statefulsets']['spec']) => void): void {
  test.cluster.modify(STATEFUL_SETS, set(test), ({ spec }) => edit(spec));
}

/** The names of Pods in the order of what happened to them. */
function record(test: TestCluster): string[] {
  const log: string[] = [];
  test.store.observe(({ type, resource, object }) => {
    if (resource === 'v1/pods' && type !== 'MODIFIED')
      log.push(`${type === 'ADDED' ? '+' : '-'}${object.metadata.name}`);
  });
  return log;
}

const images = (test: TestCluster) => test.pods().map(({ spec }) => spec.containers[0]?.image);
const names = (test: TestCluster) => test.pods().map(({ metadata }) => metadata.name);

describe('StatefulSet', () => {
  it('makes its Pods one after the other', () => {
    const test = started();
    test.clock.advance(1_000);
    expect(names(test)).toEqual(['db-0']);
    test.clock.advance(1_000);
    expect(names(test)).toEqual(['db-0', 'db-1']);
    test.clock.advance(3_000);
    expect(names(test)).toEqual(['db-0', 'db-1', 'db-2']);
    const [first] = test.pods();
    expect(first?.spec).toMatchObject({ hostname: 'db-0', subdomain: 'db' });
    expect(first?.metadata.labels).toMatchObject({
      'apps.kubernetes.io/pod-index': '0',
      'statefulset.kubernetes.io/pod-name': 'db-0',
      'controller-revision-hash': set(test).status?.updateRevision,
    });
    expect(set(test).status).toMatchObject({
      observedGeneration: 1,
      replicas: 3,
      readyReplicas: 3,
      availableReplicas: 3,
      currentReplicas: 3,
      updatedReplicas: 3,
    });
    expect(test.events('db')[0]).toBe(
      'Normal SuccessfulCreate x1: create Pod db-0 in StatefulSet db successful',
    );
  });

  it('makes them all at once when Parallel', () => {
    const test = started({ podManagementPolicy: 'Parallel' });
    test.clock.advance(100);
    expect(names(test)).toEqual(['db-0', 'db-1', 'db-2']);
  });

  it('waits for a Pod that is not ready', () => {
    const test = started({ template: testTemplate('nginx:notready') });
    test.clock.advance(30_000);
    expect(names(test)).toEqual(['db-0']);
  });

  it('starts where its ordinals start, and makes claims', () => {
    const claim = { metadata: { name: 'data' }, spec: { resources: { requests: { storage: '1Gi' } } } };
    const test = started({ replicas: 2, ordinals: { start: 5 }, volumeClaimTemplates: [claim] });
    test.clock.advance(5_000);
    expect(names(test)).toEqual(['db-5', 'db-6']);
    expect(test.cluster.list('v1/persistentvolumeclaims').map(({ metadata }) => metadata.name)).toEqual([
      'data-db-5',
      'data-db-6',
    ]);
    expect(test.pods()[0]?.spec.volumes).toEqual([
      { name: 'data', persistentVolumeClaim: { claimName: 'data-db-5' } },
    ]);
  });

  it('drops Pods from above, one at a time', () => {
    const test = started();
    test.clock.advance(10_000);
    const log = record(test);
    change(test, (spec) => {
      spec.replicas = 1;
    });
    test.clock.advance(500);
    expect(test.activePods()).toHaveLength(2);
    test.clock.advance(10_000);
    expect(log).toEqual(['-db-2', '-db-1']);
  });

  it('rolls from above, one at a time, under the same names', () => {
    const test = started();
    test.clock.advance(10_000);
    const log = record(test);
    const before = set(test).status?.currentRevision;
    change(test, (spec) => {
      spec.template = testTemplate('nginx:2');
    });
    test.clock.advance(500);
    expect(set(test).status).toMatchObject({ currentRevision: before, currentReplicas: 2 });
    test.clock.advance(20_000);
    expect(log).toEqual(['-db-2', '+db-2', '-db-1', '+db-1', '-db-0', '+db-0']);
    expect(images(test)).toEqual(Array(3).fill('nginx:2'));
    const status = set(test).status;
    expect(status?.currentRevision).not.toBe(before);
    expect(status?.currentRevision).toBe(status?.updateRevision);
  });

  it('rolls one at a time even when Parallel', () => {
    const test = started({ podManagementPolicy: 'Parallel' });
    test.clock.advance(10_000);
    const log = record(test);
    change(test, (spec) => {
      spec.template = testTemplate('nginx:2');
    });
    test.clock.advance(20_000);
    expect(log).toEqual(['-db-2', '+db-2', '-db-1', '+db-1', '-db-0', '+db-0']);
  });

  it('stops a rollout at a Pod that does not become ready', () => {
    const test = started();
    test.clock.advance(10_000);
    change(test, (spec) => {
      spec.template = testTemplate('nginx:notready');
    });
    test.clock.advance(30_000);
    expect(images(test)).toEqual(['nginx:1', 'nginx:1', 'nginx:notready']);
  });

  it('leaves Pods below the partition, also when they are made anew', () => {
    const test = started();
    test.clock.advance(10_000);
    change(test, (spec) => {
      spec.template = testTemplate('nginx:2');
      spec.updateStrategy = { type: 'RollingUpdate', rollingUpdate: { partition: 2 } };
    });
    test.clock.advance(10_000);
    expect(images(test)).toEqual(['nginx:1', 'nginx:1', 'nginx:2']);
    test.store.delete('v1/pods', 'default', 'db-0');
    test.clock.advance(10_000);
    expect(images(test)).toEqual(['nginx:1', 'nginx:1', 'nginx:2']);
  });

  it('leaves all to the user with OnDelete', () => {
    const test = started({ updateStrategy: { type: 'OnDelete' } });
    test.clock.advance(10_000);
    change(test, (spec) => {
      spec.template = testTemplate('nginx:2');
    });
    test.clock.advance(10_000);
    expect(images(test)).toEqual(Array(3).fill('nginx:1'));
    test.store.delete('v1/pods', 'default', 'db-1');
    test.clock.advance(10_000);
    expect(images(test)).toEqual(['nginx:1', 'nginx:2', 'nginx:1']);
  });

  it('keeps its revisions within the limit', () => {
    const test = started({ replicas: 1, revisionHistoryLimit: 1 });
    for (const tag of [2, 3, 4]) {
      test.clock.advance(10_000);
      change(test, (spec) => {
        spec.template = testTemplate(`nginx:${tag}`);
      });
    }
    test.clock.advance(10_000);
    const revisions = test.cluster.list('apps/v1/controllerrevisions').map(({ revision }) => revision);
    expect(sorted(revisions)).toEqual([3, 4]);
  });

  it('replaces a Pod that has failed', () => {
    const test = started({ replicas: 1 });
    test.clock.advance(5_000);
    const [first] = test.pods();
    if (first === undefined) throw new Error('no Pod');
    test.cluster.modifyStatus('v1/pods', first, (copy) => {
      copy.status = { phase: 'Failed' };
    });
    test.clock.advance(5_000);
    expect(test.pods()[0]?.metadata.uid).not.toBe(first.metadata.uid);
    expect(test.pods()[0]?.status?.phase).toBe('Running');
  });
});
