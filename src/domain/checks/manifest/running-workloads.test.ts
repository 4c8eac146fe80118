import { describe, expect, it } from 'vitest';
import { spiderpoolIpam, testAttachment, testNode, testPool, testSubnet } from '../../test-cluster.ts';
import { codesOf, K, manifestView, NETWORKS, workload } from './test-manifests.ts';

const onPool = {
  [NETWORKS]: 'kube-system/macvlan',
  [`${K}/ippools`]: '[{"interface":"net1","ipv4":["three"]}]',
};
const three = { ips: ['10.6.0.10-10.6.0.12'] };
const held = (...pods: readonly string[]) =>
  JSON.stringify(
    Object.fromEntries(pods.map((pod, index) => [`10.6.0.${10 + index}`, { pod, podUid: pod }])),
  );

describe('a workload that asks for nothing', () => {
  const und = testAttachment('und', {
    plugins: [
      { type: 'macvlan', master: 'ens192', ipam: { ...spiderpoolIpam, default_ipv4_ippool: ['pool-a'] } },
    ],
  });
  const view = manifestView({ attachments: [und], settings: { clusterNetwork: 'kube-system/und' } });

  it('draws from the default pools where eth0 is on Spiderpool', () => {
    expect(codesOf(workload('apps/v1', 'Deployment'), view)).toEqual([]);
  });

  it('is nothing to Spiderpool on the network of its node', () => {
    const none = manifestView({
      pools: [],
      attachments: [und],
      settings: { clusterNetwork: 'kube-system/und' },
    });
    const plain = workload('apps/v1', 'Deployment', { podSpec: { hostNetwork: true } });
    expect(codesOf(workload('apps/v1', 'Deployment'), none)).not.toEqual([]);
    expect(codesOf(plain, none)).toEqual([]);
  });
});

describe('a DaemonSet', () => {
  const taint = (key: string) => [{ key, value: '', effect: 'NoSchedule' }];
  const nodes = [
    testNode('n1'),
    testNode('n2'),
    testNode('n3', { taints: taint('node.kubernetes.io/unschedulable') }),
    testNode('cp', { taints: taint('node-role.kubernetes.io/control-plane') }),
  ];
  const view = manifestView({ nodes, pools: [testPool('three', three)] });

  it('has a Pod on each node that it tolerates', () => {
    const tolerations = [{ key: 'node-role.kubernetes.io/control-plane', operator: 'Exists' }];
    expect(codesOf(workload('apps/v1', 'DaemonSet', { annotations: onPool }), view)).toEqual([]);
    expect(
      codesOf(workload('apps/v1', 'DaemonSet', { annotations: onPool, podSpec: { tolerations } }), view),
    ).toEqual(['error capacity.short']);
  });
});

describe('a workload that runs already', () => {
  const codes = (kind: string, ...pods: readonly string[]) => {
    const view = manifestView({ pools: [testPool('three', three, { allocatedIPs: held(...pods) })] });
    const [apiVersion, spec] =
      kind === 'Job' ? ['batch/v1', { parallelism: 3 }] : ['apps/v1', { replicas: 3 }];
    return codesOf(workload(apiVersion, kind, { annotations: onPool, spec }), view);
  };

  it.each([
    ['StatefulSet', ['default/web-0', 'default/web-1', 'default/web-2']],
    ['ReplicaSet', ['default/web-x7k2p', 'default/web-bcdfg', 'default/web-zz249']],
    ['Job', ['default/web-x7k2p', 'default/web-bcdfg', 'default/web-zz249']],
  ])('of kind %s has the addresses of its Pods', (kind, pods) => {
    expect(codes(kind, ...pods)).toEqual([]);
    expect(codes(kind, 'default/webs-0', 'team/web-0', 'default/web-y')).toContain('error capacity.short');
  });

  it('has its fixed pool', () => {
    const labels = {
      'ipam.spidernet.io/owner-application-kind': 'Deployment',
      'ipam.spidernet.io/owner-application-namespace': 'default',
      'ipam.spidernet.io/owner-application-name': 'web',
      'ipam.spidernet.io/owner-spider-subnet': 'four',
      'ipam.spidernet.io/interface': 'net1',
      'ipam.spidernet.io/ippool-reclaim': 'true',
    };
    const ips = ['10.7.0.10-10.7.0.13'];
    const subnet = testSubnet('four', { ips }, { controlledIPPools: JSON.stringify({ auto: { ips } }) });
    const pool = testPool(
      'auto',
      { subnet: '10.7.0.0/16', ips, podAffinity: { matchLabels: {} } },
      { labels },
    );
    const annotations = {
      [NETWORKS]: 'kube-system/macvlan',
      [`${K}/subnets`]: '[{"interface":"net1","ipv4":["four"]}]',
      [`${K}/ippool-ip-number`]: '+1',
    };
    const text = workload('apps/v1', 'Deployment', { annotations, spec: { replicas: 3 } });
    expect(codesOf(text, manifestView({ subnets: [subnet], pools: [pool] }))).toEqual([]);
    expect(codesOf(text, manifestView({ subnets: [subnet], pools: [] }))).toContain(
      'error capacity.subnetShort',
    );
  });
});

describe('what of a pool cannot be read', () => {
  it.each([
    ['a range', testPool('three', { ips: ['10.6.0.10-10.6.0.32', '10.6.1.9-10.6.1.1'] })],
    [
      'what is excluded',
      testPool('three', { ips: ['10.6.0.10-10.6.0.32'], excludeIPs: ['10.6.0.32-10.6.0.10'] }),
    ],
  ])('is no free address: %s', (_, pool) => {
    const text = workload('apps/v1', 'Deployment', { annotations: onPool, spec: { replicas: 2 } });
    expect(codesOf(text, manifestView({ pools: [pool] }))).toContain('note capacity.allocationsUnknown');
  });
});
