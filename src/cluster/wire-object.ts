import { apiVersionOf, type KubernetesObject, type Resource, type Stored } from './resources.ts';

/**
 * An object as it came over the wire, made whole: members of a list carry no `apiVersion` and `kind`, so they are
 * put back; `metadata.managedFields` (often half of the bytes, and of no use here) is dropped.
 *
 * @param raw a freshly parsed value; it is changed in place.
 * @returns `undefined` when it has no identity and so is no stored object.
 */
export function readObject<Item extends KubernetesObject>(
  raw: unknown,
  resource: Resource<Item>,
): (Item & Stored<KubernetesObject>) | undefined {
  if (typeof raw !== 'object' || raw === null) return undefined;
  const object = raw as KubernetesObject;
  const { metadata } = object;
  if (typeof metadata?.uid !== 'string' || typeof metadata.name !== 'string') return undefined;
  delete metadata.managedFields;
  object.apiVersion ??= apiVersionOf(resource);
  object.kind ??= resource.kind;
  return object as Item & Stored<KubernetesObject>;
}
