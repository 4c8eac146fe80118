import type { KubeObject } from '../../store/store.ts';
import { isSelected } from '../lists/list.ts';
import type { Selection } from '../lists/list.ts';
import type { ResourceType } from '../resource-type.ts';
import { deleteObject } from './delete.ts';
import type { DeleteObjectOptions } from './delete.ts';
import type { OperationContext } from './operation-context.ts';

/**
 * DELETE of a collection: each object of the selection.
 * @returns them as they were, in the version that they had
 * @throws StatusError
 */
export function deleteCollection(
  context: OperationContext,
  type: ResourceType,
  selection: Selection,
  options: DeleteObjectOptions,
): KubeObject[] {
  const chosen = context.store.peekList(selection.resource).filter((object) => isSelected(selection, object));
  return chosen.map(({ metadata }) => {
    const target = { type, namespace: metadata.namespace, name: metadata.name };
    const { object } = deleteObject(context, target, options);
    object.metadata.resourceVersion = metadata.resourceVersion;
    return object;
  });
}
