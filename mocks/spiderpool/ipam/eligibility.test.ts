import { describe, expect, it } from 'vitest';
import { sriov } from '../../scenarios/objects/attachment-objects.ts';
import { namespace } from '../../scenarios/objects/cluster-objects.ts';
import { deployment } from '../../scenarios/objects/workload-objects.ts';
import type { NewKubeObject } from '../../store/store.ts';
import { agentText, createBench } from '../bench.ts';
import { bareCluster, NET6, pool6, pool7, subnets } from '../bench-objects.ts';
import { annotations, labels, POOLS } from '../names.ts';

const json = JSON.stringify;

interface Row {
  rule: string;
  /** Fields of the pool's spec that break the rule. */
  breaks: Record<string, unknown>;
  terminating?: boolean;
  labels?: Record<string, string>;
  reason: string;
}

/** In the order of the agent. Each row of the table breaks its own rule and every later one. */
const rules: Row[] = [
  { rule: '1 terminating', breaks: {}, terminating: true, reason: 'terminating IPPool p' },
  { rule: '2 disabled', breaks: { disable: true }, reason: 'disabled IPPool p' },
  {
    rule: '3 family',
    breaks: { ipVersion: 6, subnet: 'fd00::/64', ips: ['fd00::1'] },
    reason: 'expect an IPv4 IPPool, but the version of the IPPool p is IPv6',
  },
  { rule: '4a node name', breaks: { nodeName: ['worker-2'] }, reason: 'unmatched Node name of IPPool p' },
  {
    rule: '4b node affinity',
    breaks: { nodeAffinity: { matchLabels: { 'topology.kubernetes.io/zone': 'b' } } },
    reason: 'unmatched Node affinity of IPPool p',
  },
  {
    rule: '5a namespace name',
    breaks: { namespaceName: ['payments'] },
    reason: 'unmatched Namespace name of IPPool p',
  },
  {
    rule: '5b namespace affinity',
    breaks: {
      namespaceAffinity: { matchExpressions: [{ key: 'team', operator: 'In', values: ['b', 'c'] }] },
    },
    reason: 'unmatched Namespace affinity of IPPool p',
  },
  {
    rule: '6a the workload of an auto-created pool',
    breaks: { podAffinity: { matchLabels: { 'ipam.spidernet.io/app-name': 'other' } } },
    labels: { [labels.ownerName]: 'other' },
    reason: 'unmatched Pod annifity of auto-created IPool p',
  },
  {
    rule: '6b Pod affinity',
    breaks: { podAffinity: { matchLabels: { app: 'other' } } },
    reason: 'unmatched Pod affinity of IPPool p',
  },
  {
    rule: '8 attachment',
    breaks: { multusName: ['kube-system/net-b', 'net-c'] },
    reason:
      'the spec.multusName [kube-system/net-b net-c] in the IPPool p used by the Pod interface net1 is not matched with the multusCR kube-system/net-a specified by the Pod',
  },
];

/** The pool of a row. A name in an affinity hides the affinity beside it, so the later rule of such a pair is left out. */
function poolOf(index: number): NewKubeObject {
  const spec: Record<string, unknown> = { ...NET6, ipVersion: 4, ips: ['10.6.1.1-10.6.1.9'] };
  for (const row of rules.slice(index).toReversed()) Object.assign(spec, row.breaks);
  const row = rules[index];
  return {
    apiVersion: 'spiderpool.spidernet.io/v2beta1',
    kind: 'SpiderIPPool',
    metadata: {
      name: 'p',
      ...(row?.labels === undefined ? {} : { labels: row.labels }),
      ...(row?.terminating === true
        ? { deletionTimestamp: '2026-01-15T08:00:00Z', finalizers: ['keep.example.com/x'] }
        : {}),
    },
    spec,
  };
}

function shop(pod: Record<string, string>, objects: readonly NewKubeObject[] = []) {
  return createBench([
    ...bareCluster,
    namespace('shop', { labels: { team: 'a' } }),
    ...objects,
    deployment('shop', 'web', { annotations: { [annotations.networks]: 'kube-system/net-a', ...pod } }),
  ]);
}

