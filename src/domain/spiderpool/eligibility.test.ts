import { describe, expect, it } from 'vitest';
import type { ClusterView } from '../cluster-view.ts';
import {
  macvlan,
  testAttachment,
  testNamespace,
  testNode,
  testPool,
  testView,
  manyRecords,
} from '../test-cluster.ts';
import { emptyNic, newNetwork } from '../workload/new-draft.ts';
import { explainPool } from './eligibility.ts';
import type { PoolAsker } from './eligibility.ts';
import type { PodContext } from './pod-context.ts';
import type { Pool } from './pool.ts';
import type { PoolReasonCode } from './pool-rules.ts';
import type { Verdict } from './reason.ts';
import { resolveNics } from './resolve-nics.ts';
import type { PoolWire } from './wire.ts';

const pod: PodContext = {
  namespace: 'default',
  workload: { group: 'apps', version: 'v1', kind: 'Deployment', name: 'web' },
  podLabels: { app: 'web', tier: 'front' },
  nodeSelector: {},
};

const pfOnly = testAttachment('pf', {
  type: 'sriov',
  ipam: { type: 'spiderpool', match_master_subnet: true },
});

const cluster = testView({
  attachments: [macvlan, pfOnly],
  namespaces: [testNamespace('default', { labels: { team: 'a' } })],
  nodes: [testNode('worker1', { labels: { zone: 'a' } }), testNode('worker2', { labels: { zone: 'b' } })],
});

function askerOf(attachment: string, view: ClusterView, eth0 = ''): PoolAsker {
  const network = {
    ...newNetwork(),
    eth0: { ...emptyNic(), attachment: eth0 },
    nics: [{ ...emptyNic(), attachment }],
  };
  const nic = resolveNics(network, view)[eth0 === '' ? 1 : 0];
  if (!nic) throw new Error('no NIC');
  return { nic, family: 'ipv4' };
}

function explain(pool: Pool, view: ClusterView = cluster, attachment = 'kube-system/macvlan', context = pod) {
  return explainPool(pool, askerOf(attachment, view), context, view);
}

const autoAffinity = (more: Record<string, string> = {}) => ({
  matchLabels: {
    'ipam.spidernet.io/app-api-group': 'apps',
    'ipam.spidernet.io/app-api-version': 'v1',
    'ipam.spidernet.io/app-kind': 'Deployment',
    'ipam.spidernet.io/app-namespace': 'default',
    'ipam.spidernet.io/app-name': 'web',
    ...more,
  },
});
const autoLabels = {
  'ipam.spidernet.io/owner-application-name': 'web',
  'ipam.spidernet.io/owner-application-namespace': 'default',
};
const badSelector = { matchExpressions: [{ key: 'a', operator: 'Equals' }] };

type Row = [
  story: string,
  spec: PoolWire['spec'],
  verdict: Verdict,
  codes: PoolReasonCode[],
  upstream?: string,
];

