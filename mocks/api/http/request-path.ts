/** What a path of the Kubernetes API points at. */
export interface ResourcePath {
  group: string;
  version: string;
  /** Undefined for `/api/v1` itself. */
  plural: string | undefined;
  /** Undefined: cluster-scoped, or all namespaces. */
  namespace: string | undefined;
  name: string | undefined;
  subresource: string | undefined;
}

/**
 * Reads the decoded path `/api/v1/...` or `/apis/GROUP/VERSION/...`; undefined for any other path.
 * Source: `RequestInfoFactory` of the API server.
 */
export function parseResourcePath(path: string): ResourcePath | undefined {
  const [root, ...rest] = path.split('/').filter((segment) => segment !== '');
  if (root === 'api') return readRest('', rest);
  if (root !== 'apis') return undefined;
  const [group, ...afterGroup] = rest;
  return group === undefined ? undefined : readRest(group, afterGroup);
}

function readRest(group: string, segments: readonly string[]): ResourcePath | undefined {
  const [version, ...rest] = segments;
  if (version === undefined) return undefined;
  const [first, second, third] = rest;
  const namespaced =
    first === 'namespaces' && third !== undefined && third !== 'status' && third !== 'finalize';
  const [plural, name, subresource, ...deeper] = namespaced ? rest.slice(2) : rest;
  // Only the proxies go deeper, and there are none here.
  if (deeper.length > 0) return undefined;
  return { group, version, plural, namespace: namespaced ? second : undefined, name, subresource };
}
