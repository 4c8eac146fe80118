import { describe, expect, it } from 'vitest';
import type { NodeFacts } from '../../domain/cluster-view.ts';
import { labelKeys, labelValues, matchingNodes } from './node-labels.ts';

function node(name: string, labels: Record<string, string>): NodeFacts {
  return { name, labels, ready: true, schedulable: true, allocatable: {} };
}

const nodes = [
  node('a1', { zone: 'a', disk: 'ssd' }),
  node('a2', { zone: 'a' }),
  node('b1', { zone: 'b', disk: '' }),
];

describe('labels of nodes', () => {
  it('suggests keys and values once each', () => {
    expect(labelKeys(nodes)).toEqual(['disk', 'zone']);
    expect(labelValues(nodes, 'zone')).toEqual([
      { value: 'a', nodes: 2 },
      { value: 'b', nodes: 1 },
    ]);
    expect(labelValues(nodes, 'none')).toEqual([]);
  });

  it.each([
    [[], ['a1', 'a2', 'b1']],
    [[{ key: '', value: 'half-typed' }], ['a1', 'a2', 'b1']],
    [[{ key: 'zone', value: 'a' }], ['a1', 'a2']],
    [
      [
        { key: 'zone', value: 'a' },
        { key: 'disk', value: 'ssd' },
      ],
      ['a1'],
    ],
    [[{ key: 'disk', value: '' }], ['b1']],
    [[{ key: 'zone', value: 'c' }], []],
  ])('selector %j matches %j', (selector, names) => {
    expect(matchingNodes(nodes, selector).map((item) => item.name)).toEqual(names);
  });
});
