/**
 * Whether a value of the cluster has everything that was sent: each key with the same value. A server adds keys; it
 * does not take any away. Lists count item by item.
 */
export function includes(found: unknown, sent: unknown): boolean {
  if (Array.isArray(sent)) {
    return (
      Array.isArray(found) &&
      found.length >= sent.length &&
      sent.every((item, index) => includes(found[index], item))
    );
  }
  if (typeof sent !== 'object' || sent === null) return found === sent;
  if (typeof found !== 'object' || found === null) return false;
  const record = found as Readonly<Record<string, unknown>>;
  return Object.entries(sent).every(([key, value]) => includes(record[key], value));
}
