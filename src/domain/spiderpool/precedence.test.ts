import { describe, expect, it } from 'vitest';
import type { ClusterView } from '../cluster-view.ts';
import { calico, macvlan, testAttachment, testNamespace, testPool, testView } from '../test-cluster.ts';
import type { NetworkDraft, NicDraft } from '../workload/draft.ts';
import { emptyNic, newNetwork } from '../workload/new-draft.ts';
import { expandNames, patternFailure } from './expand-names.ts';
import { namespaceDefaults } from './namespace-defaults.ts';
import { addressOrigins } from './precedence.ts';

const K = 'ipam.spidernet.io';
const withDefaults = testAttachment('defaults', {
  type: 'macvlan',
  ipam: { type: 'spiderpool', default_ipv4_ippool: ['nad-v4'], default_ipv6_ippool: ['nad-v6*'] },
});
const pools = [
  testPool('nad-v4'),
  testPool('nad-v6a', { ipVersion: 6 }),
  testPool('nad-v6b', { ipVersion: 6 }),
  testPool('ns-v4'),
  testPool('cluster-v4', { default: true }),
  testPool('p1'),
  testPool('p2'),
];
const namespaces = [testNamespace('default')];
const inNamespace = (annotations: Record<string, string>) => [testNamespace('default', { annotations })];
const cluster = { attachments: [macvlan, calico, withDefaults], pools, namespaces };

function nic(attachment: string, more: Partial<NicDraft> = {}): NicDraft {
  return { ...emptyNic(), attachment: `kube-system/${attachment}`, ...more };
}

function network(source: NetworkDraft['source'], nics: NicDraft[]): NetworkDraft {
  return { ...newNetwork(), source, nics };
}

/** The origins of the added NICs, without the resolved NIC itself. */
function origins(draft: NetworkDraft, view: ClusterView = testView(cluster)) {
  return addressOrigins(draft, 'default', view)
    .slice(1)
    .map(({ from, names, missing, shadowed, failure }) => ({ from, names, missing, shadowed, failure }));
}

const subnets = { ipv4: 's1', ipv6: '' };
const chosen = { ipv4: ['p1'], ipv6: [] };

