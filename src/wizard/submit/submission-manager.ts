import type { KubernetesObject } from '../../cluster/resources.ts';

/**
 * A field manager for one filling-in of the wizard. The API server notes it in `managedFields` of what is created, so
 * that an object whose creation was never answered can be told from one that somebody else made under the same name.
 * At most 128 printable characters (Kubernetes, `ValidateFieldManager`).
 */
export function newManager(): string {
  return `podnic-${Math.random().toString(36).slice(2, 12).padEnd(10, '0')}`;
}

/** Whether the API server noted `manager` as a writer of the object. */
export function isMadeBy(object: KubernetesObject, manager: string): boolean {
  const writers: unknown = object.metadata?.managedFields;
  return (
    Array.isArray(writers) &&
    writers.some((writer: unknown) => Reflect.get(Object(writer), 'manager') === manager)
  );
}
