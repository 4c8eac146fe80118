import type { DeploymentCondition } from 'kubernetes-types/apps/v1';
import { seconds } from '../../store/deletion.ts';

type Conditions = readonly DeploymentCondition[];
type NewCondition = Pick<DeploymentCondition, 'type' | 'status'> & { reason: string; message: string };

export function findCondition(conditions: Conditions, type: string): DeploymentCondition | undefined {
  return conditions.find((condition) => condition.type === type);
}

/**
 * Puts a condition in place of the one of its type. Nothing changes when status and reason are the same.
 * Source: `SetDeploymentCondition`.
 * @param now milliseconds since 1970
 */
export function withCondition(
  conditions: Conditions,
  { type, status, reason, message }: NewCondition,
  now: number,
): Conditions {
  const before = findCondition(conditions, type);
  if (before?.status === status && before.reason === reason) return conditions;
  const condition = {
    type,
    status,
    lastUpdateTime: seconds(now),
    lastTransitionTime: before?.status === status ? transitionOf(before, now) : seconds(now),
    reason,
    message,
  };
  return [...withoutCondition(conditions, type), condition];
}

/** As `withCondition`, but the time of the last update moves on even when nothing else has changed. */
export function withFreshCondition(conditions: Conditions, condition: NewCondition, now: number): Conditions {
  const before = findCondition(conditions, condition.type);
  const [fresh] = withCondition([], condition, now);
  if (fresh === undefined) return conditions;
  const kept = before?.status === condition.status ? { lastTransitionTime: transitionOf(before, now) } : {};
  return [...withoutCondition(conditions, condition.type), { ...fresh, ...kept }];
}

export function withoutCondition(conditions: Conditions, type: string): Conditions {
  return conditions.filter((condition) => condition.type !== type);
}

function transitionOf(condition: DeploymentCondition, now: number): string {
  return condition.lastTransitionTime ?? seconds(now);
}
