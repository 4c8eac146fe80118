import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { setPriority } from 'node:os';
import { atExit } from '../run/at-exit.ts';
import { goEnvironment } from './go-environment.ts';
import { CannotBuild } from './go-toolchain.ts';
import type { PinnedModule, PinnedProgram } from './programs.ts';

const LOWEST_PRIORITY = 19;
/** How long `go` may take to clean up after itself. Milliseconds, as all below. */
const GRACE = 5_000;

interface BuildOptions {
  module: PinnedModule;
  program: PinnedProgram;
  output: string;
  timeLimit: number;
  /** Ends it before. */
  signal?: AbortSignal | undefined;
  /** Hears of each package that has been compiled. */
  onPackage: (path: string) => void;
}

/**
 * Builds one program, one package at a time and after everything else that wants the machine.
 * @throws CannotBuild when it fails or takes too long
 */
export async function goBuild(options: BuildOptions): Promise<void> {
  const { module, program, output, timeLimit, signal, onPackage } = options;
  if (signal?.aborted === true) throw new CannotBuild('building was ended');
  const [command = '', ...args] = program.args;
  const child = spawn('go', [command, '-o', output, ...args], {
    cwd: module.directory,
    env: goEnvironment(process.env),
    stdio: ['ignore', 'ignore', 'pipe'],
    // With a group of its own, so that its compilers can be ended with it.
    detached: true,
  });
  if (child.pid !== undefined) setPriority(child.pid, LOWEST_PRIORITY);
  const other = readProgress(child, onPackage);
  let ended: 'by signal' | 'by time' | undefined;
  let killing: NodeJS.Timeout | undefined;

  function end(why: typeof ended): void {
    if (ended !== undefined) return;
    ended = why;
    // Of the signals that ask it to end, `go` heeds this one alone.
    signalGroup(child, 'SIGINT');
    killing = setTimeout(() => signalGroup(child, 'SIGKILL'), GRACE);
  }

  // What it leaves running has nobody to work for.
  child.once('exit', () => signalGroup(child, 'SIGKILL'));
  const timer = setTimeout(() => end('by time'), timeLimit);
  const onAbort = () => end('by signal');
  signal?.addEventListener('abort', onAbort);
  const forget = atExit(() => signalGroup(child, 'SIGKILL'));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  }).finally(() => {
    clearTimeout(timer);
    clearTimeout(killing);
    signal?.removeEventListener('abort', onAbort);
    forget();
  });
  if (code === 0) return;
  if (ended === 'by signal') throw new CannotBuild('building was ended');
  if (ended === 'by time') throw new CannotBuild(`${program.name} was not built in the time that there was`);
  throw new CannotBuild(`${program.name} could not be built: ${other().trim()}`);
}

/** Tells the packages that `go build -v` names. @returns the way to everything else that it has said */
function readProgress({ stderr }: ChildProcess, onPackage: (path: string) => void): () => string {
  const other: string[] = [];
  let rest = '';
  stderr?.setEncoding('utf8');
  stderr?.on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (/^[\w.~-]+(\/[\w.~-]+)*$/.test(line)) onPackage(line);
      else other.push(line);
    }
  });
  return () => [...other, rest].join('\n');
}

function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // Nobody is left in it.
  }
}
