import type { Connect, Plugin } from 'vite';
import { createClusterRegistry, type ServedCluster } from './server/cluster-registry.ts';
import { serveClusters } from './server/serve.ts';

/** Puts simulated clusters into Vite's dev server and its preview. */
export function simulatedClusters({ clusters }: { clusters: readonly ServedCluster[] }): Plugin {
  const use = (server: {
    middlewares: Connect.Server;
    httpServer: { on(event: 'close', task: () => void): unknown } | null;
  }) => {
    const registry = createClusterRegistry(clusters);
    server.middlewares.use((request, response, next) => {
      if (!serveClusters(registry, request, response)) next();
    });
    server.httpServer?.on('close', () => registry.close());
  };
  return { name: 'podnic-simulated-clusters', configureServer: use, configurePreviewServer: use };
}
