import { copyJson, isObject } from '../../store/json.ts';
import type { JsonObject } from '../../store/json.ts';
import { badRequest } from '../../store/status-errors.ts';

/**
 * RFC 7386: objects merge, null removes, all else replaces.
 * @throws StatusError 400 when the patch is not an object
 */
export function applyMergePatch(object: JsonObject, patch: unknown): JsonObject {
  if (!isObject(patch))
    throw badRequest(
      'error decoding patch: json: cannot unmarshal array into Go value of type map[string]interface {}',
    );
  return merge(object, patch);
}

function merge(target: JsonObject, patch: JsonObject): JsonObject {
  const result: JsonObject = { ...target };
  for (const [key, value] of Object.entries(patch)) {
    const current = result[key];
    if (value === null) delete result[key];
    else if (isObject(value)) result[key] = merge(isObject(current) ? current : {}, value);
    else result[key] = copyJson(value);
  }
  return result;
}
