import { describe, expect, it } from 'vitest';
import { pool } from '../../scenarios/objects/address-objects.ts';
import { deployment, podTemplate } from '../../scenarios/objects/workload-objects.ts';
import { agentText, createBench } from '../bench.ts';
import { bareCluster, NET7, pool6, subnets } from '../bench-objects.ts';
import { annotations, POOLS, SUBNETS } from '../names.ts';
import type { SpiderpoolSettings } from '../settings.ts';

const json = JSON.stringify;
const PREFIX =
  'failed to allocate IP addresses in standard mode: failed to get IPPool candidates from Subnet: ';

interface Row {
  title: string;
  pod: Record<string, string>;
  settings?: Partial<SpiderpoolSettings>;
  /** What follows the prefix. */
  text: string;
}

const of = (value: unknown) => ({ [annotations.subnets]: typeof value === 'string' ? value : json(value) });
const single = (value: unknown) => ({
  [annotations.subnet]: typeof value === 'string' ? value : json(value),
});
const sized = (size: string) => ({
  ...of([{ interface: 'net1', ipv4: ['subnet-6'] }]),
  [annotations.poolIpNumber]: size,
});

const rows: Row[] = [
  {
    title: 'is JSON',
    pod: of('[{interface: net1}]'),
    text: "failed to parse anntation 'ipam.spidernet.io/subnets' value '[{interface: net1}]', error: invalid character 'i' looking for beginning of object key string",
  },
  {
    title: 'is JSON of the right type',
    pod: of([{ interface: 'net1', ipv4: 'subnet-6' }]),
    text: `failed to parse anntation 'ipam.spidernet.io/subnets' value '[{"interface":"net1","ipv4":"subnet-6"}]', error: json: cannot unmarshal string into Go struct field AnnoSubnetItem.ipv4 of type []string`,
  },
  {
    title: 'has an item',
    pod: of([]),
    text: 'no subnets specified: &PodSubnetAnnoConfig{MultipleSubnets[],SingleSubnet:nil,FlexibleIPNum:*0,AssignIPNumber:0,ReclaimIPPool:true,}',
  },
  {
    title: 'names a subnet in each item',
    pod: of([{ interface: 'net1' }]),
    text: "it's invalid to set dual empty subnet with multiple interfaces: &PodSubnetAnnoConfig{MultipleSubnets[{net1 [] []}],SingleSubnet:nil,FlexibleIPNum:*0,AssignIPNumber:0,ReclaimIPPool:true,}",
  },
  {
    title: 'names a subnet in subnet',
    pod: single({ interface: 'net1' }),
    text: "it's invalid to set dual empty subnet with single interface: &PodSubnetAnnoConfig{MultipleSubnets[],SingleSubnet:{Interface:net1,IPv4:[],IPv6:[]},FlexibleIPNum:*0,AssignIPNumber:0,ReclaimIPPool:true,}",
  },
  {
    title: 'has no empty name',
    pod: of([{ interface: 'net1', ipv4: [''] }]),
    text: "it's invalid to set an empty IPv4 subnet with mutilple interfaces",
  },
  {
    title: 'has no empty name in subnet',
    pod: single({ ipv6: [''] }),
    text: "it's invalid to set an empty IPv6 subnet with single interface: &PodSubnetAnnoConfig{MultipleSubnets[],SingleSubnet:{Interface:,IPv4:[],IPv6:[]},FlexibleIPNum:*0,AssignIPNumber:0,ReclaimIPPool:true,}",
  },
  {
    title: 'names a subnet once',
    pod: of([
      { interface: 'net1', ipv4: ['subnet-6'] },
      { interface: 'net2', ipv4: ['subnet-6'] },
    ]),
    text: "it's invalid to use the same subnet for multiple interfaces: &PodSubnetAnnoConfig{MultipleSubnets[{net1 [subnet-6] []} {net2 [subnet-6] []}],SingleSubnet:nil,FlexibleIPNum:*0,AssignIPNumber:0,ReclaimIPPool:true,}",
  },
  {
    title: 'names an interface once, and the empty name counts',
    pod: of([{ ipv4: ['subnet-6'] }, { ipv4: ['subnet-7'] }]),
    text: "it's invalid to use the same Interface name for multiple interfaces: &PodSubnetAnnoConfig{MultipleSubnets[{ [subnet-6] []} { [subnet-7] []}],SingleSubnet:nil,FlexibleIPNum:*0,AssignIPNumber:0,ReclaimIPPool:true,}",
  },
  {
    title: 'is an error when auto pools are off',
    pod: of([{ interface: 'net1', ipv4: ['subnet-6'] }]),
    settings: { enableAutoPoolForApplication: false },
    text: "it's invalid to use 'ipam.spidernet.io/subnets' or 'ipam.spidernet.io/subnet' annotation when Auto-Pool feature is disabled",
  },
  { title: '1.4: a number has one plus at most', pod: sized('+1+1'), text: "invalid input '+1+1'" },
  {
    title: '1.4: a number has no blanks',
    pod: sized(' 5'),
    text: `invalid input ' 5': strconv.Atoi: parsing " 5": invalid syntax`,
  },
  {
    title: '1.4: a number is not negative',
    pod: sized('-1'),
    text: "subnet 'ipam.spidernet.io/ippool-ip-number' value must equal or greater than 0",
  },
  {
    title: '1.5: reclaim is a bool',
    pod: { ...sized('+1'), [annotations.poolReclaim]: 'yes' },
    text: `failed to parse spider subnet 'ipam.spidernet.io/ippool-reclaim', error: strconv.ParseBool: parsing "yes": invalid syntax`,
  },
];

