import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { BuiltPrograms } from './build/build-programs.ts';
import { startControlPlane } from './control-plane.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'podnic-plane-'));
  vi.stubEnv('TMPDIR', folder);
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

it('one that does not start says why and leaves nothing behind', async () => {
  // No option of etcd is one of node.
  const paths: BuiltPrograms['paths'] = {
    etcd: process.execPath,
    'kube-apiserver': '',
    'kube-controller-manager': '',
    'kube-scheduler': '',
    'spiderpool-controller': '',
    'spiderpool-agent': '',
  };
  const built = { paths, definitions: '', kubernetesVersion: 'v1.32.13', spiderpoolVersion: 'v1.2.2' };
  const ignore = () => undefined;
  await expect(
    startControlPlane({ built, dualStack: false, report: ignore, onProblem: ignore }),
  ).rejects.toThrow(/^etcd ended with exit code 9; its last words:\n/);
  expect(readdirSync(folder)).toEqual([]);
});
