import { addressFamilies } from '../ip/address.ts';
import type { AddressFamily } from '../ip/address.ts';
import { failed, parsed } from '../parsed.ts';
import type { Parsed } from '../parsed.ts';
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

/** The default pools that a Namespace's annotations name. IPv4 is read first. */
export function namespaceDefaults(annotations: Readonly<Record<string, string>>): NamespaceDefaults {
  const names: Record<AddressFamily, readonly string[]> = { ipv4: [], ipv6: [] };
  for (const family of addressFamilies) {
    const list = parseNames(annotations[NAMESPACE_DEFAULT_POOLS[family]]);
    if (!list.ok) {
      const failure = `failed to allocate IP addresses in standard mode: ${list.error}`;
      return { names: { ipv4: [], ipv6: [] }, failure };
    }
    names[family] = list.value;
  }
  return { names, failure: undefined };
}

/** The error is how Go's `encoding/json` begins to say it. */
function parseNames(text: string | undefined): Parsed<readonly string[], string> {
  if (text === undefined) return parsed([]);
  const json = parseJson(text);
  if (json === null) return parsed([]);
  if (json === undefined) {
    return failed(text.trim() === '' ? 'unexpected end of JSON input' : 'invalid character');
  }
  // An entry that is `null` is the empty text to Go, and a name that no pool has.
  const list = Array.isArray(json) ? json.map((name: unknown) => name ?? '') : undefined;
  return list?.every((name) => typeof name === 'string') ? parsed(list) : failed('json: cannot unmarshal');
}
