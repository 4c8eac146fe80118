import { QueryClientProvider } from '@tanstack/react-query';
import { createContext, use, useEffect, useLayoutEffect, useState, type ReactNode } from 'react';
import { useHost } from '../host/HostContext.tsx';
import type { Host } from '../host/host.ts';
import { createConnection, type Connection } from './connection.ts';
import type { ListRegistry } from './list-registry.ts';

const ListsContext = createContext<ListRegistry | undefined>(undefined);

/** The registry of followed lists of this mounted plugin. */
export function useLists(): ListRegistry {
  const lists = use(ListsContext);
  if (lists === undefined) throw new Error('useLists outside ClusterProvider');
  return lists;
}

/** Gives its children the clusters of the host. Nothing is left running once it is gone. */
export function ClusterProvider({ children }: { readonly children: ReactNode }) {
  const host = useHost();
  const [{ connection, setHost }] = useState(() => connectionTo(host));
  useLayoutEffect(() => {
    setHost(host);
  }, [host, setHost]);
  useEffect(() => keepAwake(connection), [connection]);
  useEffect(() => disposeLater(connection), [connection]);
  return (
    <QueryClientProvider client={connection.client}>
      <ListsContext value={connection.lists}>{children}</ListsContext>
    </QueryClientProvider>
  );
}

/** The connection outlives a host that is replaced by `update`: only its requests go another way. */
function connectionTo(first: Host) {
  let current = first;
  const connection = createConnection({
    fetch: (...request) => current.fetch(...request),
    socket: (...request) => current.socket?.(...request),
  });
  return {
    connection,
    setHost: (next: Host) => {
      current = next;
    },
  };
}

/** Tells the lists when the page is looked at again and when the network comes back. */
function keepAwake({ lists }: Connection): () => void {
  const online = () => {
    lists.reconnect();
  };
  const visible = () => {
    if (document.visibilityState === 'visible') lists.retryNow();
  };
  window.addEventListener('online', online);
  document.addEventListener('visibilitychange', visible);
  return () => {
    window.removeEventListener('online', online);
    document.removeEventListener('visibilitychange', visible);
  };
}

const disposals = new WeakMap<Connection, ReturnType<typeof setTimeout>>();

/** React's strict mode takes effects down and puts them up again at once; what is really gone stays down. */
function disposeLater(connection: Connection): () => void {
  clearTimeout(disposals.get(connection));
  return () => {
    disposals.set(
      connection,
      setTimeout(() => {
        connection.dispose();
      }),
    );
  };
}
