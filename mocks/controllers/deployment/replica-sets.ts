import type { DeploymentCondition } from 'kubernetes-types/apps/v1';
import type { PodTemplateSpec } from 'kubernetes-types/core/v1';
import type { LabelSelector } from 'kubernetes-types/meta/v1';
import { copyOf } from '../cluster.ts';
import type { Cluster } from '../cluster.ts';
import type { ControllerContext } from '../controller-context.ts';
import type { EventRecorder } from '../events/event-recorder.ts';
import type { Deployment, Immutable, ReplicaSet } from '../kinds.ts';
import { sameJson } from '../../store/json.ts';
import { StatusError } from '../../store/store.ts';
import { claim } from '../workload/claim.ts';
import { controllerReference } from '../workload/owner-reference.ts';
import { isNamespaceTerminating } from '../workload/pod-control.ts';
import { templateHash } from '../workload/template-hash.ts';
import type { ReplicaSets } from './deployment-status.ts';
import { progressDeadline } from './deployment-status.ts';
import { withCondition } from './deployment-conditions.ts';
import { currentSetAnnotations, nextRevision, revisionOf, sizeAnnotations } from './revision.ts';
import { desiredReplicas, isRollingUpdate, rolloutLimits } from './rollout-limits.ts';
import { newSetSize } from './rolling-update.ts';
import type { Scale } from './rolling-update.ts';

export const REPLICA_SETS = 'apps/v1/replicasets';
export const DEPLOYMENTS = 'apps/v1/deployments';
const HASH = 'pod-template-hash';

type Template = Immutable<PodTemplateSpec>;

/** The ReplicaSets that belong to a Deployment as stored now; orphans that match are adopted. */
export function readReplicaSets(cluster: Cluster, deployment: Deployment): ReplicaSets {
  const sets = claim(cluster, REPLICA_SETS, deployment, deployment.spec.selector).sort(byCreation);
  const template = withoutHash(deployment.spec.template);
  const newSet = sets.find(({ spec }) => sameJson(withoutHash(spec.template ?? {}), template));
  return { newSet, oldSets: sets.filter((set) => set !== newSet) };
}

function byCreation({ metadata: a }: ReplicaSet, { metadata: b }: ReplicaSet): number {
  if (a.creationTimestamp !== b.creationTimestamp) return a.creationTimestamp < b.creationTimestamp ? -1 : 1;
  return a.name < b.name ? -1 : 1;
}

/** Source: `EqualIgnoreHash`. */
function withoutHash({ metadata = {}, ...template }: Template): Template {
  const labels = Object.entries(metadata.labels ?? {}).filter(([key]) => key !== HASH);
  return { ...template, metadata: { ...metadata, labels: Object.fromEntries(labels) } };
}