describe('the annotations subnets and subnet (reference 1.3 to 1.5)', () => {
  it.each(rows)('$title', ({ pod, settings, text }) => {
    const bench = createBench(
      [
        ...bareCluster,
        ...subnets,
        deployment('default', 'web', {
          annotations: { [annotations.networks]: 'kube-system/net-a,kube-system/net-b', ...pod },
        }),
      ],
      settings,
    );
    bench.run(5);
    const prefix = settings === undefined ? PREFIX : 'failed to allocate IP addresses in standard mode: ';
    expect(agentText(bench.failure('web'))).toBe(`${prefix}${text}`);
    expect(bench.store.list(POOLS)).toEqual([]);
  });

  it('accepts one empty interface, which labels a pool that no NIC finds', () => {
    const bench = createBench([
      ...bareCluster,
      ...subnets,
      deployment('default', 'web', {
        annotations: { [annotations.networks]: 'kube-system/net-a', ...of([{ ipv4: ['subnet-6'] }]) },
      }),
    ]);
    bench.run(5);
    expect(
      bench.store.list(POOLS).map(({ metadata }) => metadata.labels?.['ipam.spidernet.io/interface']),
    ).toEqual(['']);
    expect(agentText(bench.failure('web'))).toBe('validation failure list:\nips in body is required');
  });

  it('uses only the first name of each family', () => {
    const bench = createBench([
      ...bareCluster,
      ...subnets,
      deployment('default', 'web', {
        annotations: {
          [annotations.networks]: 'kube-system/net-a',
          ...of([{ interface: 'net1', ipv4: ['subnet-6', 'no-such-subnet'] }]),
        },
      }),
    ]);
    bench.run(5);
    expect(bench.nics(bench.pods('web')[0]).net1?.ipv4).toBe('10.6.168.101/16');
  });

  it.each([
    { title: 'that does not exist', name: 'no-such-subnet' },
    { title: 'with a wildcard', name: 'subnet-*' },
    { title: 'that is terminating', name: 'subnet-7' },
  ])('waits 50 s in silence for a subnet $title', ({ name }) => {
    const bench = createBench([
      ...bareCluster,
      ...subnets,
      pool('keeps-subnet-7', { ...NET7, ips: ['10.7.168.101'] }),
    ]);
    bench.run(1);
    bench.store.modify(
      POOLS,
      undefined,
      'keeps-subnet-7',
      (object) => {
        object.status = {
          allocatedIPs: json({ '10.7.168.101': { pod: 'default/x', podUid: 'x' } }),
          allocatedIPCount: 1,
        };
      },
      { subresource: 'status' },
    );
    bench.store.delete(SUBNETS, undefined, 'subnet-7');
    bench.create(
      deployment('default', 'web', {
        annotations: {
          [annotations.networks]: 'kube-system/net-a',
          ...of([{ interface: 'net1', ipv4: [name] }]),
        },
      }),
    );
    bench.run(49);
    expect(bench.failure('web')).toBeUndefined();
    bench.run(3);
    const [web] = bench.store.list('apps/v1/deployments');
    expect(agentText(bench.failure('web'))).toBe(
      `${PREFIX}no matching auto-created IPPool candidate with matchLables 'map[` +
        'ipam.spidernet.io/interface:net1 ipam.spidernet.io/ip-version:IPv4 ipam.spidernet.io/owner-application-gv:apps_v1 ' +
        'ipam.spidernet.io/owner-application-kind:Deployment ipam.spidernet.io/owner-application-name:web ' +
        `ipam.spidernet.io/owner-application-namespace:default ipam.spidernet.io/owner-application-uid:${web?.metadata.uid} ` +
        `ipam.spidernet.io/owner-spider-subnet:${name}]'`,
    );
  });

  it('is nothing for a Pod that no controller owns', () => {
    const template = podTemplate('bare', {
      annotations: {
        [annotations.networks]: 'kube-system/net-a',
        ...of([{ interface: 'net1', ipv4: ['subnet-6'] }]),
      },
    });
    const bench = createBench([
      ...bareCluster,
      ...subnets,
      {
        apiVersion: 'v1',
        kind: 'Pod',
        ...template,
        metadata: { ...template.metadata, name: 'bare', namespace: 'default' },
      },
    ]);
    bench.run(5);
    expect(agentText(bench.failure('bare'))).toBe(
      `${PREFIX}SpiderSubnet feature doesn't support no-controller pod`,
    );
  });

  it('looks for the pool of the calling NIC, whatever interface subnet names', () => {
    const bench = createBench([
      ...bareCluster,
      ...subnets,
      deployment('default', 'web', {
        annotations: { [annotations.networks]: 'kube-system/net-a', ...single({ ipv4: ['subnet-6'] }) },
      }),
    ]);
    bench.run(60);
    expect(
      bench.store.list(POOLS).map(({ metadata }) => metadata.labels?.['ipam.spidernet.io/interface']),
    ).toEqual(['eth0']);
    expect(agentText(bench.failure('web'))).toContain('no matching auto-created IPPool candidate');
  });

  it('falls to the next source when the SpiderSubnet feature is off', () => {
    const bench = createBench(
      [
        ...bareCluster,
        pool6('six', 1),
        deployment('default', 'web', {
          annotations: {
            [annotations.networks]: 'kube-system/net-a',
            ...of('nonsense'),
            [annotations.pool]: json({ ipv4: ['six'] }),
          },
        }),
      ],
      { enableSpiderSubnet: false },
    );
    bench.run(5);
    expect(bench.nics(bench.pods('web')[0]).net1?.ipv4Pool).toBe('six');
  });
});
