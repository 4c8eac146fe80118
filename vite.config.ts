import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { simulatedClusters } from './mocks/vite-plugin.ts';
import { presentedScenarios } from './scripts/presented-scenarios.ts';
import { cssPriority } from './scripts/vite/css-priority.ts';
import { quietPackages } from './scripts/vite/quiet-packages.ts';

/** The standalone console, and its dev server and preview with simulated clusters. The plugin has `vite.plugin.config.ts`. */
export default defineConfig({
  plugins: [
    react(),
    quietPackages(),
    simulatedClusters({ clusters: presentedScenarios(process.env['PODNIC_SCENARIO']) }),
  ],
  css: { postcss: { plugins: [cssPriority] } },
  build: {
    target: 'es2022',
    outDir: 'dist/console',
    sourcemap: true,
    rolldownOptions: {
      output: {
        // No group for antd: its Table would come with the form, which has none.
        codeSplitting: {
          groups: [{ name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ }],
        },
      },
    },
  },
});
