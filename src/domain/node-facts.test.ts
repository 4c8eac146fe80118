import { describe, expect, it } from 'vitest';
import { decodeNamespace } from './namespace-facts.ts';
import { candidateNodes, decodeNode } from './node-facts.ts';
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
});
