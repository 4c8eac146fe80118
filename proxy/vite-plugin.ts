import { Server } from 'node:http';
import type { Plugin } from 'vite';
import { type RealClusters, serveRealClusters } from './serve.ts';
import { takeUpgrades } from './take-upgrades.ts';

/** Puts the clusters of a kubeconfig into Vite's preview, before everything else that answers there. */
export function realClusters(real: RealClusters): Plugin {
  return {
    name: 'podnic-real-clusters',
    configurePreviewServer({ middlewares, httpServer }) {
      middlewares.use((request, response, next) => {
        if (!serveRealClusters(real, request, response)) next();
      });
      if (httpServer instanceof Server) takeUpgrades(httpServer, real);
    },
  };
}
