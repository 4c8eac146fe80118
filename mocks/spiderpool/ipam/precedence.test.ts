import { describe, expect, it } from 'vitest';
import { macvlan } from '../../scenarios/objects/attachment-objects.ts';
import { namespace } from '../../scenarios/objects/cluster-objects.ts';
import { deployment } from '../../scenarios/objects/workload-objects.ts';
import { agentText, createBench } from '../bench.ts';
import { bareCluster, NET6, pool6, pool7 } from '../bench-objects.ts';
import { annotations } from '../names.ts';
import type { SpiderpoolSettings } from '../settings.ts';
import { subnet } from '../../scenarios/objects/address-objects.ts';

const json = JSON.stringify;

/** One pool for each source, so that the pool of net1 tells which source won. */
const pools = [
  pool6('named-in-ippools', 1),
  pool6('named-in-ippool', 2),
  pool6('of-the-namespace', 3),
  pool6('of-the-attachment', 4),
  pool6('cluster-default', 5, { default: true }),
];

/** The Pod annotations of sources 1 to 3. */
const sources = {
  subnets: {
    [annotations.subnets]: json([{ interface: 'net1', ipv4: ['subnet-6'] }]),
    [annotations.poolIpNumber]: '+0',
  },
  subnet: {
    [annotations.subnet]: json({ interface: 'net1', ipv4: ['subnet-6'] }),
    [annotations.poolIpNumber]: '+0',
  },
  ippools: { [annotations.pools]: json([{ interface: 'net1', ipv4: ['named-in-ippools'] }]) },
  ippool: { [annotations.pool]: json({ ipv4: ['named-in-ippool'] }) },
};

interface Row {
  title: string;
  pod: Record<string, string>;
  /** Which of the sources outside the Pod are there. Default: all. */
  namespaceDefault?: boolean;
  attachmentDefault?: boolean;
  clusterDefault?: boolean;
  settings?: Partial<SpiderpoolSettings>;
  /** The pool of net1, as a pattern. */
  pool: RegExp;
}

const rows: Row[] = [
  {
    title: '1: subnets before everything',
    pod: { ...sources.subnets, ...sources.ippools, ...sources.ippool },
    pool: /^auto4-web-net1-/,
  },
  {
    title: '1: subnet before everything',
    pod: { ...sources.subnet, ...sources.ippools, ...sources.ippool },
    pool: /^auto4-web-net1-/,
  },
  {
    title: '1: subnets are nothing without the SpiderSubnet feature',
    pod: { ...sources.subnets, ...sources.ippools },
    settings: { enableSpiderSubnet: false },
    pool: /^named-in-ippools$/,
  },
  {
    title: '2: ippools before ippool',
    pod: { ...sources.ippools, ...sources.ippool },
    pool: /^named-in-ippools$/,
  },
  { title: '3: ippool before the Namespace', pod: sources.ippool, pool: /^named-in-ippool$/ },
  { title: '4: the Namespace before the attachment', pod: {}, pool: /^of-the-namespace$/ },
  {
    title: '5: the attachment before the cluster',
    pod: {},
    namespaceDefault: false,
    pool: /^of-the-attachment$/,
  },
  {
    title: '6: the pools with spec.default',
    pod: {},
    namespaceDefault: false,
    attachmentDefault: false,
    pool: /^cluster-default$/,
  },
];

