import { copyJson } from '../../store/json.ts';
import { conflict } from '../../store/status-errors.ts';
import type { DeletionOptions } from '../../store/deletion.ts';
import type { KubeObject } from '../../store/store.ts';
import { resourceNameOf } from '../resource-type.ts';
import type { OperationContext } from './operation-context.ts';
import { storedObject } from './update.ts';
import type { Target } from './update.ts';

/** What a client may say about a deletion. */
export interface DeleteObjectOptions extends DeletionOptions {
  resourceVersion?: string;
  dryRun?: boolean;
  warn?: (text: string) => void;
}

/**
 * DELETE of an object.
 * @returns the object as it was, and whether it is gone already or still waits for its finalizers or grace period
 * @throws StatusError
 */
export function deleteObject(
  context: OperationContext,
  target: Target,
  options: DeleteObjectOptions,
): { object: KubeObject; gone: boolean } {
  const { store } = context;
  const old = storedObject(context, target);
  const resource = resourceNameOf(target.type);
  const { resourceVersion, uid, dryRun = false } = options;
  const { name, namespace } = target;
  if (uid !== undefined && uid !== old.metadata.uid) {
    const text = `Precondition failed: UID in precondition: ${uid}, UID in object meta: ${old.metadata.uid}`;
    throw conflict(resource, name, text);
  }
  if (resourceVersion !== undefined && resourceVersion !== old.metadata.resourceVersion) {
    const text = `Precondition failed: ResourceVersion in precondition: ${resourceVersion}, ResourceVersion in object meta: ${old.metadata.resourceVersion}`;
    throw conflict(resource, name, text);
  }
  context.strategies.get(resource)?.beforeDelete?.(copyJson(old));
  for (const plugin of context.admission) {
    const warn = options.warn ?? (() => undefined);
    plugin.admit({
      operation: 'DELETE',
      resource,
      object: copyJson(old),
      oldObject: copyJson(old),
      dryRun,
      store,
      warn,
    });
  }
  if (dryRun) return { object: copyJson(old), gone: true };
  const { gracePeriodSeconds, propagation } = options;
  store.delete(resource, namespace, name, {
    ...(gracePeriodSeconds === undefined ? {} : { gracePeriodSeconds }),
    ...(propagation === undefined ? {} : { propagation }),
    uid: old.metadata.uid,
  });
  const left = store.get(resource, namespace, name);
  if (left === undefined || left.metadata.uid !== old.metadata.uid)
    return { object: copyJson(old), gone: true };
  return { object: left, gone: false };
}
