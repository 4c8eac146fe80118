import { describe, expect, it } from 'vitest';
import type { Pod } from '../kinds.ts';
import { testPod } from '../test-cluster.ts';
import { podsToDelete } from './pod-order.ts';

const NOW = Date.UTC(2026, 0, 15, 9, 0, 0);
const ago = (minutes: number) => new Date(NOW - minutes * 60_000).toISOString();

interface Traits {
  node?: string;
  phase?: string;
  readyFor?: number;
  age?: number;
  cost?: string;
  restarts?: number;
}

function pod(name: string, traits: Traits = {}): Pod {
  const { node = 'node-1', phase = 'Running', readyFor, age = 30, cost, restarts = 0 } = traits;
  const annotations = cost === undefined ? {} : { 'controller.kubernetes.io/pod-deletion-cost': cost };
  const ready = readyFor === undefined ? 'False' : 'True';
  return {
    ...testPod(name, node === '' ? {} : { nodeName: node }, { annotations, creationTimestamp: ago(age) }),
    status: {
      phase,
      conditions: [{ type: 'Ready', status: ready, lastTransitionTime: ago(readyFor ?? 0) }],
      containerStatuses: [{ restartCount: restarts }],
    },
  } as unknown as Pod;
}

describe('the first Pod to go', () => {
  it.each([
    { what: 'has no node', goes: { node: '' }, stays: { readyFor: 5 } },
    { what: 'is pending', goes: { phase: 'Pending' }, stays: { phase: 'Running' } },
    { what: 'is not ready', goes: {}, stays: { readyFor: 5 } },
    { what: 'is cheap to delete', goes: { readyFor: 100, cost: '-5' }, stays: { readyFor: 1 } },
    { what: 'has been ready for less time', goes: { readyFor: 1 }, stays: { readyFor: 20 } },
    { what: 'has restarted more often', goes: { readyFor: 5, restarts: 4 }, stays: { readyFor: 5 } },
    { what: 'is younger', goes: { readyFor: 5, age: 6 }, stays: { readyFor: 5, age: 600 } },
    { what: 'comes first by name, all else equal', goes: { readyFor: 5 }, stays: { readyFor: 5 } },
  ])('$what', ({ goes, stays }) => {
    const pods = [pod('b-stays', stays), pod('a-goes', goes)];
    expect(podsToDelete(pods, [], 1, NOW).map(({ metadata }) => metadata.name)).toEqual(['a-goes']);
  });

  it('stands on the node with the most Pods of its kind', () => {
    const pods = [
      pod('a', { readyFor: 5, node: 'node-1' }),
      pod('b', { readyFor: 5, node: 'node-2' }),
      pod('c', { readyFor: 5, node: 'node-2' }),
    ];
    expect(podsToDelete(pods, pods, 1, NOW).map(({ metadata }) => metadata.name)).toEqual(['b']);
  });
});