describe('precedence of the sources of addresses (reference 1.2)', () => {
  it.each(rows)('$title', (row) => {
    const { pod, namespaceDefault = true, attachmentDefault = true, clusterDefault = true, settings } = row;
    const given = namespaceDefault
      ? { annotations: { [annotations.namespacePoolsV4]: '["of-the-namespace"]' } }
      : {};
    const bench = createBench(
      [
        ...bareCluster,
        ...(settings?.enableSpiderSubnet === false
          ? []
          : [subnet('subnet-6', { ...NET6, ips: ['10.6.1.1-10.6.9.254', '10.6.168.101-10.6.168.120'] })]),
        ...(clusterDefault ? pools : pools.slice(0, -1)),
        macvlan('kube-system/net', {
          master: 'ens192',
          ...(attachmentDefault ? { pools: { ipv4: ['of-the-attachment'] } } : {}),
        }),
        namespace('shop', given),
        deployment('shop', 'web', { annotations: { [annotations.networks]: 'kube-system/net', ...pod } }),
      ],
      settings,
    );
    bench.run(10);
    expect(bench.failure('web')).toBeUndefined();
    expect(bench.nics(bench.pods('web')[0]).net1?.ipv4Pool).toMatch(row.pool);
  });

  it('ends with a text of its own when no source says anything', () => {
    const bench = createBench([
      ...bareCluster,
      deployment('default', 'web', { annotations: { [annotations.networks]: 'kube-system/net-a' } }),
    ]);
    bench.run(10);
    expect(agentText(bench.failure('web'))).toBe(
      'failed to allocate IP addresses in standard mode: no IPPool available, no pool selection rules of any type are specified',
    );
  });

  it('lets subnets shadow every other source, also for NICs that they do not name', () => {
    const bench = createBench([
      ...bareCluster,
      subnet('subnet-6', { ...NET6, ips: ['10.6.168.101-10.6.168.120'] }),
      pool7('cluster-default', 5, { default: true }),
      deployment('default', 'web', {
        annotations: { [annotations.networks]: 'kube-system/net-a,kube-system/net-b', ...sources.subnets },
      }),
    ]);
    bench.run(10);
    expect(agentText(bench.failure('web'))).toBe('validation failure list:\nips in body is required');
  });

  it('allocates all NICs of ippools with the first of them', () => {
    const bench = createBench([
      ...bareCluster,
      pool6('six', 1),
      deployment('default', 'web', {
        annotations: {
          [annotations.networks]: 'kube-system/net-a,kube-system/gone',
          [annotations.pools]: json([
            { interface: 'net1', ipv4: ['six'] },
            { interface: 'net2', ipv4: ['missing'] },
          ]),
        },
      }),
      macvlan('kube-system/gone', { master: 'ens224' }),
    ]);
    bench.run(10);
    expect(bench.failure('web')).toContain('error adding container to network "net-a"');
    expect(agentText(bench.failure('web'))).toContain('failed to get original IPPool missing');
  });

  it.each([
    { title: 'IPv6', settings: { enableIPv6: false }, expected: { ipv4Pool: 'four', ipv6Pool: undefined } },
    { title: 'IPv4', settings: { enableIPv4: false }, expected: { ipv4Pool: undefined, ipv6Pool: 'six' } },
  ])('drops the candidates of a family that is switched off: $title', ({ settings, expected }) => {
    const bench = createBench(
      [
        ...bareCluster,
        deployment('default', 'web', {
          annotations: {
            [annotations.networks]: 'kube-system/net-a',
            [annotations.pool]: json({ ipv4: ['four'], ipv6: ['six'] }),
          },
        }),
      ],
      settings,
    );
    bench.store.create('spiderpool.spidernet.io/v2beta1/spiderippools', {
      ...pool6('four', 1),
      spec: { ...NET6, ipVersion: 4, ips: ['10.6.1.1'] },
    });
    bench.store.create('spiderpool.spidernet.io/v2beta1/spiderippools', {
      ...pool6('six', 1),
      metadata: { name: 'six' },
      spec: { subnet: 'fd00::/64', ipVersion: 6, ips: ['fd00::1'] },
    });
    bench.run(10);
    const { ipv4Pool, ipv6Pool } = bench.nics(bench.pods('web')[0]).net1 ?? {};
    expect({ ipv4Pool, ipv6Pool }).toEqual(expected);
  });

  it('allows one family alone in a dual-stack cluster', () => {
    const bench = createBench([
      ...bareCluster,
      pool6('four', 1),
      deployment('default', 'web', {
        annotations: {
          [annotations.networks]: 'kube-system/net-a',
          [annotations.pool]: json({ ipv4: ['four'] }),
        },
      }),
    ]);
    bench.run(10);
    expect(bench.nics(bench.pods('web')[0]).net1).toMatchObject({ ipv4: '10.6.1.1/16', ipv4Pool: 'four' });
  });
});

it('null in the list of a Namespace is the empty name (reference 1.11)', () => {
  const bench = createBench([
    ...bareCluster,
    namespace('shop', { annotations: { [annotations.namespacePoolsV4]: '[null]' } }),
    deployment('shop', 'web', { annotations: { [annotations.networks]: 'kube-system/net-a' } }),
  ]);
  bench.run(5);
  expect(agentText(bench.failure('web'))).toContain('failed to get original IPPool : ');
});
