import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { OWNER_FILE, SCRATCH_PREFIX, sweepLeftovers } from './leftovers.ts';

let parent = '';
let children: ChildProcess[] = [];

beforeEach(() => {
  parent = mkdtempSync(join(realpathSync(tmpdir()), 'podnic-sweep-'));
  children = [];
});

afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(parent, { recursive: true, force: true });
});

/** A pid that nobody has any more. */
const deadPid = () => spawnSync(process.execPath, ['-e', '']).pid;

/** A scratch folder in which a process works. */
function scratch(name: string, owner: number | undefined): { folder: string; ended: Promise<unknown> } {
  const folder = join(parent, name);
  mkdirSync(folder);
  if (owner !== undefined) writeFileSync(join(folder, OWNER_FILE), String(owner));
  const child = spawn(process.execPath, ['-e', 'setInterval(() => 0, 1000)'], {
    cwd: folder,
    stdio: 'ignore',
  });
  children.push(child);
  return { folder, ended: new Promise((resolve) => child.once('exit', resolve)) };
}

it('what a killed command left goes, and nothing else', async () => {
  const abandoned = scratch(`${SCRATCH_PREFIX}a`, deadPid());
  const others = [
    scratch(`${SCRATCH_PREFIX}lives`, process.pid),
    scratch(`${SCRATCH_PREFIX}unknown`, undefined),
    scratch('elsewhere', deadPid()),
  ];
  sweepLeftovers(parent);
  expect(existsSync(abandoned.folder)).toBe(false);
  expect(others.map(({ folder }) => existsSync(folder))).toEqual([true, true, true]);
  await abandoned.ended;
  expect(children.map(({ exitCode, signalCode }) => exitCode ?? signalCode)).toEqual([
    'SIGKILL',
    null,
    null,
    null,
  ]);
});

it('one that cannot be swept keeps nobody from anything', () => {
  const strange = join(parent, `${SCRATCH_PREFIX}a`);
  mkdirSync(join(strange, OWNER_FILE), { recursive: true });
  const abandoned = scratch(`${SCRATCH_PREFIX}b`, deadPid());
  sweepLeftovers(parent);
  expect([strange, abandoned.folder].map((folder) => existsSync(folder))).toEqual([true, false]);
});
