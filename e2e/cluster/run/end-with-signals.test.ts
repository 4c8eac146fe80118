import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isAlive } from './is-alive.ts';
import { until } from './program.ts';

const module = (name: string) => JSON.stringify(join(import.meta.dirname, name));
/** A command that has a folder and a program running in it, says where they are, and does then what a test wants. */
const command = (then: string) => `
  import { endWithSignals } from ${module('end-with-signals.ts')};
  import { startProgram } from ${module('program.ts')};
  import { createScratch } from ${module('scratch.ts')};
  const ending = endWithSignals();
  const { folder } = createScratch();
  const script = "const { writeFileSync } = require('fs'); for (let n = 0; ; n += 1) writeFileSync('f' + n % 100, '');";
  const program = startProgram({ name: 'node', path: process.execPath, args: ['-e', script], folder });
  ending.signal.addEventListener('abort', () => console.log('aborted'));
  ${then}
  console.log(JSON.stringify({ folder, pid: program.pid() }));
  setInterval(() => {}, 1000);
`;

let parent = '';
let child: ChildProcess | undefined;
let program = 0;

beforeEach(() => {
  parent = mkdtempSync(join(realpathSync(tmpdir()), 'podnic-signals-'));
});

afterEach(() => {
  child?.kill('SIGKILL');
  if (isAlive(program)) process.kill(program, 'SIGKILL');
  rmSync(parent, { recursive: true, force: true });
});

interface Command {
  folder: string;
  pid: number;
  send(signal: NodeJS.Signals): void;
  said: string[];
  ended: Promise<unknown>;
}

async function start(then = ''): Promise<Command> {
  const started = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', command(then)], {
    cwd: join(import.meta.dirname, '..', '..', '..'),
    env: { ...process.env, TMPDIR: parent },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child = started;
  const ended = once(started, 'close').then(([code, signal]: unknown[]) => code ?? signal);
  const lines = createInterface({ input: started.stdout });
  const said: string[] = [];
  const first = await new Promise<string>((resolve) => {
    lines.on('line', (line) => {
      if (line.startsWith('{')) resolve(line);
      else said.push(line);
    });
  });
  const { folder, pid } = JSON.parse(first) as { folder: string; pid: number };
  program = pid;
  return { folder, pid, said, ended, send: (signal) => void started.kill(signal) };
}

/** Neither the program nor its folder is there any more. */
async function isGone({ folder, pid }: Command): Promise<void> {
  expect(existsSync(folder)).toBe(false);
  await until({ what: 'the program is gone', test: async () => !isAlive(pid), within: 5_000 });
}

describe('a command that is sent a signal', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('%s ends, and its programs and folder with it', async (signal, code) => {
    const running = await start();
    expect(isAlive(running.pid)).toBe(true);
    running.send(signal);
    expect(await running.ended).toBe(code);
    await isGone(running);
  });

  it('has ended well when it is meant to end so', async () => {
    const running = await start('ending.expect();');
    running.send('SIGTERM');
    expect(await running.ended).toBe(0);
  });

  it('waits for what has to end first', async () => {
    const running = await start(
      "void ending.waitFor(new Promise((_, fail) => ending.signal.addEventListener('abort', () => setTimeout(fail, 300)))).catch(() => console.log('over'));",
    );
    running.send('SIGTERM');
    expect(await running.ended).toBe(143);
    expect(running.said).toEqual(['aborted', 'over']);
    await isGone(running);
  });

  it('waits no longer when it is sent another, but for the echo of the first', async () => {
    const running = await start('void ending.waitFor(new Promise(() => {}));');
    running.send('SIGINT');
    running.send('SIGINT');
    await delay(200);
    running.send('SIGTERM');
    await delay(1_000);
    expect(isAlive(child?.pid ?? 0)).toBe(true);
    running.send('SIGTERM');
    expect(await running.ended).toBe(143);
    await isGone(running);
  });
});
