import { homedir } from 'node:os';
import type { PreviewServer } from 'vite';
import { preview } from 'vite';
import type { RealClusters } from '../proxy/serve.ts';
import { buildConsole, consoleIsStale } from './build.ts';
import { freePort } from './free-port.ts';
import { type ClustersOption, parseStartOptions, type StartOptions } from './options.ts';
import { startHelp } from './start-help.ts';

const parsed = parseStartOptions(process.argv.slice(2));
if (!parsed.ok) {
  console.error(`${parsed.problem}\n\n${startHelp}`);
  process.exit(2);
}
const { options } = parsed;
if (options.help) {
  console.log(startHelp);
  process.exit(0);
}
const real =
  options.clusters.kind === 'kubeconfig' ? await openRealClusters(options.clusters, options.host) : undefined;
if (options.clusters.kind === 'simulated') await chooseScenario(options.clusters.scenario);

const port = await freePort(options.port, options.host);
if (port !== options.port && options.port !== 0) {
  console.log(`Port ${options.port} is in use; using ${port} instead.`);
}
if (consoleIsStale()) {
  console.log('Building the console …');
  await buildConsole();
}
const server = await serve({ ...options, port });
const shown = options.host === '127.0.0.1' || options.host === '0.0.0.0' ? 'localhost' : options.host;
console.log(`Podnic is ready: http://${shown.includes(':') ? `[${shown}]` : shown}:${port}/`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void server.close().finally(() => process.exit(0));
  });
}
if (real !== undefined) {
  const { tellVersions } = await import('../proxy/tell-versions.ts');
  await tellVersions(real.clusters, (line) => console.log(line));
}

async function serve({ port, host }: StartOptions): Promise<PreviewServer> {
  const address = { port, host, strictPort: true };
  if (real === undefined) {
    return preview({ configFile: 'vite.config.ts', logLevel: 'warn', preview: address });
  }
  const { realClusters } = await import('../proxy/vite-plugin.ts');
  // Whom it answers is decided by the plugin, more strictly than Vite does.
  return preview({
    configFile: false,
    logLevel: 'warn',
    build: { outDir: 'dist/console' },
    preview: { ...address, cors: false, allowedHosts: true },
    plugins: [realClusters(real)],
  });
}

async function chooseScenario(scenario: string | undefined): Promise<void> {
  if (scenario === undefined) return;
  const { scenarios } = await import('../mocks/scenarios/scenarios.ts');
  if (!Object.hasOwn(scenarios, scenario)) {
    console.error(`there is no scenario "${scenario}"; there are: ${Object.keys(scenarios).join(', ')}`);
    process.exit(2);
  }
  process.env['PODNIC_SCENARIO'] = scenario;
}

/** A kubeconfig that cannot be used ends the command; a cluster that cannot be reached does not. */
async function openRealClusters(
  { file, contexts, remote }: Extract<ClustersOption, { kind: 'kubeconfig' }>,
  host: string,
): Promise<RealClusters> {
  // Simulated clusters need none of it.
  const { openClusters } = await import('../proxy/open-clusters.ts');
  const tell = (line: string) => console.error(line);
  const opened = openClusters({ file, contexts, audience: { host, remote }, tell }, process.env, homedir());
  if (!opened.ok) {
    console.error(opened.sentence);
    process.exit(2);
  }
  return opened.real;
}
