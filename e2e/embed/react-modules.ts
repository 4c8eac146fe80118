import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** What the page's import map names: a file of the package, and the modules that it asks for. */
const files: Readonly<Record<string, { file: string; needs: readonly string[] }>> = {
  react: { file: 'react/cjs/react.production.js', needs: [] },
  'react/jsx-runtime': { file: 'react/cjs/react-jsx-runtime.production.js', needs: [] },
  'react-dom': { file: 'react-dom/cjs/react-dom.production.js', needs: ['react'] },
  'react-dom/client': {
    file: 'react-dom/cjs/react-dom-client.production.js',
    needs: ['react', 'react-dom', 'scheduler'],
  },
  scheduler: { file: 'scheduler/cjs/scheduler.production.js', needs: [] },
};

/**
 * A module of React for browsers. React is published as CommonJS alone, so its file is put into an ES module that gives it
 * what it requires and exports what it exports. React Hook Form has an ES module of its own.
 * @param name as it is imported: `react-dom/client`
 * @returns undefined for a module that the page does not need
 */
export function reactModule(name: string): string | undefined {
  if (name === 'react-hook-form') return read('react-hook-form/dist/index.esm.mjs');
  const module = files[name];
  if (module === undefined) return undefined;
  const { file, needs } = module;
  const exported = Object.keys(require(name) as object).filter((key) => key !== 'default');
  return [
    ...needs.map((need, index) => `import need${index} from '${need}';`),
    `const needs = { ${needs.map((need, index) => `'${need}': need${index}`).join(', ')} };`,
    'const module = { exports: {} };',
    `(function (exports, require) {\n${read(file)}\n})(module.exports, (name) => needs[name]);`,
    'export default module.exports;',
    `export const { ${exported.join(', ')} } = module.exports;`,
  ].join('\n');
}

function read(file: string): string {
  return readFileSync(`node_modules/${file}`, 'utf8');
}
