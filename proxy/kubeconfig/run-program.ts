import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { createProgramVoice } from './program-voice.ts';

/** How a program ended. */
export type Ended =
  | { readonly kind: 'notFound' }
  | { readonly kind: 'notStarted'; readonly code: string }
  | { readonly kind: 'timeOut' }
  /** The code is `null` after a signal. */
  | { readonly kind: 'exit'; readonly code: number | null; readonly output: string };

export interface RunningProgram {
  readonly ended: Promise<Ended>;
  /** The last line that it has said on stderr, without what could be a secret. */
  readonly said: () => string;
}

/** All in milliseconds. */
export interface ProgramLimits {
  /** How long it may run. */
  readonly patience: number;
  /** From when on it looks as if it waited for its user, who is told what it says. */
  readonly quiet: number;
  /** How long it may take to end once it is asked to. */
  readonly grace: number;
}

type Child = ChildProcessByStdio<null, Readable, Readable>;

/** No credential is longer (characters). */
const outputLimit = 1_000_000;

/**
 * Runs a program without a terminal, and never throws. Of what cannot be started only the code of the error is known:
 * its message quotes the arguments.
 *
 * @param tell gets what it says on stderr, line by line, once it looks as if it waited for its user.
 */
export function runProgram(
  command: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  limits: ProgramLimits,
  tell: (line: string) => void,
): RunningProgram {
  const voice = createProgramVoice(tell, limits.quiet);
  const ended = new Promise<Ended>((resolve) => {
    const child = start(command, args, environment);
    const end = (how: Ended) => {
      voice.end();
      resolve(how);
    };
    if (typeof child === 'string') {
      end({ kind: 'notStarted', code: child });
      return;
    }
    const limit = setTimeout(() => {
      endGroup(child, limits.grace);
      end({ kind: 'timeOut' });
    }, limits.patience);
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      if (output.length < outputLimit) output += text;
    });
    child.stderr.setEncoding('utf8').on('data', voice.hear);
    child.on('error', ({ code = '' }: NodeJS.ErrnoException) => {
      clearTimeout(limit);
      end(code === 'ENOENT' ? { kind: 'notFound' } : { kind: 'notStarted', code });
    });
    child.on('close', (code) => {
      clearTimeout(limit);
      running.delete(child);
      end({ kind: 'exit', code, output });
    });
  });
  return { ended, said: voice.last };
}

/** Those that are to go when we do. */
const running = new Set<Child>();

process.on('exit', () => {
  for (const child of running) signalGroup(child, 'SIGKILL');
});

/** A group of its own, because a plugin is often a script, and what it has started would outlive it. */
function start(command: string, args: readonly string[], env: NodeJS.ProcessEnv): Child | string {
  try {
    const detached = process.platform !== 'win32';
    const child = spawn(command, args, { env, detached, stdio: ['ignore', 'pipe', 'pipe'] });
    if (child.pid !== undefined) running.add(child);
    return child;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? 'unknown error';
  }
}

function endGroup(child: Child, grace: number): void {
  signalGroup(child, 'SIGTERM');
  // What it has started may be there when it is not any more.
  setTimeout(() => signalGroup(child, 'SIGKILL'), grace);
}

function signalGroup(child: Child, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group is gone, or this system has none.
    child.kill(signal);
  }
}
