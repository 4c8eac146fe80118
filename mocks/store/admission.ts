import type { KubeObject, ResourceName, Store } from './store.ts';

/**
 * What runs between a request and the store, in order: defaults, mutating webhooks (`mutate`), defaults once more, Kubernetes'
 * own validation, validating webhooks (`admit`). Both refuse by throwing `StatusError`.
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
  /** May change `object` before it is validated. Not called for deletions. */
  mutate?(request: AdmissionRequest): void;
  /** Judges what validation let through; may still change `object`. */
  admit(request: AdmissionRequest): void;
}
