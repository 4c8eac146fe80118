import { Server } from 'node:http';
import type { Plugin } from 'vite';
import { type RealClusters, serveRealClusters, serveRealSockets } from './serve.ts';

/** Puts the clusters of a kubeconfig into Vite's preview, before everything else that answers there. */
export function realClusters(real: RealClusters): Plugin {
  return {
    name: 'podnic-real-clusters',
    configurePreviewServer({ middlewares, httpServer }) {
      middlewares.use((request, response, next) => {
        if (!serveRealClusters(real, request, response)) next();
      });
      if (!(httpServer instanceof Server)) return;
      httpServer.on('upgrade', (request, page, head) => serveRealSockets(real, request, page, head));
    },
  };
}
