import { describe, expect, it } from 'vitest';
import type { CronJob } from '../kinds.ts';
import { createTestCluster, testObject, testTemplate } from '../test-cluster.ts';
import type { TestCluster } from '../test-cluster.ts';

const CRON_JOBS = 'batch/v1/cronjobs';
const JOBS = 'batch/v1/jobs';
const MINUTE = 60_000;

/** Created at 08:00:00; the clock stands at 08:00:01 when the tests begin. */
function started(
  spec: Record<string, unknown> = {},
  template = testTemplate('busybox:1', { restartPolicy: 'Never' }),
) {
  const test = createTestCluster();
  const jobTemplate = { metadata: { labels: { from: 'cron' } }, spec: { template } };
  test.create(
    CRON_JOBS,
    testObject('batch/v1', 'CronJob', 'tick', { spec: { schedule: '*/5 * * * *', jobTemplate, ...spec } }),
  );
  test.clock.advance(1_000);
  return test;
}

function cronJob(test: TestCluster): CronJob {
  const found = test.cluster.get(CRON_JOBS, 'default', 'tick');
  if (found === undefined) throw new Error('no CronJob');
  return found;
}

const long = testTemplate('busybox:1', { restartPolicy: 'Never' });
const lasting = {
  ...long,
  metadata: { ...long.metadata, annotations: { 'simulation.podnic.io/run-seconds': '900' } },
};

describe('a CronJob', () => {
  it('creates a Job when it is due', () => {
    const test = started();
    test.clock.advance(4 * MINUTE);
    expect(test.cluster.list(JOBS)).toEqual([]);
    test.clock.advance(MINUTE);
    const minutes = Date.UTC(2026, 0, 15, 8, 5) / MINUTE;
    const [job] = test.cluster.list(JOBS);
    expect(job?.metadata).toMatchObject({
      name: `tick-${minutes}`,
      labels: { from: 'cron' },
      annotations: { 'batch.kubernetes.io/cronjob-scheduled-timestamp': '2026-01-15T08:05:00Z' },
      ownerReferences: [{ kind: 'CronJob', name: 'tick', controller: true }],
    });
    expect(cronJob(test).status).toMatchObject({
      lastScheduleTime: '2026-01-15T08:05:00Z',
      active: [{ kind: 'Job', name: `tick-${minutes}` }],
    });
    test.clock.advance(10_000);
    expect(cronJob(test).status).not.toHaveProperty('active');
    expect(cronJob(test).status?.lastSuccessfulTime).toBe('2026-01-15T08:05:04Z');
    expect(test.events('tick')).toEqual([
      `Normal SuccessfulCreate x1: Created job tick-${minutes}`,
      `Normal SawCompletedJob x1: Saw completed job: tick-${minutes}, condition: Complete`,
    ]);
  });

  it.each([
    { policy: 'Allow', jobs: 3, event: /SuccessfulCreate/ },
    {
      policy: 'Forbid',
      jobs: 1,
      event: /JobAlreadyActive x\d: Not starting job because prior execution is running/,
    },
    { policy: 'Replace', jobs: 1, event: /SuccessfulCreate/ },
  ])('with concurrencyPolicy $policy has $jobs running after three times', ({ policy, jobs, event }) => {
    const test = started({ concurrencyPolicy: policy }, lasting);
    test.clock.advance(15 * MINUTE);
    expect(test.cluster.list(JOBS)).toHaveLength(jobs);
    expect(test.activePods()).toHaveLength(jobs);
    expect(test.events('tick').at(-1)).toMatch(event);
  });

  it('keeps a limited history', () => {
    const test = started({ schedule: '* * * * *', successfulJobsHistoryLimit: 2 });
    test.clock.advance(10 * MINUTE);
    test.clock.advance(30_000);
    expect(test.cluster.list(JOBS)).toHaveLength(2);
    expect(test.pods()).toHaveLength(2);
  });

  it('does nothing while it is suspended, and catches up with the last time missed', () => {
    const test = started({ suspend: true });
    test.clock.advance(30 * MINUTE);
    expect(test.cluster.list(JOBS)).toEqual([]);
    test.cluster.modify(CRON_JOBS, cronJob(test), ({ spec }) => {
      spec.suspend = false;
    });
    test.clock.advance(1_000);
    expect(test.cluster.list(JOBS)).toHaveLength(1);
    expect(cronJob(test).status?.lastScheduleTime).toBe('2026-01-15T08:30:00Z');
  });

  it('does not make up for each of many missed times', () => {
    const test = started({ schedule: '* * * * *', suspend: true });
    test.clock.advance(600 * MINUTE);
    test.cluster.modify(CRON_JOBS, cronJob(test), ({ spec }) => {
      spec.suspend = false;
    });
    test.clock.advance(20_000);
    expect(test.cluster.list(JOBS)).toHaveLength(1);
    expect(cronJob(test).status?.lastScheduleTime).toBe('2026-01-15T18:00:00Z');
  });

  it('lets a time go by that is too long ago', () => {
    const test = started({ suspend: true, startingDeadlineSeconds: 60 });
    test.clock.advance(33 * MINUTE);
    test.cluster.modify(CRON_JOBS, cronJob(test), ({ spec }) => {
      spec.suspend = false;
    });
    test.clock.advance(1_000);
    expect(test.cluster.list(JOBS)).toEqual([]);
    expect(test.events('tick').at(-1)).toMatch(
      /^Warning MissSchedule x1: Missed scheduled time to start a job: /,
    );
    test.clock.advance(2 * MINUTE);
    expect(test.cluster.list(JOBS)).toHaveLength(1);
  });
});
