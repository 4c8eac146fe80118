/** Any value that JSON can carry, as far as this code needs to know. */
export type JsonObject = Record<string, unknown>;

/** True for a JSON object: neither null, nor a list, nor a scalar. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value when it is an object, otherwise an empty one. For reading a path of unknown shape. */
export function objectOr(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

/** The value when it is a list, otherwise an empty one. */
export function listOr(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The value when it is text, otherwise an empty text. */
export function textOr(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** A text, number or boolean as text; anything else as JSON. */
export function scalarText(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : JSON.stringify(value);
}

/** A private deep copy of a JSON value. Keys whose value is undefined are left out, as JSON does. */
export function copyJson<T>(value: T): T {
  return copyValue(value) as T;
}

function copyValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyValue);
  if (typeof value !== 'object' || value === null) return value;
  const result: JsonObject = {};
  for (const key of Object.keys(value)) {
    const inner = (value as JsonObject)[key];
    // Assigning `__proto__` would change the prototype instead of adding a key.
    if (inner !== undefined && key !== '__proto__') result[key] = copyValue(inner);
  }
  return result;
}

/** Deep equality of JSON values; the order of keys does not matter, and an undefined key counts as absent. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((item, index) => sameJson(item, b[index]));
  }
  if (!isObject(a) || !isObject(b)) return false;
  return (
    Object.keys(a).every((key) => sameJson(a[key], b[key])) &&
    Object.keys(b).every((key) => b[key] === undefined || a[key] !== undefined)
  );
}
