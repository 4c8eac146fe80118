import { spawnSync } from 'node:child_process';
import { goEnvironment } from './go-environment.ts';
import type { PinnedModule } from './programs.ts';

/** What keeps the control plane from being there, in a sentence for the one who asked for it. */
export class CannotBuild extends Error {}

const NEEDED = [1, 25] as const;

/** Makes sure that there is a Go that can build the modules. @throws CannotBuild */
export function requireGo(): void {
  const { stdout, status } = spawnSync('go', ['env', 'GOVERSION'], {
    encoding: 'utf8',
    env: goEnvironment(process.env),
  });
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
    env: goEnvironment(process.env),
  });
  if (status !== 0)
    throw new CannotBuild(`${path} could not be downloaded: ${stderr.trim() || stdout.trim()}`);
  return (JSON.parse(stdout) as { Dir: string }).Dir;
}
