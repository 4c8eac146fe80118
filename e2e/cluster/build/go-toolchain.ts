import { spawn, spawnSync } from 'node:child_process';
import { setPriority } from 'node:os';
import type { PinnedModule } from './programs.ts';
import { BUILD_FLAGS } from './programs.ts';

/** What keeps the control plane from being there, in a sentence for the one who asked for it. */
export class CannotBuild extends Error {}

const NEEDED = [1, 25] as const;
const LOWEST_PRIORITY = 19;

/** Makes sure that there is a Go that can build the modules. @throws CannotBuild */
export function requireGo(): void {
  const { stdout, status } = spawnSync('go', ['env', 'GOVERSION'], { encoding: 'utf8' });
  const found = status === 0 ? stdout.trim() : '';
  const [major = 0, minor = 0] = (/go(\d+)\.(\d+)/.exec(found) ?? []).slice(1).map(Number);
  if (major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])) return;
  throw new CannotBuild(
    `Go ${NEEDED.join('.')} or newer builds the control plane, and ${found === '' ? 'there is no Go here' : `this is ${found}`} ` +
      '(https://go.dev/dl); the console serves any other cluster instead: npm start -- --kubeconfig FILE.',
  );
}

/** Where the source of a module of the build is. @throws CannotBuild when it cannot be had */
export function moduleFolder(module: PinnedModule, path: string): string {
  const { stdout, stderr, status } = spawnSync('go', ['mod', 'download', '-json', path], {
    cwd: module.directory,
    encoding: 'utf8',
  });
  if (status !== 0)
    throw new CannotBuild(`${path} could not be downloaded: ${stderr.trim() || stdout.trim()}`);
  return (JSON.parse(stdout) as { Dir: string }).Dir;
}

interface BuildOptions {
  module: PinnedModule;
  /** The main package. */
  package: string;
  output: string;
  /** Milliseconds. */
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
  const { module, output, timeLimit, signal, onPackage } = options;
  const variables = Object.entries(module.variables(module.version)).map(
    ([name, value]) => `-X ${name}=${value}`,
  );
  const linker = ['-s', '-w', ...variables].join(' ');
  const args = ['build', ...BUILD_FLAGS, '-v', '-ldflags', linker, '-o', output, options.package];
  const child = spawn('go', args, { cwd: module.directory, stdio: ['ignore', 'ignore', 'pipe'] });
  if (child.pid !== undefined) setPriority(child.pid, LOWEST_PRIORITY);
  const other: string[] = [];
  let rest = '';
  child.stderr.setEncoding('utf8');
  child.stderr.on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (/^[\w.~-]+(\/[\w.~-]+)*$/.test(line)) onPackage(line);
      else other.push(line);
    }
  });
  // A build that is ended asks its compilers to end, and cleans up.
  const end = () => child.kill('SIGTERM');
  const timer = setTimeout(end, timeLimit);
  signal?.addEventListener('abort', end);
  const started = Date.now();
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  }).finally(() => {
    clearTimeout(timer);
    signal?.removeEventListener('abort', end);
  });
  if (signal?.aborted === true) throw new CannotBuild('building was ended');
  if (code === null && Date.now() - started >= timeLimit) {
    throw new CannotBuild(`${options.package} was not built in the time that there was`);
  }
  if (code !== 0)
    throw new CannotBuild(`${options.package} could not be built: ${[...other, rest].join('\n').trim()}`);
}
