import type { JobCondition, JobStatus } from 'kubernetes-types/batch/v1';
import { seconds } from '../../store/deletion.ts';
import { copyOf } from '../cluster.ts';
import type { Job } from '../kinds.ts';
import { omitZeros } from '../workload/omit-zeros.ts';

/** `Complete` or `Failed`, once a Job has ended. */
export function endOf({ status }: { readonly status?: Job['status'] }): 'Complete' | 'Failed' | undefined {
  const types = (status?.conditions ?? []).filter((each) => each.status === 'True').map(({ type }) => type);
  if (types.includes('Complete')) return 'Complete';
  return types.includes('Failed') ? 'Failed' : undefined;
}

export interface JobCounts {
  active: number;
  ready: number;
  terminating: number;
  succeeded: number;
  failed: number;
}

/** The status with new counters; conditions and times stay. */
export function withCounts(job: Job, counts: JobCounts, startTime: string | undefined): JobStatus {
  const { conditions, completionTime, completedIndexes } = copyOf<JobStatus>(job.status ?? {});
  return {
    ...(conditions === undefined ? {} : { conditions }),
    ...(completionTime === undefined ? {} : { completionTime }),
    ...(completedIndexes === undefined ? {} : { completedIndexes }),
    ...(startTime === undefined ? {} : { startTime }),
    ...omitZeros({ active: counts.active, succeeded: counts.succeeded, failed: counts.failed }),
    ready: counts.ready,
    terminating: counts.terminating,
    uncountedTerminatedPods: {},
  };
}

/**
 * The conditions of a Job that has ended; the first of the pair says that it will.
 * Source: `newSuccessCondition`, `newFailureCondition`.
 */
export function endConditions(
  end: 'Complete' | 'Failed',
  reason: string,
  message: string,
  now: number,
): JobCondition[] {
  const first = end === 'Complete' ? 'SuccessCriteriaMet' : 'FailureTarget';
  const time = seconds(now);
  return [first, end].map((type) => ({
    type,
    status: 'True',
    lastProbeTime: time,
    lastTransitionTime: time,
    reason,
    message,
  }));
}

/** Conditions with Suspended set; the same list when it was so before. Source: `ensureJobConditionStatus`. */
export function withSuspended(
  conditions: readonly JobCondition[],
  suspended: boolean,
  now: number,
): readonly JobCondition[] {
  const status = suspended ? 'True' : 'False';
  const before = conditions.find(({ type }) => type === 'Suspended');
  if (before === undefined ? !suspended : before.status === status) return conditions;
  const time = seconds(now);
  const condition = {
    type: 'Suspended',
    status,
    lastProbeTime: time,
    lastTransitionTime: time,
    reason: suspended ? 'JobSuspended' : 'JobResumed',
    message: suspended ? 'Job suspended' : 'Job resumed',
  };
  return [...conditions.filter(({ type }) => type !== 'Suspended'), condition];
}
