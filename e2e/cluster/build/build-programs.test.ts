import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { buildPrograms } from './build-programs.ts';
import { keepCopy } from './chart-definitions.ts';
import { fakeGo } from './fake-go.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'podnic-build-'));
  vi.stubEnv('XDG_CACHE_HOME', join(folder, 'cache'));
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const report = () => undefined;

it('what is built once needs no Go any more', async () => {
  fakeGo(folder, 'succeeds');
  const first = await buildPrograms({ report });
  expect(readdirSync(first.definitions)).toEqual(['pools.yaml']);
  expect(readFileSync(first.paths['spiderpool-agent'], 'utf8')).not.toBe('');
  vi.stubEnv('PATH', '');
  expect(await buildPrograms({ report })).toEqual(first);
});

it('without Go the sentence says what is needed', async () => {
  vi.stubEnv('PATH', '');
  await expect(buildPrograms({ report })).rejects.toThrow('there is no Go here');
});

it('what killed builds have left is removed, and what others are building is not', async () => {
  fakeGo(folder, 'succeeds');
  const { paths } = await buildPrograms({ report });
  const dead = spawnSync(process.execPath, ['-e', '']).pid;
  const left = (pid: number) => `kube-apiserver.unfinished-${pid}`;
  const cache = dirname(paths['kube-apiserver']);
  for (const pid of [dead, process.ppid]) writeFileSync(join(cache, left(pid)), '');
  await buildPrograms({ report });
  expect(readdirSync(cache).filter((name) => name.includes('unfinished'))).toEqual([left(process.ppid)]);
});

it('of two that copy the same folder at once the first one wins', () => {
  const [first, second, kept] = ['first', 'second', 'kept'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  for (const source of [first, second]) {
    mkdirSync(source);
    writeFileSync(join(source, 'file'), source);
  }
  keepCopy(first, kept);
  keepCopy(second, kept);
  expect(readFileSync(join(kept, 'file'), 'utf8')).toBe(first);
  expect(readdirSync(folder).toSorted()).toEqual(['first', 'kept', 'second']);
});