const rows: Row[] = [
  ['a shared pool', {}, 'eligible', []],
  ['2: disabled', { disable: true }, 'no', ['pool.disabled'], 'disabled IPPool p'],
  [
    '3: the other family',
    { ipVersion: 6 },
    'no',
    ['pool.wrongFamily'],
    'expect an IPv4 IPPool, but the version of the IPPool p is IPv6',
  ],
  ['4a: every node by name', { nodeName: ['worker1', 'worker2'] }, 'eligible', []],
  [
    '4a: one node by name',
    { nodeName: ['worker2'] },
    'conditional',
    ['pool.onlyOnNodes'],
    'unmatched Node name of IPPool p',
  ],
  ['4a: no node by name', { nodeName: ['gone'] }, 'no', ['pool.nodeName'], 'unmatched Node name of IPPool p'],
  [
    '4a: the name wins over the affinity',
    { nodeName: ['worker1', 'worker2'], nodeAffinity: { matchLabels: { zone: 'c' } } },
    'eligible',
    [],
  ],
  [
    '4b: one zone',
    { nodeAffinity: { matchLabels: { zone: 'a' } } },
    'conditional',
    ['pool.onlyOnNodes'],
    'unmatched Node affinity of IPPool p',
  ],
  [
    '4b: no zone',
    { nodeAffinity: { matchLabels: { zone: 'c' } } },
    'no',
    ['pool.nodeAffinity'],
    'unmatched Node affinity of IPPool p',
  ],
  ['4b: an invalid selector', { nodeAffinity: badSelector }, 'no', ['pool.invalidSelector']],
  ['5a: this namespace', { namespaceName: ['default'] }, 'eligible', []],
  [
    '5a: another',
    { namespaceName: ['prod'] },
    'no',
    ['pool.namespaceName'],
    'unmatched Namespace name of IPPool p',
  ],
  [
    '5a: the name wins over the affinity',
    { namespaceName: ['default'], namespaceAffinity: { matchLabels: { team: 'b' } } },
    'eligible',
    [],
  ],
  ['5b: its labels', { namespaceAffinity: { matchLabels: { team: 'a' } } }, 'eligible', []],
  [
    '5b: the label that every namespace has',
    { namespaceAffinity: { matchLabels: { 'kubernetes.io/metadata.name': 'default' } } },
    'eligible',
    [],
  ],
  [
    '5b: other labels',
    { namespaceAffinity: { matchLabels: { team: 'b' } } },
    'no',
    ['pool.namespaceAffinity'],
    'unmatched Namespace affinity of IPPool p',
  ],
  ['6b: labels of the Pod', { podAffinity: { matchLabels: { app: 'web' } } }, 'eligible', []],
  [
    '6b: other labels',
    { podAffinity: { matchLabels: { app: 'api' } } },
    'no',
    ['pool.podAffinity'],
    'unmatched Pod affinity of IPPool p',
  ],
  ['6b: an invalid selector', { podAffinity: badSelector }, 'no', ['pool.invalidSelector']],
  ['8: this attachment', { multusName: ['kube-system/macvlan'] }, 'eligible', []],
  ['8: a bare name is in the namespace of Spiderpool', { multusName: ['other', 'macvlan'] }, 'eligible', []],
  [
    '8: others',
    { multusName: ['kube-system/x', 'default/macvlan'] },
    'no',
    ['pool.otherAttachment'],
    'the spec.multusName [kube-system/x default/macvlan] in the IPPool p used by the Pod interface net1 is not matched with the multusCR kube-system/macvlan specified by the Pod',
  ],
  [
    'nothing free',
    { ips: [] },
    'no',
    ['pool.exhausted'],
    'failed to allocate any IPv4 IP address to NIC net1 from IPPools [p]: all IP addresses used out',
  ],
];

