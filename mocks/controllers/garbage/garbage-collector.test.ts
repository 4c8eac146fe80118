import { describe, expect, it } from 'vitest';
import type { NewKubeObject, OwnerReference } from '../../store/store.ts';
import { createTestCluster, testDeployment, testObject } from '../test-cluster.ts';
import type { TestCluster } from '../test-cluster.ts';

const DEPLOYMENTS = 'apps/v1/deployments';
const REPLICA_SETS = 'apps/v1/replicasets';
const MAPS = 'v1/configmaps';

function started(): TestCluster {
  const test = createTestCluster();
  test.create(DEPLOYMENTS, testDeployment());
  test.clock.advance(5_000);
  return test;
}

const counts = (test: TestCluster) => [
  test.cluster.list(DEPLOYMENTS).length,
  test.cluster.list(REPLICA_SETS).length,
  test.pods().length,
];

function map(name: string, owners: OwnerReference[] = [], namespace = 'default'): NewKubeObject {
  return testObject('v1', 'ConfigMap', name, { metadata: { namespace, ownerReferences: owners } });
}

function owner(test: TestCluster, name: string, rest: Partial<OwnerReference> = {}): OwnerReference {
  const uid = test.store.peek(MAPS, 'default', name)?.metadata.uid ?? 'unknown';
  return { apiVersion: 'v1', kind: 'ConfigMap', name, uid, ...rest };
}

const maps = (test: TestCluster) => test.store.peekList(MAPS).map(({ metadata }) => metadata.name);

describe('deleting a Deployment', () => {
  it('in the background takes its ReplicaSets and Pods with it', () => {
    const test = started();
    test.store.delete(DEPLOYMENTS, 'default', 'web', { propagation: 'Background' });
    expect(counts(test)).toEqual([0, 1, 3]);
    test.clock.advance(500);
    expect(counts(test)).toEqual([0, 0, 3]);
    expect(test.pods().every(({ metadata }) => metadata.deletionTimestamp !== undefined)).toBe(true);
    test.clock.advance(1_000);
    expect(counts(test)).toEqual([0, 0, 0]);
  });

  it('in the foreground waits for them', () => {
    const test = started();
    test.store.delete(DEPLOYMENTS, 'default', 'web', { propagation: 'Foreground' });
    test.clock.advance(500);
    expect(counts(test)).toEqual([1, 1, 3]);
    expect(test.deployment().metadata).toMatchObject({ finalizers: ['foregroundDeletion'] });
    test.clock.advance(1_000);
    expect(counts(test)).toEqual([0, 0, 0]);
  });

  it('as orphans leaves them, for the next one to adopt', () => {
    const test = started();
    const before = test.pods().map(({ metadata }) => metadata.uid);
    test.store.delete(DEPLOYMENTS, 'default', 'web', { propagation: 'Orphan' });
    test.clock.advance(5_000);
    expect(counts(test)).toEqual([0, 1, 3]);
    expect(test.cluster.list(REPLICA_SETS)[0]?.metadata.ownerReferences).toBeUndefined();
    test.create(DEPLOYMENTS, testDeployment());
    test.clock.advance(5_000);
    expect(counts(test)).toEqual([1, 1, 3]);
    expect(test.pods().map(({ metadata }) => metadata.uid)).toEqual(before);
    expect(test.cluster.list(REPLICA_SETS)[0]?.metadata.ownerReferences?.[0]?.uid).toBe(
      test.deployment().metadata.uid,
    );
  });
});

describe('owner references', () => {
  it('to nobody make an object go, unless another owner is there', () => {
    const test = createTestCluster();
    test.create(MAPS, map('owner'));
    test.create(MAPS, map('lost', [owner(test, 'nobody')]));
    test.create(MAPS, map('held', [owner(test, 'nobody'), owner(test, 'owner')]));
    test.clock.advance(100);
    expect(maps(test)).toEqual(['held', 'owner']);
    expect(
      test.store.peek(MAPS, 'default', 'held')?.metadata.ownerReferences?.map(({ name }) => name),
    ).toEqual(['owner']);
  });

  it('may come before their owner within one moment', () => {
    const test = createTestCluster();
    test.create(MAPS, map('first', [owner(test, 'owner', { uid: 'uid-1' })]));
    test.create(MAPS, testObject('v1', 'ConfigMap', 'owner', { metadata: { uid: 'uid-1' } }));
    test.clock.advance(100);
    expect(maps(test)).toEqual(['first', 'owner']);
  });

  it('do not reach into another namespace', () => {
    const test = createTestCluster();
    test.create(MAPS, map('owner'));
    test.create(MAPS, map('stranger', [owner(test, 'owner')], 'other'));
    test.clock.advance(100);
    expect(maps(test)).toEqual(['owner']);
  });

  it('without blockOwnerDeletion do not hold an owner back', () => {
    const test = createTestCluster();
    test.create(MAPS, map('owner'));
    const finalizers = ['example.com/hold'];
    const dependent = map('dependent', [owner(test, 'owner')]);
    test.create(MAPS, { ...dependent, metadata: { ...dependent.metadata, finalizers } });
    test.clock.advance(100);
    test.store.delete(MAPS, 'default', 'owner', { propagation: 'Foreground' });
    test.clock.advance(100);
    expect(maps(test)).toEqual(['dependent']);
    expect(test.store.peek(MAPS, 'default', 'dependent')?.metadata.deletionTimestamp).toBeDefined();
  });

  it('with blockOwnerDeletion hold it until they are gone', () => {
    const test = createTestCluster();
    test.create(MAPS, map('owner'));
    const dependent = map('dependent', [owner(test, 'owner', { blockOwnerDeletion: true })]);
    test.create(MAPS, {
      ...dependent,
      metadata: { ...dependent.metadata, finalizers: ['example.com/hold'] },
    });
    test.store.delete(MAPS, 'default', 'owner', { propagation: 'Foreground' });
    test.clock.advance(100);
    expect(maps(test)).toEqual(['dependent', 'owner']);
    test.store.modify(MAPS, 'default', 'dependent', ({ metadata }) => {
      metadata.finalizers = [];
    });
    test.clock.advance(100);
    expect(maps(test)).toEqual([]);
  });
});

describe('deleting a Namespace', () => {
  it('empties it first, Pods with their grace', () => {
    const test = started();
    test.create(MAPS, map('settings'));
    test.create(MAPS, map('elsewhere', [], 'other'));
    test.store.delete('v1/namespaces', undefined, 'default');
    test.clock.advance(500);
    expect(test.store.peek('v1/namespaces', undefined, 'default')?.status).toMatchObject({
      phase: 'Terminating',
    });
    expect(counts(test)).toEqual([0, 0, 3]);
    test.clock.advance(1_000);
    expect(test.store.peek('v1/namespaces', undefined, 'default')).toBeUndefined();
    const left = test.store
      .resources()
      .flatMap((resource) => test.store.peekList(resource))
      .filter(({ metadata }) => metadata.namespace === 'default');
    expect(left).toEqual([]);
    expect(maps(test)).toEqual(['elsewhere']);
  });
});
