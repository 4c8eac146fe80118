import { mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

const root = join(import.meta.dirname, '..');

/**
 * Builds the command line into `dist/cli/podnic.js`: one module with everything inside. It takes the place of an older
 * one at once, so that a command that starts meanwhile finds either of them whole.
 */
export async function buildCommand(): Promise<void> {
  mkdirSync(join(root, '.cache'), { recursive: true });
  mkdirSync(join(root, 'dist/cli'), { recursive: true });
  const out = mkdtempSync(join(root, '.cache/cli-'));
  try {
    await build({
      configFile: false,
      root,
      logLevel: 'warn',
      publicDir: false,
      ssr: { noExternal: true },
      build: {
        ssr: join(root, 'cli/main.ts'),
        outDir: out,
        target: 'node20',
        minify: true,
        rolldownOptions: { output: { entryFileNames: 'podnic.js' } },
      },
    });
    renameSync(join(out, 'podnic.js'), join(root, 'dist/cli/podnic.js'));
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}