/** Creates, labels, numbers, scales and forgets the ReplicaSets of Deployments. */
export function createReplicaSetControl(context: ControllerContext, recorder: EventRecorder) {
  const { api, clock, cluster } = context;

  /** Gives the ReplicaSet of the current template its revision, which is the revision of the Deployment. */
  function numberNewSet(deployment: Deployment, newSet: ReplicaSet, oldSets: readonly ReplicaSet[]): void {
    const { annotations } = newSet.metadata;
    const { minReadySeconds } = deployment.spec;
    cluster.modify(REPLICA_SETS, newSet, (copy) => {
      copy.metadata.annotations = currentSetAnnotations(deployment, annotations, nextRevision(oldSets));
      if (minReadySeconds === undefined) delete copy.spec.minReadySeconds;
      else copy.spec.minReadySeconds = minReadySeconds;
    });
    const numbered = cluster.get(REPLICA_SETS, newSet.metadata.namespace, newSet.metadata.name);
    if (numbered !== undefined) numberDeployment(deployment, revisionOf(numbered));
  }

  function numberDeployment(deployment: Deployment, revision: number): void {
    cluster.modify(DEPLOYMENTS, deployment, ({ metadata }) => {
      metadata.annotations = {
        ...metadata.annotations,
        'deployment.kubernetes.io/revision': String(revision),
      };
    });
  }

  /**
   * Makes the ReplicaSet of the current template.
   * Source: `getNewReplicaSet` of k8s.io/kubernetes/pkg/controller/deployment.
   * @returns what has to be said about it in the status
   */
  function createNewSet(
    deployment: Deployment,
    oldSets: readonly ReplicaSet[],
    conditions: readonly DeploymentCondition[],
  ): readonly DeploymentCondition[] {
    const size = isRollingUpdate(deployment)
      ? newSetSize(
          desiredReplicas(deployment),
          rolloutLimits(deployment).maxSurge,
          0,
          oldSets.reduce((sum, set) => sum + desiredReplicas(set), 0),
        )
      : desiredReplicas(deployment);
    const revision = nextRevision(oldSets);
    const draft = draftReplicaSet(deployment, size, revision);
    const { name } = draft.metadata;
    try {
      api.create(REPLICA_SETS, draft);
    } catch (error) {
      return explainFailure(deployment, name, error, conditions);
    }
    if (size > 0) {
      recorder.normal(deployment, 'ScalingReplicaSet', `Scaled up replica set ${name} from 0 to ${size}`);
    }
    numberDeployment(deployment, revision);
    if (progressDeadline(deployment) === undefined) return conditions;
    const message = `Created new replica set "${name}"`;
    const reason = 'NewReplicaSetCreated';
    return withCondition(conditions, { type: 'Progressing', status: 'True', reason, message }, clock.now());
  }

  function explainFailure(
    deployment: Deployment,
    name: string,
    error: unknown,
    conditions: readonly DeploymentCondition[],
  ): readonly DeploymentCondition[] {
    if (!(error instanceof StatusError)) throw error;
    if (isNamespaceTerminating(error)) return conditions;
    if (error.status.reason === 'AlreadyExists') {
      // Another template has the same hash: the next attempt takes another name.
      cluster.modifyStatus(DEPLOYMENTS, deployment, (copy) => {
        copy.status = { ...copy.status, collisionCount: (copy.status?.collisionCount ?? 0) + 1 };
      });
      throw error;
    }
    const message = `Failed to create new replica set "${name}": ${error.message}`;
    const reason = 'ReplicaSetCreateError';
    recorder.warning(deployment, reason, message);
    const failed = withCondition(
      conditions,
      { type: 'Progressing', status: 'False', reason, message },
      clock.now(),
    );
    cluster.modifyStatus(DEPLOYMENTS, deployment, (copy) => {
      copy.status = { ...copy.status, conditions: [...failed] };
    });
    throw error;
  }

  /** Sets sizes one after the other. Returns whether any changed. */
  function scale(deployment: Deployment, scales: readonly Scale[]): boolean {
    let changed = false;
    for (const { name, to } of scales) {
      const set = cluster.get(REPLICA_SETS, deployment.metadata.namespace, name);
      if (set === undefined) continue;
      const from = desiredReplicas(set);
      cluster.modify(REPLICA_SETS, set, (copy) => {
        copy.spec.replicas = to;
        copy.metadata.annotations = { ...copy.metadata.annotations, ...sizeAnnotations(deployment) };
      });
      if (from === to) continue;
      changed = true;
      const way = to > from ? 'up' : 'down';
      recorder.normal(
        deployment,
        'ScalingReplicaSet',
        `Scaled ${way} replica set ${name} from ${from} to ${to}`,
      );
    }
    return changed;
  }

  /** Forgets the oldest revisions beyond `revisionHistoryLimit`. Source: `cleanupDeployment`. */
  function forgetOldRevisions(deployment: Deployment, oldSets: readonly ReplicaSet[]): void {
    const alive = oldSets.filter(({ metadata }) => metadata.deletionTimestamp === undefined);
    const surplus = alive.length - (deployment.spec.revisionHistoryLimit ?? 10);
    const oldest = [...alive].sort((a, b) => revisionOf(a) - revisionOf(b)).slice(0, Math.max(0, surplus));
    for (const set of oldest) {
      const observed = set.status?.observedGeneration ?? 0;
      const settled = observed >= (set.metadata.generation ?? 0);
      const empty = (set.status?.replicas ?? 0) === 0 && desiredReplicas(set) === 0;
      if (settled && empty) cluster.delete(REPLICA_SETS, set, { propagation: 'Background' });
    }
  }

  return { createNewSet, numberNewSet, scale, forgetOldRevisions };
}

function draftReplicaSet(deployment: Deployment, replicas: number, revision: number) {
  const { metadata, spec, status } = deployment;
  const hash = templateHash(spec.template, status?.collisionCount);
  const template = copyOf<PodTemplateSpec>(spec.template);
  const labels = { ...template.metadata?.labels, [HASH]: hash };
  const selector = copyOf<LabelSelector>(spec.selector);
  return {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: {
      name: `${metadata.name}-${hash}`,
      ...(metadata.namespace === undefined ? {} : { namespace: metadata.namespace }),
      labels,
      annotations: {
        ...currentSetAnnotations(deployment, undefined, revision),
        ...sizeAnnotations(deployment),
      },
      ownerReferences: [controllerReference(deployment)],
    },
    spec: {
      replicas,
      ...(spec.minReadySeconds === undefined ? {} : { minReadySeconds: spec.minReadySeconds }),
      selector: { ...selector, matchLabels: { ...selector.matchLabels, [HASH]: hash } },
      template: { ...template, metadata: { ...template.metadata, labels } },
    },
  };
}
