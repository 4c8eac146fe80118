import { describe, expect, it } from 'vitest';
import type { NodeFacts } from '../../domain/cluster-view.ts';
import { extendedResources } from './extended-resources.ts';

function node(name: string, allocatable: Record<string, string>): NodeFacts {
  return { name, labels: {}, ready: true, schedulable: true, allocatable };
}

describe('extendedResources', () => {
  it('leaves out what every node has, and what no node has any of', () => {
    const nodes = [
      node('a', { cpu: '8', memory: '16Gi', pods: '110', 'ephemeral-storage': '1', 'hugepages-1Gi': '0' }),
    ];
    expect(extendedResources(nodes)).toEqual([]);
  });

  it('takes the most that one node gives, and counts the nodes', () => {
    const nodes = [
      node('a', { 'spidernet.io/sriov': '8', 'hugepages-2Mi': '512Mi' }),
      node('b', { 'spidernet.io/sriov': '16', 'hugepages-2Mi': '1Gi' }),
      node('c', { 'spidernet.io/sriov': '0' }),
    ];
    expect(extendedResources(nodes)).toEqual([
      { name: 'hugepages-2Mi', max: '1Gi', nodes: 2 },
      { name: 'spidernet.io/sriov', max: '16', nodes: 2 },
    ]);
  });
});
