import { parseArgs } from 'node:util';
import { scenarios } from '../../mocks/scenarios/scenarios.ts';
import { freePort } from '../../scripts/free-port.ts';
import { LONGEST_BUILD } from './build/build-programs.ts';
import { programsForCommand } from './build/programs-for-command.ts';
import { startRealCluster } from './real-cluster.ts';
import { chooseScenario, realScenarioNames } from './real-scenarios.ts';
import { endWithSignals } from './run/end-with-signals.ts';

const help = `A real control plane: etcd, kube-apiserver, kube-controller-manager, kube-scheduler and Spiderpool's controller and agent,
on loopback. The first start builds them with Go, which takes many minutes; later ones take seconds.

  npm run cluster:real -- [options]

  --port N           port of the API server (default 6443; a busy one gives way to the next free one)
  --scenario NAME    what is in it (default demo): ${realScenarioNames.join(', ')}
  --build-only       build what is missing and end
  --build-minutes N  how long building may take (default ${LONGEST_BUILD})
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
        'build-minutes': { type: 'string', default: String(LONGEST_BUILD) },
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

const ending = endWithSignals();
const built = await programsForCommand(ending, options.buildMinutes * 60_000);
if (options.buildOnly) process.exit(0);

const started = Date.now();
const port = await freePort(options.port, '127.0.0.1');
if (port !== options.port && options.port !== 0) {
  console.log(`Port ${options.port} is in use; using ${port} instead.`);
}
try {
  const cluster = await startRealCluster({
    built,
    scenario: scenarios[scenario],
    port,
    report: (line) => console.log(line),
    onProblem: (error) => console.error(error),
  });
  ending.expect();
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
