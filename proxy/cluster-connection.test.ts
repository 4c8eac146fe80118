import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ClusterConnection, createConnection } from './cluster-connection.ts';
import type { Credential } from './kubeconfig/credential.ts';
import type { PluginRun } from './kubeconfig/exec-plugin.ts';
import { createKubeconfigSource } from './kubeconfig/kubeconfig-source.ts';
import { ConnectionFailure } from './problem.ts';
import {
  ask,
  keeper,
  listen,
  listenProxy,
  openAll,
  scratchFolder,
  type TestContext,
  writeKubeconfig,
} from './test-servers.ts';

const { keep, closeAll } = keeper();
afterEach(closeAll);

const cluster = { server: 'https://127.0.0.1:1' };
const withPlugin = { cluster, user: { exec: { command: 'plugin' } } };

const failure = (detail: string) =>
  new ConnectionFailure({ kind: 'execPlugin', command: 'plugin', user: 'u', detail });

/** A plugin that ends when the test says so. */
interface PlayedRun {
  give(credential?: Partial<Credential>): void;
  fail(): void;
}

let now: number;
let runs: PlayedRun[];
let folder: string;

beforeEach(() => {
  now = 0;
  runs = [];
  folder = scratchFolder();
});

function startPlugin(): PluginRun {
  const { promise, resolve, reject } = deferred<Credential>();
  const number = runs.length + 1;
  runs.push({
    give: (credential) => resolve({ token: `run-${number}`, certificate: '', key: '', ...credential }),
    fail: () => reject(failure(`run ${number} failed`)),
  });
  return { credential: promise, notYet: () => failure(`run ${number} is not done`) };
}

function deferred<Value>() {
  let resolve: (value: Value) => void = () => {};
  let reject: (reason: unknown) => void = () => {};
  const promise = new Promise<Value>((...both) => {
    [resolve, reject] = both;
  });
  return { promise, resolve, reject };
}

function connect(context: TestContext, waitFor = 60_000): ClusterConnection {
  const source = createKubeconfigSource({ paths: [writeKubeconfig([context], folder)], lenient: false });
  return createConnection(source, 'c0', { now: () => now, startPlugin, waitFor });
}

const tokenOf = async (connection: ClusterConnection) => (await connection.access()).headers['authorization'];

/** Asks, and lets the plugin that this starts succeed. */
async function tokenOfNextRun(connection: ClusterConnection, credential?: Partial<Credential>) {
  const asked = tokenOf(connection);
  await sleep(0);
  runs.at(-1)?.give(credential);
  return asked;
}

describe('an exec plugin', () => {
  it('runs once for many requests, and its credentials are kept', async () => {
    const connection = connect(withPlugin);
    const tokens = Array.from({ length: 5 }, () => tokenOf(connection));
    await sleep(0);
    runs[0]?.give();
    expect(new Set(await Promise.all(tokens))).toEqual(new Set(['Bearer run-1']));
    now = 3_600_000;
    expect(await tokenOf(connection)).toBe('Bearer run-1');
    expect(runs).toHaveLength(1);
  });

  it('runs again before its token ends', async () => {
    const connection = connect(withPlugin);
    expect(await tokenOfNextRun(connection, { expires: 60_000 })).toBe('Bearer run-1');
    now = 49_000;
    expect(await tokenOf(connection)).toBe('Bearer run-1');
    now = 51_000;
    expect(await tokenOfNextRun(connection)).toBe('Bearer run-2');
  });

  it('does not run for each request where what it gives has ended already', async () => {
    const connection = connect(withPlugin);
    now = 1_000_000;
    expect(await tokenOfNextRun(connection, { expires: 1 })).toBe('Bearer run-1');
    now += 4_000;
    expect(await tokenOf(connection)).toBe('Bearer run-1');
    now += 2_000;
    expect(await tokenOfNextRun(connection, { expires: 1 })).toBe('Bearer run-2');
  });

  it('that has failed is left alone for a while, however long it took', async () => {
    const connection = connect(withPlugin);
    const asked = tokenOf(connection);
    await sleep(0);
    now = 60_000;
    runs[0]?.fail();
    await expect(asked).rejects.toThrow('run 1 failed');
    now = 74_000;
    await expect(tokenOf(connection)).rejects.toThrow('run 1 failed');
    expect(runs).toHaveLength(1);
    now = 76_000;
    expect(await tokenOfNextRun(connection)).toBe('Bearer run-2');
  });

  it('that waits for its user goes on while requests are answered', async () => {
    const connection = connect(withPlugin, 20);
    await expect(tokenOf(connection)).rejects.toThrow('run 1 is not done');
    // Nobody waits as long again.
    await expect(tokenOf(connection)).rejects.toThrow('run 1 is not done');
    runs[0]?.give();
    await sleep(0);
    expect(await tokenOf(connection)).toBe('Bearer run-1');
    expect(runs).toHaveLength(1);
  });

  it('that fails when nobody waits any more harms nobody', async () => {
    const connection = connect(withPlugin, 20);
    await expect(tokenOf(connection)).rejects.toThrow('run 1 is not done');
    runs[0]?.fail();
    await sleep(0);
    await expect(tokenOf(connection)).rejects.toThrow('run 1 failed');
  });
});

