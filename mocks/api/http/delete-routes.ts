import { isObject, objectOr, scalarText } from '../../store/json.ts';
import type { JsonObject } from '../../store/json.ts';
import { methodNotAllowed, serverError } from '../../store/status-errors.ts';
import { deleteCollection } from '../operations/delete-collection.ts';
import { deleteObject } from '../operations/delete.ts';
import type { DeleteObjectOptions } from '../operations/delete.ts';
import { jsonAnswer } from './answer.ts';
import type { Answer } from './answer.ts';
import { selectionOf, targetOf } from './api-request.ts';
import type { ResourceRequest, ServerContext } from './api-request.ts';
import type { Body } from './body.ts';
import { goKind } from '../decode/scalars.ts';
import { resourceNameOf } from '../resource-type.ts';
import { dryRunOf, notSupported, optionsError, wholeNumber } from './query.ts';
import { showObject } from './read-routes.ts';
import { listText } from './representation.ts';

const KIND = 'DeleteOptions';
const PROPAGATION = ['Foreground', 'Background', 'Orphan'] as const;

/** DELETE of an object or of a collection. @throws StatusError */
export function remove(context: ServerContext, request: ResourceRequest, body: Body): Answer {
  const options = deleteOptionsOf(request, body.value);
  if (request.at.name === undefined) {
    // Who deletes a namespace must name it.
    if (request.type.group === '' && request.type.plural === 'namespaces') throw methodNotAllowed();
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
  if (!gone || RETURNED.has(resourceNameOf(request.type))) return showObject(context, request, 200, object);
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
    throw serverError(`couldn't get version/kind; json parse error: ${notOptions(body)}`);
  }
  const given = objectOr(body);
  const dryRuns = Array.isArray(given.dryRun) ? given.dryRun.map(String) : [];
  checkDeleteBody(given);
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

/** Kinds whose deletion is answered with the object rather than a Status. Source: `ReturnDeletedObject`. */
const RETURNED = new Set(['v1/pods', 'v1/services', 'v1/serviceaccounts', 'v1/persistentvolumeclaims']);

function notOptions(body: unknown): string {
  return `json: cannot unmarshal ${goKind(body)} into Go value of type struct { APIVersion string "json:\\"apiVersion,omitempty\\""; Kind string "json:\\"kind,omitempty\\"" }`;
}

/** Errors in here are passed on as they are. */
function checkDeleteBody({ kind, apiVersion, gracePeriodSeconds: grace }: JsonObject): void {
  if (typeof kind === 'string' && kind !== KIND) {
    const version = typeof apiVersion === 'string' ? apiVersion : '';
    throw serverError(
      `no kind "${kind}" is registered for version "${version}" in scheme "pkg/runtime/scheme.go:100"`,
    );
  }
  if (grace === undefined || grace === null || typeof grace === 'number') return;
  throw serverError(
    `json: cannot unmarshal ${goKind(grace)} into Go struct field DeleteOptions.gracePeriodSeconds of type int64`,
  );
}

function propagationOf(value: unknown, given: JsonObject): DeleteObjectOptions['propagation'] {
  if (value === undefined || value === null || value === '') {
    if (typeof given.orphanDependents !== 'boolean') return undefined;
    return given.orphanDependents ? 'Orphan' : 'Background';
  }
  if (given.orphanDependents !== undefined && given.orphanDependents !== null) {
    const message = `Invalid value: ${JSON.stringify(value)}: orphanDependents and deletionPropagation cannot be both set`;
    throw optionsError(KIND, { reason: 'FieldValueInvalid', field: 'propagationPolicy', message });
  }
  const known = PROPAGATION.find((name) => name === value);
  if (known === undefined)
    throw notSupported(KIND, 'propagationPolicy', scalarText(value), [...PROPAGATION, 'nil']);
  return known;
}
