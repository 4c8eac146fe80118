import { parseArgs } from 'node:util';
import { scenarios } from '../../mocks/scenarios/scenarios.ts';
import { freePort } from '../../scripts/free-port.ts';
import { buildPrograms } from './build/build-programs.ts';
import type { BuiltPrograms } from './build/build-programs.ts';
import { CannotBuild } from './build/go-toolchain.ts';
import { startRealCluster } from './real-cluster.ts';
import { chooseScenario, realScenarioNames } from './real-scenarios.ts';

const help = `A real control plane: etcd, kube-apiserver, kube-controller-manager, kube-scheduler and Spiderpool's controller and agent,
on loopback. The first start builds them with Go, which takes many minutes; later ones take seconds.

  npm run cluster:real -- [options]

  --port N           port of the API server (default 6443; a busy one gives way to the next free one)
  --scenario NAME    what is in it (default demo): ${realScenarioNames.join(', ')}
  --build-only       build what is missing and end
  --build-minutes N  how long building may take (default 90)
  --help             this text
`;

interface Options {
  port: number;
  scenario: string;
  buildOnly: boolean;
  buildMinutes: number;
  help: boolean;
}

function fail(problem: string): never {
  console.error(`${problem}\n\n${help}`);
  process.exit(2);
}

function readOptions(): Options {
  try {
    const { values } = parseArgs({
      options: {
        port: { type: 'string', default: '6443' },
        scenario: { type: 'string', default: 'demo' },
        'build-only': { type: 'boolean', default: false },
        'build-minutes': { type: 'string', default: '90' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    return {
      port: Number(values.port),
      scenario: values.scenario,
      buildOnly: values['build-only'],
      buildMinutes: Number(values['build-minutes']),
      help: values.help,
    };
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

const options = readOptions();
if (options.help) {
  console.log(help);
  process.exit(0);
}
if (!Number.isInteger(options.port) || options.port < 0 || options.port > 65_535) {
  fail('--port takes a number from 0 to 65535');
}
if (!(options.buildMinutes > 0)) fail('--build-minutes takes a number above 0');
const chosen = chooseScenario(options.scenario);
if (!chosen.ok) fail(chosen.problem);
const scenario = chosen.name;

// During a build a signal ends it; during the start it is obeyed when the start is over, so that nothing is left running.
const ended = new AbortController();
let phase: 'building' | 'starting' | (() => Promise<void>) = 'building';
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (ended.signal.aborted) return;
    ended.abort();
    if (phase === 'starting') console.log('Ending as soon as the start is over …');
    else if (phase !== 'building') void phase().then(() => process.exit(0));
  });
}

async function built(): Promise<BuiltPrograms> {
  try {
    return await buildPrograms({
      timeLimit: options.buildMinutes * 60_000,
      signal: ended.signal,
      report: (line) => console.log(line),
    });
  } catch (error) {
    if (!(error instanceof CannotBuild)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}

const programs = await built();
if (options.buildOnly) process.exit(0);

phase = 'starting';
const started = Date.now();
const port = await freePort(options.port, '127.0.0.1');
if (port !== options.port && options.port !== 0) {
  console.log(`Port ${options.port} is in use; using ${port} instead.`);
}
try {
  const cluster = await startRealCluster({
    built: programs,
    scenario: scenarios[scenario],
    port,
    report: (line) => console.log(line),
    onProblem: (error) => console.error(error),
  });
  phase = () => cluster.close();
  if (ended.signal.aborted) {
    await cluster.close();
    process.exit(0);
  }
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(
    `Cluster "${scenario}" is ready after ${seconds} s: kubectl --kubeconfig=${cluster.kubeconfig} get pods -A`,
  );
  console.log(`The console on it: npm start -- --kubeconfig ${cluster.kubeconfig}`);
  console.log(`Logs are in ${cluster.folder}.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
