import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { buildCommand } from './build-command.ts';
import { writePluginTypes } from './plugin-types.ts';

const consoleOut = 'dist/console';
const inputs = ['src', 'public', 'index.html', 'vite.config.ts', 'package-lock.json'];

/** Builds the standalone console into `dist/console`. */
export async function buildConsole(): Promise<void> {
  await build({ configFile: 'vite.config.ts', logLevel: 'warn', mode: 'production' });
}

/** Builds the plugin (its two modules, stylesheet, manifests, types) into `dist/plugin`. */
async function buildPlugin(): Promise<void> {
  for (const mode of ['production', 'react']) {
    await build({ configFile: 'vite.plugin.config.ts', logLevel: 'warn', mode });
  }
  writePluginTypes();
}

function newest(path: string): number {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** Whether anything that the console is built from is newer than the build. */
export function consoleIsStale(): boolean {
  const built = statSync(join(consoleOut, 'index.html'), { throwIfNoEntry: false });
  return built === undefined || Math.max(...inputs.map(newest)) > built.mtimeMs;
}

if (import.meta.filename === process.argv[1]) {
  await buildConsole();
  await buildPlugin();
  await buildCommand();
}
