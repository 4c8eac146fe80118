import { isObject } from '../../../mocks/store/json.ts';

/** The values that a script knows while it is played, by name. */
export type Values = ReadonlyMap<string, string>;

/** A text with `{NAME}` replaced by the value of that name; other braces stay. */
export function filledText(text: string, values: Values): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values.get(name) ?? whole);
}

/** The same for every text of a JSON value, keys included. */
export function filled(value: unknown, values: Values): unknown {
  if (typeof value === 'string') return filledText(value, values);
  if (Array.isArray(value)) return value.map((item) => filled(item, values));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [filledText(key, values), filled(inner, values)]),
  );
}

/** The value at a path such as `items.0.metadata.name`; undefined when there is none. */
export function valueAt(value: unknown, path: string): unknown {
  let found = value;
  for (const key of path.split('.')) {
    if (Array.isArray(found)) found = found[Number(key)] as unknown;
    else if (isObject(found) && Object.hasOwn(found, key)) found = found[key];
    else return undefined;
  }
  return found;
}
