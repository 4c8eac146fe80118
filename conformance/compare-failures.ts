import type { KnownPrediction, PredictedFailure } from '../src/domain/prediction/prediction.ts';
import { readFailure } from '../src/domain/failures/read-failure.ts';
import type { NetworkFailure } from '../src/domain/failures/failure.ts';
import type { PodOutcome } from './outcome.ts';

/** Every Pod that does not run fails in a predicted way, and as many so as predicted. */
export function failureProblems(predicted: KnownPrediction, pods: readonly PodOutcome[]): readonly string[] {
  const failed = pods
    .filter(({ running }) => !running)
    .map(({ name, failure = '' }) => ({ name, failure, read: readFailure(failure) }));
  const unforeseen = failed
    .filter(({ read }) => !predicted.failures.some((each) => isSame(each, read)))
    .map(({ name, failure, read }) => `${name} fails with ${read.cause}: ${failure}`);
  const counts = predicted.failures.flatMap((each) => {
    const alike = predicted.failures.filter(({ cause }) => cause === each.cause);
    const count = failed.filter(({ read }) => read.cause === each.cause).length;
    const most = alike.reduce((sum, { pods: { max } }) => sum + max, 0);
    if (count >= each.pods.min && count <= most) return [];
    return [`${count} Pods fail with ${each.cause}, not ${each.pods.min} to ${most}`];
  });
  return [...unforeseen, ...counts];
}

function isSame(predicted: PredictedFailure, read: NetworkFailure): boolean {
  if (predicted.cause !== read.cause) return false;
  return read.interfaceName === undefined || predicted.nics.includes(read.interfaceName);
}
