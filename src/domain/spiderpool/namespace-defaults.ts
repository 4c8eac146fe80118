import { addressFamilies } from '../ip/address.ts';
import type { AddressFamily } from '../ip/address.ts';
import { parseJson } from '../untyped.ts';
import { NAMESPACE_DEFAULT_POOLS } from './annotation-keys.ts';

export interface NamespaceDefaults {
  /** Pool names, patterns allowed. They win over the attachment's own (domain reference 1.2). */
  readonly names: Readonly<Record<AddressFamily, readonly string[]>>;
  /**
   * Set when an annotation is no JSON list of texts: then every Pod of the namespace that gets this far fails, with
   * a bare JSON error and no mention of the annotation (domain reference 1.11).
   */
  readonly failure: string | undefined;
}

/** The default pools that a Namespace's annotations name. */
export function namespaceDefaults(annotations: Readonly<Record<string, string>>): NamespaceDefaults {
  const lists = addressFamilies.map((family) => parseNames(annotations[NAMESPACE_DEFAULT_POOLS[family]]));
  const [ipv4, ipv6] = lists;
  if (!ipv4 || !ipv6) {
    const failure = 'failed to allocate IP addresses in standard mode: json: ';
    return { names: { ipv4: [], ipv6: [] }, failure };
  }
  return { names: { ipv4, ipv6 }, failure: undefined };
}

function parseNames(text: string | undefined): readonly string[] | undefined {
  if (text === undefined) return [];
  const json = parseJson(text);
  if (json === null) return [];
  // An entry that is `null` is the empty text to Go, and a name that no pool has.
  const list = Array.isArray(json) ? json.map((name: unknown) => name ?? '') : undefined;
  return list?.every((name) => typeof name === 'string') ? list : undefined;
}
