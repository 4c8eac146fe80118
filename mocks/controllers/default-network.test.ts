import { describe, expect, it } from 'vitest';
import { createManualClock } from '../manual-clock.ts';
import { createMemoryStore } from '../store/memory-store.ts';
import type { KubeObject } from '../store/store.ts';
import { createDefaultNetwork } from './default-network.ts';
import { testNode, testPod } from './test-cluster.ts';

const SANDBOX = { id: 'ab', attempt: 0, startedAt: 0 };

function create() {
  const store = createMemoryStore({ clock: createManualClock() });
  store.create('v1/nodes', testNode('node-1'));
  store.create('v1/nodes', testNode('node-9', { spec: { podCIDR: '10.244.7.0/24' } }));
  const network = createDefaultNetwork({ store });
  const add = (uid: string, nodeName: string): string => {
    const result = network.setUp(testPod('web', { nodeName }, { uid }) as KubeObject, SANDBOX);
    return result.outcome === 'ready'
      ? result.podIPs.join()
      : result.outcome === 'failed'
        ? result.message
        : '';
  };
  const drop = (uid: string) => network.tearDown(testPod('web', {}, { uid }) as KubeObject);
  return { add, drop };
}

describe('the default network', () => {
  it('gives each node a block, and each Pod the next address of it', () => {
    const { add } = create();
    expect([add('a', 'node-1'), add('b', 'node-2'), add('c', 'node-1'), add('d', 'node-9')]).toEqual([
      '10.233.64.1',
      '10.233.65.1',
      '10.233.64.2',
      '10.244.7.1',
    ]);
    expect(add('a', 'node-1')).toBe('10.233.64.1');
  });

  it('runs out, and takes addresses back', () => {
    const { add, drop } = create();
    for (let count = 0; count < 253; count += 1) add(`pod-${count}`, 'node-1');
    expect(add('late', 'node-1')).toContain('failed to setup network for sandbox "ab"');
    drop('pod-7');
    expect(add('late', 'node-1')).toBe('10.233.64.8');
  });
});
