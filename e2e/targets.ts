import { availableParallelism } from 'node:os';

/** More than cores, as a test that waits leaves its core to another; not many more clusters than a laptop has room for. */
export const testsAtOnce = Math.min(availableParallelism(), 4) + 2;

/** What browser tests can run against. They do not ask: what a target lacks is said by the tag of a test. */
export type Target = 'simulated' | 'real';

export interface TargetSettings {
  /** Starts the console with its clusters on a port. */
  readonly server: (port: number) => string;
  /** A test with one of these tags is for another target. */
  readonly notFor: RegExp;
  /** Milliseconds, as all below: how long a whole test may take, its cluster included. */
  readonly test: number;
  /** How long what a page shows is waited for. */
  readonly expect: number;
  /** How often a test that fails is tried again; it is called flaky when it passes then. */
  readonly retries: number;
}

/**
 * - `@simulated`: the test needs what only the simulator can do: faults on demand, a name that tells it what to answer, a
 *   scenario that no API server takes, a console that asks for a token.
 * - `@real`: it needs programs that can be killed.
 */
export const targets: Readonly<Record<Target, TargetSettings>> = {
  simulated: {
    server: (port) => `npx tsx scripts/start.ts --port ${port}`,
    notFor: /@real\b/,
    test: 120_000,
    expect: 30_000,
    retries: 0,
  },
  real: {
    // The process that is told to end must be the one that has programs to end.
    server: (port) => `exec node --import tsx e2e/cluster/serve/cli.ts --port ${port}`,
    notFor: /@simulated\b/,
    test: 300_000,
    expect: 90_000,
    // Nobody here decides how long real programs back off from one another.
    retries: 1,
  },
};

/** Of `npm run e2e -- --target NAME`. */
export function targetOf(environment: Readonly<Record<string, string | undefined>>): Target {
  return environment['PODNIC_E2E_TARGET'] === 'real' ? 'real' : 'simulated';
}
