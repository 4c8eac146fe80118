import { describe, expect, it } from 'vitest';
import { pool, reservedIp, subnet } from '../../scenarios/objects/address-objects.ts';
import { deployment, podTemplate } from '../../scenarios/objects/workload-objects.ts';
import type { KubeObject, NewKubeObject } from '../../store/store.ts';
import { agentText, createBench } from '../bench.ts';
import type { Bench } from '../bench.ts';
import { bareCluster, NET6, NET7, subnets } from '../bench-objects.ts';
import { annotations, labels, POOLS, SUBNETS } from '../names.ts';

const json = JSON.stringify;
const DEPLOYMENTS = 'apps/v1/deployments';
const STOP = { 'simulation.podnic.io/stop-seconds': '1' };

const onNet1 = (size: string, more: Record<string, string> = {}) => ({
  [annotations.networks]: 'kube-system/net-a',
  [annotations.subnets]: json([{ interface: 'net1', ipv4: ['subnet-6'] }]),
  [annotations.poolIpNumber]: size,
  ...STOP,
  ...more,
});

const web = (replicas: number, size: string, more: Record<string, string> = {}, namespace = 'default') =>
  deployment(namespace, 'web', { replicas, annotations: onNet1(size, more) });

function template(object: KubeObject): { metadata: { annotations: Record<string, string> } } {
  return (object.spec as { template: { metadata: { annotations: Record<string, string> } } }).template;
}

function scale(bench: Bench, replicas: number): void {
  bench.change(DEPLOYMENTS, 'default', 'web', (object) => {
    object.spec = { ...(object.spec as object), replicas };
  });
}

/** The ranges of all pools, by name of the interface. */
function ranges(bench: Bench): unknown[] {
  return bench.store.list(POOLS).map(({ spec }) => (spec as { ips: string[] }).ips);
}

function controlled(bench: Bench, name: string): Record<string, { ips: string[] }> {
  const { controlledIPPools = '{}' } = (bench.store.get(SUBNETS, undefined, name)?.status ?? {}) as {
    controlledIPPools?: string;
  };
  return JSON.parse(controlledIPPools) as Record<string, { ips: string[] }>;
}

