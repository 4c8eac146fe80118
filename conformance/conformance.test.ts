import { expect, it } from 'vitest';
import { runConformance } from './conformance.ts';
import { describeCoverage } from './coverage.ts';
import { openSimulatedCluster } from './simulated-cluster.ts';

const CASES = 2_000;

/** What so many cases must have shown, lest agreement be cheap: cases by the class of a first failure. */
const least = {
  attachmentNotFound: 3,
  badAnnotation: 10,
  defaultRouteNic: 1,
  duplicatePool: 10,
  exhausted: 60,
  filteredOut: 60,
  interfaceNotListed: 10,
  noAutoPool: 40,
  noCandidate: 30,
  noDevice: 15,
  noRule: 15,
  poolNotFound: 8,
  tooManyRecords: 1,
  unschedulable: 40,
} as const;

it('the prediction equals the outcome in every case that is drawn', { timeout: 900_000 }, async () => {
  const seed = Date.now() % 2 ** 31;
  process.stdout.write(`conformance: ${CASES} cases, seed ${seed}\n`);
  const { coverage, disagreement } = await runConformance({ cases: CASES, seed, open: openSimulatedCluster });
  expect(disagreement).toBeUndefined();
  process.stdout.write(`${describeCoverage(coverage)}\n`);
  const seen = Object.fromEntries(coverage.failures);
  for (const [cause, count] of Object.entries(least)) {
    expect(seen[cause] ?? 0, `cases that fail with ${cause}, seed ${seed}`).toBeGreaterThanOrEqual(count);
  }
  expect(coverage.all, 'cases in which every Pod runs').toBeGreaterThan(CASES / 8);
  expect(coverage.some, 'cases in which some Pods run').toBeGreaterThan(CASES / 60);
  expect(coverage.exact, 'cases whose number of Pods is told exactly').toBeGreaterThan(CASES * 0.9);
  expect(coverage.fixed, 'cases with fixed pools').toBeGreaterThan(CASES / 60);
  expect(coverage.drained, 'cases with a pool of a second class').toBeGreaterThan(1);
  expect(coverage.twice, 'cases with one address on two NICs').toBeGreaterThan(CASES / 60);
});
