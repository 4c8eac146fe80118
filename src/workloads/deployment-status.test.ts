import type { Deployment, DeploymentStatus as WireStatus } from 'kubernetes-types/apps/v1';
import { describe, expect, it } from 'vitest';
import { imagesOf, summarizeDeployment } from './deployment-status.ts';

function deployment(
  spec: { replicas?: number; paused?: boolean },
  status: WireStatus,
  deleting = false,
): Deployment {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: {
      name: 'web',
      generation: 2,
      ...(deleting ? { deletionTimestamp: '2026-01-01T00:00:00Z' } : {}),
    },
    spec: { ...spec, selector: {}, template: { spec: { containers: [] } } },
    status,
  };
}

const settled = { observedGeneration: 2, replicas: 3, updatedReplicas: 3 };
const complete = [{ type: 'Progressing', status: 'True', reason: 'NewReplicaSetAvailable' }];

describe('summarizeDeployment', () => {
  it.each([
    ['every replica ready', deployment({ replicas: 3 }, { ...settled, readyReplicas: 3 }), 'running', 3, 3],
    [
      'replicas default to 1',
      deployment({}, { observedGeneration: 2, replicas: 1, updatedReplicas: 1, readyReplicas: 1 }),
      'running',
      1,
      1,
    ],
    ['never observed', deployment({ replicas: 3 }, {}), 'waiting', 0, 3],
    [
      'spec newer than status',
      deployment({ replicas: 3 }, { ...settled, observedGeneration: 1, readyReplicas: 3 }),
      'waiting',
      3,
      3,
    ],
    [
      'old Pods still there',
      deployment({ replicas: 3 }, { ...settled, replicas: 4, readyReplicas: 3 }),
      'waiting',
      3,
      3,
    ],
    [
      'rolled out once, then a Pod fell',
      deployment({ replicas: 3 }, { ...settled, readyReplicas: 2, conditions: complete }),
      'notReady',
      2,
      3,
    ],
    [
      'deadline passed',
      deployment(
        { replicas: 3 },
        {
          ...settled,
          readyReplicas: 2,
          conditions: [{ type: 'Progressing', status: 'False', reason: 'ProgressDeadlineExceeded' }],
        },
      ),
      'stalled',
      2,
      3,
    ],
    [
      'Pods refused',
      deployment({ replicas: 3 }, { conditions: [{ type: 'ReplicaFailure', status: 'True' }] }),
      'stalled',
      0,
      3,
    ],
    ['scaled to zero', deployment({ replicas: 0 }, { observedGeneration: 2 }), 'stopped', 0, 0],
    ['going to zero', deployment({ replicas: 0 }, { observedGeneration: 2, replicas: 1 }), 'waiting', 0, 0],
    ['paused', deployment({ replicas: 3, paused: true }, { ...settled, readyReplicas: 3 }), 'paused', 3, 3],
    ['being deleted', deployment({ replicas: 3 }, { ...settled, readyReplicas: 3 }, true), 'deleting', 3, 3],
  ] as const)('%s', (_story, object, status, ready, desired) => {
    expect(summarizeDeployment(object)).toEqual({ status, ready, desired });
  });
});

describe('imagesOf', () => {
  it('names each image once, in the order of the containers', () => {
    const object = deployment({}, {});
    object.spec?.template.spec?.containers.push(
      { name: 'a', image: 'nginx' },
      { name: 'b', image: 'busybox' },
      { name: 'c', image: 'nginx' },
    );
    expect(imagesOf(object)).toEqual(['nginx', 'busybox']);
  });
});
