/** Node's names of processors, where Go has others. */
const PROCESSORS: Readonly<Record<string, string>> = { x64: 'amd64', ia32: '386' };

/** What decides what comes out of a build is not the user's: the same comes out everywhere, and what is kept is what it is named after. */
export const FIXED_VARIABLES: Readonly<Record<string, string>> = {
  // Not empty: what `go env -w` has written counts otherwise.
  GOFLAGS: '-mod=readonly',
  GOWORK: 'off',
  GO111MODULE: 'on',
  GOOS: process.platform,
  GOARCH: PROCESSORS[process.arch] ?? process.arch,
};

/** Whether there is a C compiler is Go's to find out: it does without one. */
const ALTERING = /^(GO(386|AMD64|ARM|ARM64|MIPS|MIPS64|PPC64|RISCV64|EXPERIMENT|FIPS140)|CGO_.*)$/;

/**
 * What `go` is run in: the user's environment, with proxies, credentials and caches, but for what would alter what is built.
 * Which Go it is stays the user's as well: it is asked for at a build only, and any that is new enough will do.
 */
export function goEnvironment(users: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(users).filter(([name]) => !ALTERING.test(name));
  return { ...Object.fromEntries(kept), ...FIXED_VARIABLES };
}
