import { describe, expect, it } from 'vitest';
import { allFindings } from '../checks/all-findings.ts';
import { macvlan, testNamespace, testNode, testPool, testView } from '../test-cluster.ts';
import { newDraft } from '../workload/new-draft.ts';
import { draftWithPool } from './pool-link.ts';

const view = testView({
  attachments: [macvlan],
  namespaces: [
    testNamespace('default'),
    testNamespace('b-team', { labels: { team: 'b' } }),
    testNamespace('team-a-2', { labels: { team: 'a' } }),
    testNamespace('team-a', { labels: { team: 'a' } }),
  ],
  nodes: [testNode('w1', { labels: { zone: 'a' } }), testNode('w2', { labels: { zone: 'b' } })],
  pools: [
    testPool('shared'),
    testPool('team', { namespaceAffinity: { matchLabels: { team: 'a' } } }),
    testPool('named', { namespaceName: ['b-team', 'team-a'] }),
    testPool('nobody', { namespaceAffinity: { matchLabels: { team: 'x' } } }),
    testPool('web', { podAffinity: { matchLabels: { app: 'web' } } }),
    testPool('tier', { podAffinity: { matchLabels: { tier: 'front', app: 'web' } } }),
    testPool('zone', { nodeAffinity: { matchLabels: { zone: 'a' } } }),
  ],
});
const linked = (pool: string, inNamespace = false) =>
  draftWithPool(newDraft({ namespace: 'default' }), { pool, attachment: '', inNamespace }, view);

describe('draftWithPool', () => {
  it.each([
    ['shared', {}],
    ['team', { namespace: 'team-a' }],
    ['named', { namespace: 'b-team' }],
    ['nobody', {}],
    ['web', { name: 'web' }],
    ['tier', { name: 'web', podLabels: { tier: 'front' } }],
    ['zone', { nodeSelector: { zone: 'a' } }],
  ])('makes the draft one that %s serves', (pool, needs) => {
    const result = linked(pool);
    expect(result.needs).toEqual(needs);
    const refused = allFindings(result.draft, view).filter(({ path }) => path.includes('.pools.'));
    const codes = pool === 'nobody' ? ['nic.poolRefused'] : [];
    expect(refused.map(({ code }) => code)).toEqual(codes);
  });

  it('leaves the namespace that the link names, where the pool says why it does not fit', () => {
    const { draft, needs } = linked('team', true);
    expect(draft.basics.namespace).toBe('default');
    expect(needs).toEqual({});
    const refused = allFindings(draft, view).find(({ code }) => code === 'nic.poolRefused');
    expect(refused?.params).toMatchObject({ reason: 'pool.namespaceAffinity', name: 'team' });
  });
});
