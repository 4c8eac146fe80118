import { parseArgs } from 'node:util';
import { scenarios } from '../../../mocks/scenarios/scenarios.ts';
import { programsForCommand } from '../build/programs-for-command.ts';
import { startRealCluster } from '../real-cluster.ts';
import { endWithSignals } from '../run/end-with-signals.ts';
import { compareAll } from './compare-all.ts';
import { describeDifferences } from './compare.ts';
import { readKubeconfig } from './credentials.ts';
import { isOfEndingNamespace } from './ending-namespace.ts';
import { judge } from './judge.ts';
import { knownDifferences } from './known-differences.ts';
import { playAll, scriptNames, unmetIn } from './play-all.ts';
import type { Answers } from './play-all.ts';
import { CannotRecord, readRecordings, writeRecordings } from './recordings.ts';
import { connectTo } from './server.ts';
import type { Server } from './server.ts';
import { openSimulatedServer, SCENARIO, SIMULATED_WIDTH } from './simulated-server.ts';

const help = `The same requests to a real control plane and to the simulated cluster. What differs is printed.

  npm run exchanges -- [options]

  --kubeconfig FILE  a real cluster with Spiderpool that is running already, filled with the scenario "${SCENARIO}"
                     (default: one is built and started)
  --recorded         compare with the recordings instead; needs no real cluster
  --record           write what the real cluster answers into the recordings
  --only TEXT        only scripts whose subject/name has this in it
  --help             this text
`;

const { values } = parseArgs({
  options: {
    kubeconfig: { type: 'string' },
    recorded: { type: 'boolean', default: false },
    record: { type: 'boolean', default: false },
    only: { type: 'string' },
    help: { type: 'boolean', short: 'h', default: false },
  },
});
if (values.help) {
  console.log(help);
  process.exit(0);
}
if (values.record && (values.recorded || values.only !== undefined)) {
  console.error('--record takes everything from a real cluster: it goes with neither --recorded nor --only');
  process.exit(2);
}

const run = (Date.now() % 36 ** 5).toString(36).padStart(5, '0');
const chosen = (where: string) => values.only === undefined || where.includes(values.only);
if (!scriptNames().some(chosen)) {
  console.error(`no subject/script has "${values.only}" in it`);
  process.exit(2);
}
/** Scripts wait for controllers more than they work. */
const WIDTH = 8;

const ending = endWithSignals();

interface RealServer {
  kubeconfig: string;
  close(): Promise<void>;
}

async function realServer(): Promise<RealServer> {
  if (values.kubeconfig !== undefined) {
    return { kubeconfig: values.kubeconfig, close: () => Promise.resolve() };
  }
  const report = (line: string) => console.log(line);
  const built = await programsForCommand(ending);
  const onProblem = (problem: unknown) => {
    if (!isOfEndingNamespace(problem)) console.error('the stand-in for the nodes:', problem);
  };
  return startRealCluster({ built, scenario: scenarios[SCENARIO], report, onProblem });
}

async function realAnswers(): Promise<Answers> {
  if (values.recorded) return readRecordings();
  const real = await realServer();
  try {
    const { address, credentials } = readKubeconfig(real.kubeconfig);
    return await answersOf('real', connectTo(address, credentials), WIDTH);
  } finally {
    await real.close();
  }
}

/** What a server answers to the chosen scripts. It is closed, whatever comes. */
async function answersOf(name: string, server: Server, width: number): Promise<Answers> {
  const started = performance.now();
  try {
    const answers = await playAll(server, { run, width, chosen });
    console.log(`${name}: ${((performance.now() - started) / 1000).toFixed(1)} s`);
    return answers;
  } finally {
    server.close();
  }
}

try {
  const real = await realAnswers();
  const unmet = unmetIn(real);
  for (const exchange of unmet) console.error(`the real one never came to what is waited for: ${exchange}`);
  if (values.record) writeRecordings(real);
  const simulated = await answersOf('simulated', await openSimulatedServer(), SIMULATED_WIDTH);
  const { exchanges, different, differences } = compareAll(real, simulated);
  const { unknown, known, stale } = judge(differences, knownDifferences);
  if (unknown.length > 0) console.log(describeDifferences(unknown));
  const forgotten = values.only === undefined ? stale : [];
  for (const { exchange, path } of forgotten) console.log(`\nno difference any more: ${exchange} ${path}`);
  console.log(
    `\n${exchanges} exchanges, ${exchanges - different} equal, ${different} with differences: ${known} known, ${unknown.length} unknown, ${forgotten.length} stale`,
  );
  process.exitCode = unknown.length + forgotten.length + unmet.length === 0 ? 0 : 1;
} catch (error) {
  console.error(error instanceof CannotRecord ? error.message : error);
  process.exitCode = 1;
}
