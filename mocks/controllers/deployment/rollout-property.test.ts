import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTestCluster, testDeployment, testTemplate } from '../test-cluster.ts';
import { isActive, isAvailable } from '../workload/pod-state.ts';
import { rolloutLimits } from './rollout-limits.ts';

const share = fc.oneof(
  fc.nat(4),
  fc.integer({ min: 0, max: 100 }).map((percent) => `${percent}%`),
);

describe('a rollout in the cluster', () => {
  it('never leaves its limits, whenever the template changes again, and ends', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 7 }),
        fc.record({ maxSurge: share, maxUnavailable: share }),
        fc.integer({ min: 0, max: 2 }),
        fc.array(fc.integer({ min: 0, max: 4_000 }), { minLength: 1, maxLength: 3 }),
        (replicas, rollingUpdate, minReadySeconds, pauses) => {
          const test = createTestCluster();
          const { clock, cluster, store } = test;
          test.create(
            'apps/v1/deployments',
            testDeployment({ replicas, minReadySeconds, strategy: { type: 'RollingUpdate', rollingUpdate } }),
          );
          clock.advance(20_000);
          expect(test.activePods()).toHaveLength(replicas);

          const { maxSurge, maxUnavailable } = rolloutLimits(test.deployment());
          // A change in the middle has Pods of old sets cleaned up by rank. One that has been ready for long enough may go
          // before one that has not, as it does with Kubernetes (`ActivePodsWithRanks` looks at the node before that).
          const keepsAvailable = pauses.length === 1 || minReadySeconds === 0;
          store.observe(({ resource }) => {
            if (resource !== 'v1/pods') return;
            const active = cluster.list('v1/pods').filter(isActive);
            const available = active.filter((pod) => isAvailable(pod, minReadySeconds, clock.now()));
            expect(active.length).toBeLessThanOrEqual(replicas + maxSurge);
            if (keepsAvailable) expect(available.length).toBeGreaterThanOrEqual(replicas - maxUnavailable);
          });
          for (const [index, pause] of pauses.entries()) {
            cluster.modify('apps/v1/deployments', test.deployment(), (copy) => {
              copy.spec.template = testTemplate(`nginx:${index + 2}`);
            });
            clock.advance(pause);
          }
          clock.advance(120_000);

          const last = `nginx:${pauses.length + 1}`;
          expect(test.activePods().map(({ spec }) => spec.containers[0]?.image)).toEqual(
            Array(replicas).fill(last),
          );
          const status = test.deployment().status;
          expect(status).toMatchObject({ updatedReplicas: replicas, availableReplicas: replicas, replicas });
          expect(status?.conditions?.find(({ type }) => type === 'Progressing')?.reason).toBe(
            'NewReplicaSetAvailable',
          );
        },
      ),
      { numRuns: 25 },
    );
  }, 60_000);
});
