import type { KubeObject, ResourceName, Store } from './store.ts';

/**
 * What runs between a request and the store, in order: Kubernetes' own validation and defaults, then the webhooks of
 * Spiderpool. `admit` may change `object` (defaults, mutation) and refuses by throwing `StatusError`.
 * Controllers that act "through the API" (auto pools) are admitted as well: they call `SimulatedApi.create` and `update`.
 */
export interface AdmissionRequest {
  operation: 'CREATE' | 'UPDATE' | 'DELETE';
  resource: ResourceName;
  subresource?: 'status' | 'scale';
  /** The new object; the old one for DELETE. Mutable. */
  object: KubeObject;
  oldObject?: KubeObject;
  dryRun: boolean;
  store: Store;
  /** Adds a `Warning:` header to the answer. */
  warn(text: string): void;
}

export interface AdmissionPlugin {
  readonly name: string;
  admit(request: AdmissionRequest): void;
}
