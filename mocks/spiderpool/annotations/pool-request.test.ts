import { describe, expect, it } from 'vitest';
import { pool } from '../../scenarios/objects/address-objects.ts';
import { macvlan } from '../../scenarios/objects/attachment-objects.ts';
import { deployment } from '../../scenarios/objects/workload-objects.ts';
import type { NewKubeObject } from '../../store/store.ts';
import { agentText, createBench } from '../bench.ts';
import { bareCluster, NET6_V6, pool6, pool7 } from '../bench-objects.ts';
import { annotations, POOLS } from '../names.ts';

const json = JSON.stringify;
const STANDARD = 'failed to allocate IP addresses in standard mode: ';
const FORMAT = `${STANDARD}wrong input, invalid format of Pod annotation 'ipam.spidernet.io/ippools': `;

const pools: readonly NewKubeObject[] = [
  pool6('six-a', 1),
  pool6('six-b', 2),
  pool7('seven-a', 1),
  pool('v6-a', { ...NET6_V6, ips: ['fd00:10:6::1-fd00:10:6::9'], gateway: 'fd00:10:6::fe' }),
];

function web(ippools: unknown, networks = 'kube-system/net-a,kube-system/net-b') {
  const bench = createBench([
    ...bareCluster,
    ...pools,
    deployment('default', 'web', {
      annotations: {
        [annotations.networks]: networks,
        [annotations.pools]: typeof ippools === 'string' ? ippools : json(ippools),
      },
    }),
  ]);
  bench.run(5);
  return bench;
}

describe('the annotation ippools (reference 1.6): refusals', () => {
  it.each([
    { title: 'no JSON', value: '[{', text: `${FORMAT}unexpected end of JSON input` },
    {
      title: 'JSON of another type',
      value: { interface: 'net1', ipv4: ['six-a'] },
      text: `${FORMAT}json: cannot unmarshal object into Go value of type types.AnnoPodIPPoolsValue`,
    },
    {
      title: 'a text where a bool belongs',
      value: [{ interface: 'net1', ipv4: ['six-a'], cleangateway: 'true' }],
      text: `${FORMAT}json: cannot unmarshal string into Go struct field AnnoIPPoolItem.cleangateway of type bool`,
    },
    { title: 'an empty list', value: [], text: `${FORMAT}value requires at least one item` },
    {
      title: 'an interface on some items only',
      value: [{ interface: 'net1', ipv4: ['six-a'] }, { ipv4: ['seven-a'] }],
      text: `${FORMAT}NIC should be either all specified or all unspecified`,
    },
    {
      title: 'an interface twice',
      value: [
        { interface: 'net1', ipv4: ['six-a'] },
        { interface: 'net1', ipv4: ['six-b'] },
      ],
      text: `${FORMAT}duplicate interface net1`,
    },
    {
      title: 'the NIC at hand not listed',
      value: [{ interface: 'net2', ipv4: ['seven-a'] }],
      text: `${FORMAT}interface net1 must be specified`,
    },
    {
      title: 'a NIC without attachment',
      value: [
        { interface: 'net1', ipv4: ['six-a'] },
        { interface: 'net2', ipv4: ['seven-a'] },
        { interface: 'net3', ipv4: ['six-b'] },
      ],
      text: `${STANDARD}no IPPool available, all IPv4 IPPools [six-b] of net3 filtered out: unknown: no matched multus object for NIC 'net3'. The multus network-attachments: kube-system/net-a,kube-system/net-b`,
    },
    {
      title: 'a name that does not exist, among others that do',
      value: [
        { interface: 'net1', ipv4: ['six-a', 'six-x'] },
        { interface: 'net2', ipv4: ['seven-a'] },
      ],
      text: `${STANDARD}failed to get original IPPool six-x: SpiderIPPool.spiderpool.spidernet.io "six-x" not found`,
    },
    {
      title: 'a wildcard that covers a literal name',
      value: [
        { interface: 'net1', ipv4: ['six-a', 'six-*'] },
        { interface: 'net2', ipv4: ['seven-a'] },
      ],
      text: `${STANDARD}wrong input, duplicate IPPool six-a specified for NIC net1`,
    },
    {
      title: 'a wildcard that matches nothing',
      value: [
        { interface: 'net1', ipv4: ['nine-*'] },
        { interface: 'net2', ipv4: ['seven-a'] },
      ],
      text: 'no Interface net1 IP allocation found',
    },
    {
      title: 'a malformed wildcard',
      value: [
        { interface: 'net1', ipv4: ['six-[b-]'] },
        { interface: 'net2', ipv4: ['seven-a'] },
      ],
      text: `${STANDARD}failed to match wildcard: IPv4 PoolName pattern 'six-[b-]', character 'seven-a', error: syntax error in pattern`,
    },
  ])('$title', ({ value, text }) => {
    expect(agentText(web(value).failure('web'))).toBe(text);
  });
});