describe('rules of selectByPod (domain reference 3.2)', () => {
  it.each(rows)('%s', (_story, spec, verdict, codes, upstream) => {
    const { verdict: given, reasons } = explain(testPool('p', spec));
    expect([given, reasons.map(({ code }) => code)]).toEqual([verdict, codes]);
    expect(reasons[0]?.upstream).toBe(upstream);
  });

  it('1: terminating', () => {
    const pool = testPool('p', {}, { deletionTimestamp: '2026-01-01T00:00:00Z' });
    expect(explain(pool)).toMatchObject({
      verdict: 'no',
      reasons: [{ code: 'pool.terminating', upstream: 'terminating IPPool p' }],
    });
  });

  it.each([
    ['this workload', {}, 'eligible'],
    ['another name', { 'ipam.spidernet.io/app-name': 'api' }, 'no'],
    ['another namespace', { 'ipam.spidernet.io/app-namespace': 'prod' }, 'no'],
    ['another kind', { 'ipam.spidernet.io/app-kind': 'StatefulSet' }, 'no'],
    ['another group', { 'ipam.spidernet.io/app-api-group': 'apps.kruise.io' }, 'no'],
    ['another version', { 'ipam.spidernet.io/app-api-version': 'v1beta1' }, 'no'],
  ])('6a: an auto pool of %s', (_story, more, verdict) => {
    const spec = { podAffinity: autoAffinity(more), multusName: ['kube-system/x'] };
    const explained = explain(testPool('p', spec, { labels: autoLabels }));
    expect(explained.verdict).toBe(verdict);
    expect(explained.reasons.map(({ upstream }) => upstream)).toEqual(
      verdict === 'no' ? ['unmatched Pod annifity of auto-created IPool p'] : [],
    );
    for (const { params } of explained.reasons)
      expect(params).toEqual({ pool: 'p', workload: 'default/web' });
  });

  it('7: eth0 of a cluster that names no attachment', () => {
    const [nic] = resolveNics(newNetwork(), cluster);
    if (!nic) throw new Error('no eth0');
    const ask = (pool: Pool) => explainPool(pool, { nic, family: 'ipv4' }, pod, cluster);
    expect(ask(testPool('p')).reasons).toMatchObject([
      {
        code: 'pool.clusterNetworkNotSet',
        upstream: "cluster-network multus isn't set, the IPPool p specified multusName [] unmatched",
      },
    ]);
    const own = testPool('p', { podAffinity: autoAffinity() }, { labels: autoLabels });
    expect(ask(own).verdict).toBe('eligible');
    const named = askerOf('', cluster, 'kube-system/macvlan');
    expect(explainPool(testPool('p'), named, pod, cluster).verdict).toBe('eligible');
  });

  it('8: a NIC without an attachment may still get the right one', () => {
    const bound = testPool('p', { multusName: ['kube-system/macvlan'] });
    expect(explain(bound, cluster, '')).toMatchObject({
      verdict: 'conditional',
      reasons: [{ code: 'pool.needsAttachment', params: { attachments: 'kube-system/macvlan' } }],
    });
    expect(explain(testPool('p'), cluster, '').verdict).toBe('eligible');
  });

  it('9: an attachment that matches the network of its device, unless rule 8 already accepts', () => {
    expect(explain(testPool('p'), cluster, 'kube-system/pf').reasons).toMatchObject([
      { code: 'pool.masterSubnet', effect: 'conditional' },
    ]);
    expect(explain(testPool('p', { multusName: ['pf'] }), cluster, 'kube-system/pf').verdict).toBe(
      'eligible',
    );
  });

  describe('a pool of more addresses than it may hold records (domain reference 7.2, 4)', () => {
    const ips = ['10.6.64.0-10.6.127.255'];
    const holding = (count: number, range = ips) =>
      explain(testPool('p', { ips: range }, { allocatedIPs: manyRecords(count) }));

    it.each([
      [0, 'eligible', 5000n, 11_384n],
      [4999, 'eligible', 1n, 11_384n],
      [5000, 'no', 0n, 11_384n],
      [5001, 'no', 0n, 11_383n],
    ] as const)('holds %i', (count, verdict, free, beyondRecords) => {
      expect(holding(count)).toMatchObject({ verdict, free, beyondRecords });
    });

    it('has a reason of its own', () => {
      expect(holding(5000).reasons).toEqual([
        {
          code: 'pool.tooManyRecords',
          effect: 'no',
          params: { pool: 'p', limit: 5000 },
          upstream:
            'failed to allocate any IPv4 IP address to NIC net1 from IPPools [p]: all IP addresses used out, threshold of IP records(<=5000) for IPPool p exceeded',
        },
      ]);
    });

    it('is used up first, where it has no more addresses than that', () => {
      const explained = holding(5000, ['10.6.64.0-10.6.83.135']);
      expect(explained.reasons.map(({ code }) => code)).toEqual(['pool.exhausted']);
      expect(explained.beyondRecords).toBe(0n);
    });

    it('counts records outside of its ranges', () => {
      expect(holding(4990, ['10.6.200.0-10.6.200.255'])).toMatchObject({ free: 10n, beyondRecords: 246n });
    });
  });

  it('collects every reason in the order in which Spiderpool looks', () => {
    const spec = {
      ips: [],
      disable: true,
      nodeName: ['gone'],
      namespaceName: ['prod'],
      podAffinity: { matchLabels: { app: 'api' } },
      multusName: ['other'],
    };
    const pool = testPool('p', spec, { deletionTimestamp: '2026-01-01T00:00:00Z' });
    expect(explain(pool).reasons.map(({ code }) => code)).toEqual([
      'pool.terminating',
      'pool.disabled',
      'pool.nodeName',
      'pool.namespaceName',
      'pool.podAffinity',
      'pool.otherAttachment',
      'pool.exhausted',
    ]);
  });

  it('looks only at nodes where the Pod may land', () => {
    expect(explain(testPool('p', { nodeName: ['worker2', 'gone'] })).reasons[0]?.params).toEqual({
      pool: 'p',
      nodes: 'worker2',
    });
    const inZone = { ...pod, nodeSelector: { zone: 'a' } };
    const pool = testPool('p', { nodeName: ['worker1'] });
    expect(explain(pool, cluster, 'kube-system/macvlan', inZone).verdict).toBe('eligible');
    const nowhere = { ...pod, nodeSelector: { zone: 'c' } };
    expect(explain(pool, cluster, 'kube-system/macvlan', nowhere).verdict).toBe('no');
  });

  it('drops a family that is switched off', () => {
    const view = testView({ settings: { enableIPv4: false } });
    expect(explain(testPool('p'), view).reasons).toMatchObject([
      { code: 'pool.familyDisabled', effect: 'no' },
    ]);
  });
});
