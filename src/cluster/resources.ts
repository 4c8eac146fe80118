import type { Deployment, ReplicaSet } from 'kubernetes-types/apps/v1';
import type { HorizontalPodAutoscaler } from 'kubernetes-types/autoscaling/v2';
import type { ConfigMap, Event, Namespace, Node, Pod, Secret, Service } from 'kubernetes-types/core/v1';
import type { ObjectMeta } from 'kubernetes-types/meta/v1';

/** The least that every Kubernetes object has. */
export interface KubernetesObject {
  apiVersion?: string;
  kind?: string;
  metadata?: ObjectMeta;
}

/** An object as a server returns it: type and identity are there. */
export type Stored<Wire extends KubernetesObject> = Wire & {
  apiVersion: string;
  kind: string;
  metadata: ObjectMeta & { name: string; uid: string; resourceVersion: string };
};

/** An object of a CRD: whatever the cluster holds. The decoders of `src/domain` say what of it can be read. */
export interface CustomObject extends KubernetesObject {
  spec?: unknown;
  status?: unknown;
}

declare const wire: unique symbol;

/** A kind of object in the API. `Item` is the type on the wire; it exists for the compiler only. */
export interface Resource<Item extends KubernetesObject> {
  /** `''` is the core group. */
  readonly group: string;
  readonly version: string;
  readonly plural: string;
  readonly kind: string;
  readonly namespaced: boolean;
  readonly [wire]?: Item;
}

/** The type on the wire of a `Resource`. */
export type ItemOf<R> = R extends Resource<infer Item> ? Item : never;

function core<Wire extends KubernetesObject>(
  plural: string,
  kind: string,
  namespaced = true,
): Resource<Stored<Wire>> {
  return { group: '', version: 'v1', plural, kind, namespaced };
}

function apps<Wire extends KubernetesObject>(plural: string, kind: string): Resource<Stored<Wire>> {
  return { group: 'apps', version: 'v1', plural, kind, namespaced: true };
}

function spiderpool(plural: string, kind: string, namespaced = false): Resource<Stored<CustomObject>> {
  return { group: 'spiderpool.spidernet.io', version: 'v2beta1', plural, kind, namespaced };
}

/** Every kind of object that the console reads or writes. */
export const resources = {
  deployments: apps<Deployment>('deployments', 'Deployment'),
  replicaSets: apps<ReplicaSet>('replicasets', 'ReplicaSet'),
  pods: core<Pod>('pods', 'Pod'),
  services: core<Service>('services', 'Service'),
  events: core<Event>('events', 'Event'),
  configMaps: core<ConfigMap>('configmaps', 'ConfigMap'),
  secrets: core<Secret>('secrets', 'Secret'),
  namespaces: core<Namespace>('namespaces', 'Namespace', false),
  nodes: core<Node>('nodes', 'Node', false),
  autoscalers: {
    group: 'autoscaling',
    version: 'v2',
    plural: 'horizontalpodautoscalers',
    kind: 'HorizontalPodAutoscaler',
    namespaced: true,
  } as Resource<Stored<HorizontalPodAutoscaler>>,
  ipPools: spiderpool('spiderippools', 'SpiderIPPool'),
  subnets: spiderpool('spidersubnets', 'SpiderSubnet'),
  reservedIps: spiderpool('spiderreservedips', 'SpiderReservedIP'),
  endpoints: spiderpool('spiderendpoints', 'SpiderEndpoint', true),
  multusConfigs: spiderpool('spidermultusconfigs', 'SpiderMultusConfig', true),
  coordinators: spiderpool('spidercoordinators', 'SpiderCoordinator'),
  attachments: {
    group: 'k8s.cni.cncf.io',
    version: 'v1',
    plural: 'network-attachment-definitions',
    kind: 'NetworkAttachmentDefinition',
    namespaced: true,
  } as Resource<Stored<CustomObject>>,
} as const;

/** `apps/v1`, or `v1` for the core group. */
export function apiVersionOf(resource: Resource<KubernetesObject>): string {
  return resource.group === '' ? resource.version : `${resource.group}/${resource.version}`;
}

/** The path of a collection: of one namespace, or of the whole cluster when `namespace` is absent. */
export function collectionPath(resource: Resource<KubernetesObject>, namespace?: string): string {
  const prefix = resource.group === '' ? '/api/v1' : `/apis/${resource.group}/${resource.version}`;
  const scope =
    resource.namespaced && namespace !== undefined ? `/namespaces/${encodeURIComponent(namespace)}` : '';
  return `${prefix}${scope}/${resource.plural}`;
}

/** The path of one object, or of its subresource. `namespace` is ignored for kinds of the whole cluster. */
export function objectPath(
  resource: Resource<KubernetesObject>,
  namespace: string,
  name: string,
  subresource?: 'scale' | 'status',
): string {
  const path = `${collectionPath(resource, namespace)}/${encodeURIComponent(name)}`;
  return subresource === undefined ? path : `${path}/${subresource}`;
}
