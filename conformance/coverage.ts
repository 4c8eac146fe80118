import { readFailure } from '../src/domain/failures/read-failure.ts';
import type { FailureCause } from '../src/domain/failures/failure.ts';
import type { Played } from './play.ts';

/** How much of what can happen has happened. */
export interface Coverage {
  cases: number;
  /** Cases in which every Pod ran, some did, or none. */
  all: number;
  some: number;
  none: number;
  /** Cases whose number of running Pods was told exactly. */
  exact: number;
  /** Cases in which something failed, by the class of a first failure. */
  readonly failures: Map<FailureCause, number>;
  /** Pods that ran with an address of a fixed pool, of a second tier, the same address on two NICs. */
  fixed: number;
  drained: number;
  twice: number;
}

export function noCoverage(): Coverage {
  return {
    cases: 0,
    all: 0,
    some: 0,
    none: 0,
    exact: 0,
    failures: new Map(),
    fixed: 0,
    drained: 0,
    twice: 0,
  };
}

/** Counts one case in. */
export function cover(coverage: Coverage, { prediction, outcome: { pods } }: Played): void {
  if (prediction.kind === 'unknown') return;
  const running = pods.filter((pod) => pod.running);
  coverage.cases += 1;
  if (pods.length > 0)
    coverage[running.length === pods.length ? 'all' : running.length > 0 ? 'some' : 'none'] += 1;
  if (prediction.running.min === prediction.running.max) coverage.exact += 1;
  const causes = new Set(
    pods.flatMap(({ failure }) => (failure === undefined ? [] : [readFailure(failure).cause])),
  );
  for (const cause of causes) coverage.failures.set(cause, (coverage.failures.get(cause) ?? 0) + 1);
  const held = running.map(({ nics }) =>
    nics.flatMap(({ ipv4, ipv6 }) => [ipv4, ipv6].filter((each) => each !== undefined)),
  );
  if (held.some((all) => all.some(({ pool }) => pool.startsWith('auto')))) coverage.fixed += 1;
  if (held.some((all) => new Set(all.map(({ address }) => address)).size < all.length)) coverage.twice += 1;
  const second = prediction.courses.flatMap(({ allocations }) =>
    allocations.flatMap(({ demands }) => demands.flatMap(({ tiers }) => tiers.slice(1).flat())),
  );
  if (held.some((all) => all.some(({ pool }) => second.some((offer) => offer.pool === pool))))
    coverage.drained += 1;
}

/** What several runs came to together. */
export function sumOfCoverage(parts: readonly Coverage[]): Coverage {
  const sum = noCoverage();
  for (const { failures, ...counts } of parts) {
    for (const name of Object.keys(counts) as (keyof typeof counts)[]) sum[name] += counts[name];
    for (const [cause, count] of failures) sum.failures.set(cause, (sum.failures.get(cause) ?? 0) + count);
  }
  return sum;
}

/** The counts as lines of text. */
export function describeCoverage(coverage: Coverage): string {
  const { cases, all, some, none, exact, fixed, drained, twice, failures } = coverage;
  const causes = [...failures].sort(([, a], [, b]) => b - a).map(([cause, count]) => `${cause} ${count}`);
  return [
    `${cases} cases: all Pods run in ${all}, some in ${some}, none in ${none}; the number is told exactly in ${exact}`,
    `fixed pools in ${fixed}, a second class of pools in ${drained}, one address on two NICs in ${twice}`,
    `first failures: ${causes.join(', ')}`,
  ].join('\n');
}
