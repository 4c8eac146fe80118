import { expect, it } from 'vitest';
import { macvlan, testNode, testPool, testView } from '../../test-cluster.ts';
import { allFindings } from '../all-findings.ts';
import { nicOn, pools, soundDraft } from '../rules/rule-table.ts';

it('one note speaks of all pools of a pattern that serve some nodes only', () => {
  const rack = (_: unknown, index: number) => testPool(`rack-${index}`, { nodeName: [`n${index % 2}`] });
  const view = testView({
    attachments: [macvlan],
    nodes: [testNode('n0'), testNode('n1')],
    pools: Array.from({ length: 300 }, rack),
  });
  const draft = soundDraft();
  draft.network = { ...draft.network, source: 'pools', nics: [nicOn('macvlan', pools(['rack-*']))] };
  const notes = allFindings(draft, view).filter(({ path }) => path === 'network.nics.0.pools.ipv4');
  expect(notes.map(({ code }) => code)).toEqual(['nic.poolsOnSomeNodes']);
});
