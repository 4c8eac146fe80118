import { createServer } from 'node:http';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createSimulatedCluster } from '../../../mocks/cluster.ts';
import { freePort } from '../../../scripts/free-port.ts';
import { createApiClient } from '../api/api-client.ts';
import { programsForCommand } from '../build/programs-for-command.ts';
import { startRealCluster } from '../real-cluster.ts';
import { endWithSignals } from '../run/end-with-signals.ts';
import { comparedCluster } from './case-objects.ts';
import { casesNamed } from './cases.ts';
import type { Outcome } from './outcome.ts';
import { playCases } from './play.ts';
import type { Pace } from './play.ts';
import { reportOf } from './report.ts';

const help = `Plays small cases in the simulated and in a real cluster, side by side, and compares what they come to.

  npm run cluster:compare -- [options]

  --only TEXT    cases whose name has this in it
  --report FILE  write every outcome there
  --help         this text
`;

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    report: { type: 'string' },
    help: { type: 'boolean', short: 'h', default: false },
  },
});
if (values.help) {
  console.log(help);
  process.exit(0);
}

const cases = casesNamed(values.only);
if (cases.length === 0) {
  console.error(`No case has "${values.only}" in its name, so that there is nothing to compare.`);
  process.exit(2);
}
const ending = endWithSignals();
const LOOPBACK = '127.0.0.1';
/**
 * That nothing happens is seen by waiting. What could happen comes with a change, which controllers are told of at once, or at a
 * controller's next attempt: Spiderpool's tries again after 5 s (SPIDERPOOL_WORKQUEUE_RETRY_DELAY_DURATION), and so often its lists
 * are gone through here (`rounds`); the kubelet makes the sandbox of a Pod again after 10 s at most (LONGEST_SANDBOX_RETRY).
 * 15 s have each of them in it.
 */
const pace: Pace = { look: 1_000, still: 15_000, longest: 180_000 };
/** Spiderpool looks at every pool and subnet again, without a cause, each 300 s; here each 5 s. */
const rounds = {
  SPIDERPOOL_IPPOOL_INFORMER_RESYNC_PERIOD: '5',
  SPIDERPOOL_SUBNET_INFORMER_RESYNC_PERIOD: '5',
};

async function onSimulated(): Promise<ReadonlyMap<string, Outcome>> {
  const cluster = createSimulatedCluster({ scenario: comparedCluster });
  const server = createServer((request, response) => cluster.handle(request, response));
  // A connection that is closed for being idle while a busy machine sends the next request on it would end the command.
  server.keepAliveTimeout = 0;
  const port = await freePort(0, LOOPBACK);
  await new Promise<void>((resolve) => server.listen(port, LOOPBACK, resolve));
  const client = createApiClient({ server: `http://${LOOPBACK}:${port}`, userAgent: 'podnic-compare/1' });
  try {
    return await playCases(client, cases, pace);
  } finally {
    client.close();
    cluster.close();
    server.close();
    server.closeAllConnections();
  }
}

async function onReal(): Promise<ReadonlyMap<string, Outcome>> {
  const built = await programsForCommand(ending);
  const cluster = await startRealCluster({
    built,
    scenario: comparedCluster,
    variables: rounds,
    report: (line) => console.log(line),
    onProblem: (error) => console.error(error),
  });
  const client = cluster.client('podnic-compare/1');
  try {
    return await playCases(client, cases, pace);
  } finally {
    client.close();
    await cluster.close();
  }
}

const [simulated, real] = await Promise.all([onSimulated(), onReal()]);
const { lines, failures, everything } = reportOf(cases, simulated, real);
if (values.report !== undefined) writeFileSync(values.report, everything);
console.log(lines);
process.exit(failures === 0 ? 0 : 1);
