import { copyJson, objectOr, textOr } from '../../store/json.ts';
import type { JsonObject } from '../../store/json.ts';
import { badRequest, conflict, invalid, serverError } from '../../store/status-errors.ts';
import { StatusError } from '../../store/store.ts';
import type { KubeObject } from '../../store/store.ts';
import { goValue } from '../../go/text.ts';
import { asStored, decodeObject, decodeStrictly } from '../decode/decode-object.ts';
import type { StrictFindings } from '../decode/decode-object.ts';
import { strictError } from '../decode/decode.ts';
import { planApply } from '../managed-fields/apply-plan.ts';
import { mergeSchemaOf } from '../managed-fields/merge-schema.ts';
import { applyJsonPatch } from '../patch/json-patch.ts';
import { applyMergePatch } from '../patch/merge-patch.ts';
import type { Patch } from '../patch/patch.ts';
import { typedProblem } from '../patch/typed-value.ts';
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
  const { object, fields } = decodePatched(target, patched, patch, options);
  if (options.fieldValidation === 'Strict' && fields.length > 0) {
    throw patchError(patch, patched, strictError(fields));
  }
  if (options.fieldValidation === 'Warn') for (const field of fields) options.warn?.(field);
  if (object.metadata.name !== target.name) {
    throw wrongName(object.metadata.name ?? '', target.name);
  }
  const { uid } = object.metadata;
  if (uid !== old.metadata.uid) {
    throw invalid(qualifiedKind(target.type), target.name, [
      {
        reason: 'FieldValueInvalid',
        field: 'metadata.uid',
        message: `Invalid value: ${JSON.stringify(uid ?? '')}: field is immutable`,
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

type PlainPatch = Exclude<Patch, { kind: 'apply' }>;

/** What a patch of Kubernetes' own kinds makes of an object has to be one of the kind. @throws StatusError 400, 422 */
function decodePatched(
  { type }: Target,
  patched: unknown,
  patch: PlainPatch,
  options: WriteOptions,
): StrictFindings {
  try {
    return decodeStrictly(type, patched, options);
  } catch (error) {
    if (!(error instanceof StatusError) || type.custom === true) throw error;
    throw patchError(patch, patched, error.message.replace(/^.* cannot be handled as a \w+: /, ''));
  }
}

/** 422 with the whole object, or with the patch where it is strategic. */
function patchError(patch: PlainPatch, patched: unknown, why: string): StatusError {
  const value = patch.kind === 'strategic' ? goValue(patch.body) : JSON.stringify(patched);
  const message = `Invalid value: ${JSON.stringify(value)}: ${why}`;
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
  const wanted = textOr(objectOr(decoded.metadata).uid);
  if (live === undefined && wanted !== '') {
    const why = `uid mismatch: the provided object specified uid ${wanted}, and no existing object was found`;
    throw conflict(resourceNameOf(type), name, why);
  }
  const self = {
    manager: fieldManager,
    operation: 'Apply' as const,
    apiVersion: apiVersionOf(type),
    subresource,
  };
  const plan = planApply(mergeSchemaOf(type), live, decoded, self, force);
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
  const { type, name } = target;
  const { apiVersion, kind } = configuration;
  if (textOr(apiVersion) === '' || textOr(kind) === '') {
    throw badRequest(`invalid object type: /${textOr(apiVersion)}, Kind=${textOr(kind)}`);
  }
  const version = type.group === '' ? `/${type.version}` : apiVersionOf(type);
  const untyped = (why: string) => {
    const home = textOr(objectOr(configuration.metadata).namespace);
    return serverError(
      `failed to create typed patch object (${home}/${name}; ${version}, Kind=${type.kind}): ${why}`,
    );
  };
  const problem = typedProblem(type.schema, configuration);
  if (problem !== undefined) throw untyped(problem);
  const { object, fields } = decodeStrictly(type, configuration, options);
  const { metadata } = object;
  if (metadata.managedFields !== undefined) throw badRequest('metadata.managedFields must be nil');
  if (metadata.name !== undefined && metadata.name !== name) throw wrongName(metadata.name, name);
  const [unknown] = fields.filter((field) => field.startsWith('unknown field'));
  if (unknown !== undefined) {
    const path = `.${unknown.slice('unknown field "'.length, -1)}`;
    throw untyped(`${path}: field not declared in schema`);
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
