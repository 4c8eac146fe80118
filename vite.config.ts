import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { simulatedClusters } from './mocks/vite-plugin.ts';
import { offeredClusters } from './scripts/offered-clusters.ts';

/** The standalone console, the dev server and the unit tests. The plugin is built by `vite.plugin.config.ts`. */
export default defineConfig({
  plugins: [react(), simulatedClusters({ clusters: offeredClusters(process.env['PODNIC_SCENARIO']) })],
  build: {
    target: 'es2022',
    outDir: 'dist/console',
    sourcemap: true,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [{ name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ }],
        },
      },
    },
  },
  test: {
    projects: [
      {
        extends: true,
        test: { name: 'node', environment: 'node', include: ['{src,mocks,scripts}/**/*.test.ts'] },
      },
      {
        extends: true,
        test: {
          name: 'dom',
          environment: 'jsdom',
          setupFiles: ['src/test-setup.ts'],
          include: ['src/**/*.test.tsx'],
          testTimeout: 20_000,
        },
      },
    ],
  },
});
