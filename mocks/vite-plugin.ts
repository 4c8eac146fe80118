import { Server } from 'node:http';
import type { Connect, Plugin } from 'vite';
import { createClusterRegistry, type ServedCluster } from './server/cluster-registry.ts';
import { serveClusters } from './server/serve.ts';
import { serveWatchSockets } from './server/watch-sockets.ts';

/** Puts simulated clusters into Vite's dev server and its preview. */
export function simulatedClusters({ clusters }: { clusters: readonly ServedCluster[] }): Plugin {
  const use = ({ middlewares, httpServer }: { middlewares: Connect.Server; httpServer: unknown }) => {
    const registry = createClusterRegistry(clusters);
    middlewares.use((request, response, next) => {
      if (!serveClusters(registry, request, response)) next();
    });
    if (!(httpServer instanceof Server)) return;
    serveWatchSockets(httpServer);
    httpServer.on('close', () => registry.close());
    // The clusters are there when the first page asks for them.
    httpServer.on('listening', () => registry.startAll());
  };
  return { name: 'podnic-simulated-clusters', configureServer: use, configurePreviewServer: use };
}
