import { copyJson } from '../../store/json.ts';
import { qualifiedResource, registryKey } from '../../store/resource-name.ts';
import { badRequest, conflict, invalid, notFound, staleVersion } from '../../store/status-errors.ts';
import type { KubeObject, NewKubeObject } from '../../store/store.ts';
import { decodeObject } from '../decode/decode-object.ts';
import { resourceNameOf } from '../resource-type.ts';
import type { ResourceType } from '../resource-type.ts';
import type { WriteOptions } from '../write-options.ts';
import type { OperationContext } from './operation-context.ts';
import { metaForUpdate, wrongName, wrongNamespace } from './prepare-meta.ts';
import { writeChange } from './write-pipeline.ts';

/** Which object a request is about. */
export interface Target {
  type: ResourceType;
  /** Undefined for cluster-scoped resources. */
  namespace: string | undefined;
  name: string;
}

/** The stored object of a target. @throws StatusError 404 */
export function storedObject(context: OperationContext, { type, namespace, name }: Target): KubeObject {
  const resource = resourceNameOf(type);
  const found = context.store.peek(resource, namespace, name);
  if (found === undefined) throw notFound(resource, name);
  return found;
}

/**
 * PUT of an object or of its status.
 * @throws StatusError
 */
export function updateObject(
  context: OperationContext,
  target: Target,
  body: unknown,
  options: WriteOptions,
): KubeObject {
  const decoded = decodeObject(target.type, body, options);
  const { name, namespace } = decoded.metadata;
  if (!name) {
    throw badRequest(
      `the name of the object (${target.name} based on URL) was undeterminable: name must be provided`,
    );
  }
  if (name !== target.name) throw wrongName(name, target.name);
  if (namespace && namespace !== target.namespace) throw wrongNamespace();
  return changeObject(context, target, decoded, options);
}

/** As `updateObject`, for an object that was decoded before. */
export function changeObject(
  context: OperationContext,
  target: Target,
  decoded: NewKubeObject,
  options: WriteOptions,
): KubeObject {
  const old = storedObject(context, target);
  checkVersion(target, decoded, old);
  const whole = metaForUpdate({ ...copyJson(decoded) } as KubeObject, old);
  const next = options.subresource === 'status' ? { ...copyJson(old), status: whole.status } : whole;
  next.metadata = { ...next.metadata, resourceVersion: old.metadata.resourceVersion };
  return writeChange(context, target.type, next, old, options);
}

function checkVersion({ type, name }: Target, { metadata }: NewKubeObject, old: KubeObject): void {
  const resource = resourceNameOf(type);
  const { resourceVersion, uid } = metadata;
  if (uid && uid !== old.metadata.uid) {
    const failed = `Precondition failed: UID in precondition: ${uid}, UID in object meta: ${old.metadata.uid}`;
    const key = registryKey(resource, old.metadata.namespace, name);
    const text = `StorageError: invalid object, Code: 4, Key: ${key}, ResourceVersion: 0, AdditionalErrorMsg: ${failed}`;
    throw conflict(resource, name, text);
  }
  if (!resourceVersion && type.custom === true) {
    const message = 'Invalid value: 0x0: must be specified for an update';
    throw invalid(qualifiedResource(resource), name, [
      { reason: 'FieldValueInvalid', field: 'metadata.resourceVersion', message },
    ]);
  }
  if (resourceVersion && resourceVersion !== old.metadata.resourceVersion) throw staleVersion(resource, name);
}
