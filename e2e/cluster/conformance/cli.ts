import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { runConformance } from '../../../conformance/conformance.ts';
import type { ConformanceResult } from '../../../conformance/conformance.ts';
import { describeCoverage, sumOfCoverage } from '../../../conformance/coverage.ts';
import { programsForCommand } from '../build/programs-for-command.ts';
import { endWithSignals } from '../run/end-with-signals.ts';
import { startRealConformance } from './real-conformance.ts';

const help = `Prediction equals outcome: plays drawn cases on real control planes.

  npm run cluster:conformance -- [options]

  --cases N      how many (default 60)
  --seed S       of the draw (default another one each time); the same seed and lanes draw the same cases
  --lanes N      how many clusters they are played in, side by side (default 3), because a case mostly waits.
                 The second lane draws from seed S + 1, and so on
  --smallest     look for the smallest case that disagrees, which takes a second or two for each that is tried
  --report FILE  write how many agreed and disagreed there, as JSON
  --help         this text
`;

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '60' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    lanes: { type: 'string', default: '3' },
    smallest: { type: 'boolean', default: false },
    report: { type: 'string' },
    help: { type: 'boolean', short: 'h', default: false },
  },
});
if (values.help) {
  console.log(help);
  process.exit(0);
}
const [cases, seed, lanes] = [Number(values.cases), Number(values.seed), Number(values.lanes)];
if (![cases, lanes].every((count) => Number.isInteger(count) && count > 0) || !Number.isInteger(seed)) {
  console.error(`--cases and --lanes take a number above 0, --seed a whole number\n\n${help}`);
  process.exit(2);
}

const built = await programsForCommand(endWithSignals());
const started = performance.now();
const elapsed = () => `${((performance.now() - started) / 1000).toFixed(1)} s`;
let played = 0;

/** Plays the cases of one lane in a cluster of its own. */
async function run(laneCases: number, laneSeed: number): Promise<ConformanceResult> {
  console.log(`${laneCases} cases, seed ${laneSeed}`);
  const real = await startRealConformance(built, (error) => console.error(error));
  try {
    return await runConformance({
      cases: laneCases,
      seed: laneSeed,
      asDrawn: !values.smallest,
      async open(settings, chance) {
        played += 1;
        if (played % 10 === 0) console.log(`case ${played}, ${elapsed()}`);
        return real.open(settings, chance);
      },
    });
  } finally {
    await real.close();
  }
}

const shares = Array.from({ length: Math.min(lanes, cases) }, (_, lane) =>
  Math.floor((cases + lanes - 1 - lane) / lanes),
);
const results = await Promise.all(shares.map((share, lane) => run(share, seed + lane)));
const disagreements = results.flatMap(({ disagreement }) => disagreement ?? []);
const coverage = sumOfCoverage(results.map((result) => result.coverage));
for (const disagreement of disagreements) console.log(disagreement);
console.log(describeCoverage(coverage));
console.log(elapsed());
if (values.report !== undefined) {
  mkdirSync(dirname(values.report), { recursive: true });
  // A case that disagrees has been played, and counted, like the others; one that broke has not.
  const agreements = Math.max(0, coverage.cases - disagreements.length);
  const report = { agreements, disagreements: disagreements.length };
  writeFileSync(values.report, JSON.stringify(report));
}
process.exit(disagreements.length === 0 ? 0 : 1);
