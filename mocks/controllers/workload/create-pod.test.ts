import { describe, expect, it } from 'vitest';
import { createTestCluster, testDeployment, testObject, testTemplate } from '../test-cluster.ts';

const selector = { matchLabels: { app: 'web' } };

describe('a number of Pods that nobody means', () => {
  it.each([
    {
      kind: 'Deployment',
      resource: 'apps/v1/deployments',
      object: testDeployment({ replicas: 2_000_000_000 }),
    },
    {
      kind: 'StatefulSet',
      resource: 'apps/v1/statefulsets',
      object: testObject('apps/v1', 'StatefulSet', 'web', {
        spec: {
          replicas: 2_000_000_000,
          podManagementPolicy: 'Parallel',
          selector,
          template: testTemplate(),
        },
      }),
    },
    {
      kind: 'Job',
      resource: 'batch/v1/jobs',
      object: testObject('batch/v1', 'Job', 'web', {
        spec: {
          parallelism: 2_000_000_000,
          completions: 2_000_000_000,
          template: testTemplate('busybox', { restartPolicy: 'Never' }),
        },
      }),
    },
  ])('of a $kind stops where the cluster is full', ({ resource, object }) => {
    const test = createTestCluster({ nodes: [], mostPods: 30 });
    test.create(resource, object);
    test.clock.advance(100);
    expect(test.pods()).toHaveLength(30);
    const refusals = test.cluster.list('v1/events').filter(({ reason }) => reason === 'FailedCreate');
    expect(refusals[0]?.message).toContain(
      'exceeded quota: simulation, requested: pods=1, used: pods=30, limited: pods=30',
    );
  });
});
