import { objectOr } from '../../store/json.ts';
import type { JsonObject } from '../../store/json.ts';
import type { MemoryStore } from '../../store/memory-store.ts';
import type { KubeObject } from '../../store/store.ts';
import { textMap } from '../resources/label-selector.ts';
import type { Application } from './identity.ts';

/** A workload of a kind that Spiderpool's controller makes pools for (reference 4.3). */
export interface Workload {
  app: Application;
  /** Annotations of the Pod template. */
  annotations: Record<string, string>;
  /** How many Pods it wants. */
  replicas: number;
  hostNetwork: boolean;
  /** Another workload controls it, and has the pool instead. */
  owned: boolean;
}

export interface WorkloadKind {
  resource: string;
  kind: string;
  /** The kind above whose pool serves this one as well. */
  parent?: string;
  template: (spec: JsonObject) => JsonObject;
  replicas: (object: KubeObject) => number;
}

const podTemplate = (spec: JsonObject) => objectOr(spec.template);
const replicasOfSpec = (object: KubeObject) => numberOr(objectOr(object.spec).replicas, 0);

/** The six kinds, in the order in which Spiderpool watches them. */
export const workloadKinds: readonly WorkloadKind[] = [
  { resource: 'apps/v1/deployments', kind: 'Deployment', template: podTemplate, replicas: replicasOfSpec },
  {
    resource: 'apps/v1/replicasets',
    kind: 'ReplicaSet',
    parent: 'Deployment',
    template: podTemplate,
    replicas: replicasOfSpec,
  },
  { resource: 'apps/v1/statefulsets', kind: 'StatefulSet', template: podTemplate, replicas: replicasOfSpec },
  {
    resource: 'apps/v1/daemonsets',
    kind: 'DaemonSet',
    template: podTemplate,
    replicas: (object) => numberOr(objectOr(object.status).desiredNumberScheduled, 0),
  },
  {
    resource: 'batch/v1/jobs',
    kind: 'Job',
    parent: 'CronJob',
    template: podTemplate,
    replicas: (object) => jobPods(objectOr(object.spec)),
  },
  {
    resource: 'batch/v1/cronjobs',
    kind: 'CronJob',
    template: (spec) => podTemplate(objectOr(objectOr(spec.jobTemplate).spec)),
    replicas: (object) => jobPods(objectOr(objectOr(objectOr(object.spec).jobTemplate).spec)),
  },
];

/** Completions if they are set, else parallelism; an unset or zero number counts as one (`CalculateJobPodNum`). */
function jobPods({ completions, parallelism }: JsonObject): number {
  return numberOr(completions ?? parallelism, 1) || 1;
}

export function kindOfWorkload(kind: string): WorkloadKind | undefined {
  return workloadKinds.find((known) => known.kind === kind);
}

export function readWorkload(kind: WorkloadKind, object: KubeObject): Workload {
  const template = kind.template(objectOr(object.spec));
  const { namespace = '', name, uid } = object.metadata;
  const owner = object.metadata.ownerReferences?.find(({ controller }) => controller === true);
  return {
    app: { apiVersion: object.apiVersion, kind: kind.kind, namespace, name, uid },
    annotations: textMap(objectOr(template.metadata).annotations),
    replicas: kind.replicas(object),
    hostNetwork: objectOr(template.spec).hostNetwork === true,
    owned: owner !== undefined && owner.kind === kind.parent,
  };
}

/** The UID of a workload that is there now, whatever its kind. Third-party kinds are looked up by the usual plural. */
export function existingUid(app: Omit<Application, 'uid'>, store: MemoryStore): string | undefined {
  const resource =
    workloadKinds.find(
      ({ kind, resource: name }) => kind === app.kind && name.startsWith(`${app.apiVersion}/`),
    )?.resource ?? `${app.apiVersion}/${app.kind.toLowerCase()}s`;
  return store.peek(resource, app.namespace, app.name)?.metadata.uid;
}

function numberOr(value: unknown, otherwise: number): number {
  return typeof value === 'number' ? value : otherwise;
}