describe('why a pool is filtered out (reference 3.2)', () => {
  it.each(rules.map((row, index) => ({ ...row, index })))(
    '$rule, before everything later',
    ({ index, reason }) => {
      const bench = shop({ [annotations.pools]: json([{ interface: 'net1', ipv4: ['p'] }]) });
      bench.store.create(POOLS, poolOf(index));
      bench.run(5);
      expect(agentText(bench.failure('web'))).toBe(
        `failed to allocate IP addresses in standard mode: no IPPool available, all IPv4 IPPools [p] of net1 filtered out: ${reason}`,
      );
    },
  );

  it.each([
    { rule: '4a', matches: { nodeName: ['worker-1'], nodeAffinity: { matchLabels: { nobody: 'has' } } } },
    { rule: '4b', matches: { nodeAffinity: { matchLabels: { 'topology.kubernetes.io/zone': 'a' } } } },
    {
      rule: '5a',
      matches: { namespaceName: ['shop'], namespaceAffinity: { matchLabels: { nobody: 'has' } } },
    },
    {
      rule: '5b',
      matches: { namespaceAffinity: { matchLabels: { 'kubernetes.io/metadata.name': 'shop', team: 'a' } } },
    },
    { rule: '6b', matches: { podAffinity: { matchExpressions: [{ key: 'app', operator: 'Exists' }] } } },
    { rule: '8 with namespace', matches: { multusName: ['kube-system/other', 'kube-system/net-a'] } },
    { rule: '8 with a bare name, of the namespace of Spiderpool', matches: { multusName: ['net-a'] } },
  ])('$rule: a name hides the affinity beside it, and what matches is taken', ({ matches }) => {
    const bench = shop({ [annotations.pools]: json([{ interface: 'net1', ipv4: ['p'] }]) }, [
      pool6('p', 1, matches as object),
    ]);
    bench.run(5);
    expect(bench.nics(bench.pods('web')[0]).net1?.ipv4Pool).toBe('p');
  });

  it('6a: takes a workload its own auto-created pool from ippools, and skips rules 7 to 9', () => {
    const bench = createBench([
      ...bareCluster,
      ...subnets,
      deployment('default', 'web', {
        annotations: {
          [annotations.networks]: 'kube-system/net-a',
          [annotations.subnets]: json([{ interface: 'net1', ipv4: ['subnet-6'] }]),
          [annotations.poolIpNumber]: '+2',
        },
      }),
    ]);
    bench.run(5);
    const name = bench.store.list(POOLS)[0]?.metadata.name ?? '';
    bench.store.modify(POOLS, undefined, name, (object) => {
      object.spec = { ...(object.spec as object), multusName: ['kube-system/net-b'] };
    });
    bench.change('apps/v1/deployments', 'default', 'web', (object) => {
      const spec = object.spec as { template: { metadata: { annotations: Record<string, string> } } };
      spec.template.metadata.annotations = {
        [annotations.networks]: 'kube-system/net-a',
        [annotations.pools]: json([{ interface: 'net1', ipv4: [name] }]),
      };
    });
    bench.run(15);
    const running = bench.pods('web').filter((pod) => pod.metadata.deletionTimestamp === undefined);
    expect(running.map((pod) => bench.nics(pod).net1?.ipv4Pool)).toEqual([name]);
  });

  it('7: is not even asked when the default network cannot be read, for Multus fails first', () => {
    const bench = shop(
      { [annotations.defaultNetwork]: 'Kube/System', [annotations.pool]: json({ ipv4: ['p'] }) },
      [pool6('p', 1)],
    );
    bench.run(5);
    expect(bench.failure('web')).toContain("mismatch @ 'Kube'");
    expect(bench.failure('web')).not.toContain('spiderpool IP allocation error');
  });

  it.each([
    { addresses: 'inside', name: 'seven', found: true },
    { addresses: 'outside', name: 'six', found: false },
  ])('9: matchMasterSubnet wants an address of the host interface $addresses the pool', ({ name, found }) => {
    const bench = createBench([
      ...bareCluster,
      pool6('six', 1),
      pool7('seven', 1),
      sriov('kube-system/vf', {
        resourceName: 'spidernet.io/sriov_netdevice',
        pools: { ipv4: [name] },
        matchMasterSubnet: true,
      }),
      deployment('default', 'web', {
        devices: { 'spidernet.io/sriov_netdevice': '1' },
        annotations: { [annotations.networks]: 'kube-system/vf' },
      }),
    ]);
    bench.run(5);
    if (found) expect(bench.nics(bench.pods('web')[0]).net1?.ipv4Pool).toBe('seven');
    else {
      expect(agentText(bench.failure('web'))).toContain(
        `filterPoolCandidatesByPfSubnet: the ippool's subnet "10.6.0.0/16" not found on pod's PF "ens224"`,
      );
    }
  });

  it('reports one reason for each pool, and repeats none', () => {
    const bench = shop({ [annotations.pools]: json([{ interface: 'net1', ipv4: ['a', 'b', 'c'] }]) }, [
      pool6('a', 1, { disable: true }),
      pool6('b', 2, { namespaceName: ['payments'] }),
      pool6('c', 3, { disable: true }),
    ]);
    bench.run(5);
    expect(agentText(bench.failure('web'))).toContain(
      'all IPv4 IPPools [a b c] of net1 filtered out: [disabled IPPool a, unmatched Namespace name of IPPool b, disabled IPPool c]',
    );
  });

  it('does not look at free addresses: a full pool is eligible, and fails later', () => {
    const bench = shop({ [annotations.pools]: json([{ interface: 'net1', ipv4: ['empty', 'reserved'] }]) }, [
      pool6('empty', 1, { ips: [] }),
      pool6('reserved', 2, { ips: ['10.6.2.1'] }),
      {
        apiVersion: 'spiderpool.spidernet.io/v2beta1',
        kind: 'SpiderReservedIP',
        metadata: { name: 'router' },
        spec: { ips: ['10.6.2.1'] },
      },
    ]);
    bench.run(5);
    expect(agentText(bench.failure('web'))).toMatch(
      /failed to allocate any IPv4 IP address to NIC net1 from IPPools \[\S+ \S+\]: all IP addresses used out$/,
    );
  });

  it('fails with the words of Kubernetes for a selector that cannot be evaluated', () => {
    const bench = shop({ [annotations.pools]: json([{ interface: 'net1', ipv4: ['p'] }]) });
    bench.store.create(POOLS, {
      ...pool6('p', 1),
      spec: {
        ...NET6,
        ipVersion: 4,
        ips: ['10.6.1.1'],
        nodeAffinity: { matchExpressions: [{ key: 'zone', operator: 'Like', values: ['a'] }] },
      },
    });
    bench.run(5);
    expect(agentText(bench.failure('web'))).toContain(
      'filtered out: "Like" is not a valid label selector operator',
    );
  });
});
