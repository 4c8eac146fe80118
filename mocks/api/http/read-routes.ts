import { readScale } from '../operations/scale.ts';
import { unsupportedPodAction } from '../operations/pod-actions.ts';
import { storedObject } from '../operations/update.ts';
import { listPage, requireVersion } from '../lists/list.ts';
import type { ListPage } from '../lists/list.ts';
import { methodNotAllowed, notFound } from '../../store/status-errors.ts';
import { StatusError } from '../../store/store.ts';
import { resourceNameOf } from '../resource-type.ts';
import type { KubeObject } from '../../store/store.ts';
import { objectOr, textOr } from '../../store/json.ts';
import { internalError, jsonAnswer, unknownPath } from './answer.ts';
import type { Answer } from './answer.ts';
import { negotiationOf, selectionOf, targetOf } from './api-request.ts';
import type { ResourceRequest, ServerContext } from './api-request.ts';
import { negotiate } from './negotiate.ts';
import { checkListOptions } from './list-options.ts';
import { wholeNumber } from './query.ts';
import { listText, objectText } from './representation.ts';

/** GET of one object or of a part of it. @throws StatusError */
export function readObject(context: ServerContext, request: ResourceRequest): Answer {
  const { type, at } = request;
  const target = targetOf(request);
  switch (at.subresource) {
    case undefined:
      requireVersion(context.store, request.query.get('resourceVersion') ?? '');
      return showObject(context, request, 200, storedObject(context, target));
    case 'status':
      if (type.subresources?.status !== true) throw missingPart(request);
      return showObject(context, request, 200, storedObject(context, target));
    case 'scale':
      if (type.subresources?.scale !== true) throw missingPart(request);
      return jsonAnswer(200, readScale(context, target));
    case 'log':
      if (type.plural !== 'pods' || type.group !== '') throw unknownPath();
      // Where nothing has run, nothing has been said.
      if (!isPlaced(storedObject(context, target))) return { kind: 'empty', code: 204 };
      throw unsupportedPodAction(context, target, at.subresource);
    case 'exec':
    case 'attach':
    case 'portforward':
      if (type.plural !== 'pods' || type.group !== '') throw unknownPath();
      throw unsupportedPodAction(context, target, at.subresource);
    case 'eviction':
    case 'binding':
      if (type.plural !== 'pods' || type.group !== '') throw missingPart(request);
      throw methodNotAllowed();
    default:
      throw missingPart(request);
  }
}

function isPlaced({ spec }: KubeObject): boolean {
  return textOr(objectOr(spec).nodeName) !== '';
}

/** A custom resource answers for a part that it does not have as for an object that it does not have. */
function missingPart({ type, at }: ResourceRequest): StatusError {
  return type.custom === true ? notFound(resourceNameOf(type), at.name ?? '') : unknownPath();
}

/** An object as the client wants to see it. */
export function showObject(
  context: ServerContext,
  request: ResourceRequest,
  code: number,
  object: KubeObject,
): Answer {
  const { type, query } = request;
  const { view } = negotiate(negotiationOf(request), ['full', 'table', 'metadata']);
  return { kind: 'json', code, text: objectText(type, object, view, query, context.clock.now()) };
}

/** GET of a collection. @throws StatusError */
export function readList(context: ServerContext, request: ResourceRequest): Answer {
  const { type, query } = request;
  const failure = context.watches.takeFailure(type.plural);
  if (failure !== undefined) throw failedList(failure);
  const { view } = negotiate(negotiationOf(request), ['full', 'table', 'metadata']);
  checkListOptions(query, 'list');
  const limit = wholeNumber(query, 'limit') ?? 0;
  const page: ListPage = listPage(context.store, context.history, context.clock, {
    ...selectionOf(request),
    limit: Math.max(0, limit),
    continueToken: query.get('continue') ?? '',
    resourceVersion: query.get('resourceVersion') ?? '',
    resourceVersionMatch: query.get('resourceVersionMatch') ?? '',
  });
  return { kind: 'json', code: 200, text: listText(type, page, view, query, context.clock.now()) };
}

function failedList(code: number): StatusError {
  if (code === 503) {
    return new StatusError({ code, reason: 'ServiceUnavailable', message: 'apiserver not ready' });
  }
  if (code === 429) {
    return new StatusError({
      code,
      reason: 'TooManyRequests',
      message: 'too many requests, please try again later',
      details: { retryAfterSeconds: 1 },
    });
  }
  return internalError('etcdserver: request timed out');
}
