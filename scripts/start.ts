import { preview } from 'vite';
import { buildConsole, consoleIsStale } from './build.ts';
import { freePort } from './free-port.ts';
import { parseStartOptions } from './options.ts';

const help = `Podnic with a simulated cluster inside.

  npm start -- [options]

  --port N         port to listen on (default 4173; a busy one gives way to the next free one)
  --host H         address to listen on (default 127.0.0.1)
  --scenario NAME  serve this scenario as the only cluster: demo, ipv4-only, underlay-eth0,
                   no-spiderpool, auto-pool-off, empty, hostile, restricted, crowded (default: demo and underlay-eth0)
  --help           this text
`;

const parsed = parseStartOptions(process.argv.slice(2));
if (!parsed.ok) {
  console.error(`${parsed.problem}\n\n${help}`);
  process.exit(2);
}
const { options } = parsed;
if (options.help) {
  console.log(help);
  process.exit(0);
}
if (options.scenario !== undefined) {
  const { scenarios } = await import('../mocks/scenarios/scenarios.ts');
  if (!Object.hasOwn(scenarios, options.scenario)) {
    console.error(
      `there is no scenario "${options.scenario}"; there are: ${Object.keys(scenarios).join(', ')}`,
    );
    process.exit(2);
  }
  process.env['PODNIC_SCENARIO'] = options.scenario;
}

const port = await freePort(options.port, options.host);
if (port !== options.port && options.port !== 0) {
  console.log(`Port ${options.port} is in use; using ${port} instead.`);
}
if (consoleIsStale()) {
  console.log('Building the console …');
  await buildConsole();
}
const server = await preview({
  configFile: 'vite.config.ts',
  logLevel: 'warn',
  preview: { port, host: options.host, strictPort: true },
});
const shown = options.host === '127.0.0.1' || options.host === '0.0.0.0' ? 'localhost' : options.host;
console.log(`Podnic is ready: http://${shown}:${port}/`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void server.close().finally(() => process.exit(0));
  });
}
