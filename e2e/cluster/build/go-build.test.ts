import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isAlive } from '../run/is-alive.ts';
import { until } from '../run/program.ts';
import { fakeGo } from './fake-go.ts';
import { goBuild } from './go-build.ts';
import type { PinnedModule } from './programs.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'podnic-build-'));
});

afterEach(() => {
  vi.unstubAllEnvs();
  if (existsSync(child()) && isAlive(childPid())) process.kill(childPid(), 'SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

const child = () => join(folder, 'child');
const childPid = () => Number(readFileSync(child(), 'utf8'));
const hasStarted = () =>
  until({ what: 'the build has started', test: async () => existsSync(child()), within: 10_000 });
const childIsGone = () =>
  until({ what: 'what it started is gone', test: async () => !isAlive(childPid()), within: 2_000 });

function build({ timeLimit = 60_000, signal }: { timeLimit?: number; signal?: AbortSignal } = {}) {
  const packages: string[] = [];
  const module: PinnedModule = {
    folder: 'kubernetes',
    subject: 'example.com/a',
    programs: [],
    version: 'v1.0.0',
    directory: folder,
    goMod: '',
    key: '',
  };
  const program = { name: 'etcd', package: 'example.com/a', args: ['build', 'example.com/a'] } as const;
  const output = join(folder, 'etcd');
  const done = goBuild({
    module,
    program,
    output,
    timeLimit,
    signal,
    onPackage: (path) => packages.push(path),
  });
  return { done, packages, output };
}

describe('a build', () => {
  it('tells its packages, and is not altered by what the user has set', async () => {
    fakeGo(folder, 'succeeds');
    vi.stubEnv('GOFLAGS', '-tags=other');
    vi.stubEnv('GOARCH', 'mips');
    vi.stubEnv('CGO_ENABLED', '1');
    vi.stubEnv('GOAMD64', 'v4');
    vi.stubEnv('GOPROXY', 'https://proxy.example.com');
    const { done, packages, output } = build();
    await done;
    expect(packages).toEqual(['net/netip']);
    const environment = readFileSync(output, 'utf8').split('\n');
    expect(environment.filter((line) => /^(GOFLAGS|GOAMD64|GOPROXY|CGO_.*)=/.test(line)).toSorted()).toEqual([
      'GOFLAGS=-mod=readonly',
      'GOPROXY=https://proxy.example.com',
    ]);
    expect(environment).not.toContain('GOARCH=mips');
  });

  it('that fails says why', async () => {
    fakeGo(folder, 'fails');
    await expect(build().done).rejects.toThrow('etcd could not be built: main.go:1: no');
  });

  it('that is ended leaves nothing running', async () => {
    fakeGo(folder, 'hangs');
    const ending = new AbortController();
    const { done } = build({ signal: ending.signal });
    await hasStarted();
    ending.abort();
    await expect(done).rejects.toThrow('building was ended');
    await childIsGone();
  });

  it('that takes too long is ended, if need be by force', { timeout: 20_000 }, async () => {
    fakeGo(folder, 'hangs and is not interrupted');
    const { done } = build({ timeLimit: 500 });
    await expect(done).rejects.toThrow('etcd was not built in the time that there was');
    await childIsGone();
  });

  it('does not begin when it has been ended before', async () => {
    fakeGo(folder, 'hangs');
    await expect(build({ signal: AbortSignal.abort() }).done).rejects.toThrow('building was ended');
    expect(existsSync(child())).toBe(false);
  });
});
