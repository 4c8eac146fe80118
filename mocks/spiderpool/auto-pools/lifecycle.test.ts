import { describe, expect, it } from 'vitest';
import { pool, subnet } from '../../scenarios/objects/address-objects.ts';
import { agentText, createBench } from '../bench.ts';
import type { Bench } from '../bench.ts';
import { bareCluster, NET6, NET7, subnets } from '../bench-objects.ts';
import { annotate, controlledPools, poolRanges, scale, web } from '../bench-workload.ts';
import { annotations, labels, POOLS, SUBNETS } from '../names.ts';

describe('scaling (reference 4.3)', () => {
  it('grows with the replicas', () => {
    const bench = createBench([...bareCluster, ...subnets, web(3, '+2')]);
    bench.run(10);
    scale(bench, 5);
    bench.run(10);
    expect(poolRanges(bench)).toEqual([['10.6.168.101-10.6.168.107']]);
    expect(bench.pods('web')).toHaveLength(5);
    expect(bench.failure('web')).toBeUndefined();
  });

  it('gives back free addresses only, and waits for Pods that still hold theirs', () => {
    const slow = { 'simulation.podnic.io/stop-seconds': '20' };
    const bench = createBench([...bareCluster, ...subnets, web(3, '+0', slow)]);
    bench.run(10);
    scale(bench, 1);
    bench.run(5);
    expect(poolRanges(bench)).toEqual([['10.6.168.101-10.6.168.103']]);
    bench.run(60);
    const [pod] = bench.pods('web');
    expect(poolRanges(bench)).toEqual([[bench.nics(pod).net1?.ipv4?.replace('/16', '')]]);
    expect(bench.store.get(SUBNETS, undefined, 'subnet-6')?.status).toMatchObject({ allocatedIPCount: 1 });
  });

  it('follows a new number in place', () => {
    const bench = createBench([...bareCluster, ...subnets, web(2, '+0')]);
    bench.run(10);
    const before = bench.store.list(POOLS)[0]?.metadata.uid;
    annotate(bench, (given) => ({ ...given, [annotations.poolIpNumber]: '6' }));
    bench.run(20);
    const [after] = bench.store.list(POOLS);
    expect(after?.metadata).toMatchObject({ uid: before, annotations: { [annotations.poolIpNumber]: '6' } });
    expect(poolRanges(bench)).toEqual([['10.6.168.101-10.6.168.106']]);
  });

  it('follows a new reclaim in place', () => {
    const bench = createBench([...bareCluster, ...subnets, web(2, '+1')]);
    bench.run(10);
    annotate(bench, (given) => ({ ...given, [annotations.poolReclaim]: 'false' }));
    bench.run(20);
    expect(bench.store.list(POOLS).map(({ metadata }) => metadata.labels?.[labels.reclaim])).toEqual([
      'false',
    ]);
  });

  it('uses a pool of the wrong size after 50 s', () => {
    const bench = createBench([
      ...bareCluster,
      subnet('subnet-6', { ...NET6, ips: ['10.6.168.101-10.6.168.102'] }),
      web(2, '+0'),
    ]);
    bench.run(10);
    scale(bench, 3);
    bench.run(45);
    expect(bench.failure('web')).toBeUndefined();
    bench.run(10);
    expect(agentText(bench.failure('web'))).toContain('all IP addresses used out');
  });
});

describe('the end of a workload (reference 4.3)', () => {
  const remove = (bench: Bench) =>
    bench.store.delete('apps/v1/deployments', 'default', 'web', { propagation: 'Background' });

  it('takes the pool along once no Pod holds an address', () => {
    const slow = { 'simulation.podnic.io/stop-seconds': '5' };
    const bench = createBench([...bareCluster, ...subnets, web(2, '+0', slow)]);
    bench.run(10);
    remove(bench);
    bench.run(2);
    expect(bench.store.list(POOLS)[0]?.metadata.deletionTimestamp).toBeDefined();
    bench.run(10);
    expect(bench.store.list(POOLS)).toEqual([]);
    expect(bench.store.get(SUBNETS, undefined, 'subnet-6')?.status).toEqual({
      totalIPCount: 20,
      allocatedIPCount: 0,
    });
    expect(bench.store.list('spiderpool.spidernet.io/v2beta1/spiderendpoints')).toEqual([]);
  });

  it('keeps the pool for a successor of the same name, which takes and resizes it', () => {
    const keep = { [annotations.poolReclaim]: 'false' };
    const bench = createBench([...bareCluster, ...subnets, web(2, '+0', keep)]);
    bench.run(10);
    const [before] = bench.store.list(POOLS);
    remove(bench);
    bench.run(20);
    expect(bench.store.list(POOLS)).toHaveLength(1);
    bench.create(web(3, '+0', keep));
    bench.run(10);
    const [after, second] = bench.store.list(POOLS);
    expect(second).toBeUndefined();
    expect(after?.metadata.name).toBe(before?.metadata.name);
    expect(after?.metadata.labels?.[labels.ownerUid]).toBe(
      bench.store.get('apps/v1/deployments', 'default', 'web')?.metadata.uid,
    );
    expect(poolRanges(bench)).toEqual([['10.6.168.101-10.6.168.103']]);
    expect(bench.pods('web').map((pod) => bench.nics(pod).net1?.ipv4Pool)).toEqual(
      Array(3).fill(before?.metadata.name),
    );
  });

  it('removes an empty pool whose workload is another now, at the next resync', () => {
    const bench = createBench([...bareCluster, ...subnets, web(1, '+0')]);
    bench.run(10);
    const [made] = bench.store.list(POOLS);
    bench.store.create(POOLS, {
      ...made,
      metadata: {
        name: 'auto4-gone-net1-00000',
        labels: { ...made?.metadata.labels, [labels.ownerName]: 'gone' },
        finalizers: ['spiderpool.spidernet.io'],
      },
      apiVersion: 'spiderpool.spidernet.io/v2beta1',
      kind: 'SpiderIPPool',
      status: {},
    });
    bench.run(1);
    expect(bench.store.list(POOLS).map(({ metadata }) => metadata.name)).toEqual([made?.metadata.name]);
  });
});

