import { isObject, objectOr } from '../../store/json.ts';
import { badRequest, methodNotAllowed } from '../../store/status-errors.ts';
import { StatusError } from '../../store/store.ts';
import type { KubeObject } from '../../store/store.ts';
import { goKind } from '../decode/scalars.ts';
import { createObject } from '../operations/create.ts';
import { patchObject } from '../operations/patch.ts';
import { bindPod, evictPod, unsupportedPodAction } from '../operations/pod-actions.ts';
import { patchScale, updateScale } from '../operations/scale.ts';
import { updateObject } from '../operations/update.ts';
import { PATCH_TYPES } from '../patch/patch.ts';
import type { Patch } from '../patch/patch.ts';
import type { WriteOptions } from '../write-options.ts';
import { jsonAnswer, unknownPath } from './answer.ts';
import type { Answer } from './answer.ts';
import { targetOf, writeOptionsOf } from './api-request.ts';
import type { ApiRequest, ResourceRequest, ServerContext } from './api-request.ts';
import {
  mediaTypeOf,
  parseBody,
  parseJson,
  parseYaml,
  unrecognized,
  UnreadableBody,
  unsupportedType,
} from './body.ts';
import type { Body } from './body.ts';
import { checkBodyKind } from './body-kind.ts';
import type { WantedKind } from './body-kind.ts';
import { flag, optionsError } from './query.ts';
import { showObject } from './read-routes.ts';

/** The body of a request that carries an object of a kind. @throws StatusError 400, 413, 415 */
export async function objectBody(
  { catalogue }: ServerContext,
  request: ApiRequest,
  wanted: WantedKind,
): Promise<Body> {
  const bytes = await request.body();
  try {
    const body = parseBody(bytes, mediaTypeOf(request.headers['content-type']));
    return checkBodyKind(wanted, catalogue, { ...body, bytes });
  } catch (error) {
    throw error instanceof UnreadableBody ? unrecognized(wanted.kind, bytes, error.message) : error;
  }
}

/** POST. @throws StatusError */
export function create(context: ServerContext, request: ResourceRequest, body: Body): Answer {
  const { type, at } = request;
  const options = { ...writeOptionsOf(request, 'CreateOptions'), duplicateFields: body.duplicateFields };
  if (at.name === undefined) {
    if (type.namespaced && at.namespace === undefined) throw methodNotAllowed();
    return showObject(context, request, 201, createObject(context, type, at.namespace, body.value, options));
  }
  if (at.subresource === undefined) throw methodNotAllowed();
  return podAction(context, request, body, options.dryRun === true);
}

