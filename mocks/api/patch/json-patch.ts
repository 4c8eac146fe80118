import fastJsonPatch from 'fast-json-patch';
import type { Operation } from 'fast-json-patch';
import { copyJson, isObject } from '../../store/json.ts';
import type { JsonObject } from '../../store/json.ts';
import { badRequest } from '../../store/status-errors.ts';
import { StatusError } from '../../store/store.ts';

const MOST_OPERATIONS = 10_000;

/**
 * RFC 6902, by fast-json-patch.
 * @throws StatusError 400 for what is no patch, 422 for a patch that does not fit the object, 413 for too many operations
 */
export function applyJsonPatch(object: JsonObject, operations: unknown): unknown {
  if (!Array.isArray(operations))
    throw badRequest(
      `error decoding patch: json: cannot unmarshal ${typeof operations} into Go value of type []handlers.jsonPatchOp`,
    );
  if (operations.length > MOST_OPERATIONS) {
    throw new StatusError({
      code: 413,
      reason: 'RequestEntityTooLarge',
      message: `The allowed maximum operations in a JSON patch is ${MOST_OPERATIONS}, got ${operations.length}`,
    });
  }
  if (!operations.every(isOperation)) throw rejected();
  try {
    return applyInOrder(copyJson(object), copyJson(operations));
  } catch {
    throw rejected();
  }
}

/** A `replace` of a key that is not there adds it, as in Go's library. */
function applyInOrder(object: JsonObject, operations: readonly Operation[]): unknown {
  let document: unknown = object;
  for (const operation of operations) {
    const adds = operation.op === 'replace' && isMissingKey(document, operation.path);
    const next: Operation = adds ? { ...operation, op: 'add' } : operation;
    document = fastJsonPatch.applyPatch(document, [next], true).newDocument;
  }
  return document;
}

function isMissingKey(document: unknown, path: string): boolean {
  const keys = path
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  const last = keys.pop() ?? '';
  let parent = document;
  for (const key of keys)
    parent = isObject(parent) || Array.isArray(parent) ? (parent as JsonObject)[key] : undefined;
  return isObject(parent) && !Object.hasOwn(parent, last);
}

function isOperation(value: unknown): value is Operation {
  return isObject(value) && typeof value.op === 'string' && typeof value.path === 'string';
}

/** What exactly did not fit, the API server does not say. */
function rejected(): StatusError {
  return new StatusError({
    code: 422,
    reason: 'Invalid',
    message: 'the server rejected our request due to an error in our request',
    details: {},
  });
}
