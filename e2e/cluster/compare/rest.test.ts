import { expect, it } from 'vitest';
import type { KubeObject } from '../../../mocks/store/store.ts';
import type { Observation, ObservedWorkload } from './observe.ts';
import { comeToRest } from './play.ts';
import { isAtRest } from './rest.ts';

const nothing: Observation = { workloads: [], pods: [], events: [], endpoints: [], pools: [], subnets: [] };

function object(name: string, rest: { metadata?: object; [key: string]: unknown } = {}): KubeObject {
  const { metadata, ...others } = rest;
  return {
    apiVersion: 'v1',
    kind: 'Any',
    ...others,
    metadata: {
      name,
      namespace: 'case',
      uid: `uid-${name}`,
      resourceVersion: '1',
      generation: 2,
      creationTimestamp: '2026-01-15T08:00:00Z',
      ...metadata,
    },
  };
}

const controlledBy = (kind: string, name: string) => ({
  ownerReferences: [{ apiVersion: 'apps/v1', kind, name, uid: `uid-${name}`, controller: true }],
});
const ready = { phase: 'Running', conditions: [{ type: 'Ready', status: 'True' }] };
const workload = (kind: ObservedWorkload['kind'], status: object, spec: object = { replicas: 1 }) => ({
  kind,
  object: object('web', { spec, status }),
});
const rests = (seen: Partial<Observation>) => isAtRest({ ...nothing, ...seen }, 'case');

it('a workload without Pods is not at rest until its controller has seen it', () => {
  expect(rests({ workloads: [workload('Deployment', {})] })).toBe(false);
  expect(rests({ workloads: [workload('Deployment', { observedGeneration: 1, replicas: 1 })] })).toBe(false);
  expect(rests({ workloads: [workload('Deployment', { observedGeneration: 2 })] })).toBe(false);
  expect(rests({ workloads: [workload('Deployment', { observedGeneration: 2, replicas: 1 })] })).toBe(true);
});

it.each<[ObservedWorkload['kind'], object, object, boolean]>([
  ['Deployment', { observedGeneration: 2, replicas: 2 }, { replicas: 1 }, true],
  ['Deployment', { observedGeneration: 2 }, { replicas: 0 }, true],
  ['ReplicaSet', { observedGeneration: 2, replicas: 2 }, { replicas: 1 }, false],
  ['StatefulSet', { observedGeneration: 2, replicas: 1 }, { replicas: 2 }, false],
  ['ReplicationController', { observedGeneration: 2, replicas: 1 }, { replicas: 1 }, true],
  ['DaemonSet', { observedGeneration: 2, desiredNumberScheduled: 0 }, {}, false],
  ['DaemonSet', { observedGeneration: 2, desiredNumberScheduled: 4, currentNumberScheduled: 4 }, {}, true],
  ['Job', { active: 2 }, { completions: 3 }, false],
  ['Job', { active: 1, succeeded: 2 }, { completions: 3 }, true],
])('%s %j of %j', (kind, status, spec, expected) => {
  expect(rests({ workloads: [workload(kind, status, spec)] })).toBe(expected);
});

it('what has lost its owner is about to go', () => {
  const pod = object('web-1', { status: ready, metadata: controlledBy('ReplicaSet', 'web') });
  expect(rests({ pods: [pod] })).toBe(false);
  const set = workload('ReplicaSet', { observedGeneration: 2, replicas: 1 });
  expect(rests({ pods: [pod], workloads: [set] })).toBe(true);
});

it('a Pod has to run, to end or to fail, and a pool to be counted', () => {
  const pod = object('web', { status: { phase: 'Pending' } });
  expect(rests({ pods: [pod] })).toBe(false);
  const failure = object('event', {
    involvedObject: { uid: 'uid-web' },
    type: 'Warning',
    reason: 'FailedCreatePodSandBox',
  });
  expect(rests({ pods: [pod], events: [failure] })).toBe(true);
  expect(rests({ pods: [object('web', { status: ready })] })).toBe(true);
  const pool = object('case-a');
  expect(rests({ pools: [pool] })).toBe(false);
  expect(rests({ pools: [{ ...pool, status: { totalIPCount: 0 } }] })).toBe(true);
});

it('one who never comes to rest is named, and one who does is not', async () => {
  let looks = 0;
  const look = () => {
    looks += 1;
    const moving = object('moving', { metadata: { namespace: 'other' }, status: { phase: `${looks}` } });
    return Promise.resolve({ ...nothing, pods: [object('web', { status: ready }), moving] });
  };
  const pace = { look: 1, still: 20, longest: 1_000 };
  const { restless } = await comeToRest(look, ['case', 'other'], pace);
  expect([...restless]).toEqual(['other']);
  expect([...(await comeToRest(look, ['case'], pace)).restless]).toEqual([]);
});

it('the wait begins anew with each change', async () => {
  const started = Date.now();
  const look = () => {
    const phase = Date.now() - started < 60 ? 'Pending' : 'Succeeded';
    return Promise.resolve({ ...nothing, pods: [object('web', { status: { phase } })] });
  };
  await comeToRest(look, ['case'], { look: 1, still: 50, longest: 5_000 });
  expect(Date.now() - started).toBeGreaterThanOrEqual(110);
});
