/** A Job with what its Pods have come to. */
export interface JobState {
  parallelism: number;
  /** Absent: the Job is done when one Pod has succeeded and none is left. */
  completions: number | undefined;
  backoffLimit: number;
  suspended: boolean;
  active: number;
  succeeded: number;
  failed: number;
  /** Restarts of containers in Pods that restart on failure; 0 for other Pods. */
  restarts: number;
  restartsOnFailure: boolean;
  /** Whether `activeDeadlineSeconds` is over. */
  pastDeadline: boolean;
}

export type JobPlan =
  | { outcome: 'failed'; reason: string; message: string }
  | { outcome: 'complete' }
  /** Keep that many Pods at work. */
  | { outcome: 'work'; active: number };

/**
 * What becomes of a Job.
 * Source: `syncJob` and `manageJob` of k8s.io/kubernetes/pkg/controller/job; without the policies for failed Pods,
 * success and single indexes.
 */
export function planJob(state: JobState): JobPlan {
  if (state.failed > state.backoffLimit || hasRestartedTooOften(state)) {
    return {
      outcome: 'failed',
      reason: 'BackoffLimitExceeded',
      message: 'Job has reached the specified backoff limit',
    };
  }
  if (state.pastDeadline) {
    return {
      outcome: 'failed',
      reason: 'DeadlineExceeded',
      message: 'Job was active longer than specified deadline',
    };
  }
  const { completions, succeeded, active, parallelism } = state;
  const enough = completions === undefined ? succeeded > 0 : succeeded >= completions;
  if (enough && active === 0) return { outcome: 'complete' };
  if (state.suspended) return { outcome: 'work', active: 0 };
  if (completions !== undefined) {
    return { outcome: 'work', active: Math.max(0, Math.min(parallelism, completions - succeeded)) };
  }
  return { outcome: 'work', active: enough ? active : parallelism };
}

/** Source: `pastBackoffLimitOnFailure`. */
function hasRestartedTooOften({ restartsOnFailure, restarts, backoffLimit }: JobState): boolean {
  if (!restartsOnFailure) return false;
  return backoffLimit === 0 ? restarts > 0 : restarts >= backoffLimit;
}
