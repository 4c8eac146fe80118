import { describe, expect, it } from 'vitest';
import type { Deployment } from '../kinds.ts';
import { testDeployment } from '../test-cluster.ts';
import { rolloutLimits } from './rollout-limits.ts';

function limits(replicas: number, rollingUpdate: Record<string, number | string> | undefined) {
  const strategy = { type: 'RollingUpdate', ...(rollingUpdate === undefined ? {} : { rollingUpdate }) };
  return rolloutLimits(testDeployment({ replicas, strategy }) as unknown as Deployment);
}

describe('limits of a rolling update', () => {
  it.each([
    // The examples of the Kubernetes documentation: 25 % of each by default, 30 % of ten.
    { replicas: 10, given: undefined, maxSurge: 3, maxUnavailable: 2 },
    { replicas: 10, given: { maxSurge: '30%', maxUnavailable: '30%' }, maxSurge: 3, maxUnavailable: 3 },
    { replicas: 4, given: undefined, maxSurge: 1, maxUnavailable: 1 },
    { replicas: 3, given: undefined, maxSurge: 1, maxUnavailable: 0 },
    { replicas: 1, given: undefined, maxSurge: 1, maxUnavailable: 0 },
    { replicas: 100, given: { maxSurge: '1%', maxUnavailable: '1%' }, maxSurge: 1, maxUnavailable: 1 },
    { replicas: 99, given: { maxSurge: '1%', maxUnavailable: '1%' }, maxSurge: 1, maxUnavailable: 0 },
    { replicas: 5, given: { maxSurge: 0, maxUnavailable: 0 }, maxSurge: 0, maxUnavailable: 1 },
    { replicas: 5, given: { maxSurge: '0%', maxUnavailable: '10%' }, maxSurge: 0, maxUnavailable: 1 },
    { replicas: 3, given: { maxSurge: 0, maxUnavailable: 5 }, maxSurge: 0, maxUnavailable: 3 },
    { replicas: 2, given: { maxSurge: '100%', maxUnavailable: '100%' }, maxSurge: 2, maxUnavailable: 2 },
    { replicas: 0, given: undefined, maxSurge: 0, maxUnavailable: 0 },
  ])('$replicas replicas, $given', ({ replicas, given, maxSurge, maxUnavailable }) => {
    expect(limits(replicas, given)).toEqual({ maxSurge, maxUnavailable });
  });

  it('has none for Recreate', () => {
    const deployment = testDeployment({ replicas: 10, strategy: { type: 'Recreate' } });
    expect(rolloutLimits(deployment as unknown as Deployment)).toEqual({ maxSurge: 0, maxUnavailable: 0 });
  });
});
