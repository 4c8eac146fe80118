import { createServer } from 'node:http';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createSimulatedCluster } from '../../../mocks/cluster.ts';
import { freePort } from '../../../scripts/free-port.ts';
import { createApiClient } from '../api/api-client.ts';
import { buildPrograms } from '../build/build-programs.ts';
import { startRealCluster } from '../real-cluster.ts';
import { comparedCluster } from './case-objects.ts';
import { comparedCases } from './cases.ts';
import { playCases } from './play.ts';
import type { Outcome } from './observe.ts';
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

const cases = comparedCases.filter(({ id }) => id.includes(values.only));
const HOUR = 3_600_000;
const LOOPBACK = '127.0.0.1';
const LONGEST = 150_000;

async function onSimulated(): Promise<ReadonlyMap<string, Outcome>> {
  const cluster = createSimulatedCluster({ scenario: comparedCluster });
  const server = createServer((request, response) => cluster.handle(request, response));
  const port = await freePort(0, LOOPBACK);
  await new Promise<void>((resolve) => server.listen(port, LOOPBACK, resolve));
  const client = createApiClient({ server: `http://${LOOPBACK}:${port}`, userAgent: 'podnic-compare/1' });
  try {
    return await playCases(client, cases, { look: 500, still: 4_000, longest: LONGEST });
  } finally {
    client.close();
    cluster.close();
    server.close();
    server.closeAllConnections();
  }
}

async function onReal(): Promise<ReadonlyMap<string, Outcome>> {
  const built = await buildPrograms({ timeLimit: HOUR, report: (line) => console.log(line) });
  const cluster = await startRealCluster({
    built,
    scenario: comparedCluster,
    report: (line) => console.log(line),
    onProblem: (error) => console.error(error),
  });
  const client = cluster.client('podnic-compare/1');
  try {
    return await playCases(client, cases, { look: 500, still: 4_000, longest: LONGEST });
  } finally {
    client.close();
    await cluster.close();
  }
}

const [simulated, real] = await Promise.all([onSimulated(), onReal()]);
const { lines, differences, everything } = reportOf(cases, simulated, real);
if (values.report !== undefined) writeFileSync(values.report, everything);
console.log(lines);
process.exit(differences === 0 ? 0 : 1);