describe('where addresses come from (domain reference 1.2)', () => {
  it('1: subnets, for every NIC, even those that are not listed', () => {
    expect(origins(network('fixed', [nic('macvlan', { subnets }), nic('defaults')]))).toMatchObject([
      { from: 'subnets', names: { ipv4: ['s1'], ipv6: [] } },
      { from: 'nowhere', names: { ipv4: [], ipv6: [] }, failure: 'no Interface net2 IP allocation found' },
    ]);
  });

  it('1: not when the subnet feature is off: the annotation is ignored', () => {
    const view = testView({ ...cluster, settings: { enableSpiderSubnet: false, enableAutoPool: false } });
    expect(origins(network('fixed', [nic('defaults', { subnets })]), view)).toMatchObject([
      { from: 'attachment' },
    ]);
  });

  it('1: an error when auto pools are off', () => {
    const view = testView({ ...cluster, settings: { enableAutoPool: false } });
    expect(origins(network('fixed', [nic('macvlan', { subnets })]), view)[0]).toMatchObject({
      from: 'nowhere',
      failure:
        "it's invalid to use 'ipam.spidernet.io/subnets' or 'ipam.spidernet.io/subnet' annotation when Auto-Pool feature is disabled",
    });
  });

  it('2: pools, and every NIC must be listed', () => {
    expect(origins(network('pools', [nic('macvlan', { pools: chosen }), nic('defaults')]))).toMatchObject([
      { from: 'pools', names: { ipv4: ['p1'], ipv6: [] } },
      {
        from: 'nowhere',
        failure:
          "wrong input, invalid format of Pod annotation 'ipam.spidernet.io/ippools': interface net2 must be specified",
      },
    ]);
  });

  it('4: the namespace beats the attachment, and one family is enough to do so for both', () => {
    const view = testView({
      ...cluster,
      namespaces: inNamespace({ [`${K}/default-ipv4-ippool`]: '["ns-*"]' }),
    });
    expect(origins(network('default', [nic('defaults'), nic('macvlan')]), view)).toMatchObject([
      {
        from: 'namespace',
        names: { ipv4: ['ns-v4'], ipv6: [] },
        shadowed: { ipv4: ['nad-v4'], ipv6: ['nad-v6*'] },
      },
      { from: 'namespace', names: { ipv4: ['ns-v4'], ipv6: [] }, shadowed: undefined },
    ]);
    expect(origins(network('pools', [nic('macvlan', { pools: chosen })]), view)).toMatchObject([
      { from: 'pools' },
    ]);
  });

  it('4: an annotation that is no JSON list fails the Pods', () => {
    const view = testView({ ...cluster, namespaces: inNamespace({ [`${K}/default-ipv4-ippool`]: 'ns-v4' }) });
    expect(origins(network('default', [nic('defaults')]), view)).toMatchObject([
      { from: 'nowhere', failure: 'failed to allocate IP addresses in standard mode: invalid character' },
    ]);
  });

  it('5: the attachment, patterns expanded', () => {
    expect(origins(network('default', [nic('defaults')]))).toEqual([
      {
        from: 'attachment',
        names: { ipv4: ['nad-v4'], ipv6: ['nad-v6a', 'nad-v6b'] },
        missing: [],
        shadowed: undefined,
        failure: undefined,
      },
    ]);
  });

  it('6: the cluster, else nothing', () => {
    expect(origins(network('default', [nic('macvlan')]))).toMatchObject([
      { from: 'cluster', names: { ipv4: ['cluster-v4'], ipv6: [] } },
    ]);
    const view = testView({ ...cluster, pools: [testPool('p1')] });
    expect(origins(network('default', [nic('macvlan')]), view)).toMatchObject([
      { from: 'nowhere', failure: 'no IPPool available, no pool selection rules of any type are specified' },
    ]);
  });

  it('a mode in which nothing is chosen falls to the defaults', () => {
    for (const source of ['fixed', 'pools'] as const) {
      expect(origins(network(source, [nic('defaults')]))).toMatchObject([{ from: 'attachment' }]);
    }
  });

  it('NICs that do not ask Spiderpool, and those of which nothing is known', () => {
    const view = testView({ ...cluster, settings: { clusterNetwork: '' } });
    const draft = { ...network('default', [nic('gone'), emptyNic()]), eth0: nic('calico') };
    expect(addressOrigins(draft, 'default', view).map(({ from }) => from)).toEqual([
      'otherIpam',
      'unknown',
      'unknown',
    ]);
    const fixedDraft = network('fixed', [nic('macvlan', { subnets }), nic('gone')]);
    expect(origins(fixedDraft, view)[1]).toMatchObject({ from: 'unknown', failure: undefined });
  });

  it('does not claim that nothing is there while pools cannot be read', () => {
    const view: ClusterView = { ...testView(cluster), pools: { state: 'forbidden' } };
    expect(origins(network('default', [nic('macvlan'), nic('defaults')]), view)).toMatchObject([
      { from: 'unknown', failure: undefined },
      { from: 'attachment', names: { ipv4: ['nad-v4'], ipv6: ['nad-v6*'] }, missing: [] },
    ]);
  });

  it('drops the family that is switched off', () => {
    const view = testView({ ...cluster, settings: { enableIPv6: false } });
    expect(origins(network('default', [nic('defaults')]), view)).toMatchObject([
      { names: { ipv4: ['nad-v4'], ipv6: [] } },
    ]);
  });

  it('one bad name breaks all, a repeated one too', () => {
    const of = (names: string[]) =>
      origins(network('pools', [nic('macvlan', { pools: { ipv4: names, ipv6: [] } })]))[0];
    expect(of(['p1', 'p9'])).toMatchObject({
      from: 'pools',
      missing: ['p9'],
      failure: 'failed to get original IPPool p9: SpiderIPPool.spiderpool.spidernet.io "p9" not found',
    });
    expect(of(['p1', 'p*'])?.failure).toBe('wrong input, duplicate IPPool p1 specified for NIC net1');
    expect(of(['q*'])).toMatchObject({ missing: [], failure: 'no Interface net1 IP allocation found' });
  });
});

