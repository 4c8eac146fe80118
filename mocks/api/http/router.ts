import { isObject, objectOr, textOr } from '../../store/json.ts';
import { seconds } from '../../store/deletion.ts';
import { methodNotAllowed, serverError } from '../../store/status-errors.ts';
import { accessDenied, isAllowed } from '../access/permissions.ts';
import { decodeReview, reviews } from '../access/reviews.ts';
import { resourceList } from '../discovery/discovery.ts';
import { apiVersionOf, resourceNameOf } from '../resource-type.ts';
import { mishapOf } from '../faults/sentinels.ts';
import { jsonAnswer, unknownPath } from './answer.ts';
import type { Answer } from './answer.ts';
import { writeOptionsOf } from './api-request.ts';
import type { ApiRequest, ResourceRequest, ServerContext } from './api-request.ts';
import { mediaTypeOf, parseBody, UnreadableBody } from './body.ts';
import type { Body } from './body.ts';
import type { WantedKind } from './body-kind.ts';
import { remove } from './delete-routes.ts';
import { answerWithout } from './other-routes.ts';
import { flag } from './query.ts';
import { readList, readObject } from './read-routes.ts';
import { parseResourcePath } from './request-path.ts';
import type { ResourcePath } from './request-path.ts';
import { watchList } from './watch-route.ts';
import { create, objectBody, patch, patchBody, update } from './write-routes.ts';

/** Finds who answers a request, and lets him. @throws StatusError */
export async function route(context: ServerContext, request: ApiRequest): Promise<Answer> {
  const other = answerWithout(context, request);
  if (other !== undefined) return other;
  const at = parseResourcePath(request.path);
  if (at === undefined) throw unknownPath();
  const { group, version, plural } = at;
  if (plural === undefined) {
    const list = resourceList(context.catalogue, reviews, group, version);
    if (list === undefined) throw unknownPath();
    return jsonAnswer(200, list);
  }
  const type = context.catalogue.get(group === '' ? `${version}/${plural}` : `${group}/${version}/${plural}`);
  if (type === undefined) return review(context, request, at);
  if (at.namespace !== undefined && !type.namespaced) throw unknownPath();
  if (at.name !== undefined && at.namespace === undefined && type.namespaced) throw unknownPath();
  return resource(context, { ...request, type, at });
}

async function review(context: ServerContext, request: ApiRequest, at: ResourcePath): Promise<Answer> {
  const found = reviews.find(
    ({ group, version, plural }) => group === at.group && version === at.version && plural === at.plural,
  );
  if (found === undefined || at.name !== undefined) throw unknownPath();
  if (request.method !== 'POST') throw methodNotAllowed();
  const { kind } = found;
  const { value, duplicateFields } = await objectBody(context, request, found);
  const options = { ...writeOptionsOf(request, 'CreateOptions'), duplicateFields };
  const decoded = decodeReview(found, value, options, context.clock.now());
  const { managedFields } = decoded.metadata;
  return jsonAnswer(201, {
    kind,
    apiVersion: apiVersionOf(found),
    metadata: {
      creationTimestamp: found.dated === true ? seconds(context.clock.now()) : null,
      ...(managedFields === undefined ? {} : { managedFields }),
    },
    ...found.answer(decoded, context),
  });
}

async function resource(context: ServerContext, request: ResourceRequest): Promise<Answer> {
  const verb = verbOf(request);
  requireAccess(context, request, verb);
  switch (verb) {
    case 'get':
      return readObject(context, request);
    case 'list':
      return readList(context, request);
    case 'watch':
      return watchList(context, request);
    case 'create': {
      // A request to a subresource, such as exec, may come without one.
      const body =
        request.at.name === undefined
          ? await objectBody(context, request, wantedKind(request))
          : await optionalBody(request);
      return withMishaps(request, nameIn(body.value), () => create(context, request, body));
    }
    case 'update': {
      const body = await objectBody(context, request, wantedKind(request));
      return withMishaps(request, '', () => update(context, request, body));
    }
    case 'patch': {
      const body = await patchBody(request);
      return withMishaps(request, '', () => patch(context, request, body));
    }
    case 'delete':
    case 'deletecollection': {
      const body = await optionalBody(request);
      return withMishaps(request, '', () => remove(context, request, body));
    }
  }
}

/** A subresource may take an object of another kind than the resource. */
function wantedKind({ type, at }: ResourceRequest): WantedKind {
  return at.subresource === 'scale' ? { group: 'autoscaling', version: 'v1', kind: 'Scale' } : type;
}

async function optionalBody(request: ResourceRequest): Promise<Body> {
  const bytes = await request.body();
  if (bytes.length === 0) return { value: undefined, duplicateFields: [] };
  try {
    return parseBody(bytes, mediaTypeOf(request.headers['content-type']));
  } catch (error) {
    throw error instanceof UnreadableBody ? serverError(error.message) : error;
  }
}

type Verb = 'get' | 'list' | 'watch' | 'create' | 'update' | 'patch' | 'delete' | 'deletecollection';

/** @throws StatusError 405 */
function verbOf({ method, at, query }: ResourceRequest): Verb {
  const one = at.name !== undefined;
  switch (method) {
    case 'GET':
      if (one) return 'get';
      return flag(query, 'watch') ? 'watch' : 'list';
    case 'POST':
      return 'create';
    case 'PUT':
      if (one) return 'update';
      break;
    case 'PATCH':
      if (one) return 'patch';
      break;
    case 'DELETE':
      return one ? 'delete' : 'deletecollection';
  }
  throw methodNotAllowed();
}

function requireAccess({ forbidden }: ServerContext, { type, at }: ResourceRequest, verb: Verb): void {
  const question = {
    verb,
    group: type.group,
    resource: type.plural,
    ...(at.subresource === undefined ? {} : { subresource: at.subresource }),
    ...(at.namespace === undefined ? {} : { namespace: at.namespace }),
    ...(at.name === undefined ? {} : { name: at.name }),
  };
  if (!isAllowed(forbidden, question)) throw accessDenied(question);
}

function nameIn(body: unknown): string {
  return isObject(body) ? textOr(objectOr(body.metadata).name) : '';
}

const PROXY_PAGE =
  '<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>\n';

/** Does a write, or what the name of its object says. Dry runs have no mishaps: nothing could come of them. */
async function withMishaps(
  { type, at, query }: ResourceRequest,
  nameInBody: string,
  act: () => Answer,
): Promise<Answer> {
  const mishap = query.has('dryRun') ? undefined : mishapOf(resourceNameOf(type), at.name ?? nameInBody);
  switch (mishap?.kind) {
    case undefined:
      return act();
    case 'refuse':
      throw mishap.error;
    case 'proxy-page':
      return { kind: 'text', code: 502, text: PROXY_PAGE, contentType: 'text/html' };
    case 'slow':
      await new Promise((resolve) => {
        setTimeout(resolve, mishap.milliseconds);
      });
      return act();
    case 'drop':
      return { kind: 'drop' };
    case 'lose-answer':
      act();
      return { kind: 'drop' };
  }
}
