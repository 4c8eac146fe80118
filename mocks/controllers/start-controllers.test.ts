import { describe, expect, it } from 'vitest';
import { createManualClock } from '../manual-clock.ts';
import { createMemoryStore } from '../store/memory-store.ts';
import { startControllers } from './start-controllers.ts';
import { createTestCluster, testDeployment, testNode, testObject, testTemplate } from './test-cluster.ts';

/** Everything that happens in a busy minute, without the uids that the store makes up. */
function transcript(seed: number): string[] {
  const test = createTestCluster({ seed });
  const log: string[] = [];
  test.store.observe(({ type, resource, object }) => {
    const { phase } = (object.status ?? {}) as { phase?: string };
    log.push(`${test.clock.now()} ${type} ${resource} ${object.metadata.name} ${phase ?? ''}`);
  });
  test.create('apps/v1/deployments', testDeployment());
  test.create('v1/services', testObject('v1', 'Service', 'web', { spec: { selector: { app: 'web' } } }));
  test.create(
    'apps/v1/daemonsets',
    testObject('apps/v1', 'DaemonSet', 'agent', {
      spec: {
        selector: { matchLabels: { app: 'agent' } },
        template: { ...testTemplate(), metadata: { labels: { app: 'agent' } } },
      },
    }),
  );
  test.create(
    'batch/v1/jobs',
    testObject('batch/v1', 'Job', 'sum', {
      spec: { completions: 3, template: testTemplate('busybox:crash', { restartPolicy: 'Never' }) },
    }),
  );
  test.clock.advance(10_000);
  test.cluster.modify('apps/v1/deployments', test.deployment(), ({ spec }) => {
    spec.template = testTemplate('nginx:2');
  });
  test.clock.advance(50_000);
  return log;
}

describe('all controllers together', () => {
  it('do the same again with the same seed, and choose other names with another', () => {
    const first = transcript(3);
    expect(first.length).toBeGreaterThan(200);
    expect(transcript(3)).toEqual(first);
    expect(transcript(4)).not.toEqual(first);
  });

  it('take up what is in the store when they start', () => {
    const clock = createManualClock();
    const store = createMemoryStore({ clock });
    store.create('v1/nodes', testNode('node-1'));
    store.create('apps/v1/deployments', testDeployment({ replicas: 2 }));
    clock.advance(10_000);
    expect(store.peekList('v1/pods')).toEqual([]);
    startControllers({ store, clock, api: store });
    clock.advance(5_000);
    expect(store.peekList('v1/pods').map(({ status }) => (status as { phase: string }).phase)).toEqual([
      'Running',
      'Running',
    ]);
  });

  it('do nothing any more after they were stopped', () => {
    const clock = createManualClock();
    const store = createMemoryStore({ clock });
    store.create('v1/nodes', testNode('node-1'));
    const controllers = startControllers({ store, clock, api: store });
    store.create('apps/v1/deployments', testDeployment());
    clock.advance(300);
    controllers.stop();
    const { resourceVersion } = store;
    store.create('apps/v1/deployments', {
      ...testDeployment(),
      metadata: { name: 'late', namespace: 'default' },
    });
    clock.advance(600_000);
    expect(Number(store.resourceVersion)).toBe(Number(resourceVersion) + 1);
  });
});
