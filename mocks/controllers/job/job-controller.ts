import type { JobCondition, JobStatus } from 'kubernetes-types/batch/v1';
import { seconds } from '../../store/deletion.ts';
import { controllerOf, copyOf, keyOf, nameOf } from '../cluster.ts';
import type { ControllerContext } from '../controller-context.ts';
import type { Job, Pod } from '../kinds.ts';
import { millisecondsOf } from '../timestamp.ts';
import { FIRST_JOB_BACKOFF, LONGEST_JOB_BACKOFF } from '../timing.ts';
import { POD_BURST } from '../workload/create-pod.ts';
import { createPodControl } from '../workload/pod-control.ts';
import { podsToDelete } from '../workload/pod-order.ts';
import { isActive, isReady, isTerminal, isTerminating } from '../workload/pod-state.ts';
import { watchDependents } from '../workload/watch-dependents.ts';
import { formatIndexes, parseIndexes, pendingIndexes } from './completion-indexes.ts';
import { TRACKING, completionIndexOf, isFailure, isIndexed, isTracked, jobTemplate } from './job-pods.ts';
import { planJob } from './job-plan.ts';
import { endConditions, endOf, withCounts, withSuspended } from './job-status.ts';

const JOBS = 'batch/v1/jobs';

/** Runs the Pods of Jobs until enough have succeeded or too many have failed. */
export function startJobController(context: ControllerContext): void {
  const { clock, cluster } = context;
  const recorder = context.events.of({ component: 'job-controller' });
  const podControl = createPodControl(context, recorder);
  const queue = context.queue(reconcile);
  /** Failures in a row of each Job, by uid. */
  const failures = new Map<string, { count: number; last: number }>();

  context.watch(JOBS, ({ object }) => queue.add(keyOf(object)));
  watchDependents(context, queue, 'v1/pods', { kind: 'Job', resource: JOBS });

  function reconcile(key: string): void {
    const { namespace, name } = nameOf(key);
    const job = cluster.get(JOBS, namespace, name);
    releaseStrangers(namespace, name, job);
    if (job === undefined || job.metadata.deletionTimestamp !== undefined) return;
    if (endOf(job) !== undefined) {
      for (const pod of cluster.controlledBy('v1/pods', job)) release(pod);
      removeWhenOld(job, key);
      return;
    }
    count(job);
    const counted = cluster.get(JOBS, namespace, name);
    if (counted !== undefined) advance(counted, key);
  }

  /** Pods that outlived their Job are held by nothing any more. */
  function releaseStrangers(namespace: string | undefined, name: string, job: Job | undefined): void {
    for (const pod of cluster.list('v1/pods', namespace)) {
      const owner = controllerOf(pod);
      if (owner?.kind !== 'Job' || owner.name !== name) continue;
      if (owner.uid !== job?.metadata.uid || job.metadata.deletionTimestamp !== undefined) release(pod);
    }
  }

  function release(pod: Pod): void {
    if (!isTracked(pod)) return;
    cluster.modify('v1/pods', pod, ({ metadata }) => {
      metadata.finalizers = (metadata.finalizers ?? []).filter((finalizer) => finalizer !== TRACKING);
    });
  }

  /** Adds newly finished Pods to the counters, then lets them go. */
  function count(job: Job): void {
    const tracked = cluster.controlledBy('v1/pods', job).filter(isTracked);
    const succeeded = tracked.filter(({ status }) => status?.phase === 'Succeeded');
    const failed = tracked.filter(isFailure);
    if (succeeded.length + failed.length === 0) return;
    if (succeeded.length > 0) failures.delete(job.metadata.uid);
    if (failed.length > 0) {
      const before = failures.get(job.metadata.uid)?.count ?? 0;
      failures.set(job.metadata.uid, { count: before + failed.length, last: clock.now() });
    }
    cluster.modifyStatus(JOBS, job, (copy) => {
      const status: JobStatus = { ...copy.status };
      if (failed.length > 0) status.failed = (status.failed ?? 0) + failed.length;
      if (isIndexed(job)) {
        const indexes = parseIndexes(status.completedIndexes);
        for (const pod of succeeded) indexes.add(completionIndexOf(pod) ?? 0);
        status.completedIndexes = formatIndexes(indexes);
        status.succeeded = indexes.size;
      } else if (succeeded.length > 0) {
        status.succeeded = (status.succeeded ?? 0) + succeeded.length;
      }
      copy.status = status;
    });
    for (const pod of [...succeeded, ...failed]) release(pod);
  }

  function advance(job: Job, key: string): void {
    const { spec, status } = job;
    const pods = cluster.controlledBy('v1/pods', job);
    const active = pods.filter(isActive);
    const suspended = spec.suspend === true;
    const startTime = suspended ? undefined : (status?.startTime ?? seconds(clock.now()));
    const deadline = deadlineOf(job, startTime);
    if (deadline !== undefined && deadline > clock.now()) queue.addAfter(key, deadline - clock.now());
    const plan = planJob({
      parallelism: spec.parallelism ?? 1,
      completions: spec.completions ?? (spec.parallelism === undefined ? 1 : undefined),
      backoffLimit: spec.backoffLimit ?? 6,
      suspended,
      active: active.length,
      succeeded: status?.succeeded ?? 0,
      failed: status?.failed ?? 0,
      restarts: active.flatMap(restartsOf).reduce((sum, restarts) => sum + restarts, 0),
      restartsOnFailure: spec.template.spec?.restartPolicy === 'OnFailure',
      pastDeadline: deadline !== undefined && deadline <= clock.now(),
    });
    if (plan.outcome === 'work') {
      setSuspended(job, suspended);
      try {
        work(job, key, active, plan.active);
      } finally {
        writeCounts(job, startTime);
      }
      return;
    }
    for (const pod of active) drop(job, pod);
    writeCounts(job, startTime);
    end(job, plan.outcome === 'failed' ? plan : undefined);
  }

  function setSuspended(job: Job, suspended: boolean): void {
    const before = copyOf<JobCondition[]>(job.status?.conditions ?? []);
    const after = withSuspended(before, suspended, clock.now());
    if (after === before) return;
    cluster.modifyStatus(JOBS, job, (copy) => {
      copy.status = { ...copy.status, conditions: [...after] };
    });
    recorder.normal(job, suspended ? 'Suspended' : 'Resumed', suspended ? 'Job suspended' : 'Job resumed');
  }

  function work(job: Job, key: string, active: readonly Pod[], wanted: number): void {
    const surplus = active.length - wanted;
    for (const pod of podsToDelete(active, active, Math.max(0, surplus), clock.now())) drop(job, pod);
    if (surplus >= 0) return;
    const wait = backoffLeft(job);
    if (wait > 0) {
      queue.addAfter(key, wait);
      return;
    }
    for (const index of nextIndexes(job, active, Math.min(POD_BURST, -surplus))) {
      const options = index === undefined ? {} : { generateName: `${job.metadata.name}-${index}-` };
      podControl.create(job, jobTemplate(job, index), options);
    }
  }

  function nextIndexes(job: Job, active: readonly Pod[], count: number): (number | undefined)[] {
    if (!isIndexed(job)) return Array.from({ length: count }, () => undefined);
    const taken = parseIndexes(job.status?.completedIndexes);
    for (const pod of active) taken.add(completionIndexOf(pod) ?? 0);
    return pendingIndexes(job.spec.completions ?? 0, taken, count);
  }

  /** Milliseconds until a failed Pod may be replaced. Source: `getRemainingTimeForFailuresCount`. */
  function backoffLeft({ metadata }: Job): number {
    const record = failures.get(metadata.uid);
    if (record === undefined) return 0;
    const backoff = Math.min(LONGEST_JOB_BACKOFF, FIRST_JOB_BACKOFF * 2 ** (record.count - 1));
    return record.last + backoff - clock.now();
  }

  /** Deletes a Pod that is not to be counted as a failure. */
  function drop(job: Job, pod: Pod): void {
    release(pod);
    podControl.delete(job, pod);
  }

  function writeCounts(job: Job, startTime: string | undefined): void {
    const pods = cluster.controlledBy('v1/pods', job);
    const active = pods.filter(isActive);
    cluster.modifyStatus(JOBS, job, (copy) => {
      const { succeeded = 0, failed = 0 } = copy.status ?? {};
      const terminating = pods.filter((pod) => isTerminating(pod) && !isTerminal(pod)).length;
      const counts = { active: active.length, ready: active.filter(isReady).length, terminating };
      copy.status = withCounts(copy, { ...counts, succeeded, failed }, startTime);
    });
  }

  function end(job: Job, failure: { reason: string; message: string } | undefined): void {
    const now = clock.now();
    const { reason, message } = failure ?? {
      reason: 'CompletionsReached',
      message: 'Reached expected number of succeeded pods',
    };
    cluster.modifyStatus(JOBS, job, (copy) => {
      const conditions = endConditions(failure === undefined ? 'Complete' : 'Failed', reason, message, now);
      copy.status = { ...copy.status, conditions: [...(copy.status?.conditions ?? []), ...conditions] };
      if (failure === undefined) copy.status.completionTime = seconds(now);
    });
    failures.delete(job.metadata.uid);
    if (failure === undefined) recorder.normal(job, 'Completed', 'Job completed');
    else recorder.warning(job, reason, message);
  }

  /** Source: the TTL-after-finished controller. */
  function removeWhenOld(job: Job, key: string): void {
    const { ttlSecondsAfterFinished } = job.spec;
    const condition = job.status?.conditions?.find(({ type }) => type === endOf(job));
    const finished = millisecondsOf(condition?.lastTransitionTime);
    if (ttlSecondsAfterFinished === undefined || finished === undefined) return;
    const left = finished + ttlSecondsAfterFinished * 1000 - clock.now();
    if (left > 0) queue.addAfter(key, left);
    else cluster.delete(JOBS, job, { propagation: 'Foreground' });
  }
}

function deadlineOf({ spec }: Job, startTime: string | undefined): number | undefined {
  const start = millisecondsOf(startTime);
  const { activeDeadlineSeconds } = spec;
  return start === undefined || activeDeadlineSeconds === undefined
    ? undefined
    : start + activeDeadlineSeconds * 1000;
}

function restartsOf({ status }: Pod): number[] {
  return (status?.containerStatuses ?? []).map(({ restartCount }) => restartCount);
}
