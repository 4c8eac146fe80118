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

/** Several errors in one, as `k8s.io/apimachinery/pkg/util/errors` joins them: repeats are dropped, brackets when more than one is left. */
export function aggregate(messages: readonly string[]): string {
  const distinct = [...new Set(messages)];
  return distinct.length === 1 ? distinct.join('') : `[${distinct.join(', ')}]`;
}
