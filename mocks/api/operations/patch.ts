import { copyJson } from '../../store/json.ts';
import type { JsonObject } from '../../store/json.ts';
import { badRequest, invalid } from '../../store/status-errors.ts';
import { StatusError } from '../../store/store.ts';
import type { KubeObject } from '../../store/store.ts';
import { asStored, decodeObject, decodeStrictly } from '../decode/decode-object.ts';
import { strictError } from '../decode/decode.ts';
import { planApply } from '../managed-fields/apply-plan.ts';
import { applyJsonPatch } from '../patch/json-patch.ts';
import { applyMergePatch } from '../patch/merge-patch.ts';
import type { Patch } from '../patch/patch.ts';
import { applyStrategicMerge } from '../patch/strategic-merge.ts';
import { apiVersionOf, qualifiedKind, resourceNameOf } from '../resource-type.ts';
import type { ResourceType } from '../resource-type.ts';
import type { WriteOptions } from '../write-options.ts';
import { createDecoded } from './create.ts';
import type { OperationContext } from './operation-context.ts';
import { wrongName } from './prepare-meta.ts';
import { changeObject, storedObject } from './update.ts';
import type { Target } from './update.ts';

/** Whether a patch created the object, which is a 201. */
export interface PatchResult {
  object: KubeObject;
  created: boolean;
}

/**
 * PATCH of an object or of its status.
 * @throws StatusError
 */
export function patchObject(
  context: OperationContext,
  target: Target,
  patch: Patch,
  options: WriteOptions,
): PatchResult {
  if (patch.kind === 'apply') return serverSideApply(context, target, patch, options);
  const old = storedObject(context, target);
  const patched = patchedBody(target.type, copyJson(old), patch);
  const { object, fields } = decodeStrictly(target.type, patched, options);
  if (options.fieldValidation === 'Strict' && fields.length > 0) throw strictPatchError(patch, fields);
  if (options.fieldValidation === 'Warn') for (const field of fields) options.warn?.(field);
  if (object.metadata.name !== target.name) {
    throw invalid(qualifiedKind(target.type), target.name, [
      {
        reason: 'FieldValueInvalid',
        field: 'metadata.name',
        message: `Invalid value: ${JSON.stringify(object.metadata.name ?? '')}: field is immutable`,
      },
    ]);
  }
  return { object: changeObject(context, target, asStored(target.type, object), options), created: false };
}

/** The object after a patch that is not an apply. */
export function patchedBody(
  type: Pick<ResourceType, 'schema' | 'custom'>,
  object: JsonObject,
  patch: Exclude<Patch, { kind: 'apply' }>,
): unknown {
  switch (patch.kind) {
    case 'json':
      return applyJsonPatch(object, patch.operations);
    case 'merge':
      return applyMergePatch(object, patch.body);
    case 'strategic':
      if (type.custom === true) throw unsupportedPatch();
      return applyStrategicMerge(type.schema, object, patch.body);
  }
}

/** 415: custom resources have no strategic merge patch. */
export function unsupportedPatch(): StatusError {
  return new StatusError({
    code: 415,
    reason: 'UnsupportedMediaType',
    message:
      'the body of the request was in an unknown format - accepted media types include: application/json-patch+json, application/merge-patch+json, application/apply-patch+yaml',
  });
}

function strictPatchError(patch: Exclude<Patch, { kind: 'apply' }>, fields: readonly string[]): StatusError {
  const body = JSON.stringify(patch.kind === 'json' ? patch.operations : patch.body);
  const message = `Invalid value: ${JSON.stringify(body)}: ${strictError(fields)}`;
  return invalid('', '', [{ reason: 'FieldValueInvalid', field: 'patch', message }]);
}

function serverSideApply(
  context: OperationContext,
  target: Target,
  { configuration, force }: Extract<Patch, { kind: 'apply' }>,
  options: WriteOptions,
): PatchResult {
  const { type, namespace, name } = target;
  const { fieldManager = '', subresource = '' } = options;
  if (fieldManager === '') throw missingManager();
  const decoded = decodeApplied(target, configuration, options);
  const live = context.store.peek(resourceNameOf(type), namespace, name);
  if (live === undefined && subresource !== '') storedObject(context, target);
  const self = {
    manager: fieldManager,
    operation: 'Apply' as const,
    apiVersion: apiVersionOf(type),
    subresource,
  };
  const plan = planApply(type.schema, live, decoded, self, force);
  const next = decodeObject(type, plan.object, { fieldValidation: 'Ignore' });
  const writeOptions = { ...options, appliedFields: plan.managers };
  if (live === undefined) {
    return { object: createDecoded(context, type, namespace, next, writeOptions), created: true };
  }
  const given = decoded.metadata as JsonObject;
  next.metadata.resourceVersion =
    typeof given.resourceVersion === 'string' ? given.resourceVersion : live.metadata.resourceVersion;
  return { object: changeObject(context, target, next, writeOptions), created: false };
}

function decodeApplied(target: Target, configuration: JsonObject, options: WriteOptions): JsonObject {
  const { type, namespace, name } = target;
  const { object, fields } = decodeStrictly(type, configuration, options);
  const { metadata } = object;
  if (metadata.managedFields !== undefined) throw badRequest('metadata.managedFields must be nil');
  if (metadata.name !== undefined && metadata.name !== name) throw wrongName(metadata.name, name);
  const [unknown] = fields.filter((field) => field.startsWith('unknown field'));
  if (unknown !== undefined) {
    const path = `.${unknown.slice('unknown field "'.length, -1)}`;
    const id = `${namespace ?? ''}/${name}; ${apiVersionOf(type)}, Kind=${type.kind}`;
    throw new StatusError({
      code: 500,
      reason: 'InternalError',
      message: `failed to create typed patch object (${id}): ${path}: field not declared in schema`,
    });
  }
  if (options.fieldValidation === 'Strict' && fields.length > 0) {
    throw badRequest(`error strict decoding YAML: ${fields.join(', ')}`);
  }
  return { ...object, metadata: { ...metadata, name } };
}

function missingManager(): StatusError {
  return invalid('PatchOptions.meta.k8s.io', '', [
    {
      reason: 'FieldValueRequired',
      field: 'fieldManager',
      message: 'Required value: is required for apply patch',
    },
  ]);
}
