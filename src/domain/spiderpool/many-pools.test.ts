import { expect, it } from 'vitest';
import { testNode, testPool, testView } from '../test-cluster.ts';
import { emptyNic, newNetwork } from '../workload/new-draft.ts';
import { poolExplainer } from './eligibility.ts';
import { resolveNics } from './resolve-nics.ts';
import type { PoolWire } from './wire.ts';

const specs: PoolWire['spec'][] = [
  {},
  { podAffinity: { matchLabels: { app: 'api' } } },
  { namespaceAffinity: { matchLabels: { team: 'a' } }, nodeAffinity: { matchLabels: { zone: 'a' } } },
  { ipVersion: 6, subnet: 'fd00::/16', ips: ['fd00::-fd00:ffff:ffff:ffff:ffff:ffff:ffff:ffff'] },
];

/**
 * A picker asks for all pools at each keystroke. The bound is far above what it takes (the bench measures that): it
 * catches work that grows with the size of a range, or with the square of the number of pools.
 */
it('explains 2,000 pools, vast ones among them, in a fraction of a second', () => {
  const pools = Array.from({ length: 2_000 }, (_, index) =>
    testPool(`pool-${index}`, specs[index % specs.length]),
  );
  const view = testView({
    pools,
    reserved: ['10.6.0.11', '10.6.0.15-10.6.0.16'],
    nodes: [testNode('worker1')],
  });
  const network = { ...newNetwork(), nics: [{ ...emptyNic(), attachment: 'kube-system/macvlan' }] };
  const nic = resolveNics(network, view)[1];
  if (!nic) throw new Error('no NIC');
  const pod = {
    namespace: 'default',
    workload: { group: 'apps', version: 'v1', kind: 'Deployment', name: 'web' },
    podLabels: { app: 'web' },
    nodeSelector: {},
  };
  const start = performance.now();
  const explained = pools.map(poolExplainer({ nic, family: 'ipv4' }, pod, view));
  const took = performance.now() - start;
  expect(explained.filter(({ free }) => free === 7n)).toHaveLength(1500);
  expect(explained.filter(({ verdict }) => verdict === 'eligible')).toHaveLength(500);
  expect(took).toBeLessThan(1000);
});
