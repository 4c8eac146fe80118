import { describe, expect, it } from 'vitest';
import { createManualClock } from '../../manual-clock.ts';
import { createMemoryStore } from '../../store/memory-store.ts';
import { createCluster } from '../cluster.ts';
import { createTestCluster, testPod } from '../test-cluster.ts';
import { createEventRecorders } from './event-recorder.ts';

function create() {
  const clock = createManualClock();
  const store = createMemoryStore({ clock });
  const cluster = createCluster(store);
  const pod = store.create('v1/pods', testPod('web'));
  const recorders = createEventRecorders({ store, clock });
  return { clock, store, pod, recorders, events: () => cluster.list('v1/events') };
}

describe('events', () => {
  it('name their object and their source', () => {
    const { pod, recorders, events } = create();
    recorders
      .of({ component: 'kubelet', host: 'node-1' })
      .normal(pod, 'Pulled', 'x', 'spec.containers{main}');
    expect(events()).toEqual([
      expect.objectContaining({
        involvedObject: {
          kind: 'Pod',
          namespace: 'default',
          name: 'web',
          uid: pod.metadata.uid,
          apiVersion: 'v1',
          resourceVersion: pod.metadata.resourceVersion,
          fieldPath: 'spec.containers{main}',
        },
        source: { component: 'kubelet', host: 'node-1' },
        reportingComponent: 'kubelet',
        reportingInstance: 'node-1',
        count: 1,
        type: 'Normal',
        firstTimestamp: '2026-01-15T08:00:00Z',
        lastTimestamp: '2026-01-15T08:00:00Z',
      }),
    ]);
  });

  it('count repetitions', () => {
    const { clock, pod, recorders, events } = create();
    const recorder = recorders.of({ component: 'kubelet' });
    for (let count = 0; count < 4; count += 1) {
      recorder.warning(pod, 'BackOff', 'same');
      clock.advance(10_000);
    }
    expect(events()).toEqual([
      expect.objectContaining({
        count: 4,
        firstTimestamp: '2026-01-15T08:00:00Z',
        lastTimestamp: '2026-01-15T08:00:30Z',
      }),
    ]);
  });

  it('combine the tenth similar message and those after it', () => {
    const { clock, pod, recorders, events } = create();
    const recorder = recorders.of({ component: 'kubelet' });
    for (let count = 1; count <= 13; count += 1) {
      recorder.warning(pod, 'Failed', `attempt ${count}`);
      clock.advance(1_000);
    }
    const told = events().map(({ message, count }) => `${count} ${message}`);
    expect(told).toHaveLength(10);
    expect(told).toContain('1 attempt 9');
    expect(told).toContain('4 (combined from similar events): attempt 13');
  });

  it('are dropped when one source says too much about one object, and come back slowly', () => {
    const { clock, pod, recorders, events } = create();
    const recorder = recorders.of({ component: 'kubelet' });
    for (let count = 0; count < 40; count += 1) recorder.normal(pod, 'Same', 'same');
    expect(events()[0]?.count).toBe(25);
    clock.advance(300_000);
    recorder.normal(pod, 'Same', 'same');
    expect(events()[0]?.count).toBe(41);
  });

  it('are not written into a namespace that goes away', () => {
    const { store, pod, recorders, events } = create();
    store.create('v1/namespaces', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'default' },
      spec: { finalizers: ['kubernetes'] },
    });
    store.delete('v1/namespaces', undefined, 'default');
    recorders.of({ component: 'kubelet' }).normal(pod, 'Pulled', 'x');
    expect(events()).toEqual([]);
  });

  it('are kept for an hour after they were last seen', () => {
    const test = createTestCluster();
    test.create('v1/pods', testPod('web', { nodeSelector: { zone: 'moon' } }));
    test.clock.advance(3_000);
    expect(test.events('web')).toHaveLength(1);
    test.store.delete('v1/pods', 'default', 'web');
    test.clock.advance(3_590_000);
    expect(test.events('web')).toHaveLength(1);
    test.clock.advance(20_000);
    expect(test.events('web')).toEqual([]);
  });
});
