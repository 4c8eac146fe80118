import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'podnic-start-'));
const file = join(folder, 'config');
writeFileSync(
  file,
  'contexts: [{name: a, context: {cluster: c}}, {name: b, context: {cluster: c}}]\nclusters: [{name: c, cluster: {server: https://127.0.0.1:1}}]',
);
const broken = join(folder, 'broken');
writeFileSync(broken, 'users: [{name: u, user: {token: s3cret}');
const missing = join(folder, 'missing');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('npm start ends with a sentence', () => {
  it.each([
    [
      'for a kubeconfig that is not there',
      ['--kubeconfig', missing],
      {},
      `${missing} cannot be used: it does not exist.`,
    ],
    [
      'for one that is broken',
      ['--kubeconfig', broken],
      {},
      `${broken} cannot be used: it is not YAML (line 1).`,
    ],
    [
      'for a context that is not in it',
      ['--context', 'z'],
      { KUBECONFIG: file },
      `There is no context "z" in ${file}; there are: a, b.`,
    ],
    [
      'where none is current',
      ['--kubeconfig', file],
      {},
      'it has no current context; choose with --context: a, b.',
    ],
    [
      'for an address that others reach',
      ['--context', 'a', '--host', '0.0.0.0'],
      { KUBECONFIG: file },
      'add --allow-remote',
    ],
  ])('%s', (_story, options, environment, sentence) => {
    const args = ['--import', 'tsx', 'scripts/start.ts', '--port', '0', ...options];
    const ended = spawnSync(process.execPath, args, {
      encoding: 'utf8',
      env: { ...process.env, ...environment },
      timeout: 50_000,
    });
    expect(ended.stderr).toContain(sentence);
    expect(ended.status).toBe(2);
    expect(ended.stdout + ended.stderr).not.toContain('s3cret');
    expect(ended.stderr).not.toContain('    at ');
  });
});
