import type {
  DaemonSetSpec,
  DeploymentSpec,
  ReplicaSetSpec,
  StatefulSetSpec,
} from 'kubernetes-types/apps/v1';
import type { HorizontalPodAutoscalerSpec } from 'kubernetes-types/autoscaling/v2';
import type { CronJobSpec, JobSpec } from 'kubernetes-types/batch/v1';
import type { PodSpec, ServiceSpec } from 'kubernetes-types/core/v1';
import { isObject } from '../../store/json.ts';
import type { KubeObject } from '../../store/store.ts';

interface Specs {
  CronJob: CronJobSpec;
  DaemonSet: DaemonSetSpec;
  Deployment: DeploymentSpec;
  HorizontalPodAutoscaler: HorizontalPodAutoscalerSpec;
  Job: JobSpec;
  Pod: PodSpec;
  ReplicaSet: ReplicaSetSpec;
  Service: ServiceSpec;
  StatefulSet: StatefulSetSpec;
}

/**
 * The spec of an object, to be read and changed with the shape of its kind. An object without one gets an empty one.
 * The shape holds because the object was decoded by the schema of its kind; fields that the types call required may be
 * missing before validation.
 */
export function specOf<Kind extends keyof Specs>(kind: Kind, object: KubeObject): Specs[Kind] {
  if (object.kind !== kind) throw new TypeError(`${object.kind} is not a ${kind}`);
  if (!isObject(object.spec)) object.spec = {};
  return object.spec as Specs[Kind];
}
