/**
 * Total reading of plain values: what a YAML document holds may have any shape. Maps are `Map`, which keeps the order
 * of every key. A wrong shape reads as absent; the writer then leaves it as it is.
 */

export type PlainMap = ReadonlyMap<unknown, unknown>;

export function isPlainMap(value: unknown): value is PlainMap {
  return value instanceof Map;
}

/** The value under `path`, `undefined` where there is none. */
export function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((inner, key) => (isPlainMap(inner) ? inner.get(key) : undefined), value);
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return isPlainMap(value) ? [...value].map(([key, inner]) => [keyText(key), inner]) : [];
}

/** The value with records for its maps, as JSON would have it. */
export function asJson(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asJson);
  return isPlainMap(value)
    ? Object.fromEntries(entriesOf(value).map(([key, inner]) => [key, asJson(inner)]))
    : value;
}

/** A key of a map as text; YAML allows a key to be a number, or missing. */
export function keyText(key: unknown): string {
  return scalarText(key) ?? '';
}

/** A scalar as a person would type it; `null` for a map, a list or anything else that is not text. */
export function scalarText(value: unknown): string | null {
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
    case 'boolean':
    case 'bigint':
      return String(value);
    case 'undefined':
      return '';
    case 'object':
      return value === null ? '' : null;
    default:
      return null;
  }
}

/** Like `scalarText`, and `''` for what is not text. */
export function textOf(value: unknown): string {
  return scalarText(value) ?? '';
}

/** An integer that was typed becomes an integer; everything else stays as it was typed. */
export function integerOrText(text: string): number | string {
  const value = Number(text);
  return /^(0|-?[1-9]\d*)$/.test(text) && Number.isSafeInteger(value) ? value : text;
}
