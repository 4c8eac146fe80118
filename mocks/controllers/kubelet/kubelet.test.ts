import { describe, expect, it } from 'vitest';
import type { Pod } from '../kinds.ts';
import { createTestCluster, testNode, testPod } from '../test-cluster.ts';
import type { TestCluster, TestClusterOptions } from '../test-cluster.ts';

function run(
  spec: Record<string, unknown> = {},
  metadata = {},
  options: TestClusterOptions = {},
): TestCluster {
  const test = createTestCluster({ nodes: [testNode('node-1')], ...options });
  test.create('v1/pods', testPod('web', spec, metadata));
  return test;
}

function pod(test: TestCluster): Pod {
  const [found] = test.pods();
  if (found === undefined) throw new Error('no Pod');
  return found;
}

const image = (image: string, rest: Record<string, unknown> = {}) => ({
  containers: [{ name: 'main', image, ...rest }],
});
const waiting = (test: TestCluster) => pod(test).status?.containerStatuses?.[0]?.state?.waiting;
const conditions = (test: TestCluster) =>
  Object.fromEntries((pod(test).status?.conditions ?? []).map(({ type, status }) => [type, status]));

describe('a Pod that runs', () => {
  it('is scheduled, gets a sandbox, then its containers', () => {
    const test = run();
    test.clock.advance(100);
    expect(pod(test).spec.nodeName).toBe('node-1');
    expect(pod(test).status).toMatchObject({ phase: 'Pending', hostIP: '10.6.0.1' });
    expect(pod(test).status).not.toHaveProperty('podIP');
    expect(waiting(test)).toEqual({ reason: 'ContainerCreating' });
    expect(conditions(test)).toEqual({
      PodScheduled: 'True',
      PodReadyToStartContainers: 'False',
      Initialized: 'True',
      ContainersReady: 'False',
      Ready: 'False',
    });
    test.clock.advance(400);
    expect(conditions(test)).toMatchObject({ PodReadyToStartContainers: 'True', Ready: 'False' });
    expect(pod(test).status).toMatchObject({ phase: 'Pending', podIP: '10.233.64.1' });
    test.clock.advance(600);
    expect(pod(test).status).toMatchObject({ phase: 'Running', podIPs: [{ ip: '10.233.64.1' }] });
    expect(conditions(test)).toMatchObject({ ContainersReady: 'True', Ready: 'True' });
    expect(test.events('web')).toEqual([
      'Normal Scheduled x1: Successfully assigned default/web to node-1',
      'Normal Pulling x1: Pulling image "nginx:1"',
      expect.stringMatching(
        /^Normal Pulled x1: Successfully pulled image "nginx:1" in \d+ms \(\d+ms including waiting\)\. Image size: \d+ bytes\.$/,
      ),
      'Normal Created x1: Created container: main',
      'Normal Started x1: Started container main',
    ]);
  });

  it('finds an image that was pulled before', () => {
    const test = run();
    test.clock.advance(2_000);
    test.create('v1/pods', testPod('again'));
    test.clock.advance(2_000);
    expect(test.events('again')).toContain(
      'Normal Pulled x1: Container image "nginx:1" already present on machine',
    );
  });

  it('has the addresses of its node on the host network', () => {
    const test = run({ hostNetwork: true });
    test.clock.advance(2_000);
    expect(pod(test).status).toMatchObject({ podIP: '10.6.0.1', podIPs: [{ ip: '10.6.0.1' }] });
  });

  it('is ready when its probe has waited', () => {
    const test = run(image('nginx:1', { readinessProbe: { initialDelaySeconds: 5 } }));
    test.clock.advance(5_000);
    expect(pod(test).status?.phase).toBe('Running');
    expect(conditions(test)).toMatchObject({ Ready: 'False' });
    test.clock.advance(2_000);
    expect(conditions(test)).toMatchObject({ Ready: 'True' });
  });

  it('runs its init containers first, one by one, and keeps sidecars', () => {
    const test = run({
      initContainers: [
        { name: 'first', image: 'busybox:1' },
        { name: 'proxy', image: 'proxy:1', restartPolicy: 'Always' },
      ],
    });
    test.clock.advance(600);
    expect(waiting(test)).toEqual({ reason: 'PodInitializing' });
    expect(conditions(test)).toMatchObject({ Initialized: 'False' });
    test.clock.advance(5_000);
    expect(pod(test).status).toMatchObject({
      phase: 'Running',
      initContainerStatuses: [
        { name: 'first', state: { terminated: { exitCode: 0, reason: 'Completed' } } },
        { name: 'proxy', ready: true, state: { running: expect.anything() } },
      ],
    });
    expect(conditions(test)).toMatchObject({ Initialized: 'True', Ready: 'True' });
  });
});

