import { describe, expect, it } from 'vitest';
import { namespace } from '../../scenarios/objects/cluster-objects.ts';
import { deployment } from '../../scenarios/objects/workload-objects.ts';
import { agentText, createBench } from '../bench.ts';
import { bareCluster, pool6 } from '../bench-objects.ts';
import { annotations, POOLS } from '../names.ts';

describe('the order in which pools are tried (reference 3.3)', () => {
  const affinities: [string, NonNullable<Parameters<typeof pool6>[2]>][] = [
    ['podAffinity', { podAffinity: { matchLabels: { app: 'web' } } }],
    ['nodeName', { nodeName: ['worker-1'] }],
    ['nodeAffinity', { nodeAffinity: { matchLabels: { 'topology.kubernetes.io/zone': 'a' } } }],
    ['namespaceName', { namespaceName: ['shop'] }],
    ['namespaceAffinity', { namespaceAffinity: { matchLabels: { team: 'a' } } }],
    ['multusName', { multusName: ['kube-system/net-a'] }],
    ['none', {}],
  ];

  it('follows the kind of affinity, whatever order they are written in', () => {
    const pools = affinities.map(([name, spec], index) =>
      pool6(name.toLowerCase(), index + 1, { ips: [`10.6.${index + 1}.1`], ...spec }),
    );
    const bench = createBench([
      ...bareCluster,
      namespace('shop', { labels: { team: 'a' } }),
      ...pools,
      deployment('shop', 'web', {
        replicas: affinities.length,
        annotations: {
          [annotations.networks]: 'kube-system/net-a',
          [annotations.pools]: JSON.stringify([
            { interface: 'net1', ipv4: affinities.map(([name]) => name.toLowerCase()).toReversed() },
          ]),
        },
      }),
    ]);
    const taken: string[] = [];
    bench.store.subscribe(({ resource, object }) => {
      const { allocatedIPCount } = (object.status ?? {}) as { allocatedIPCount?: number };
      if (resource === POOLS && allocatedIPCount === 1) taken.push(object.metadata.name);
    });
    bench.run(10);
    expect(taken).toEqual(affinities.map(([name]) => name.toLowerCase()));
  });
});

describe('addresses of a pool', () => {
  it('are handed out lowest first, without the excluded and the reserved', () => {
    const bench = createBench([
      ...bareCluster,
      pool6('six', 1, { ips: ['10.6.1.20-10.6.1.21', '10.6.1.1-10.6.1.4'], excludeIPs: ['10.6.1.2'] }),
      {
        apiVersion: 'spiderpool.spidernet.io/v2beta1',
        kind: 'SpiderReservedIP',
        metadata: { name: 'router' },
        spec: { ips: ['10.6.1.3'] },
      },
      deployment('default', 'web', {
        replicas: 4,
        annotations: {
          [annotations.networks]: 'kube-system/net-a',
          [annotations.pool]: JSON.stringify({ ipv4: ['six'] }),
        },
      }),
    ]);
    bench.run(5);
    const given = bench.pods('web').flatMap((pod) => bench.nics(pod).net1?.ipv4 ?? []);
    expect(given.toSorted()).toEqual(['10.6.1.1/16', '10.6.1.20/16', '10.6.1.21/16', '10.6.1.4/16']);
  });

  it('end at the number of records that a pool may hold', () => {
    const bench = createBench(
      [
        ...bareCluster,
        pool6('six', 1),
        deployment('default', 'web', {
          replicas: 3,
          annotations: {
            [annotations.networks]: 'kube-system/net-a',
            [annotations.pool]: JSON.stringify({ ipv4: ['six'] }),
          },
        }),
      ],
      { maxAllocatedIPs: 2 },
    );
    bench.run(5);
    expect(agentText(bench.failure('web'))).toContain(
      'all IP addresses used out, threshold of IP records(<=2) for IPPool six exceeded',
    );
  });
});
