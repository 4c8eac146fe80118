import { isObject, objectOr } from '../../store/json.ts';
import { badRequest, methodNotAllowed } from '../../store/status-errors.ts';
import type { KubeObject } from '../../store/store.ts';
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
import type { ResourceRequest, ServerContext } from './api-request.ts';
import { mediaTypeOf, parseBody, parseJson, parseYaml, unsupportedType } from './body.ts';
import type { Body } from './body.ts';
import { flag } from './query.ts';
import { showObject } from './read-routes.ts';

/** The body of a request that carries an object. @throws StatusError 400, 413, 415 */
export async function objectBody(request: ResourceRequest): Promise<Body> {
  return parseBody(await request.body(), mediaTypeOf(request.headers['content-type']));
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
  if (type.group !== '' || type.plural !== 'pods') throw methodNotAllowed();
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
  if (!isPatchType(mediaType)) throw unsupportedType(Object.keys(PATCH_TYPES));
  const kind = PATCH_TYPES[mediaType];
  const text = (await request.body()).toString('utf8');
  if (kind === 'apply') {
    const { value, duplicateFields } = parseYaml(text);
    if (!isObject(value)) throw badRequest('error decoding YAML: the configuration is not an object');
    return { patch: { kind, configuration: value, force: flag(request.query, 'force') }, duplicateFields };
  }
  const { value, duplicateFields } = parseJson(text);
  return { patch: kind === 'json' ? { kind, operations: value } : { kind, body: value }, duplicateFields };
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
