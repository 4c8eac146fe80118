import { copyJson } from '../../store/json.ts';
import type { KubeObject, NewKubeObject } from '../../store/store.ts';
import { decodeObject } from '../decode/decode-object.ts';
import { resourceNameOf } from '../resource-type.ts';
import type { ResourceType } from '../resource-type.ts';
import type { WriteOptions } from '../write-options.ts';
import { requireLiveNamespace } from './namespace-lifecycle.ts';
import type { OperationContext } from './operation-context.ts';
import { metaForCreate } from './prepare-meta.ts';
import { writeNew } from './write-pipeline.ts';

/**
 * POST of a collection.
 * @param namespace of the path; undefined lets the object say it
 * @throws StatusError
 */
export function createObject(
  context: OperationContext,
  type: ResourceType,
  namespace: string | undefined,
  body: unknown,
  options: WriteOptions,
): KubeObject {
  return createDecoded(context, type, namespace, decodeObject(type, body, options), options);
}

/** As `createObject`, for an object that was decoded before. */
export function createDecoded(
  context: OperationContext,
  type: ResourceType,
  namespace: string | undefined,
  decoded: NewKubeObject,
  options: WriteOptions,
): KubeObject {
  const object = metaForCreate(type, copyJson(decoded), namespace);
  const { namespace: home, name } = object.metadata;
  if (type.namespaced) requireLiveNamespace(context.store, resourceNameOf(type), home ?? 'default', name);
  if (type.namespaced && home === undefined) object.metadata.namespace = 'default';
  return writeNew(context, type, object, options);
}
