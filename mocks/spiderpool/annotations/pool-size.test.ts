import { describe, expect, it } from 'vitest';
import { createBench } from '../bench.ts';
import { bareCluster, subnets } from '../bench-objects.ts';
import { deployment } from '../../scenarios/objects/workload-objects.ts';
import { annotations, POOLS } from '../names.ts';

const of = (value: unknown) => ({ [annotations.subnets]: JSON.stringify(value) });

describe('the size of fixed pools (reference 1.4)', () => {
  it.each([
    { text: '5', replicas: 2, total: 5, annotation: '5' },
    { text: '+3', replicas: 2, total: 5, annotation: '+3' },
    { text: '+0', replicas: 2, total: 2, annotation: '+0' },
    { text: 'abc+2', replicas: 2, total: 4, annotation: '+2' },
    { text: '0', replicas: 2, total: 0, annotation: '0' },
    { text: undefined, replicas: 2, total: 2, annotation: '+0' },
  ])('$text with $replicas replicas makes $total', ({ text, replicas, total, annotation }) => {
    const bench = createBench([
      ...bareCluster,
      ...subnets,
      deployment('default', 'web', {
        replicas,
        annotations: {
          [annotations.networks]: 'kube-system/net-a',
          ...of([{ interface: 'net1', ipv4: ['subnet-6'] }]),
          ...(text === undefined ? {} : { [annotations.poolIpNumber]: text }),
        },
      }),
    ]);
    bench.run(5);
    const [made] = bench.store.list(POOLS);
    expect(made?.status).toMatchObject({ totalIPCount: total });
    expect(made?.metadata.annotations).toEqual({ [annotations.poolIpNumber]: annotation });
  });

  it('lets an operator change the default for the controller but not for the agent, which then waits in vain', () => {
    const bench = createBench(
      [
        ...bareCluster,
        ...subnets,
        deployment('default', 'web', {
          annotations: {
            [annotations.networks]: 'kube-system/net-a',
            ...of([{ interface: 'net1', ipv4: ['subnet-6'] }]),
          },
        }),
      ],
      { clusterSubnetAutoPoolDefaultRedundantIPNumber: 1 },
    );
    bench.run(5);
    expect(bench.store.list(POOLS)[0]?.status).toMatchObject({ totalIPCount: 2 });
    bench.run(40);
    expect(bench.nics(bench.pods('web')[0])).toEqual({});
    bench.run(15);
    expect(bench.nics(bench.pods('web')[0]).net1?.ipv4).toBe('10.6.168.101/16');
  });
});

describe('reclaim (reference 1.5)', () => {
  it.each(['1', 't', 'T', 'TRUE', 'true', 'True'])('%s is true', (text) =>
    expect(reclaimLabel(text)).toBe('true'),
  );
  it.each(['0', 'f', 'F', 'FALSE', 'false', 'False'])('%s is false', (text) =>
    expect(reclaimLabel(text)).toBe('false'),
  );

  function reclaimLabel(text: string): string | undefined {
    const bench = createBench([
      ...bareCluster,
      ...subnets,
      deployment('default', 'web', {
        annotations: {
          [annotations.networks]: 'kube-system/net-a',
          ...of([{ interface: 'net1', ipv4: ['subnet-6'] }]),
          [annotations.poolReclaim]: text,
        },
      }),
    ]);
    bench.run(1);
    return bench.store.list(POOLS)[0]?.metadata.labels?.['ipam.spidernet.io/ippool-reclaim'];
  }
});
