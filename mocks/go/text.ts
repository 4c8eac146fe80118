import { scalarText } from '../store/json.ts';

/** How Go prints values inside error messages. The simulator repeats these messages to the letter. */

/** `%v` of a slice: `[a b]`. */
export function goList(items: readonly string[]): string {
  return `[${items.join(' ')}]`;
}

/** `%v` of a map: `map[a:1 b:2]`, sorted by key. */
export function goMap(map: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1));
  return `map[${pairs.map(([key, value]) => `${key}:${value}`).join(' ')}]`;
}

/** `%v` of a JSON value: `map[spec:map[replicas:2]]`. */
export function goValue(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(goValue).join(' ')}]`;
  if (value === null || value === undefined) return '<nil>';
  if (typeof value !== 'object') return scalarText(value);
  const pairs = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `map[${pairs.map(([key, inner]) => `${key}:${goValue(inner)}`).join(' ')}]`;
}

/** `%#v` of a map: `map[string]string{"a":"1"}`, sorted by key. */
export function goStringMap(map: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1));
  return `map[string]string{${pairs.map((pair) => pair.map((text) => JSON.stringify(text)).join(':')).join(', ')}}`;
}

/** Several errors in one, as `k8s.io/apimachinery/pkg/util/errors` joins them: repeats are dropped, brackets when more than one is left. */
export function aggregate(messages: readonly string[]): string {
  const distinct = [...new Set(messages)];
  return distinct.length === 1 ? distinct.join('') : `[${distinct.join(', ')}]`;
}
