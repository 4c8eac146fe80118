import type { JobSpec } from 'kubernetes-types/batch/v1';
import type { ObjectReference } from 'kubernetes-types/core/v1';
import { seconds } from '../../store/deletion.ts';
import { StatusError } from '../../store/store.ts';
import { copyOf, keyOf, nameOf } from '../cluster.ts';
import type { ControllerContext } from '../controller-context.ts';
import type { CronJob, Job } from '../kinds.ts';
import { millisecondsOf } from '../timestamp.ts';
import { controllerReference } from '../workload/owner-reference.ts';
import { isNamespaceTerminating } from '../workload/pod-control.ts';
import { watchDependents } from '../workload/watch-dependents.ts';
import { parseCronSchedule } from './cron-schedule.ts';
import type { CronSchedule } from './cron-schedule.ts';
import { endOf } from './job-status.ts';

const CRON_JOBS = 'batch/v1/cronjobs';
const JOBS = 'batch/v1/jobs';
const SCHEDULED = 'batch.kubernetes.io/cronjob-scheduled-timestamp';
const MINUTE = 60_000;

/** Creates the Jobs of CronJobs when they are due. `timeZone` is not simulated: schedules are read in UTC. */
export function startCronJobController(context: ControllerContext): void {
  const { api, clock, cluster } = context;
  const recorder = context.events.of({ component: 'cronjob-controller' });
  const queue = context.queue(reconcile);

  context.watch(CRON_JOBS, ({ object }) => queue.add(keyOf(object)));
  watchDependents(context, queue, JOBS, { kind: 'CronJob', resource: CRON_JOBS });

  function reconcile(key: string): void {
    const { namespace, name } = nameOf(key);
    const read = () => cluster.get(CRON_JOBS, namespace, name);
    const cronJob = read();
    if (cronJob === undefined || cronJob.metadata.deletionTimestamp !== undefined) return;
    trackJobs(cronJob);
    forgetJobs(cronJob);
    const current = read();
    if (current !== undefined && current.spec.suspend !== true) runWhenDue(current, key);
  }

  /** Source: `syncCronJob` of k8s.io/kubernetes/pkg/controller/cronjob. */
  function runWhenDue(cronJob: CronJob, key: string): void {
    const schedule = parseCronSchedule(cronJob.spec.schedule);
    if (schedule === undefined) {
      const text = `unparseable schedule for cronjob: ${cronJob.spec.schedule}`;
      recorder.warning(cronJob, 'UnParseableCronJobSchedule', text);
      return;
    }
    const due = lastDue(cronJob, schedule);
    const next = schedule.next(clock.now());
    if (next !== undefined) queue.addAfter(key, next - clock.now());
    if (due === undefined) return;
    const { startingDeadlineSeconds, concurrencyPolicy } = cronJob.spec;
    if (startingDeadlineSeconds !== undefined && due + startingDeadlineSeconds * 1000 < clock.now()) {
      const text = `Missed scheduled time to start a job: ${new Date(due).toUTCString()}`;
      recorder.warning(cronJob, 'MissSchedule', text);
      return;
    }
    const active = activeJobs(cronJob);
    if (concurrencyPolicy === 'Forbid' && active.length > 0) {
      const text = 'Not starting job because prior execution is running and concurrency policy is Forbid';
      recorder.normal(cronJob, 'JobAlreadyActive', text);
      return;
    }
    if (concurrencyPolicy === 'Replace') for (const job of active) remove(cronJob, job);
    start(cronJob, due);
  }

  /** The newest time that has passed since the last run, found in ever longer looks back. */
  function lastDue(cronJob: CronJob, schedule: CronSchedule): number | undefined {
    const { creationTimestamp } = cronJob.metadata;
    const since = millisecondsOf(cronJob.status?.lastScheduleTime ?? creationTimestamp) ?? clock.now();
    for (let look = MINUTE; ; look *= 2) {
      const from = Math.max(since, clock.now() - look);
      let due: number | undefined;
      let time = schedule.next(from);
      while (time !== undefined && time <= clock.now()) {
        due = time;
        time = schedule.next(time);
      }
      if (due !== undefined || from === since) return due;
    }
  }

  function start(cronJob: CronJob, due: number): void {
    const name = `${cronJob.metadata.name}-${Math.floor(due / MINUTE)}`;
    const { jobTemplate } = cronJob.spec;
    const { namespace } = cronJob.metadata;
    if (cluster.get(JOBS, namespace, name) !== undefined) return;
    try {
      api.create(JOBS, {
        apiVersion: 'batch/v1',
        kind: 'Job',
        metadata: {
          name,
          ...(namespace === undefined ? {} : { namespace }),
          labels: { ...jobTemplate.metadata?.labels },
          annotations: { ...jobTemplate.metadata?.annotations, [SCHEDULED]: seconds(due) },
          ownerReferences: [controllerReference(cronJob)],
        },
        spec: copyOf<JobSpec>(jobTemplate.spec ?? { template: {} }),
      });
    } catch (error) {
      if (isNamespaceTerminating(error)) return;
      if (error instanceof StatusError) {
        recorder.warning(cronJob, 'FailedCreate', `Error creating job: ${error.message}`);
      }
      throw error;
    }
    recorder.normal(cronJob, 'SuccessfulCreate', `Created job ${name}`);
    cluster.modifyStatus(CRON_JOBS, cronJob, (copy) => {
      copy.status = { ...copy.status, lastScheduleTime: seconds(due) };
    });
    trackJobs(cronJob);
  }

  function activeJobs(cronJob: CronJob): Job[] {
    return cluster.controlledBy(JOBS, cronJob).filter((job) => endOf(job) === undefined);
  }

  /** Keeps `status.active`, and says when a Job of that list has ended. */
  function trackJobs(cronJob: CronJob): void {
    const listed = new Set((cronJob.status?.active ?? []).map(({ uid }) => uid));
    const ended = cluster.controlledBy(JOBS, cronJob).filter((job) => endOf(job) !== undefined);
    for (const job of ended.filter(({ metadata }) => listed.has(metadata.uid))) {
      const text = `Saw completed job: ${job.metadata.name}, condition: ${endOf(job)}`;
      recorder.normal(cronJob, 'SawCompletedJob', text);
    }
    const successes = ended
      .filter((job) => endOf(job) === 'Complete')
      .map(({ status }) => status?.completionTime);
    const lastSuccess = successes
      .filter((time) => time !== undefined)
      .sort()
      .at(-1);
    cluster.modifyStatus(CRON_JOBS, cronJob, (copy) => {
      const { active: before = [], ...status } = copy.status ?? {};
      const active = activeJobs(cronJob).map(
        (job) => before.find(({ uid }) => uid === job.metadata.uid) ?? referenceTo(job),
      );
      copy.status = {
        ...status,
        ...(active.length === 0 ? {} : { active }),
        ...(lastSuccess === undefined ? {} : { lastSuccessfulTime: lastSuccess }),
      };
    });
  }

  /** Deletes the oldest finished Jobs beyond the history limits. */
  function forgetJobs(cronJob: CronJob): void {
    const { successfulJobsHistoryLimit = 3, failedJobsHistoryLimit = 1 } = cronJob.spec;
    const limits = { Complete: successfulJobsHistoryLimit, Failed: failedJobsHistoryLimit };
    for (const end of ['Complete', 'Failed'] as const) {
      const ended = cluster
        .controlledBy(JOBS, cronJob)
        .filter((job) => endOf(job) === end && job.metadata.deletionTimestamp === undefined)
        .sort(byStart);
      for (const job of ended.slice(0, Math.max(0, ended.length - limits[end]))) remove(cronJob, job);
    }
  }

  function remove(cronJob: CronJob, job: Job): void {
    cluster.delete(JOBS, job, { propagation: 'Background' });
    recorder.normal(cronJob, 'SuccessfulDelete', `Deleted job ${job.metadata.name}`);
  }
}

function referenceTo({ apiVersion, kind, metadata }: Job): ObjectReference {
  const { name, namespace = '', uid, resourceVersion } = metadata;
  return { kind, namespace, name, uid, apiVersion, resourceVersion };
}

function byStart(a: Job, b: Job): number {
  const [first, second] = [a, b].map(({ status, metadata }) => `${status?.startTime} ${metadata.name}`);
  return (first ?? '') < (second ?? '') ? -1 : 1;
}
