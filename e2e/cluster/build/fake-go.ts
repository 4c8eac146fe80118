import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { vi } from 'vitest';

/** What its `go build` does: the file `child` has the process id of what it has started. */
const BUILDS = {
  succeeds: 'echo net/netip >&2; env > "$3"',
  fails: 'echo net/netip >&2; echo "main.go:1: no" >&2; exit 1',
  // A shell lets nobody interrupt what it has in the background.
  hangs: 'sleep 600 & echo $! > "$FAKE_GO/child"; wait',
  'hangs and is not interrupted': `trap '' INT; sleep 600 & echo $! > "$FAKE_GO/child"; wait`,
} as const;

/**
 * Puts a `go` on the PATH that builds nothing, until the environment of the test is restored.
 * @param folder of the test, for all that it needs
 */
export function fakeGo(folder: string, build: keyof typeof BUILDS): void {
  const definitions = join(folder, 'module', 'charts', 'spiderpool', 'crds');
  mkdirSync(definitions, { recursive: true });
  writeFileSync(join(definitions, 'pools.yaml'), 'kind: CustomResourceDefinition');
  const script = `#!/bin/sh
case "$1" in
env) echo go1.26.0 ;;
mod) echo '{"Dir": "${join(folder, 'module')}"}' ;;
build) ${BUILDS[build]} ;;
esac
`;
  writeFileSync(join(folder, 'go'), script);
  chmodSync(join(folder, 'go'), 0o755);
  vi.stubEnv('FAKE_GO', folder);
  vi.stubEnv('PATH', `${folder}${delimiter}${process.env['PATH']}`);
}
