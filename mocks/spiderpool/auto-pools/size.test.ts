import { describe, expect, it } from 'vitest';
import { deployment, podTemplate } from '../../scenarios/objects/workload-objects.ts';
import type { NewKubeObject } from '../../store/store.ts';
import { createBench } from '../bench.ts';
import { bareCluster, subnets } from '../bench-objects.ts';
import { fixedPool, web } from '../bench-workload.ts';
import { labels, POOLS } from '../names.ts';

describe('the size of auto-created pools (reference 4.3)', () => {
  const other = (kind: string, apiVersion: string, spec: Record<string, unknown>): NewKubeObject => ({
    apiVersion,
    kind,
    metadata: { name: 'web', namespace: 'default' },
    spec,
  });
  const selector = { matchLabels: { app: 'web' } };
  const podsOf = (size: string) => podTemplate('web', { annotations: fixedPool(size) });
  const jobPods = (size: string) => {
    const { metadata, spec } = podsOf(size);
    return { metadata, spec: { ...spec, restartPolicy: 'Never' } };
  };

  it.each([
    { title: 'Deployment: replicas + N', object: web(3, '+2'), total: 5 },
    { title: 'Deployment: N', object: web(3, '4'), total: 4 },
    {
      title: 'StatefulSet: replicas + N',
      object: other('StatefulSet', 'apps/v1', {
        replicas: 2,
        serviceName: 'web',
        selector,
        template: podsOf('+1'),
      }),
      total: 3,
    },
    {
      title: 'DaemonSet: desired Pods + N',
      object: other('DaemonSet', 'apps/v1', { selector, template: podsOf('+1') }),
      total: 2,
    },
    {
      title: 'ReplicaSet of its own: replicas + N',
      object: other('ReplicaSet', 'apps/v1', { replicas: 2, selector, template: podsOf('+1') }),
      total: 3,
    },
    {
      title: 'Job: completions',
      object: other('Job', 'batch/v1', { completions: 3, parallelism: 2, template: jobPods('+0') }),
      total: 3,
    },
    {
      title: 'Job: parallelism',
      object: other('Job', 'batch/v1', { parallelism: 2, template: jobPods('+0') }),
      total: 2,
    },
    { title: 'Job: one', object: other('Job', 'batch/v1', { template: jobPods('+0') }), total: 1 },
    {
      title: 'CronJob: as its Jobs',
      object: other('CronJob', 'batch/v1', {
        schedule: '0 0 1 1 *',
        jobTemplate: { spec: { completions: 4, template: jobPods('+1') } },
      }),
      total: 5,
    },
  ])('$title', ({ object, total }) => {
    const bench = createBench([...bareCluster, ...subnets, object]);
    bench.run(10);
    expect(
      bench.store.list(POOLS).map(({ status }) => (status as { totalIPCount: number }).totalIPCount),
    ).toEqual([total]);
  });

  it('skips Pods of the host network, and the ReplicaSet of a Deployment', () => {
    const bench = createBench([
      ...bareCluster,
      ...subnets,
      deployment('default', 'host', { annotations: fixedPool('+1'), podSpec: { hostNetwork: true } }),
      web(1, '+1'),
    ]);
    bench.run(10);
    expect(bench.store.list(POOLS).map(({ metadata }) => metadata.labels?.[labels.ownerKind])).toEqual([
      'Deployment',
    ]);
  });
});