describe('expandNames (domain reference 1.6)', () => {
  it('matches pools of its family only, and each once', () => {
    expect(expandNames(['nad-*'], 'ipv4', pools)).toMatchObject({
      names: ['nad-v4'],
      missing: [],
      repeated: [],
    });
    expect(expandNames(['nad-v6?', 'nad-v6a'], 'ipv6', pools)).toMatchObject({
      names: ['nad-v6a', 'nad-v6b'],
      missing: [],
      repeated: ['nad-v6a'],
    });
  });

  it('leaves names as they are written while pools are not known', () => {
    expect(expandNames(['p*', 'gone'], 'ipv4', undefined)).toEqual({
      names: ['p*', 'gone'],
      missing: [],
      repeated: [],
      unsound: undefined,
    });
  });

  it('a malformed pattern adds nothing, and is no name', () => {
    expect(expandNames(['p[]', 'p1'], 'ipv4', pools)).toMatchObject({ names: ['p1'], missing: [] });
  });

  it('one bracket makes a name, which no pool can have', () => {
    expect(expandNames(['p[', 'p1'], 'ipv4', pools)).toMatchObject({ names: ['p[', 'p1'], missing: ['p['] });
  });

  it.each([
    { names: ['p1', 'p2'], unsound: undefined },
    { names: ['p1', 'gone', 'p1'], unsound: { name: 'gone', why: 'missing' } },
    { names: ['p1', 'p1', 'gone'], unsound: { name: 'p1', why: 'repeated' } },
    { names: ['p?', 'p2'], unsound: { name: 'p2', why: 'repeated' } },
    { names: ['gone', 'gone'], unsound: { name: 'gone', why: 'missing' } },
  ])('$names stop the agent at $unsound', ({ names, unsound }) => {
    expect(expandNames(names, 'ipv4', pools).unsound).toEqual(unsound);
  });

  it('a malformed pattern fails as soon as there is a pool to try it on', () => {
    expect(patternFailure(['p1', 'p[]'], 'ipv4', pools)).toBe(
      "failed to match wildcard: IPv4 PoolName pattern 'p[]', character 'nad-v4', error: syntax error in pattern",
    );
    expect(patternFailure(['p[]'], 'ipv4', [])).toBeUndefined();
    expect(patternFailure(['p*', 'p['], 'ipv4', pools)).toBeUndefined();
  });
});

describe('what Spiderpool refuses as a whole, it says to every NIC', () => {
  const twice = network('fixed', [nic('macvlan', { subnets }), nic('defaults', { subnets })]);
  const odd = {
    ...network('fixed', [nic('macvlan', { subnets })]),
    elastic: { ...newNetwork().elastic, count: 'x' },
  };
  it.each([
    { title: 'one subnet on two NICs (1.3)', draft: twice, says: "it's invalid to use the same subnet" },
    { title: 'a number that is none (1.4)', draft: odd, says: "invalid input '+x'" },
  ])('$title', ({ draft, says }) => {
    for (const { from, failure } of origins(draft)) {
      expect([from, failure]).toEqual(['nowhere', expect.stringContaining(says)]);
    }
  });

  it('a family that is switched off counts for the subnets', () => {
    const view = testView({ ...cluster, settings: { enableIPv4: false } });
    expect(origins(twice, view)[0]?.failure).toContain("it's invalid to use the same subnet");
  });

  it('a malformed pattern of a family that is switched off fails all the same', () => {
    const view = testView({ ...cluster, settings: { enableIPv4: false } });
    const draft = network('pools', [nic('macvlan', { pools: { ipv4: ['[]x]'], ipv6: ['nad-v6a'] } })]);
    expect(origins(draft, view)[0]?.failure).toContain('failed to match wildcard');
  });
});

it.each([
  [{}, { ipv4: [], ipv6: [] }, false],
  [{ [`${K}/default-ipv4-ippool`]: '["a","b-*"]' }, { ipv4: ['a', 'b-*'], ipv6: [] }, false],
  [{ [`${K}/default-ipv6-ippool`]: 'null' }, { ipv4: [], ipv6: [] }, false],
  [{ [`${K}/default-ipv4-ippool`]: '["a",null]' }, { ipv4: ['a', ''], ipv6: [] }, false],
  [{ [`${K}/default-ipv4-ippool`]: 'a' }, { ipv4: [], ipv6: [] }, true],
  [
    { [`${K}/default-ipv4-ippool`]: '["a"]', [`${K}/default-ipv6-ippool`]: '[5]' },
    { ipv4: [], ipv6: [] },
    true,
  ],
  [{ [`${K}/default-ipv4-ippool`]: '{"a":"b"}' }, { ipv4: [], ipv6: [] }, true],
])('namespace annotations %j (domain reference 1.11)', (annotations, names, fails) => {
  const defaults = namespaceDefaults(annotations);
  expect([defaults.names, defaults.failure !== undefined]).toEqual([names, fails]);
});
