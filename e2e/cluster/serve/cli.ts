import { parseArgs } from 'node:util';
import { preview } from 'vite';
import type { Plugin } from 'vite';
import type { RealClusters } from '../../../proxy/serve.ts';
import { realClusters } from '../../../proxy/vite-plugin.ts';
import { buildConsole, consoleIsStale } from '../../../scripts/build.ts';
import { programsForCommand } from '../build/programs-for-command.ts';
import { endWithSignals } from '../run/end-with-signals.ts';
import { serveTestClusters } from './routes.ts';
import { createTestClusters } from './test-clusters.ts';

/**
 * Serves the console with real control planes, made one by one as tests ask for them: what `npm start` is to the tests with
 * simulated clusters. They are reached through the proxy of `npm start -- --kubeconfig FILE`.
 */
const { values } = parseArgs({ options: { port: { type: 'string', default: '4273' } } });
const host = '127.0.0.1';
const ending = endWithSignals();
const built = await programsForCommand(ending);
const clusters = createTestClusters({ built, onProblem: (error) => console.error(error) });
const real: RealClusters = {
  audience: { host, remote: false },
  // They come and go with the tests.
  get clusters() {
    return clusters.offered();
  },
};
const forTests: Plugin = {
  name: 'podnic-test-clusters',
  configurePreviewServer({ middlewares }) {
    middlewares.use((request, response, next) => {
      if (!serveTestClusters(clusters, request, response)) next();
    });
  },
};

if (consoleIsStale()) await buildConsole();
await preview({
  configFile: false,
  logLevel: 'warn',
  build: { outDir: 'dist/console' },
  preview: { port: Number(values.port), host, strictPort: true, cors: false, allowedHosts: true },
  plugins: [forTests, realClusters(real)],
});
console.log(`Ready: http://${host}:${values.port}/`);
ending.expect();