describe('the annotation ippools (reference 1.6): what it gives', () => {
  it('gives every NIC what it names, and writes one endpoint', () => {
    const bench = web([
      { interface: 'net1', ipv4: ['six-a'], ipv6: ['v6-a'] },
      { interface: 'net2', ipv4: ['seven-a'], cleangateway: true },
    ]);
    expect(bench.nics(bench.pods('web')[0])).toEqual({
      net1: {
        interface: 'net1',
        ipv4: '10.6.1.1/16',
        ipv4Pool: 'six-a',
        ipv4Gateway: '10.6.0.1',
        ipv6: 'fd00:10:6::1/64',
        ipv6Pool: 'v6-a',
        ipv6Gateway: 'fd00:10:6::fe',
        vlan: 0,
        cleanGateway: false,
      },
      net2: {
        interface: 'net2',
        ipv4: '10.7.1.1/16',
        ipv4Pool: 'seven-a',
        ipv4Gateway: '10.7.0.1',
        vlan: 0,
        cleanGateway: true,
      },
    });
  });

  it('takes the interface name of the networks annotation', () => {
    const bench = web([{ interface: 'data0', ipv4: ['six-a'] }], 'kube-system/net-a@data0');
    expect(bench.nics(bench.pods('web')[0])).toMatchObject({ data0: { ipv4Pool: 'six-a' } });
  });

  it('matches wildcards against pools of the family only', () => {
    const bench = web([{ interface: 'net1', ipv4: ['*-a'], ipv6: ['?6-[a-c]'] }], 'kube-system/net-a');
    const { ipv4Pool, ipv6Pool } = bench.nics(bench.pods('web')[0]).net1 ?? {};
    expect(['six-a', 'seven-a']).toContain(ipv4Pool);
    expect(ipv6Pool).toBe('v6-a');
  });

  it('tries alternatives until one has an address', () => {
    const bench = createBench([
      ...bareCluster,
      pool6('one', 1, { ips: ['10.6.1.1'] }),
      pool6('two', 2, { ips: ['10.6.2.1'] }),
      deployment('default', 'web', {
        replicas: 3,
        annotations: {
          [annotations.networks]: 'kube-system/net-a',
          [annotations.pools]: json([{ interface: 'net1', ipv4: ['one', 'two'] }]),
        },
      }),
    ]);
    bench.run(5);
    const used = bench.pods('web').flatMap((pod) => bench.nics(pod).net1?.ipv4Pool ?? []);
    expect(used.toSorted()).toEqual(['one', 'two']);
    expect(agentText(bench.failure('web'))).toMatch(
      /^failed to allocate IP addresses in standard mode: failed to allocate any IPv4 IP address to NIC net1 from IPPools \[(one two|two one)\]: all IP addresses used out$/,
    );
  });

  it('does not try alternatives in the order in which they are written', () => {
    const firsts = new Set<string>();
    for (let index = 0; index < 12; index += 1) {
      const names = Array.from({ length: 4 }, (_, at) => `pool-${index}-${at}`);
      const bench = createBench([
        ...bareCluster,
        ...names.map((name, at) => pool6(name, at + 1)),
        deployment('default', 'web', {
          replicas: 6,
          annotations: {
            [annotations.networks]: 'kube-system/net-a',
            [annotations.pools]: json([{ interface: 'net1', ipv4: names }]),
          },
        }),
      ]);
      bench.run(5);
      for (const pod of bench.pods('web')) firsts.add((bench.nics(pod).net1?.ipv4Pool ?? '').slice(-1));
    }
    expect(firsts.size).toBeGreaterThan(1);
  });

  it('keeps what a failed attempt found, and uses it again', () => {
    const bench = createBench([
      ...bareCluster,
      pool6('six-a', 1),
      pool6('six-b', 2),
      pool7('full', 1, { ips: [] }),
      deployment('default', 'web', {
        annotations: {
          [annotations.networks]: 'kube-system/net-a,kube-system/net-b',
          [annotations.pools]: json([
            { interface: 'net1', ipv4: ['six-a', 'six-b'] },
            { interface: 'net2', ipv4: ['full'] },
          ]),
        },
      }),
    ]);
    bench.run(60);
    const held = bench.store
      .list(POOLS)
      .map(({ status }) => (status as { allocatedIPCount: number }).allocatedIPCount);
    expect(held.toSorted((a, b) => a - b)).toEqual([0, 0, 1]);
    bench.change(POOLS, undefined, 'full', (object) => {
      object.spec = { ...(object.spec as object), ips: ['10.7.1.1'] };
    });
    bench.run(15);
    expect(Object.keys(bench.nics(bench.pods('web')[0]))).toEqual(expect.arrayContaining(['net1', 'net2']));
  });

  it('wastes an address on a listed NIC whose attachment does not ask Spiderpool', () => {
    const bench = createBench([
      ...bareCluster,
      ...pools,
      macvlan('kube-system/no-ipam', { master: 'ens192', disableIPAM: true }),
      deployment('default', 'web', {
        annotations: {
          [annotations.networks]: 'kube-system/net-a,kube-system/no-ipam',
          [annotations.pools]: json([
            { interface: 'net1', ipv4: ['six-a'] },
            { interface: 'net2', ipv4: ['seven-a'] },
          ]),
        },
      }),
    ]);
    bench.run(5);
    const [pod] = bench.pods('web');
    expect(bench.nics(pod).net2?.ipv4).toBe('10.7.1.1/16');
    expect(JSON.parse(pod?.metadata.annotations?.[annotations.networkStatus] ?? '')).toMatchObject([
      { interface: 'eth0' },
      { interface: 'net1', ips: ['10.6.1.1'] },
      expect.not.objectContaining({ ips: expect.anything() }),
    ]);
  });
});
