import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { atExit } from './at-exit.ts';

/** One program of the control plane, running. */
export interface RunningProgram {
  readonly name: string;
  /** Changes when it is started again. */
  pid(): number;
  /** Why it has ended, and undefined while it runs. */
  ended(): string | undefined;
  /** Ends it at once, as a crash does: nothing that it has is needed any more. */
  kill(): Promise<void>;
  /** Starts it again as it was started first; one that runs is killed. It is not said that it is ready. */
  restart(): Promise<void>;
}

export interface ProgramOptions {
  name: string;
  path: string;
  args: readonly string[];
  /** Beside the few variables that every program gets. */
  environment?: Readonly<Record<string, string>>;
  /** The scratch folder: the program works there, and its log is `NAME.log`. */
  folder: string;
}

const LAST_LINES = 12;
/** How rarely a Go program collects garbage. A control plane starts with a quarter less work so, in 150 MB more. */
const GOGC = '400';

/** Starts a program. It is not said that it is ready. */
export function startProgram(options: ProgramOptions): RunningProgram {
  let current = launch(options);
  return {
    name: options.name,
    pid: () => current.child.pid ?? 0,
    ended: () => current.why(),
    kill: () => end(current),
    async restart() {
      await end(current);
      current = launch(options);
    },
  };
}

interface Launched {
  child: ChildProcess;
  why(): string | undefined;
  closed: Promise<void>;
}

function launch({ name, path, args, environment = {}, folder }: ProgramOptions): Launched {
  const log = join(folder, `${name}.log`);
  const output = openSync(log, 'a');
  const child = spawn(path, args, {
    cwd: folder,
    stdio: ['ignore', output, output],
    // Only what is given: a KUBECONFIG of the user's must not lead a program to the user's cluster.
    env: { PATH: process.env['PATH'] ?? '', HOME: folder, TMPDIR: folder, GOGC, ...environment },
  });
  closeSync(output);
  const forget = atExit(() => child.kill('SIGKILL'));
  let why: string | undefined;
  const closed = new Promise<void>((resolve) => {
    child.once('error', (error) => {
      why = error.message;
      resolve();
    });
    child.once('exit', (code, signal) => {
      forget();
      why = `${name} ended with ${signal ?? `exit code ${code}`}; its last words:\n${lastLines(log)}`;
      resolve();
    });
  });
  return { child, why: () => why, closed };
}

async function end({ child, closed }: Launched): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  child.kill('SIGKILL');
  await closed;
}

function lastLines(log: string): string {
  const lines = readFileSync(log, 'utf8').trimEnd().split('\n');
  return lines.slice(-LAST_LINES).join('\n');
}

/** What has to be so before the start goes on. */
export interface Readiness {
  /** For the message when it never is: `kube-apiserver is ready`. */
  what: string;
  /** Ends by itself, even when nobody answers: nothing else is looked at meanwhile. */
  test: () => Promise<boolean>;
  /** Milliseconds. */
  within: number;
  /** One that ends meanwhile ends the wait. */
  program?: RunningProgram;
}

/** Waits until something is so. @throws Error when the program ends before, or after too long */
export async function until({ what, test, within, program }: Readiness): Promise<void> {
  const deadline = Date.now() + within;
  for (;;) {
    const ended = program?.ended();
    if (ended !== undefined) throw new Error(ended);
    if (await test()) return;
    if (Date.now() > deadline) throw new Error(`not so after ${Math.round(within / 1000)} s: ${what}`);
    await delay(100);
  }
}
