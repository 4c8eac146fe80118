import type { Host } from '../host/host.ts';

/** A request that changes something, as the simulated API saw it. */
export interface SentRequest {
  readonly method: string;
  readonly path: string;
  readonly body: { readonly kind?: string; readonly metadata?: { readonly name?: string } };
}

export interface TestClusterOptions {
  /** Answers a POST; created when it gives nothing. */
  readonly onPost?: (request: SentRequest) => Response | Promise<Response> | undefined;
  /** Answers a dry run; accepted as it was sent when it gives nothing. */
  readonly onDryRun?: (request: SentRequest) => Response | Promise<Response> | undefined;
  /** Answers a GET of one object by name; 404 when it gives nothing. */
  readonly onGet?: (path: string) => Response | undefined;
  /** What lists of a plural have instead of what they usually have. */
  readonly lists?: Readonly<Record<string, readonly object[]>>;
}

const lists: Readonly<Record<string, readonly object[]>> = {
  namespaces: [
    { metadata: { name: 'default', uid: 'n1', resourceVersion: '1' } },
    { metadata: { name: 'team-a', uid: 'n2', resourceVersion: '1' } },
  ],
  deployments: [{ metadata: { name: 'taken', namespace: 'default', uid: 'd1', resourceVersion: '1' } }],
};

/**
 * A small cluster in memory for component tests: it lists namespaces, takes objects, and remembers what was
 * sent and what was rehearsed.
 */
export function createTestCluster({ onPost, onDryRun, onGet, lists: own }: TestClusterOptions = {}) {
  const sent: SentRequest[] = [];
  const rehearsed: SentRequest[] = [];
  const fetch: Host['fetch'] = async (_cluster, path, init = {}) => {
    const { pathname, searchParams } = new URL(path, 'http://cluster');
    if (init.method === 'POST') {
      const request: SentRequest = {
        method: 'POST',
        path: pathname,
        body: JSON.parse(typeof init.body === 'string' ? init.body : '{}') as SentRequest['body'],
      };
      if (searchParams.get('dryRun') === 'All') {
        rehearsed.push(request);
        return (await onDryRun?.(request)) ?? json(request.body, 201);
      }
      sent.push(request);
      return (await onPost?.(request)) ?? json(request.body, 201);
    }
    if (searchParams.has('watch')) return new Response(new ReadableStream());
    const plural = pathname.split('/').at(-1) ?? '';
    if (!searchParams.has('limit')) return onGet?.(pathname) ?? status(404, 'NotFound');
    return json({
      apiVersion: 'v1',
      kind: 'List',
      metadata: { resourceVersion: '1' },
      items: own?.[plural] ?? lists[plural] ?? [],
    });
  };
  return { fetch, sent, rehearsed };
}

export function json(body: unknown, code = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), { status: code, headers });
}

/** A Kubernetes failure. */
export function status(
  code: number,
  reason: string,
  causes: readonly { field: string; reason: string; message: string }[] = [],
): Response {
  return json(
    {
      kind: 'Status',
      apiVersion: 'v1',
      status: 'Failure',
      code,
      reason,
      message: reason,
      details: { causes },
    },
    code,
  );
}
