import type { Deployment, ReplicaSet } from '../kinds.ts';
import { desiredReplicas, rolloutLimits } from './rollout-limits.ts';

export const REVISION = 'deployment.kubernetes.io/revision';
const REVISION_HISTORY = 'deployment.kubernetes.io/revision-history';
const DESIRED_REPLICAS = 'deployment.kubernetes.io/desired-replicas';
const MAX_REPLICAS = 'deployment.kubernetes.io/max-replicas';

/** What belongs to one object and is not handed from a Deployment to its ReplicaSets. */
const OWN_ANNOTATIONS = new Set([
  'kubectl.kubernetes.io/last-applied-configuration',
  REVISION,
  REVISION_HISTORY,
  DESIRED_REPLICAS,
  MAX_REPLICAS,
  'deprecated.deployment.rollback.to',
]);

type Annotations = Readonly<Record<string, string>>;

/** The revision of a ReplicaSet; 0 when it has none. */
export function revisionOf({ metadata }: ReplicaSet): number {
  const revision = Number(metadata.annotations?.[REVISION] ?? 0);
  return Number.isInteger(revision) ? revision : 0;
}

/** The revision that the newest ReplicaSet must have: one more than all others. */
export function nextRevision(oldSets: readonly ReplicaSet[]): number {
  return Math.max(0, ...oldSets.map(revisionOf)) + 1;
}

/**
 * The annotations of the ReplicaSet of the current template: those of the Deployment, and a revision that never falls.
 * A ReplicaSet that becomes current again remembers the revisions it had.
 * Source: `SetNewReplicaSetAnnotations` of k8s.io/kubernetes/pkg/controller/deployment/util.
 */
export function currentSetAnnotations(
  deployment: Deployment,
  existing: Annotations | undefined,
  revision: number,
): Record<string, string> {
  const inherited = Object.entries(deployment.metadata.annotations ?? {});
  const annotations: Record<string, string> = {
    ...existing,
    ...Object.fromEntries(inherited.filter(([key]) => !OWN_ANNOTATIONS.has(key))),
  };
  const before = existing?.[REVISION];
  if (before !== undefined && Number(before) >= revision) return annotations;
  annotations[REVISION] = String(revision);
  if (before !== undefined) {
    const history = annotations[REVISION_HISTORY];
    annotations[REVISION_HISTORY] = history ? `${history},${before}` : before;
  }
  return annotations;
}

/** What a ReplicaSet notes of the Deployment's size whenever it is scaled. Source: `SetReplicasAnnotations`. */
export function sizeAnnotations(deployment: Deployment): Record<string, string> {
  const replicas = desiredReplicas(deployment);
  return {
    [DESIRED_REPLICAS]: String(replicas),
    [MAX_REPLICAS]: String(replicas + rolloutLimits(deployment).maxSurge),
  };
}

/** The Deployment's size when this ReplicaSet was last scaled. */
export function notedDesiredReplicas(set: ReplicaSet): number | undefined {
  return notedNumber(set, DESIRED_REPLICAS);
}

/** What the Deployment allowed when this ReplicaSet was last scaled. */
export function notedMaxReplicas(set: ReplicaSet): number | undefined {
  return notedNumber(set, MAX_REPLICAS);
}

function notedNumber({ metadata }: ReplicaSet, key: string): number | undefined {
  const text = metadata.annotations?.[key];
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined;
}
