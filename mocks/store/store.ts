/**
 * The contract between the API server (`mocks/api`), which implements it in `mocks/store/memory-store.ts`, and everything
 * that acts in the cluster (`mocks/controllers`, `mocks/multus`, `mocks/spiderpool`, `mocks/scenarios`).
 * Synchronous, single-threaded: a reconcile sees one consistent state.
 */
export interface ObjectMeta {
  name: string;
  generateName?: string;
  namespace?: string;
  uid: string;
  resourceVersion: string;
  generation?: number;
  creationTimestamp: string;
  deletionTimestamp?: string;
  deletionGracePeriodSeconds?: number;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  finalizers?: string[];
  ownerReferences?: OwnerReference[];
  managedFields?: unknown[];
}

export interface OwnerReference {
  apiVersion: string;
  kind: string;
  name: string;
  uid: string;
  controller?: boolean;
  blockOwnerDeletion?: boolean;
}

/** An object as stored. Callers get private copies and may change them freely. */
export interface KubeObject {
  apiVersion: string;
  kind: string;
  metadata: ObjectMeta;
  [key: string]: unknown;
}

/** What is needed to create an object; the store fills in the rest. */
export interface NewKubeObject {
  apiVersion: string;
  kind: string;
  metadata: Partial<ObjectMeta>;
  [key: string]: unknown;
}

/** `group/version/plural`, core as `v1/pods`: `apps/v1/deployments`, `spiderpool.spidernet.io/v2beta1/spiderippools`. */
export type ResourceName = string;

export interface ListFilter {
  namespace?: string;
  labels?: Record<string, string>;
}

export type StoreEventType = 'ADDED' | 'MODIFIED' | 'DELETED';

export interface StoreEvent {
  type: StoreEventType;
  resource: ResourceName;
  object: KubeObject;
  /** The state before, for MODIFIED and DELETED. */
  previous?: KubeObject;
}

export interface Store {
  get(resource: ResourceName, namespace: string | undefined, name: string): KubeObject | undefined;
  list(resource: ResourceName, filter?: ListFilter): KubeObject[];
  /** Assigns uid, resourceVersion, creationTimestamp, generation and a name from generateName. Throws `StatusError` 409 AlreadyExists. */
  create(resource: ResourceName, object: NewKubeObject): KubeObject;
  /**
   * Replaces an object. Throws `StatusError` 404, or 409 Conflict when `metadata.resourceVersion` is given and stale.
   * `subresource: 'status'` takes only `status` (and nothing of the rest); otherwise `status` of resources that have the
   * subresource is kept as stored. `generation` grows when anything outside metadata and status changed. An update that
   * removes the last finalizer of a deleted object removes the object. An update that changes nothing emits nothing.
   */
  update(resource: ResourceName, object: KubeObject, options?: { subresource?: 'status' }): KubeObject;
  /** Reads, lets `change` mutate a copy, and updates; for controllers. Returns undefined when the object is gone. */
  modify(
    resource: ResourceName,
    namespace: string | undefined,
    name: string,
    change: (object: KubeObject) => void,
    options?: { subresource?: 'status' },
  ): KubeObject | undefined;
  /**
   * Deletes: with finalizers, or for a Pod with a grace period > 0, sets deletionTimestamp and waits; otherwise removes.
   * `propagation` is recorded as the API server does (finalizers `foregroundDeletion`, `orphan`); the garbage collector acts on it.
   */
  delete(
    resource: ResourceName,
    namespace: string | undefined,
    name: string,
    options?: {
      gracePeriodSeconds?: number;
      propagation?: 'Background' | 'Foreground' | 'Orphan';
      uid?: string;
    },
  ): void;
  /** Called synchronously after each change, in order. Returns the way to stop. */
  subscribe(listener: (event: StoreEvent) => void): () => void;
  /** The resourceVersion of the newest change. */
  readonly resourceVersion: string;
}

/** A refusal in Kubernetes' own words: the body of the answer is this Status. */
export class StatusError extends Error {
  readonly status: StatusBody;
  constructor(status: StatusBody) {
    super(status.message);
    this.status = status;
  }
}

export interface StatusBody {
  code: number;
  /** Empty for none. */
  reason: string;
  message: string;
  details?: {
    name?: string;
    group?: string;
    kind?: string;
    uid?: string;
    retryAfterSeconds?: number;
    causes?: { reason: string; message: string; field?: string }[];
  };
}
