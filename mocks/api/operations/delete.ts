import { copyJson } from '../../store/json.ts';
import { conflict } from '../../store/status-errors.ts';
import { markDeleted } from '../../store/deletion.ts';
import type { DeletionOptions } from '../../store/deletion.ts';
import type { KubeObject, StatusError } from '../../store/store.ts';
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
    throw unmet(
      target,
      `the UID in the precondition (${uid}) does not match the UID in record (${old.metadata.uid}). The object might have been deleted and then recreated`,
    );
  }
  if (resourceVersion !== undefined && resourceVersion !== old.metadata.resourceVersion) {
    throw unmet(
      target,
      `the ResourceVersion in the precondition (${resourceVersion}) does not match the ResourceVersion in record (${old.metadata.resourceVersion}). The object might have been modified`,
    );
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
  if (dryRun) return { object: asDeleted(context, target, old, options), gone: true };
  const { gracePeriodSeconds, propagation } = options;
  const last = store.delete(resource, namespace, name, {
    ...(gracePeriodSeconds === undefined ? {} : { gracePeriodSeconds }),
    ...(propagation === undefined ? {} : { propagation }),
    uid: old.metadata.uid,
  });
  const left = store.get(resource, namespace, name);
  if (left !== undefined && left.metadata.uid === old.metadata.uid) return { object: left, gone: false };
  const object = asDeleted(context, target, old, options);
  // The version of its end; one that went by a change of somebody else has told its own.
  object.metadata.resourceVersion = last?.metadata.resourceVersion ?? object.metadata.resourceVersion;
  return { object, gone: true };
}

/** The last state of an object: a Pod is marked before it goes. */
function asDeleted(
  context: OperationContext,
  { type }: Target,
  old: KubeObject,
  options: DeleteObjectOptions,
): KubeObject {
  const resource = resourceNameOf(type);
  return resource === 'v1/pods'
    ? markDeleted(resource, copyJson(old), options, context.clock.now())
    : copyJson(old);
}

/** 409 that names the kind where others name the resource. Source: `BeforeDelete` of the API server's generic registry. */
function unmet({ type, name }: Target, why: string): StatusError {
  const { group, kind } = type;
  return conflict(group === '' ? `v1/${kind}` : `${group}/${type.version}/${kind}`, name, why);
}
