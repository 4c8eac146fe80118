import { describe, expect, it } from 'vitest';
import { deployment } from '../../scenarios/objects/workload-objects.ts';
import { createBench } from '../bench.ts';
import { bareCluster, subnets } from '../bench-objects.ts';
import { annotations, POOLS, SUBNETS } from '../names.ts';
import { applicationKey, autoPoolName, parseApplicationKey } from './identity.ts';

const json = JSON.stringify;
const UID = '2f8e6c1a-7d2b-4c55-9f10-a5bd3e77c102';

const app = { apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'default', name: 'web', uid: UID };

describe('the name of an auto-created pool (reference 4.2)', () => {
  it.each([
    { family: 'ipv4', nic: 'net1', name: 'web', expected: 'auto4-web-net1-a5bd3' },
    { family: 'ipv6', nic: 'net1', name: 'web', expected: 'auto6-web-net1-a5bd3' },
    { family: 'ipv4', nic: 'Data0', name: 'Web', expected: 'auto4-web-data0-a5bd3' },
    { family: 'ipv4', nic: 'net1', name: 'x'.repeat(300), expected: `auto4-${'x'.repeat(236)}-net1-a5bd3` },
  ] as const)('is $expected', ({ family, nic, name, expected }) => {
    expect(autoPoolName({ ...app, name }, family, nic)).toBe(expected);
    expect(expected.length).toBeLessThanOrEqual(253);
  });

  it('says nothing of the subnet', () => {
    expect(autoPoolName(app, 'ipv4', 'net1')).not.toContain('subnet');
  });
});

describe('the key of a workload in status.controlledIPPools', () => {
  it.each([
    { owner: app, key: 'apps_v1_Deployment_default_web' },
    {
      owner: { ...app, apiVersion: 'v1', kind: 'ReplicationController' },
      key: 'v1_ReplicationController_default_web',
    },
  ])('is $key, and can be read back', ({ owner, key }) => {
    const { uid: _uid, ...named } = owner;
    expect(applicationKey(owner)).toBe(key);
    expect(parseApplicationKey(key)).toEqual(named);
  });

  it.each(['', 'web', 'a_b_c', 'a_b_c_d_e_f'])('is nothing else: %j', (key) => {
    expect(parseApplicationKey(key)).toBeUndefined();
  });
});

const web = deployment('default', 'web', {
  replicas: 3,
  annotations: {
    [annotations.networks]: 'kube-system/net-a,kube-system/net-b',
    [annotations.subnets]: json([
      { interface: 'net1', ipv4: ['subnet-6'], ipv6: ['subnet-6-v6'] },
      { interface: 'net2', ipv4: ['subnet-7'] },
    ]),
    [annotations.poolIpNumber]: '+2',
  },
});

describe('the pools of a Deployment on three subnets, elastic 2, 3 replicas (reference 4.2, 11)', () => {
  const bench = createBench([...bareCluster, ...subnets, web]);
  bench.run(10);
  const pools = bench.store.list(POOLS);
  const uid = bench.store.get('apps/v1/deployments', 'default', 'web')?.metadata.uid ?? '';
  /** The last part of the UID, five characters of it. */
  const tail = /-([0-9a-f]{5})[0-9a-f]{7}$/.exec(uid)?.[1] ?? '';

  it('are one for each NIC and family', () => {
    expect(pools.map(({ metadata }) => metadata.name)).toEqual([
      `auto4-web-net1-${tail}`,
      `auto4-web-net2-${tail}`,
      `auto6-web-net1-${tail}`,
    ]);
  });

  it('carry the labels, the annotation, the owner and the finalizer', () => {
    const { metadata } = pools[0] ?? {};
    expect(metadata?.labels).toEqual({
      'ipam.spidernet.io/owner-spider-subnet': 'subnet-6',
      'ipam.spidernet.io/owner-application-gv': 'apps_v1',
      'ipam.spidernet.io/owner-application-kind': 'Deployment',
      'ipam.spidernet.io/owner-application-namespace': 'default',
      'ipam.spidernet.io/owner-application-name': 'web',
      'ipam.spidernet.io/owner-application-uid': uid,
      'ipam.spidernet.io/interface': 'net1',
      'ipam.spidernet.io/ip-version': 'IPv4',
      'ipam.spidernet.io/ippool-reclaim': 'true',
      'ipam.spidernet.io/ippool-cidr': '10-6-0-0-16',
    });
    expect(metadata?.annotations).toEqual({ 'ipam.spidernet.io/ippool-ip-number': '+2' });
    expect(metadata?.finalizers).toEqual(['spiderpool.spidernet.io']);
    expect(metadata?.ownerReferences).toEqual([
      {
        apiVersion: 'spiderpool.spidernet.io/v2beta1',
        kind: 'SpiderSubnet',
        name: 'subnet-6',
        uid: bench.store.get(SUBNETS, undefined, 'subnet-6')?.metadata.uid,
        controller: true,
        blockOwnerDeletion: true,
      },
    ]);
    expect(pools[2]?.metadata.labels).toMatchObject({
      'ipam.spidernet.io/ip-version': 'IPv6',
      'ipam.spidernet.io/ippool-cidr': 'fd00-10-6---64',
    });
  });

  it('have the subnet, its gateway, five addresses and the workload as affinity', () => {
    expect(pools[0]?.spec).toMatchObject({
      ipVersion: 4,
      subnet: '10.6.0.0/16',
      gateway: '10.6.0.1',
      ips: ['10.6.168.101-10.6.168.105'],
      podAffinity: {
        matchLabels: {
          'ipam.spidernet.io/app-api-group': 'apps',
          'ipam.spidernet.io/app-api-version': 'v1',
          'ipam.spidernet.io/app-kind': 'Deployment',
          'ipam.spidernet.io/app-namespace': 'default',
          'ipam.spidernet.io/app-name': 'web',
        },
      },
    });
    expect(pools.map(({ status }) => status)).toEqual(
      pools.map(() => expect.objectContaining({ totalIPCount: 5, allocatedIPCount: 3 })),
    );
  });

  it('are written down in the subnet that they come from', () => {
    const subnet = bench.store.get(SUBNETS, undefined, 'subnet-6');
    const { controlledIPPools, ...counts } = (subnet?.status ?? {}) as { controlledIPPools: string };
    expect(JSON.parse(controlledIPPools)).toEqual({
      [`auto4-web-net1-${tail}`]: {
        ips: ['10.6.168.101-10.6.168.105'],
        application: 'apps_v1_Deployment_default_web',
      },
    });
    expect(counts).toEqual({ totalIPCount: 20, allocatedIPCount: 5 });
  });

  it('are found by the labels of the workload', () => {
    const found = bench.store.list(POOLS, {
      labels: {
        'ipam.spidernet.io/owner-application-namespace': 'default',
        'ipam.spidernet.io/owner-application-name': 'web',
        'ipam.spidernet.io/owner-application-kind': 'Deployment',
      },
    });
    expect(found).toHaveLength(3);
  });

  it('give every Pod an address on every NIC', () => {
    for (const pod of bench.pods('web')) {
      expect(bench.nics(pod)).toEqual({
        net1: expect.objectContaining({
          ipv4Pool: `auto4-web-net1-${tail}`,
          ipv6Pool: `auto6-web-net1-${tail}`,
        }),
        net2: expect.objectContaining({ ipv4Pool: `auto4-web-net2-${tail}` }),
      });
    }
  });
});
