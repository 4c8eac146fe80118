import { safeEncode } from '../random.ts';

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/**
 * A short name for a Pod template, the value of `pod-template-hash`. Equal content gives equal text, whatever the order
 * of keys. Kubernetes hashes a dump of its Go structs, so the letters differ from those of a real cluster; the form
 * (FNV-1a of 32 bits, `rand.SafeEncodeString`) is the same.
 *
 * @param collisions how often the name was found taken by another template
 */
export function templateHash(template: unknown, collisions = 0): string {
  const text = canonical(template) + (collisions > 0 ? `#${collisions}` : '');
  let hash = FNV_OFFSET;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, FNV_PRIME) >>> 0;
  return safeEncode(String(hash));
}

/** JSON with sorted keys. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  const sorted = entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${sorted.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`;
}
