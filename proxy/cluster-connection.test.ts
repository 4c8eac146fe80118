import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createConnection } from './cluster-connection.ts';
import { createKubeconfigSource } from './kubeconfig/kubeconfig-source.ts';
import { ask, keeper, listen, listenProxy, openAll, scratchFolder, writeKubeconfig } from './test-servers.ts';

const { keep, closeAll } = keeper();
afterEach(closeAll);

describe('credentials over time', () => {
  /** A plugin that notes each of its runs, and gives a token with the number of the run. */
  function countingPlugin(expires?: string) {
    const runs = join(scratchFolder(), 'runs');
    writeFileSync(runs, '');
    const source = `
      const fs = require('node:fs');
      fs.appendFileSync(${JSON.stringify(runs)}, 'x');
      const token = 'run-' + fs.readFileSync(${JSON.stringify(runs)}, 'utf8').length;
      console.log(JSON.stringify({ kind: 'ExecCredential', status: { token, expirationTimestamp: ${JSON.stringify(expires)} } }));`;
    const user = { exec: { command: process.execPath, args: ['-e', source] } };
    const file = writeKubeconfig([{ cluster: { server: 'https://127.0.0.1:1' }, user }]);
    return { file, runs: () => readFileSync(runs, 'utf8').length };
  }

  const tokenOf = async (connection: ReturnType<typeof createConnection>) =>
    (await connection.access()).headers['authorization'];

  it('one plugin runs for many requests, and again when the cluster refuses its token', async () => {
    const { file, runs } = countingPlugin();
    let now = 0;
    const source = createKubeconfigSource({ paths: [file], lenient: false });
    const connection = createConnection(source, 'c0', () => now);
    const tokens = await Promise.all(Array.from({ length: 5 }, () => tokenOf(connection)));
    expect(new Set(tokens)).toEqual(new Set(['Bearer run-1']));
    now += 3_600_000;
    expect(await tokenOf(connection)).toBe('Bearer run-1');
    connection.refused();
    expect(await tokenOf(connection)).toBe('Bearer run-2');
    expect(runs()).toBe(2);
  });

  it('a token is renewed before it ends', async () => {
    const { file } = countingPlugin('1970-01-01T00:01:00Z');
    let now = 0;
    const source = createKubeconfigSource({ paths: [file], lenient: false });
    const connection = createConnection(source, 'c0', () => now);
    expect(await tokenOf(connection)).toBe('Bearer run-1');
    now = 49_000;
    expect(await tokenOf(connection)).toBe('Bearer run-1');
    now = 51_000;
    expect(await tokenOf(connection)).toBe('Bearer run-2');
  });

  it('a plugin that has failed is left alone for a while', async () => {
    const runs = join(scratchFolder(), 'runs');
    writeFileSync(runs, '');
    const source = `require('node:fs').appendFileSync(${JSON.stringify(runs)}, 'x'); process.exit(1)`;
    const user = { exec: { command: process.execPath, args: ['-e', source] } };
    const file = writeKubeconfig([{ cluster: { server: 'https://127.0.0.1:1' }, user }]);
    let now = 0;
    const kubeconfig = createKubeconfigSource({ paths: [file], lenient: false });
    const connection = createConnection(kubeconfig, 'c0', () => now);
    for (const [at, times] of [
      [0, 1],
      [14_000, 1],
      [16_000, 2],
    ] as const) {
      now = at;
      await expect(connection.access()).rejects.toThrow('it ended with 1.');
      expect(readFileSync(runs, 'utf8')).toHaveLength(times);
    }
  });

  it('a token file is read anew after a minute, and a changed kubeconfig at once', async () => {
    const folder = scratchFolder();
    const tokenFile = join(folder, 'token');
    writeFileSync(tokenFile, 'one');
    const cluster = { server: 'https://127.0.0.1:1' };
    const file = writeKubeconfig([{ cluster, user: { 'token-file': 'token' } }], folder);
    let now = 0;
    const connection = createConnection(
      createKubeconfigSource({ paths: [file], lenient: false }),
      'c0',
      () => now,
    );
    expect(await tokenOf(connection)).toBe('Bearer one');
    writeFileSync(tokenFile, 'two');
    expect(await tokenOf(connection)).toBe('Bearer one');
    now = 61_000;
    expect(await tokenOf(connection)).toBe('Bearer two');
    writeKubeconfig([{ cluster, user: { token: 'three' } }], folder);
    appendFileSync(file, '\n');
    expect(await tokenOf(connection)).toBe('Bearer three');
  });
});

it('a refused token is renewed for the next request', async () => {
  const runs = join(scratchFolder(), 'runs');
  writeFileSync(runs, '');
  const source = `
    const fs = require('node:fs');
    fs.appendFileSync(${JSON.stringify(runs)}, 'x');
    const token = 'run-' + fs.readFileSync(${JSON.stringify(runs)}, 'utf8').length;
    console.log(JSON.stringify({ kind: 'ExecCredential', status: { token } }));`;
  const api = keep(
    await listen((asked, response) => {
      response.writeHead(asked.headers.authorization === 'Bearer run-2' ? 200 : 401).end();
    }),
  );
  const user = { exec: { command: process.execPath, args: ['-e', source] } };
  const file = writeKubeconfig([{ cluster: { server: `http://127.0.0.1:${api.port}` }, user }]);
  const proxy = keep(await listenProxy(openAll(file)));
  expect((await ask(proxy.port, '/clusters-api/c0/version')).code).toBe(401);
  expect((await ask(proxy.port, '/clusters-api/c0/version')).code).toBe(200);
});
