import { QueryClient } from '@tanstack/react-query';
import type { ClusterAccess } from '../host/host.ts';
import { ApiFailure } from './api-error.ts';
import { ListRegistry } from './list-registry.ts';

/** Everything one mounted plugin knows of its clusters: the cache, and the lists that feed it. */
export interface Connection {
  readonly client: QueryClient;
  readonly lists: ListRegistry;
  /** Ends every watch and timer and forgets everything. */
  dispose(): void;
}

/** @param host where requests go; may change its mind about how it sends them. */
export function createConnection(host: ClusterAccess): Connection {
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        refetchOnWindowFocus: false,
        staleTime: 2000,
        retry: (count, cause) => count < 2 && mayPass(cause),
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
  // Lists are written by the engine: every object is immutable and compared by reference, never deeply.
  client.setQueryDefaults(['list'], { staleTime: Infinity, structuralSharing: false });
  const lists = new ListRegistry(host, client);
  return {
    client,
    lists,
    dispose() {
      lists.stopAll();
      client.clear();
    },
  };
}

/** A cut connection or an ailing server may do better next time; a refusal will not. */
function mayPass(cause: unknown): boolean {
  return cause instanceof ApiFailure && (cause.error.kind === 'network' || cause.error.status >= 500);
}
