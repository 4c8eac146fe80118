import type {
  ControllerRevision,
  DaemonSetSpec,
  DaemonSetStatus,
  DeploymentSpec,
  DeploymentStatus,
  ReplicaSetSpec,
  ReplicaSetStatus,
  StatefulSetSpec,
  StatefulSetStatus,
} from 'kubernetes-types/apps/v1';
import type { CronJobSpec, CronJobStatus, JobSpec, JobStatus } from 'kubernetes-types/batch/v1';
import type {
  Endpoints,
  Event,
  NamespaceSpec,
  NamespaceStatus,
  NodeSpec,
  NodeStatus,
  PersistentVolumeClaimSpec,
  PodSpec,
  PodStatus,
  ServiceSpec,
  ServiceStatus,
} from 'kubernetes-types/core/v1';
import type { EndpointSlice } from 'kubernetes-types/discovery/v1';
import type { KubeObject } from '../store/store.ts';

type Stored<Spec, Status> = KubeObject & { spec: Spec; status?: Status };
type Flat<Body> = KubeObject & Omit<Body, 'apiVersion' | 'kind' | 'metadata'>;

/** The resources that controllers read, and the shape of their objects. */
export interface Kinds {
  'v1/pods': Stored<PodSpec, PodStatus>;
  'v1/nodes': Stored<NodeSpec, NodeStatus>;
  'v1/namespaces': Stored<NamespaceSpec, NamespaceStatus>;
  'v1/services': Stored<ServiceSpec, ServiceStatus>;
  'v1/persistentvolumeclaims': Stored<PersistentVolumeClaimSpec, { phase?: string }>;
  'v1/endpoints': Flat<Endpoints>;
  'v1/events': Flat<Event>;
  'discovery.k8s.io/v1/endpointslices': Flat<EndpointSlice>;
  'apps/v1/deployments': Stored<DeploymentSpec, DeploymentStatus>;
  'apps/v1/replicasets': Stored<ReplicaSetSpec, ReplicaSetStatus>;
  'apps/v1/statefulsets': Stored<StatefulSetSpec, StatefulSetStatus>;
  'apps/v1/daemonsets': Stored<DaemonSetSpec, DaemonSetStatus>;
  'apps/v1/controllerrevisions': Flat<ControllerRevision>;
  'batch/v1/jobs': Stored<JobSpec, JobStatus>;
  'batch/v1/cronjobs': Stored<CronJobSpec, CronJobStatus>;
}

export type KindName = keyof Kinds;

/** A value that belongs to the store: read it, never write to it. */
export type Immutable<T> = T extends (infer Item)[]
  ? readonly Immutable<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Immutable<T[Key]> }
    : T;

export type Pod = Immutable<Kinds['v1/pods']>;
export type Node = Immutable<Kinds['v1/nodes']>;
export type Service = Immutable<Kinds['v1/services']>;
export type Deployment = Immutable<Kinds['apps/v1/deployments']>;
export type ReplicaSet = Immutable<Kinds['apps/v1/replicasets']>;
export type StatefulSet = Immutable<Kinds['apps/v1/statefulsets']>;
export type DaemonSet = Immutable<Kinds['apps/v1/daemonsets']>;
export type Job = Immutable<Kinds['batch/v1/jobs']>;
export type CronJob = Immutable<Kinds['batch/v1/cronjobs']>;
export type Revision = Immutable<Kinds['apps/v1/controllerrevisions']>;
/** Any object of the store, for code that only reads its metadata. */
export type AnyObject = Immutable<KubeObject>;
