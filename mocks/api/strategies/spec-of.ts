import { isObject } from '../../store/json.ts';
import type { KubeObject } from '../../store/store.ts';

/**
 * The spec of an object, to be read and changed with the shape of its kind. An object without one gets an empty one.
 * The shape holds because the object was decoded by the schema of its kind; fields that the types call required may be
 * missing before validation.
 */
export function specOf<Spec>(object: KubeObject): Spec {
  if (!isObject(object.spec)) object.spec = {};
  return object.spec as Spec;
}
