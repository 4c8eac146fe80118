import { isObject, objectOr, scalarText } from '../../store/json.ts';
import type { JsonObject } from '../../store/json.ts';
import { badRequest, methodNotAllowed } from '../../store/status-errors.ts';
import { deleteCollection } from '../operations/delete-collection.ts';
import { deleteObject } from '../operations/delete.ts';
import type { DeleteObjectOptions } from '../operations/delete.ts';
import { jsonAnswer } from './answer.ts';
import type { Answer } from './answer.ts';
import { selectionOf, targetOf } from './api-request.ts';
import type { ResourceRequest, ServerContext } from './api-request.ts';
import type { Body } from './body.ts';
import { dryRunOf, notSupported, wholeNumber } from './query.ts';
import { showObject } from './read-routes.ts';
import { listText } from './representation.ts';

const KIND = 'DeleteOptions';
const PROPAGATION = ['Foreground', 'Background', 'Orphan'] as const;

/** DELETE of an object or of a collection. @throws StatusError */
export function remove(context: ServerContext, request: ResourceRequest, body: Body): Answer {
  const options = deleteOptionsOf(request, body.value);
  if (request.at.name === undefined) {
    const items = deleteCollection(context, request.type, selectionOf(request), options);
    const page = {
      items,
      resourceVersion: context.store.resourceVersion,
      continueToken: '',
      remaining: undefined,
    };
    return {
      kind: 'json',
      code: 200,
      text: listText(request.type, page, 'full', request.query, context.clock.now()),
    };
  }
  if (request.at.subresource !== undefined) throw methodNotAllowed();
  const { object, gone } = deleteObject(context, targetOf(request), options);
  if (!gone) return showObject(context, request, 200, object);
  const { group, plural } = request.type;
  const { name, uid } = object.metadata;
  return jsonAnswer(200, {
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Success',
    details: { name, ...(group === '' ? {} : { group }), kind: plural, uid },
  });
}

/** What a client says about a deletion, in the query or in a body of DeleteOptions. @throws StatusError 400, 422 */
function deleteOptionsOf({ query, warnings }: ResourceRequest, body: unknown): DeleteObjectOptions {
  if (body !== null && body !== undefined && !isObject(body)) {
    throw badRequest('the object provided is unrecognized (must be of type DeleteOptions)');
  }
  const given = objectOr(body);
  const dryRuns = Array.isArray(given.dryRun) ? given.dryRun.map(String) : [];
  const grace = wholeNumber(query, 'gracePeriodSeconds') ?? given.gracePeriodSeconds;
  const propagation = propagationOf(query.get('propagationPolicy') ?? given.propagationPolicy, given);
  const { uid, resourceVersion } = objectOr(given.preconditions);
  return {
    dryRun: dryRunOf([...query.getAll('dryRun'), ...dryRuns], KIND),
    warn: (text) => void warnings.push(text),
    ...(typeof grace === 'number' ? { gracePeriodSeconds: grace } : {}),
    ...(propagation === undefined ? {} : { propagation }),
    ...(typeof uid === 'string' ? { uid } : {}),
    ...(typeof resourceVersion === 'string' ? { resourceVersion } : {}),
  };
}

function propagationOf(value: unknown, given: JsonObject): DeleteObjectOptions['propagation'] {
  if (value === undefined || value === null || value === '') {
    if (typeof given.orphanDependents !== 'boolean') return undefined;
    return given.orphanDependents ? 'Orphan' : 'Background';
  }
  const known = PROPAGATION.find((name) => name === value);
  if (known === undefined) throw notSupported(KIND, 'propagationPolicy', scalarText(value), PROPAGATION);
  return known;
}