function podAction(context: ServerContext, request: ResourceRequest, body: Body, dryRun: boolean): Answer {
  const { type, at } = request;
  const target = targetOf(request);
  if (type.group !== '' || type.plural !== 'pods') {
    if (at.subresource === 'scale' || at.subresource === 'status') throw methodNotAllowed();
    throw unknownPath();
  }
  const success = { kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Success', code: 201 };
  switch (at.subresource) {
    case 'binding':
      bindPod(context, target, body.value, dryRun);
      return jsonAnswer(201, success);
    case 'eviction':
      evictPod(context, target, body.value, dryRun);
      return jsonAnswer(201, success);
    case 'exec':
    case 'attach':
    case 'portforward':
      throw unsupportedPodAction(context, target, at.subresource);
    default:
      throw unknownPath();
  }
}

/** PUT. @throws StatusError */
export function update(context: ServerContext, request: ResourceRequest, body: Body): Answer {
  const options = { ...writeOptionsOf(request, 'UpdateOptions'), duplicateFields: body.duplicateFields };
  const target = targetOf(request);
  switch (partOf(request)) {
    case 'scale':
      return jsonAnswer(200, updateScale(context, target, body.value, options));
    case 'status':
      return show(
        context,
        request,
        updateObject(context, target, body.value, { ...options, subresource: 'status' }),
      );
    case 'finalize':
      return show(context, request, finalize(context, request, body));
    case 'whole':
      return show(context, request, updateObject(context, target, body.value, options));
  }
}

function show(context: ServerContext, request: ResourceRequest, object: KubeObject): Answer {
  return showObject(context, request, 200, object);
}

/** PUT of `namespaces/NAME/finalize`: the only way to change the finalizers in the spec of a namespace. */
function finalize(context: ServerContext, request: ResourceRequest, body: Body): KubeObject {
  const { spec } = objectOr(body.value);
  const finalizers = objectOr(spec).finalizers ?? [];
  const { name } = targetOf(request);
  const changed = context.store.modify('v1/namespaces', undefined, name, (namespace) => {
    namespace.spec = { ...objectOr(namespace.spec), finalizers };
  });
  if (changed === undefined) throw unknownPath();
  return changed;
}

type Part = 'whole' | 'status' | 'scale' | 'finalize';

/** @throws StatusError 404 for a part that the resource does not have */
function partOf({ type, at }: ResourceRequest): Part {
  const { subresource } = at;
  if (subresource === undefined) return 'whole';
  if (subresource === 'status' && type.subresources?.status === true) return 'status';
  if (subresource === 'scale' && type.subresources?.scale === true) return 'scale';
  if (subresource === 'finalize' && type.plural === 'namespaces' && type.group === '') return 'finalize';
  throw unknownPath();
}

/** The body of a PATCH. @throws StatusError 400, 415 */
export async function patchBody(
  request: ResourceRequest,
): Promise<{ patch: Patch; duplicateFields: string[] }> {
  const mediaType = mediaTypeOf(request.headers['content-type']);
  if (!isPatchType(mediaType)) {
    throw request.type.custom === true ? unsupportedType(Object.keys(PATCH_TYPES)) : unroutedType();
  }
  const kind = PATCH_TYPES[mediaType];
  const text = (await request.body()).toString('utf8');
  if (kind === 'apply') {
    const { value, duplicateFields } = orBadRequest(
      'error decoding YAML: error converting YAML to JSON: ',
      () => parseYaml(text),
    );
    if (!isObject(value)) {
      const why = `json: cannot unmarshal ${goKind(value)} into Go value of type map[string]interface {}`;
      throw badRequest(`error decoding YAML: error unmarshaling JSON: while decoding JSON: ${why}`);
    }
    return { patch: { kind, configuration: value, force: flag(request.query, 'force') }, duplicateFields };
  }
  const { value, duplicateFields } = orBadRequest(kind === 'strategic' ? '' : 'error decoding patch: ', () =>
    parseJson(text),
  );
  return { patch: kind === 'json' ? { kind, operations: value } : { kind, body: value }, duplicateFields };
}

function orBadRequest(prefix: string, parse: () => Body): Body {
  try {
    return parse();
  } catch (error) {
    throw error instanceof UnreadableBody ? badRequest(prefix + error.message) : error;
  }
}

/** 415 of the router, which knows the content types of Kubernetes' own resources. */
function unroutedType(): StatusError {
  const message = '415: Unsupported Media Type';
  return new StatusError({ code: 415, reason: 'UnsupportedMediaType', message, details: {} });
}

function isPatchType(mediaType: string): mediaType is keyof typeof PATCH_TYPES {
  return Object.hasOwn(PATCH_TYPES, mediaType);
}

/** PATCH. @throws StatusError */
export function patch(
  context: ServerContext,
  request: ResourceRequest,
  given: { patch: Patch; duplicateFields: string[] },
): Answer {
  const applies = given.patch.kind === 'apply';
  const { fieldManager, ...rest } = writeOptionsOf(request, 'PatchOptions');
  // Only an apply must say who it is; it never goes by the name of the client.
  const manager = applies ? (request.query.get('fieldManager') ?? '') : fieldManager;
  if (!applies && request.query.has('force')) {
    const message = 'Forbidden: may not be specified for non-apply patch';
    throw optionsError('PatchOptions', { reason: 'FieldValueForbidden', field: 'force', message });
  }
  const options: WriteOptions = {
    ...rest,
    duplicateFields: given.duplicateFields,
    ...(manager === undefined ? {} : { fieldManager: manager }),
  };
  const target = targetOf(request);
  const part = partOf(request);
  if (part === 'finalize') throw methodNotAllowed();
  if (part === 'scale') return jsonAnswer(200, patchScale(context, target, given.patch, options));
  const subresource = part === 'status' ? { subresource: part } : {};
  const { object, created } = patchObject(context, target, given.patch, { ...options, ...subresource });
  return showObject(context, request, created ? 201 : 200, object);
}
