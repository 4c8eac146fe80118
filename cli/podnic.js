#!/usr/bin/env node
// The command `podnic`. An installed package brings it built; in a clone it is built when its sources are newer.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const built = new URL('../dist/cli/podnic.js', import.meta.url);
const sources = ['.', '../src/domain', '../src/i18n', '../src/cluster', '../package-lock.json'];

function newest(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(`${path}/${name}`)));
}

function isStale() {
  const changed = sources.map((source) => newest(fileURLToPath(new URL(source, import.meta.url))));
  return Math.max(...changed) > newest(fileURLToPath(built));
}

try {
  if (existsSync(new URL('main.ts', import.meta.url)) && isStale()) {
    const { tsImport } = await import('tsx/esm/api');
    const { buildCommand } = await tsImport('../scripts/build-command.ts', import.meta.url);
    await buildCommand();
  }
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  const { main } = await import(built.href);
  process.exitCode = await main(process.argv.slice(2), version, process);
} catch (error) {
  console.error(`podnic: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
}
