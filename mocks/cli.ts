import { createServer } from 'node:http';
import { parseArgs } from 'node:util';
import { createSimulatedCluster, isScenarioName } from './cluster.ts';
import { scenarios } from './scenarios/scenarios.ts';
import { answerStatus } from './server/answers.ts';
import { isLocalRequest, isLoopbackAddress } from './server/loopback.ts';

const help = `A simulated Kubernetes cluster for kubectl.

  npm run cluster -- [options]

  --port N         port to listen on (default 8001; a busy one gives way to the next free one)
  --host H         address to listen on (default 127.0.0.1)
  --scenario NAME  what is in it (default demo):
${Object.entries(scenarios)
  .map(([name, { description }]) => `                     ${name.padEnd(14)} ${description}`)
  .join('\n')}
  --help           this text
`;

function fail(problem: string): never {
  console.error(`${problem}\n\n${help}`);
  process.exit(2);
}

function readOptions(): { port: number; host: string; scenario: string; help: boolean } {
  try {
    const { values } = parseArgs({
      options: {
        port: { type: 'string', default: '8001' },
        host: { type: 'string', default: '127.0.0.1' },
        scenario: { type: 'string', default: 'demo' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    return { ...values, port: Number(values.port) };
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

const options = readOptions();
if (options.help) {
  console.log(help);
  process.exit(0);
}
const { scenario, host } = options;
if (!Number.isInteger(options.port) || options.port < 0 || options.port > 65_535) {
  fail('--port takes a number from 0 to 65535');
}
if (!isScenarioName(scenario)) fail(`there is no scenario "${scenario}"`);

const cluster = createSimulatedCluster({ scenario });
const onlyLocal = isLoopbackAddress(host);
const server = createServer((request, response) => {
  if (!onlyLocal || isLocalRequest(request)) cluster.handle(request, response);
  else answerStatus(response, 403, 'Forbidden', 'this server answers to loopback addresses only');
});
let port = options.port;
server.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EADDRINUSE' || port >= options.port + 50) fail(error.message);
  console.log(`Port ${port} is in use; trying ${port + 1}.`);
  port += 1;
  server.listen(port, host);
});
server.listen(port, host, () => {
  const address = server.address();
  const shown = address !== null && typeof address === 'object' ? address.port : port;
  console.log(
    `Cluster "${scenario}" is ready: kubectl --server=http://${host.includes(':') ? `[${host}]` : host}:${shown} get pods -A`,
  );
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    cluster.close();
    server.close();
    server.closeAllConnections();
  });
}
