import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startProgram, until } from './program.ts';
import type { RunningProgram } from './program.ts';

let folder = '';
let program: RunningProgram | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'podnic-program-'));
});

afterEach(async () => {
  await program?.kill();
  rmSync(folder, { recursive: true, force: true });
});

function start(script: string): RunningProgram {
  program = startProgram({
    name: 'node',
    path: process.execPath,
    args: ['-e', script],
    environment: { WORD: 'given' },
    folder,
  });
  return program;
}

const log = () => readFileSync(join(folder, 'node.log'), 'utf8');
const says = (text: string) => until({ what: text, test: async () => log().includes(text), within: 10_000 });
const runs = (pid: number) => spawnSync('kill', ['-0', String(pid)]).status === 0;

describe('a program', () => {
  it('gets what it is given of the environment, and no KUBECONFIG', async () => {
    process.env['KUBECONFIG'] = '/home/somebody/.kube/config';
    start('console.log(process.env.WORD, process.env.HOME, process.env.KUBECONFIG)');
    delete process.env['KUBECONFIG'];
    await says(`given ${folder} undefined`);
  });

  it('that ends says its last words', async () => {
    const ended = start('console.log("cannot bind"); process.exit(3)');
    await until({ what: 'it ends', test: async () => ended.ended() !== undefined, within: 10_000 });
    expect(ended.ended()).toBe('node ended with exit code 3; its last words:\ncannot bind');
    await expect(
      until({ what: 'never', test: async () => false, within: 10_000, program: ended }),
    ).rejects.toThrow('cannot bind');
  });

  it('is killed, and started again as before', async () => {
    const running = start('console.log("up", process.pid); setInterval(() => 0, 1000)');
    const first = running.pid();
    await says(`up ${first}`);
    await running.kill();
    expect(runs(first)).toBe(false);
    expect(running.ended()).toContain('SIGKILL');
    await running.restart();
    expect(running.ended()).toBeUndefined();
    expect(running.pid()).not.toBe(first);
    await says(`up ${running.pid()}`);
  });

  it('that cannot be started says so', async () => {
    program = startProgram({ name: 'nothing', path: join(folder, 'nothing'), args: [], folder });
    const nothing = program;
    await until({ what: 'it fails', test: async () => nothing.ended() !== undefined, within: 10_000 });
    expect(nothing.ended()).toContain('ENOENT');
  });

  it('does not outlive the process that started it', async () => {
    const script = `
      import { startProgram } from ${JSON.stringify(join(import.meta.dirname, 'program.ts'))};
      const program = startProgram({ name: 'node', path: process.execPath, args: ['-e', 'setInterval(() => 0, 1000)'], folder: ${JSON.stringify(folder)} });
      console.log(program.pid());
      setTimeout(() => process.exit(1), 200);
    `;
    const { stdout } = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
      cwd: join(import.meta.dirname, '..', '..', '..'),
      encoding: 'utf8',
    });
    const pid = Number(stdout);
    expect(pid).toBeGreaterThan(0);
    await until({ what: 'it is gone', test: async () => !runs(pid), within: 10_000 });
  });
});