describe('what cannot be changed in place (reference 4.3)', () => {
  it('leaves the pool there when the workload turns to ippools', () => {
    const bench = createBench([
      ...bareCluster,
      ...subnets,
      pool('manual', { ...NET7, ips: ['10.7.168.101-10.7.168.109'] }),
      web(1, '+0'),
    ]);
    bench.run(10);
    annotate(bench, () => ({
      [annotations.networks]: 'kube-system/net-b',
      [annotations.pools]: JSON.stringify([{ interface: 'net1', ipv4: ['manual'] }]),
    }));
    bench.run(400);
    const names = bench.store.list(POOLS).map(({ metadata }) => metadata.name);
    expect(names).toEqual([expect.stringMatching(/^auto4-web-net1-/), 'manual']);
    expect(controlledPools(bench, 'subnet-6')).toHaveProperty([names[0] ?? '']);
  });

  it('never finishes when the subnet of a NIC changes: the name is taken, and the new subnet has given addresses for nothing', () => {
    const bench = createBench([...bareCluster, ...subnets, web(1, '+0')]);
    bench.run(10);
    const name = bench.store.list(POOLS)[0]?.metadata.name ?? '';
    annotate(bench, (given) => ({
      ...given,
      [annotations.subnets]: JSON.stringify([{ interface: 'net1', ipv4: ['subnet-7'] }]),
    }));
    bench.run(60);
    expect(bench.store.list(POOLS)).toHaveLength(1);
    expect(bench.store.list(POOLS)[0]?.metadata.labels?.[labels.ownerSubnet]).toBe('subnet-6');
    expect(controlledPools(bench, 'subnet-7')).toEqual({
      [name]: { ips: ['10.7.168.101'], application: 'apps_v1_Deployment_default_web' },
    });
    expect(agentText(bench.failure('web'))).toContain('no matching auto-created IPPool candidate');
    expect(agentText(bench.failure('web'))).toContain('owner-spider-subnet:subnet-7');
  });

  it('says on the pool when its subnet has become another one, and changes nothing', () => {
    const bench = createBench([...bareCluster, ...subnets, web(1, '+0')]);
    bench.run(10);
    const name = bench.store.list(POOLS)[0]?.metadata.name ?? '';
    bench.store.modify(POOLS, undefined, name, (object) => {
      object.spec = { ...(object.spec as object), subnet: '10.5.0.0/16' };
    });
    scale(bench, 2);
    bench.run(5);
    const event = bench.store.list('v1/events').find(({ reason }) => reason === 'ApplicationSubnetChanged');
    expect(event).toMatchObject({
      type: 'Warning',
      message: 'the corresponding application specified SpiderSubnet changed from subnet-6 to subnet-6',
      involvedObject: { kind: 'SpiderIPPool', name },
    });
    expect(poolRanges(bench)).toEqual([['10.6.168.101']]);
  });

  it('refuses ranges that somebody writes into the pool by hand', () => {
    const bench = createBench([...bareCluster, ...subnets, web(1, '+0')]);
    bench.run(10);
    const name = bench.store.list(POOLS)[0]?.metadata.name ?? '';
    const change = () =>
      bench.change(POOLS, undefined, name, (object) => {
        object.spec = { ...(object.spec as object), ips: ['10.6.168.101-10.6.168.110'] };
      });
    expect(change).toThrow(
      `admission webhook "spiderippool.spiderpool.spidernet.io" denied the request: SpiderIPPool.spiderpool.spidernet.io "${name}" is invalid: spec.ips: Forbidden: it's illegal to update AutoPool.Spec.IPs that are different from corresponding SpiderSubnet.Status.ControlledIPPools`,
    );
  });
});
