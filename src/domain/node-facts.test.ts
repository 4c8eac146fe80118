import { describe, expect, it } from 'vitest';
import { decodeNamespace } from './namespace-facts.ts';
import { candidateNodes, decodeNode, type Toleration } from './node-facts.ts';
import type { NodeWire } from './spiderpool/wire.ts';
import { decoded, testNode } from './test-cluster.ts';

describe('nodes and namespaces', () => {
  it('reads what the rules need', () => {
    const node = {
      metadata: { name: 'worker1', labels: { zone: 'a' } },
      spec: { unschedulable: true },
      status: { allocatable: { 'spidernet.io/sriov': '4' }, conditions: [{ type: 'Ready', status: 'True' }] },
    } satisfies NodeWire;
    expect(decoded(decodeNode(node))).toEqual({
      name: 'worker1',
      labels: { zone: 'a' },
      ready: true,
      schedulable: false,
      allocatable: { 'spidernet.io/sriov': '4' },
    });
    expect(decoded(decodeNode({ metadata: { name: 'n' } }))).toMatchObject({
      ready: false,
      schedulable: true,
    });
    expect(decoded(decodeNamespace({ metadata: { name: 'default', labels: { a: 'b', c: 5 } } }))).toEqual({
      name: 'default',
      labels: { a: 'b' },
      annotations: {},
      terminating: false,
    });
  });

  it('a Pod may land on ready, schedulable nodes with every label', () => {
    const nodes = [
      testNode('a', { labels: { zone: 'x', disk: 'ssd' } }),
      testNode('b', { labels: { zone: 'x' } }),
      testNode('c', { labels: { zone: 'x', disk: 'ssd' }, ready: false }),
      testNode('d', { labels: { zone: 'x', disk: 'ssd' }, schedulable: false }),
    ];
    const names = (selector: Record<string, string>) =>
      candidateNodes(nodes, selector).map(({ name }) => name);
    expect(names({})).toEqual(['a', 'b']);
    expect(names({ zone: 'x', disk: 'ssd' })).toEqual(['a']);
    expect(names({ zone: 'y' })).toEqual([]);
  });

  it('a Pod lands on no node with a taint that it does not tolerate', () => {
    const node = decoded(
      decodeNode({
        metadata: { name: 'control' },
        spec: {
          taints: [
            { key: 'control-plane', effect: 'NoSchedule' },
            { key: 'slow', value: 'disk', effect: 'PreferNoSchedule' },
          ],
        },
        status: { conditions: [{ type: 'Ready', status: 'True' }] },
      }),
    );
    const lands = (toleration?: Partial<Toleration>) => {
      const usual: Toleration = { key: 'control-plane', operator: 'Exists', value: '', effect: '' };
      const tolerations = toleration === undefined ? [] : [{ ...usual, ...toleration }];
      return candidateNodes([node], {}, tolerations).length === 1;
    };
    expect(lands()).toBe(false);
    expect(lands({})).toBe(true);
    expect(lands({ key: '' })).toBe(true);
    expect(lands({ key: 'other' })).toBe(false);
    expect(lands({ effect: 'NoExecute' })).toBe(false);
    expect(lands({ operator: 'Equal', value: 'x' })).toBe(false);
    expect(lands({ operator: 'Equal' })).toBe(true);
    expect(lands({ key: '', operator: 'Equal' })).toBe(false);
  });
});
