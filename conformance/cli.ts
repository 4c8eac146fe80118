import { parseArgs } from 'node:util';
import { runConformance } from './conformance.ts';
import { describeCoverage } from './coverage.ts';
import { openSimulatedCluster } from './simulated-cluster.ts';

/** Draws as many cases as are asked for: `npm run conformance -- --cases 20000 --seed 42`. */
const { values } = parseArgs({ options: { cases: { type: 'string' }, seed: { type: 'string' } } });
const cases = Number(values.cases ?? '2000');
const seed = Number(values.seed ?? Date.now() % 2 ** 31);
if (!Number.isInteger(cases) || cases < 1 || !Number.isInteger(seed)) {
  console.error('--cases takes a number above 0, --seed a whole number');
  process.exit(2);
}
console.log(`${cases} cases, seed ${seed}`);
const started = performance.now();
const { coverage, disagreement } = await runConformance({ cases, seed, open: openSimulatedCluster });
console.log(disagreement ?? describeCoverage(coverage));
console.log(`${((performance.now() - started) / 1000).toFixed(1)} s`);
process.exit(disagreement === undefined ? 0 : 1);