describe('the size of auto-created pools (reference 4.3)', () => {
  const other = (kind: string, apiVersion: string, spec: Record<string, unknown>): NewKubeObject => ({
    apiVersion,
    kind,
    metadata: { name: 'web', namespace: 'default' },
    spec,
  });
  const selector = { matchLabels: { app: 'web' } };
  const podsOf = (size: string) => podTemplate('web', { annotations: onNet1(size) });
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
    const bench = createBench([...bareCluster, ...subnets]);
    bench.store.create(resourceOf(object), object);
    bench.run(10);
    expect(
      bench.store.list(POOLS).map(({ status }) => (status as { totalIPCount: number }).totalIPCount),
    ).toEqual([total]);
  });

  function resourceOf({ apiVersion, kind }: NewKubeObject): string {
    return `${apiVersion}/${kind.toLowerCase()}s`;
  }

  it('skips Pods of the host network, and the ReplicaSet of a Deployment', () => {
    const bench = createBench([
      ...bareCluster,
      ...subnets,
      deployment('default', 'host', { annotations: onNet1('+1'), podSpec: { hostNetwork: true } }),
      web(1, '+1'),
    ]);
    bench.run(10);
    expect(bench.store.list(POOLS).map(({ metadata }) => metadata.labels?.[labels.ownerKind])).toEqual([
      'Deployment',
    ]);
  });
});

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
    expect(controlled(bench, 'subnet-6')).toEqual({
      manual: { ips: ['10.6.168.101-10.6.168.102'] },
      [bench.store.list(POOLS)[0]?.metadata.name ?? '']: {
        ips: ['10.6.168.103', '10.6.168.105-10.6.168.107'],
        application: 'apps_v1_Deployment_default_web',
      },
    });
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
    expect(ranges(bench)).toEqual([['10.6.168.101-10.6.168.103']]);
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
          [annotations.subnets]: json([
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

describe('scaling (reference 4.3)', () => {
  it('grows with the replicas', () => {
    const bench = createBench([...bareCluster, ...subnets, web(3, '+2')]);
    bench.run(10);
    scale(bench, 5);
    bench.run(10);
    expect(ranges(bench)).toEqual([['10.6.168.101-10.6.168.107']]);
    expect(bench.pods('web')).toHaveLength(5);
    expect(bench.failure('web')).toBeUndefined();
  });

  it('gives back free addresses only, and waits for Pods that still hold theirs', () => {
    const slow = { 'simulation.podnic.io/stop-seconds': '20' };
    const bench = createBench([...bareCluster, ...subnets, web(3, '+0', slow)]);
    bench.run(10);
    scale(bench, 1);
    bench.run(5);
    expect(ranges(bench)).toEqual([['10.6.168.101-10.6.168.103']]);
    bench.run(60);
    const [pod] = bench.pods('web');
    expect(ranges(bench)).toEqual([[bench.nics(pod).net1?.ipv4?.replace('/16', '')]]);
    expect(bench.store.get(SUBNETS, undefined, 'subnet-6')?.status).toMatchObject({ allocatedIPCount: 1 });
  });

  it('follows a new number in place', () => {
    const bench = createBench([...bareCluster, ...subnets, web(2, '+0')]);
    bench.run(10);
    const before = bench.store.list(POOLS)[0]?.metadata.uid;
    bench.change(DEPLOYMENTS, 'default', 'web', (object) => {
      template(object).metadata.annotations[annotations.poolIpNumber] = '6';
    });
    bench.run(20);
    const [after] = bench.store.list(POOLS);
    expect(after?.metadata).toMatchObject({ uid: before, annotations: { [annotations.poolIpNumber]: '6' } });
    expect(ranges(bench)).toEqual([['10.6.168.101-10.6.168.106']]);
  });

  it('follows a new reclaim in place', () => {
    const bench = createBench([...bareCluster, ...subnets, web(2, '+1')]);
    bench.run(10);
    bench.change(DEPLOYMENTS, 'default', 'web', (object) => {
      template(object).metadata.annotations[annotations.poolReclaim] = 'false';
    });
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
    bench.store.delete(DEPLOYMENTS, 'default', 'web', { propagation: 'Background' });

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
      bench.store.get(DEPLOYMENTS, 'default', 'web')?.metadata.uid,
    );
    expect(ranges(bench)).toEqual([['10.6.168.101-10.6.168.103']]);
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
    bench.change(DEPLOYMENTS, 'default', 'web', (object) => {
      template(object).metadata.annotations = {
        [annotations.networks]: 'kube-system/net-b',
        [annotations.pools]: json([{ interface: 'net1', ipv4: ['manual'] }]),
      };
    });
    bench.run(400);
    const names = bench.store.list(POOLS).map(({ metadata }) => metadata.name);
    expect(names).toEqual([expect.stringMatching(/^auto4-web-net1-/), 'manual']);
    expect(controlled(bench, 'subnet-6')).toHaveProperty([names[0] ?? '']);
  });

  it('never finishes when the subnet of a NIC changes: the name is taken, and the new subnet has given addresses for nothing', () => {
    const bench = createBench([...bareCluster, ...subnets, web(1, '+0')]);
    bench.run(10);
    const name = bench.store.list(POOLS)[0]?.metadata.name ?? '';
    bench.change(DEPLOYMENTS, 'default', 'web', (object) => {
      template(object).metadata.annotations[annotations.subnets] = json([
        { interface: 'net1', ipv4: ['subnet-7'] },
      ]);
    });
    bench.run(60);
    expect(bench.store.list(POOLS)).toHaveLength(1);
    expect(bench.store.list(POOLS)[0]?.metadata.labels?.[labels.ownerSubnet]).toBe('subnet-6');
    expect(controlled(bench, 'subnet-7')).toEqual({
      [name]: { ips: ['10.7.168.101'], application: 'apps_v1_Deployment_default_web' },
    });
    expect(agentText(bench.failure('web'))).toContain('no matching auto-created IPPool candidate');
    expect(agentText(bench.failure('web'))).toContain('owner-spider-subnet:subnet-7');
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

describe('workloads of third parties (reference 1.4, 4.3)', () => {
  const owned = (more: Record<string, string>): NewKubeObject => {
    const { metadata, spec } = podTemplate('web', { annotations: more });
    return {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: {
        ...metadata,
        name: 'web-0',
        namespace: 'default',
        ownerReferences: [
          {
            apiVersion: 'apps.kruise.io/v1alpha1',
            kind: 'CloneSet',
            name: 'web',
            uid: '11111111-2222-3333-4444-abcdef012345',
            controller: true,
          },
        ],
      },
      spec,
    };
  };
  const cloneSet: NewKubeObject = {
    apiVersion: 'apps.kruise.io/v1alpha1',
    kind: 'CloneSet',
    metadata: { name: 'web', namespace: 'default', uid: '11111111-2222-3333-4444-abcdef012345' },
  };

  it.each([
    { size: '3', total: 3 },
    { size: '+2', total: 2 },
  ])('have their pool made by the agent, of a fixed number: $size', ({ size, total }) => {
    const bench = createBench([...bareCluster, ...subnets]);
    bench.store.create('apps.kruise.io/v1alpha1/clonesets', cloneSet);
    bench.create(owned(onNet1(size)));
    bench.run(5);
    const [made] = bench.store.list(POOLS);
    expect(made?.metadata).toMatchObject({
      name: 'auto4-web-net1-abcde',
      annotations: { [annotations.poolIpNumber]: String(total) },
    });
    expect(made?.status).toMatchObject({ totalIPCount: total, allocatedIPCount: 1 });
  });

  it('have to name a number', () => {
    const { [annotations.poolIpNumber]: _number, ...without } = onNet1('3');
    const bench = createBench([...bareCluster, ...subnets]);
    bench.store.create('apps.kruise.io/v1alpha1/clonesets', cloneSet);
    bench.create(owned(without));
    bench.run(5);
    expect(agentText(bench.failure('web'))).toBe(
      'failed to allocate IP addresses in standard mode: failed to get IPPool candidates from Subnet: CloneSet/default/web only supports fixed auto-created IPPool IP Number',
    );
  });
});
