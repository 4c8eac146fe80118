import { parseArgs } from 'node:util';
import { runConformance } from '../../../conformance/conformance.ts';
import { describeCoverage } from '../../../conformance/coverage.ts';
import { freePort } from '../../../scripts/free-port.ts';
import { buildPrograms } from '../build/build-programs.ts';
import { startRealConformance } from './real-conformance.ts';

/** Prediction equals outcome on a real control plane: `npm run cluster:conformance -- --cases 60 --seed 42`. */
const { values } = parseArgs({ options: { cases: { type: 'string' }, seed: { type: 'string' } } });
const cases = Number(values.cases ?? '60');
const seed = Number(values.seed ?? Date.now() % 2 ** 31);
if (!Number.isInteger(cases) || cases < 1 || !Number.isInteger(seed)) {
  console.error('--cases takes a number above 0, --seed a whole number');
  process.exit(2);
}
const HOUR = 3_600_000;
const built = await buildPrograms({ timeLimit: HOUR, report: (line) => console.log(line) });
console.log(`${cases} cases, seed ${seed}`);
const started = performance.now();
const real = await startRealConformance(built, await freePort(0, '127.0.0.1'), (error) =>
  console.error(error),
);
const elapsed = () => `${((performance.now() - started) / 1000).toFixed(1)} s`;
let played = 0;
try {
  const { coverage, disagreement } = await runConformance({
    cases,
    seed,
    async open(settings, chance) {
      played += 1;
      if (played % 10 === 0) console.log(`case ${played}, ${elapsed()}`);
      return real.open(settings, chance);
    },
  });
  console.log(disagreement ?? describeCoverage(coverage));
  console.log(elapsed());
  process.exitCode = disagreement === undefined ? 0 : 1;
} finally {
  await real.close();
}
process.exit();
