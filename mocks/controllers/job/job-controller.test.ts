import { describe, expect, it } from 'vitest';
import type { Job, Kinds } from '../kinds.ts';
import { createTestCluster, sorted, testObject, testTemplate } from '../test-cluster.ts';
import type { TestCluster } from '../test-cluster.ts';
import { completionIndexOf } from './job-pods.ts';

const JOBS = 'batch/v1/jobs';

function started(
  spec: Record<string, unknown> = {},
  image = 'busybox:1',
  restartPolicy = 'Never',
): TestCluster {
  const test = createTestCluster();
  const template = testTemplate(image, { restartPolicy });
  test.create(JOBS, testObject('batch/v1', 'Job', 'sum', { spec: { template, ...spec } }));
  return test;
}

function job(test: TestCluster): Job {
  const found = test.cluster.get(JOBS, 'default', 'sum');
  if (found === undefined) throw new Error('no Job');
  return found;
}

function change(test: TestCluster, edit: (spec: Kinds['batch/v1/jobs']['spec']) => void): void {
  test.cluster.modify(JOBS, job(test), ({ spec }) => edit(spec));
}

const conditions = (test: TestCluster) =>
  (job(test).status?.conditions ?? []).map(({ type, status, reason }) => `${type}=${status} ${reason}`);

/** The most Pods at work at once while the clock runs. */
function busiest(test: TestCluster, milliseconds: number): number {
  let most = 0;
  const stop = test.store.observe(() => {
    most = Math.max(most, test.activePods().length);
  });
  test.clock.advance(milliseconds);
  stop();
  return most;
}

describe('a Job', () => {
  it('is complete when its Pod has succeeded', () => {
    const test = started();
    test.clock.advance(2_000);
    expect(job(test).status).toMatchObject({ active: 1, ready: 1, startTime: '2026-01-15T08:00:00Z' });
    expect(test.pods()[0]?.metadata).toMatchObject({
      labels: { 'batch.kubernetes.io/job-name': 'sum', 'job-name': 'sum' },
      finalizers: ['batch.kubernetes.io/job-tracking'],
    });
    test.clock.advance(5_000);
    expect(job(test).status).toMatchObject({
      succeeded: 1,
      ready: 0,
      completionTime: '2026-01-15T08:00:04Z',
    });
    expect(job(test).status).not.toHaveProperty('active');
    expect(conditions(test)).toEqual([
      'SuccessCriteriaMet=True CompletionsReached',
      'Complete=True CompletionsReached',
    ]);
    expect(test.pods()[0]?.metadata.finalizers).toEqual([]);
    expect(test.events('sum')).toEqual([
      expect.stringMatching(/^Normal SuccessfulCreate x1: Created pod: sum-.{5}$/),
      'Normal Completed x1: Job completed',
    ]);
  });

  it.each([
    { completions: 5, parallelism: 2, most: 2 },
    { completions: 2, parallelism: 5, most: 2 },
    { completions: undefined, parallelism: 3, most: 3 },
  ])('keeps $parallelism of $completions at work', ({ completions, parallelism, most }) => {
    const test = started({ parallelism, ...(completions === undefined ? {} : { completions }) });
    expect(busiest(test, 30_000)).toBe(most);
    expect(job(test).status?.succeeded).toBe(completions ?? parallelism);
    expect(conditions(test)).toContain('Complete=True CompletionsReached');
  });

  it('gives each index of an Indexed Job one success', () => {
    const test = started({ completions: 4, parallelism: 3, completionMode: 'Indexed' });
    test.clock.advance(2_000);
    expect(sorted(test.pods().map(completionIndexOf))).toEqual([0, 1, 2]);
    test.clock.advance(20_000);
    expect(job(test).status).toMatchObject({ succeeded: 4, completedIndexes: '0-3' });
  });

  it('fails after too many failed Pods, with growing pauses between them', () => {
    const test = started({ backoffLimit: 2 }, 'busybox:crash');
    test.clock.advance(11_000);
    expect(test.pods()).toHaveLength(1);
    test.clock.advance(3_000);
    expect(test.pods()).toHaveLength(2);
    test.clock.advance(60_000);
    expect(test.pods()).toHaveLength(3);
    expect(job(test).status).toMatchObject({ failed: 3 });
    expect(conditions(test)).toEqual([
      'FailureTarget=True BackoffLimitExceeded',
      'Failed=True BackoffLimitExceeded',
    ]);
    expect(test.events('sum').at(-1)).toBe(
      'Warning BackoffLimitExceeded x1: Job has reached the specified backoff limit',
    );
  });

  it('counts restarts where Pods restart on failure', () => {
    const test = started({ backoffLimit: 1 }, 'busybox:crash', 'OnFailure');
    test.clock.advance(30_000);
    expect(conditions(test)).toContain('Failed=True BackoffLimitExceeded');
    expect(test.activePods()).toEqual([]);
  });

  it('fails when its deadline is over, and stops its Pods', () => {
    const test = started({ activeDeadlineSeconds: 3 }, 'busybox:notready');
    test.clock.advance(2_000);
    expect(test.activePods()).toHaveLength(1);
    test.clock.advance(1_500);
    expect(conditions(test)).toContain('Failed=True DeadlineExceeded');
    test.clock.advance(2_000);
    expect(test.pods()).toEqual([]);
    expect(job(test).status).not.toHaveProperty('failed');
  });

  it('counts a Pod that is deleted as a failure, and makes another', () => {
    const test = started();
    test.clock.advance(2_000);
    const [first] = test.pods();
    if (first !== undefined) test.cluster.delete('v1/pods', first);
    test.clock.advance(30_000);
    expect(job(test).status).toMatchObject({ failed: 1, succeeded: 1 });
    expect(test.pods()).toHaveLength(1);
  });

  it('stops its Pods while it is suspended', () => {
    const test = started({ completions: 2, parallelism: 2 });
    test.clock.advance(2_000);
    change(test, (spec) => {
      spec.suspend = true;
    });
    test.clock.advance(3_000);
    expect(test.pods()).toEqual([]);
    expect(conditions(test)).toEqual(['Suspended=True JobSuspended']);
    expect(job(test).status).not.toHaveProperty('failed');
    change(test, (spec) => {
      spec.suspend = false;
    });
    test.clock.advance(10_000);
    expect(conditions(test)).toContain('Suspended=False JobResumed');
    expect(job(test).status?.succeeded).toBe(2);
  });

  it('goes with its Pods ttlSecondsAfterFinished later', () => {
    const test = started({ ttlSecondsAfterFinished: 20 });
    test.clock.advance(20_000);
    expect(test.pods()).toHaveLength(1);
    test.clock.advance(10_000);
    expect(test.cluster.list(JOBS)).toEqual([]);
    expect(test.pods()).toEqual([]);
  });

  it('lets its Pods go when it is deleted while they run', () => {
    const test = started();
    test.clock.advance(2_000);
    test.store.delete(JOBS, 'default', 'sum', { propagation: 'Background' });
    test.clock.advance(5_000);
    expect(test.pods()).toEqual([]);
  });
});
