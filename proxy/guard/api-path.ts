export type CheckedPath =
  { readonly ok: true } | { readonly ok: false; readonly code: 400 | 403 | 404; readonly problem: string };

/** What the console asks of a cluster (src/host/host.ts), and what kubectl needs besides. */
const roots = new Set(['api', 'apis', 'version', 'openapi']);

/**
 * Ways into a container or a virtual machine (KubeVirt), or to a server behind the API server. What those answer would be of one
 * origin with the console.
 */
const doors = new Set(['exec', 'attach', 'portforward', 'proxy', 'console', 'vnc', 'usbredir', 'vsock']);

/**
 * Whether a path may be asked of a cluster. Anything outside the Kubernetes API is not passed on, nor is a path that
 * could leave the place that the kubeconfig names (`..`), nor one that leads through the cluster.
 *
 * @param path with its query; starts with a slash.
 */
export function checkApiPath(path: string): CheckedPath {
  const segments = decode(path.split('?')[0] ?? '');
  if (/[^\u0021-\u007e]/.test(path) || segments === undefined || segments.some(isCrooked)) {
    return { ok: false, code: 400, problem: 'the path is not a plain one' };
  }
  if (!roots.has(segments[0] ?? '')) {
    return { ok: false, code: 404, problem: 'only the Kubernetes API is served here' };
  }
  if (isDoor(segments)) {
    const problem = 'ways into a container, or to a server behind the API server, are not passed on';
    return { ok: false, code: 403, problem };
  }
  return { ok: true };
}

/** The segments of a path, without the first and last slash; `undefined` where an escape is broken. */
function decode(path: string): readonly string[] | undefined {
  try {
    return path
      .replace(/^\//, '')
      .replace(/\/$/, '')
      .split('/')
      .map((segment) => decodeURIComponent(segment));
  } catch {
    return undefined;
  }
}

/** A percent sign that is left was escaped twice: whatever is behind the API server might read it once more. */
function isCrooked(segment: string): boolean {
  return segment === '' || segment === '.' || segment === '..' || /[/\\%]|\p{Cc}/u.test(segment);
}

/**
 * `/api/v1/namespaces/a/pods/b/exec`, `/api/v1/nodes/a/proxy/…`, the old `/api/v1/proxy/…`, and the same under `/apis/GROUP`. An
 * API of its own (APIService) may have more segments, so that there any behind the name counts.
 */
function isDoor([root, ...segments]: readonly string[]): boolean {
  const [first = '', ...rest] = segments.slice(root === 'apis' ? 2 : 1);
  if (first === 'proxy') return true;
  if (first === 'watch') return isDoor(['api', 'v1', ...rest]);
  const [, , ...subresource] = first === 'namespaces' ? rest.slice(1) : [first, ...rest];
  return subresource.some((segment) => doors.has(segment));
}
