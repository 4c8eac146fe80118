import { describe, expect, it } from 'vitest';
import type { ClusterView } from '../cluster-view.ts';
import { testNamespace, testPool, testView } from '../test-cluster.ts';
import { emptyNic, newNetwork } from '../workload/new-draft.ts';
import { explainPool, poolsFor } from './eligibility.ts';
import type { PoolAsker } from './eligibility.ts';
import type { PodContext } from './pod-context.ts';
import type { Pool } from './pool.ts';
import { resolveNics } from './resolve-nics.ts';

const pod: PodContext = {
  namespace: 'default',
  workload: { group: 'apps', version: 'v1', kind: 'Deployment', name: 'web' },
  podLabels: {},
  nodeSelector: {},
};
const cluster = testView({ namespaces: [testNamespace('default', { labels: { team: 'a' } })] });

function askerOf(view: ClusterView): PoolAsker {
  const network = { ...newNetwork(), nics: [{ ...emptyNic(), attachment: 'kube-system/macvlan' }] };
  const nic = resolveNics(network, view)[1];
  if (!nic) throw new Error('no NIC');
  return { nic, family: 'ipv4' };
}

function explain(pool: Pool, view: ClusterView, context = pod) {
  return explainPool(pool, askerOf(view), context, view);
}

describe('a cluster that may be read in part', () => {
  const blind: ClusterView = {
    ...cluster,
    nodes: { state: 'forbidden' },
    namespaces: { state: 'forbidden' },
    reserved: { state: 'forbidden' },
    attachments: { state: 'forbidden' },
  };

  it.each([
    [{ nodeName: ['worker1'] }, 'pool.nodesUnknown'],
    [{ namespaceAffinity: { matchLabels: { team: 'a' } } }, 'pool.namespaceUnknown'],
  ])('says that it cannot know: %j', (spec, code) => {
    expect(explain(testPool('p', spec), blind)).toMatchObject({
      verdict: 'conditional',
      reasons: [{ code }],
    });
  });

  it('still decides what it can', () => {
    expect(explain(testPool('p', { namespaceName: ['prod'] }), blind).verdict).toBe('no');
    expect(explain(testPool('p', { multusName: ['macvlan'] }), blind).verdict).toBe('eligible');
    expect(explain(testPool('p'), blind)).toMatchObject({ verdict: 'eligible', free: 10n, total: 10n });
  });

  it('takes a namespace that is not there yet by its name', () => {
    const pool = testPool('p', {
      namespaceAffinity: { matchLabels: { 'kubernetes.io/metadata.name': 'new' } },
    });
    const inNew = { ...pod, namespace: 'new' };
    expect(explain(pool, cluster, inNew).verdict).toBe('eligible');
  });

  it('compares bare names alone where the namespace of Spiderpool is not known', () => {
    const view = testView({ settings: { namespace: '' } });
    expect(explain(testPool('p', { multusName: ['macvlan'] }), view).verdict).toBe('eligible');
    expect(explain(testPool('p', { multusName: ['ipvlan'] }), view).verdict).toBe('no');
  });
});

describe('poolsFor', () => {
  it('has the pools of the family, the best first and by name', () => {
    const pools = [
      testPool('d', { disable: true }),
      testPool('c', { nodeName: ['worker1'] }),
      testPool('b'),
      testPool('six', { ipVersion: 6 }),
      testPool('a'),
    ];
    const view = { ...cluster, pools: { state: 'known' as const, value: pools } };
    expect(poolsFor(askerOf(view), pod, view).map(({ pool }) => pool.name)).toEqual(['a', 'b', 'c', 'd']);
    expect(poolsFor(askerOf(blindPools), pod, blindPools)).toEqual([]);
  });
});

const blindPools: ClusterView = { ...cluster, pools: { state: 'forbidden' } };
