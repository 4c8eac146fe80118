import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const out = 'dist/plugin/types';
const entries = ['plugin/podnic.d.ts', 'plugin/podnic-react.d.ts'];

/**
 * Writes the type declarations of the plugin's public face. The compiler writes one for every file of the source;
 * those that the public face does not lead to are removed again.
 *
 * @throws {Error} when the compiler fails.
 */
export function writePluginTypes(): void {
  rmSync(out, { recursive: true, force: true });
  const compiler = spawnSync('npx', ['tsc', '-p', 'tsconfig.plugin.json'], { stdio: 'inherit' });
  if (compiler.status !== 0) throw new Error('the types of the plugin could not be written');
  const used = reachable(entries.map((entry) => resolve(out, entry)));
  for (const file of filesIn(out)) if (!used.has(resolve(file))) rmSync(file);
}

function reachable(entryFiles: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const waiting = [...entryFiles];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(file)) continue;
    if (!existsSync(file)) throw new Error(`${file} is missing`);
    seen.add(file);
    waiting.push(...importsOf(file));
  }
  return seen;
}

/** What a declaration file refers to by a relative path: `from './a.ts'`, `import('./a.tsx')`. */
function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/(?:from |import\()['"](\.[^'"]+)\.tsx?['"]/g)].map((match) =>
    resolve(dirname(file), `${match[1]}.d.ts`),
  );
}

function filesIn(folder: string): string[] {
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .flatMap((path) => (statSync(path).isDirectory() ? filesIn(path) : [path]));
}