describe('refused credentials', () => {
  it('are renewed for the next request', async () => {
    const connection = connect(withPlugin);
    await tokenOfNextRun(connection);
    connection.refused(await connection.access());
    expect(await tokenOfNextRun(connection)).toBe('Bearer run-2');
  });

  it('do not throw away the ones that came after them', async () => {
    const connection = connect(withPlugin);
    await tokenOfNextRun(connection);
    const old = await connection.access();
    connection.refused(old);
    await tokenOfNextRun(connection);
    now = 3_600_000;
    connection.refused(old);
    expect(await tokenOf(connection)).toBe('Bearer run-2');
    expect(runs).toHaveLength(2);
  });

  it('have the plugin run no more than once in a while, where the new ones are refused, too', async () => {
    const connection = connect(withPlugin);
    await tokenOfNextRun(connection);
    for (let request = 0; request < 20; request += 1) {
      connection.refused(await connection.access());
      const asked = connection.access();
      await sleep(0);
      runs.at(-1)?.give();
      await asked;
      now += 700;
    }
    expect(runs).toHaveLength(2);
    now = 16_000;
    connection.refused(await connection.access());
    expect(await tokenOfNextRun(connection)).toBe('Bearer run-3');
  });
});

describe('a kubeconfig that changes', () => {
  it('asks for no new credentials where it says the same of the context', async () => {
    const connection = connect(withPlugin);
    await tokenOfNextRun(connection);
    const file = join(folder, 'config');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace('"context":{', '"context":{"namespace":"other",'));
    expect(await tokenOf(connection)).toBe('Bearer run-1');
    const other = text.replace('"command":"plugin"', '"command":"plugin","args":["--new"]');
    writeFileSync(file, other);
    expect(await tokenOfNextRun(connection)).toBe('Bearer run-2');
    writeFileSync(file, other.replace('127.0.0.1:1', '127.0.0.1:22'));
    expect(await tokenOfNextRun(connection)).toBe('Bearer run-3');
  });

  it.each(['', 'contexts: [', 'contexts: [{name: c0, context: {cluster: c0}}]'])(
    'may be bad for a moment, while it is written: %j',
    async (half) => {
      const connection = connect({ cluster, user: { token: 'one' } });
      expect(await tokenOf(connection)).toBe('Bearer one');
      writeFileSync(join(folder, 'config'), half);
      expect(await tokenOf(connection)).toBe('Bearer one');
      now = 2_000;
      expect(await tokenOf(connection)).toBe('Bearer one');
      now = 4_000;
      await expect(tokenOf(connection)).rejects.toBeInstanceOf(ConnectionFailure);
      writeKubeconfig([{ cluster, user: { token: 'two' } }], folder);
      expect(await tokenOf(connection)).toBe('Bearer two');
    },
  );
});

it('a token file is read anew after a minute, and when the cluster refuses the token', async () => {
  const tokenFile = (text: string) => writeFileSync(join(folder, 'token'), text);
  tokenFile('one');
  const connection = connect({ cluster, user: { tokenFile: 'token' } });
  expect(await tokenOf(connection)).toBe('Bearer one');
  tokenFile('two');
  expect(await tokenOf(connection)).toBe('Bearer one');
  now = 61_000;
  expect(await tokenOf(connection)).toBe('Bearer two');
  tokenFile('three');
  connection.refused(await connection.access());
  expect(await tokenOf(connection)).toBe('Bearer three');
});

it('a refused token is renewed for the next request, and a refusal of the old one comes too late', async () => {
  const log = join(folder, 'runs');
  writeFileSync(log, '');
  const source = `
    const fs = require('node:fs');
    fs.appendFileSync(${JSON.stringify(log)}, 'x');
    const token = 'run-' + fs.readFileSync(${JSON.stringify(log)}, 'utf8').length;
    console.log(JSON.stringify({ kind: 'ExecCredential', status: { token } }));`;
  const api = keep(
    await listen((asked, response) => {
      const good = asked.headers.authorization === 'Bearer run-2';
      const wait = Number(/wait=(\d+)/.exec(asked.url ?? '')?.[1] ?? 0);
      setTimeout(() => response.writeHead(good ? 200 : 401).end(), wait);
    }),
  );
  const user = { exec: { command: process.execPath, args: ['-e', source] } };
  const file = writeKubeconfig([{ cluster: { server: `http://127.0.0.1:${api.port}` }, user }], folder);
  const proxy = keep(await listenProxy(openAll(file)));
  const late = ask(proxy.port, '/clusters-api/c0/version?wait=600');
  expect((await ask(proxy.port, '/clusters-api/c0/version')).code).toBe(401);
  expect((await ask(proxy.port, '/clusters-api/c0/version')).code).toBe(200);
  expect((await late).code).toBe(401);
  expect((await ask(proxy.port, '/clusters-api/c0/version')).code).toBe(200);
  expect(readFileSync(log, 'utf8')).toHaveLength(2);
});
