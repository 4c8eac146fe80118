import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from '@playwright/test';

/** A console of its own, as `npm start -- --kubeconfig FILE` serves it. */
export interface RealConsole {
  readonly url: string;
  /** All that it has written to the terminal so far. */
  output(): string;
  stop(): Promise<void>;
}

export interface KubeconfigEntry {
  readonly cluster: object;
  readonly user: object;
}

/** Writes a kubeconfig for this test, with a context of each name; the first is the current one. YAML is a superset of JSON. */
export function writeKubeconfig(entries: Readonly<Record<string, KubeconfigEntry>>): string {
  const all = Object.entries(entries);
  const folder = test.info().outputPath();
  mkdirSync(folder, { recursive: true });
  const file = join(mkdtempSync(join(folder, 'kubeconfig-')), 'config');
  const config = {
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': all[0]?.[0] ?? '',
    contexts: all.map(([name]) => ({ name, context: { cluster: name, user: name } })),
    clusters: all.map(([name, { cluster }]) => ({ name, cluster })),
    users: all.map(([name, { user }]) => ({ name, user })),
  };
  writeFileSync(file, JSON.stringify(config));
  return file;
}

/** Starts one on a free port of loopback. */
export async function startRealConsole(...options: readonly string[]): Promise<RealConsole> {
  const args = ['--import', 'tsx', 'scripts/start.ts', '--port', '0', ...options];
  const started = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [started.stdout, started.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  const url = await new Promise<string>((resolve, reject) => {
    started.stdout.on('data', () => {
      const [, port] = /Podnic is ready: http:\/\/localhost:(\d+)\//.exec(output) ?? [];
      if (port !== undefined) resolve(`http://localhost:${port}`);
    });
    started.on('error', reject);
    started.on('close', (code) => reject(new Error(`the console ended with ${code}: ${output}`)));
  });
  return { url, output: () => output, stop: () => stopProcess(started) };
}

async function stopProcess(started: ChildProcess): Promise<void> {
  if (started.exitCode !== null) return;
  const closed = new Promise((resolve) => {
    started.once('close', resolve);
  });
  started.kill();
  await closed;
}
