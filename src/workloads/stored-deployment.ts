import type { ItemOf, resources } from '../cluster/resources.ts';

/** A Deployment as the API server gave it: name, namespace and uid are there. */
export type StoredDeployment = ItemOf<typeof resources.deployments>;
export type StoredPod = ItemOf<typeof resources.pods>;

/** The namespace of an object of a namespaced kind; the type on the wire leaves it optional. */
export function namespaceOf({ metadata }: StoredDeployment | StoredPod): string {
  return metadata.namespace ?? '';
}
