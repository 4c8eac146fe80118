import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

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
  removeOthers(out, used);
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

/** Removes every file below a folder that is not `used`, and folders that are empty then. */
function removeOthers(folder: string, used: ReadonlySet<string>): void {
  for (const name of readdirSync(folder)) {
    const path = resolve(folder, name);
    if (statSync(path).isDirectory()) removeOthers(path, used);
    else if (!used.has(path)) rmSync(path);
  }
  if (readdirSync(folder).length === 0) rmdirSync(folder);
}
