import react from '@vitejs/plugin-react';
import { readFileSync } from 'node:fs';
import { defineConfig, esmExternalRequirePlugin, type Plugin } from 'vite';
import { cssPriority } from './scripts/vite/css-priority.ts';
import { quietPackages } from './scripts/vite/quiet-packages.ts';

const out = 'dist/plugin';

/** With the mode `react` the module takes React from the page; otherwise it has its own inside. */
const ofThePage = ['react', 'react-dom', 'react-dom/client', 'react/jsx-runtime'];

/**
 * The plugin: `podnic.js` with React inside, and in a second run (mode `react`) `podnic-react.js` with the page's. An
 * ordinary build, not a library build: only that one is minified as an ES module. One stylesheet, because Vite would
 * put those of lazy chunks into the page's head, where nobody takes them away.
 */
export default defineConfig(({ mode }) => {
  const name = mode === 'react' ? 'podnic-react' : 'podnic';
  return {
    base: './',
    publicDir: false,
    plugins: [
      react(),
      quietPackages(),
      ...(mode === 'react' ? [esmExternalRequirePlugin({ external: ofThePage })] : []),
      pluginManifest(name),
    ],
    css: { postcss: { plugins: [cssPriority] } },
    define: { 'process.env.NODE_ENV': JSON.stringify('production') },
    build: {
      target: 'es2022',
      outDir: out,
      emptyOutDir: mode !== 'react',
      sourcemap: true,
      cssCodeSplit: false,
      modulePreload: false,
      rolldownOptions: {
        input: { [name]: `src/plugin/${name}.tsx` },
        preserveEntrySignatures: 'strict',
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: `${name}-parts/[name]-[hash].js`,
          assetFileNames: 'podnic[extname]',
        },
      },
    },
  };
});

/** `podnic-manifest.json`: what a host needs to know before it loads the module. */
function pluginManifest(name: string): Plugin {
  return {
    name: 'podnic-manifest',
    generateBundle(_options, bundle) {
      const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
      const entry = bundle[`${name}.js`];
      if (entry?.type !== 'chunk') throw new Error(`the build has no ${name}.js`);
      const manifest = {
        name: 'podnic',
        version,
        module: `${name}.js`,
        stylesheet: 'podnic.css',
        types: `types/plugin/${name}.d.ts`,
        react: name === 'podnic' ? 'inside' : 'of the page, 19 or later',
        exports: entry.exports,
        parts: Object.keys(bundle).filter((file) => file.endsWith('.js') && file !== `${name}.js`),
      };
      this.emitFile({
        type: 'asset',
        fileName: `${name}-manifest.json`,
        source: `${JSON.stringify(manifest, undefined, 2)}\n`,
      });
    },
  };
}
