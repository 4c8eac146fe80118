import { describe, expect, it } from 'vitest';
import { pool, reservedIp, subnet } from '../../scenarios/objects/address-objects.ts';
import { deployment } from '../../scenarios/objects/workload-objects.ts';
import { agentText, createBench } from '../bench.ts';
import { bareCluster, NET6, NET7, subnets } from '../bench-objects.ts';
import { controlledPools, poolRanges, web } from '../bench-workload.ts';
import { annotations, POOLS, SUBNETS } from '../names.ts';

describe('how addresses are carved (reference 4.3)', () => {
  it('takes the lowest free addresses, not the reserved and not those of other pools', () => {
    const bench = createBench([
      ...bareCluster,
      ...subnets,
      pool('manual', { ...NET6, ips: ['10.6.168.101-10.6.168.102'] }),
      reservedIp('router', ['10.6.168.104']),
    ]);
    bench.run(1);
    bench.create(web(2, '+2'));
    bench.run(5);
    expect(controlledPools(bench, 'subnet-6')).toEqual({
      manual: { ips: ['10.6.168.101-10.6.168.102'] },
      [bench.store.list(POOLS)[0]?.metadata.name ?? '']: {
        ips: ['10.6.168.103', '10.6.168.105-10.6.168.107'],
        application: 'apps_v1_Deployment_default_web',
      },
    });
  });

  it('takes nothing for a workload whose name is too long for a label', () => {
    const bench = createBench([...bareCluster, ...subnets]);
    bench.run(1);
    bench.create({ ...web(1, '+0'), metadata: { name: 'w'.repeat(64), namespace: 'default' } });
    bench.run(60);
    expect(bench.store.list(POOLS)).toEqual([]);
    expect(controlledPools(bench, 'subnet-6')).toEqual({});
    expect(agentText(bench.failure('web'))).toContain('no matching auto-created IPPool candidate');
  });

  it('writes to the subnet before it creates the pool', () => {
    const bench = createBench([...bareCluster, ...subnets]);
    bench.run(1);
    const seen: string[] = [];
    bench.store.subscribe(({ resource, type, object }) => {
      if (resource === SUBNETS && JSON.stringify(object.status).includes('auto4-web')) seen.push('subnet');
      if (resource === POOLS && type === 'ADDED') seen.push('pool');
    });
    bench.create(web(1, '+0'));
    bench.run(1);
    expect(seen.slice(0, 2)).toEqual(['subnet', 'pool']);
  });

  it('says nothing when the subnet is short, and goes on as soon as it is not', () => {
    const bench = createBench([
      ...bareCluster,
      subnet('subnet-6', { ...NET6, ips: ['10.6.168.101-10.6.168.102'] }),
      web(3, '+0'),
    ]);
    bench.run(30);
    expect(bench.store.list(POOLS)).toEqual([]);
    expect(
      bench.store
        .list('v1/events')
        .filter(
          ({ type, involvedObject }) =>
            type === 'Warning' && (involvedObject as { kind: string }).kind !== 'Pod',
        ),
    ).toEqual([]);
    expect(bench.failure('web')).toBeUndefined();
    bench.run(25);
    expect(agentText(bench.failure('web'))).toContain(
      'no matching auto-created IPPool candidate with matchLables',
    );
    bench.change(SUBNETS, undefined, 'subnet-6', (object) => {
      object.spec = { ...(object.spec as object), ips: ['10.6.168.101-10.6.168.109'] };
    });
    bench.run(20);
    expect(poolRanges(bench)).toEqual([['10.6.168.101-10.6.168.103']]);
    expect(bench.pods('web').map(({ status }) => (status as { phase: string }).phase)).toEqual([
      'Running',
      'Running',
      'Running',
    ]);
  });

  it('stops at the first NIC that cannot be served', () => {
    const bench = createBench([
      ...bareCluster,
      subnet('subnet-6', { ...NET6, ips: ['10.6.168.101'] }),
      subnet('subnet-7', { ...NET7, ips: ['10.7.168.101-10.7.168.120'] }),
      deployment('default', 'web', {
        replicas: 2,
        annotations: {
          [annotations.networks]: 'kube-system/net-a,kube-system/net-b',
          [annotations.subnets]: JSON.stringify([
            { interface: 'net1', ipv4: ['subnet-6'] },
            { interface: 'net2', ipv4: ['subnet-7'] },
          ]),
          [annotations.poolIpNumber]: '+0',
        },
      }),
    ]);
    bench.run(30);
    expect(bench.store.list(POOLS)).toEqual([]);
  });
});
