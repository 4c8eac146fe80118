/** Values that came from outside and whose type nobody checked: JSON of annotations, objects of the API. */
export type UntypedRecord = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is UntypedRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The record at a key, `{}` where there is none. */
export function recordAt(value: unknown, key: string): UntypedRecord {
  const inner = valueAt(value, key);
  return isRecord(inner) ? inner : {};
}

/** The own property of a record, never one that every object inherits. */
export function valueAt(value: unknown, key: string): unknown {
  return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/**
 * The property that Go's `encoding/json` would take for a field: the exact name, else one that differs in case only.
 */
export function goFieldAt(value: unknown, name: string): unknown {
  const exact = valueAt(value, name);
  if (exact !== undefined || !isRecord(value)) return exact;
  const wanted = name.toLowerCase();
  const key = Object.keys(value).find((candidate) => candidate.toLowerCase() === wanted);
  return key === undefined ? undefined : value[key];
}

/** A text that is not empty, else `undefined`. */
export function textAt(value: unknown, key: string): string | undefined {
  const text = valueAt(value, key);
  return typeof text === 'string' && text !== '' ? text : undefined;
}

/** One for all: thousands of objects have thousands of lists that are not there. */
const noTexts: readonly string[] = [];

/** The texts of an array; entries of another type are left out. */
export function textsAt(value: unknown, key: string): readonly string[] {
  const list = valueAt(value, key);
  return Array.isArray(list) ? list.filter((entry) => typeof entry === 'string') : noTexts;
}

/** An array, `[]` where there is none. */
export function listAt(value: unknown, key: string): readonly unknown[] {
  const list = valueAt(value, key);
  return Array.isArray(list) ? list : [];
}

/** The entries of a map whose values are text, such as labels. */
export function textMapAt(value: unknown, key: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(recordAt(value, key)).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );
}

/** The value of a JSON text, `undefined` where it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