describe('a Pod that ends', () => {
  it.each([
    { policy: 'Never', tag: '1', phase: 'Succeeded' },
    { policy: 'OnFailure', tag: '1', phase: 'Succeeded' },
    { policy: 'Never', tag: 'crash', phase: 'Failed' },
    { policy: 'OnFailure', tag: 'crash', phase: 'Running' },
    { policy: 'Always', tag: 'crash', phase: 'Running' },
  ])('with restartPolicy $policy and image tag $tag is $phase', ({ policy, tag, phase }) => {
    const test = run({ ...image(`busybox:${tag}`), restartPolicy: policy });
    test.clock.advance(10_000);
    expect(pod(test).status?.phase).toBe(phase);
  });

  it('gives its address back', () => {
    const test = run({ ...image('busybox:1'), restartPolicy: 'Never' });
    test.clock.advance(10_000);
    expect(conditions(test)).toMatchObject({ PodReadyToStartContainers: 'False', Initialized: 'True' });
    for (let count = 0; count < 253; count += 1)
      test.create('v1/pods', testPod(`more-${count}`, { nodeName: 'node-1' }));
    test.clock.advance(5_000);
    expect(test.pods().filter(({ status }) => status?.phase === 'Running')).toHaveLength(253);
  });
});

describe('a Pod that fails', () => {
  it('cannot pull an image with the tag "missing"', () => {
    const test = run(image('web:missing'));
    test.clock.advance(1_000);
    expect(waiting(test)?.reason).toBe('ErrImagePull');
    test.clock.advance(25_000);
    expect(waiting(test)).toEqual({
      reason: 'ImagePullBackOff',
      message: expect.stringMatching(
        /^Back-off pulling image "web:missing": ErrImagePull: rpc error: code = NotFound desc = .*: not found$/,
      ),
    });
    expect(pod(test).status?.phase).toBe('Pending');
    expect(test.events('web').slice(1)).toEqual([
      'Normal Pulling x2: Pulling image "web:missing"',
      expect.stringMatching(/^Warning Failed x2: Failed to pull image "web:missing": rpc error: /),
      'Warning Failed x2: Error: ErrImagePull',
      'Normal BackOff x3: Back-off pulling image "web:missing"',
      'Warning Failed x3: Error: ImagePullBackOff',
    ]);
  });

  it('restarts an image with the tag "crash" with growing back-off', () => {
    const test = run(image('web:crash'));
    test.clock.advance(4_500);
    expect(waiting(test)).toEqual({
      reason: 'CrashLoopBackOff',
      message: expect.stringMatching(/^back-off 10s restarting failed container=main pod=web_default\(.+\)$/),
    });
    expect(pod(test).status?.containerStatuses?.[0]).toMatchObject({
      restartCount: 1,
      ready: false,
      lastState: { terminated: { exitCode: 1, reason: 'Error' } },
    });
    test.clock.advance(12_000);
    expect(waiting(test)?.message).toMatch(/^back-off 20s /);
    expect(test.events('web').at(-1)).toMatch(
      /^Warning BackOff x\d: Back-off restarting failed container main in pod /,
    );
  });

  it('is never ready with the tag "notready"', () => {
    const test = run(image('web:notready'));
    test.clock.advance(60_000);
    expect(pod(test).status?.phase).toBe('Running');
    expect(conditions(test)).toMatchObject({ Ready: 'False' });
    expect(test.events('web').at(-1)).toBe(
      'Warning Unhealthy x5: Readiness probe failed: HTTP probe failed with statuscode: 503',
    );
  });
});

describe('a Pod that is deleted', () => {
  it.each([
    { what: 'stops within a second', grace: undefined, hints: {}, seconds: 1 },
    { what: 'stops at once without grace', grace: 0, hints: {}, seconds: 0 },
    {
      what: 'may take longer',
      grace: undefined,
      hints: { 'simulation.podnic.io/stop-seconds': '8' },
      seconds: 8,
    },
    {
      what: 'is killed when the grace is over',
      grace: 3,
      hints: { 'simulation.podnic.io/stop-seconds': '8' },
      seconds: 3,
    },
  ])('$what', ({ grace, hints, seconds }) => {
    const test = run({}, { annotations: hints });
    test.clock.advance(2_000);
    test.store.delete('v1/pods', 'default', 'web', grace === undefined ? {} : { gracePeriodSeconds: grace });
    if (seconds > 0) {
      test.clock.advance(seconds * 1000 - 1);
      expect(pod(test).metadata.deletionTimestamp).toBeDefined();
      expect(test.events('web').at(-1)).toBe('Normal Killing x1: Stopping container main');
    }
    test.clock.advance(1);
    expect(test.pods()).toEqual([]);
  });

  it('goes sooner when it is asked again with less grace', () => {
    const test = run({}, { annotations: { 'simulation.podnic.io/stop-seconds': '20' } });
    test.clock.advance(2_000);
    test.store.delete('v1/pods', 'default', 'web');
    test.clock.advance(5_000);
    test.store.delete('v1/pods', 'default', 'web', { gracePeriodSeconds: 1 });
    test.clock.advance(1_000);
    expect(test.pods()).toEqual([]);
  });

  it('goes with its node, after a while', () => {
    const test = run();
    test.clock.advance(2_000);
    test.store.delete('v1/nodes', undefined, 'node-1');
    test.clock.advance(39_000);
    expect(test.pods()).toHaveLength(1);
    test.clock.advance(1_000);
    expect(test.pods()).toEqual([]);
  });
});
