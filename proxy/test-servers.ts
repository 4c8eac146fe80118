import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, request, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { TlsOptions } from 'node:tls';
import { onTestFinished } from 'vitest';
import { openClusters } from './open-clusters.ts';
import { type RealClusters, serveRealClusters } from './serve.ts';
import { takeUpgrades } from './take-upgrades.ts';

export interface TestServer {
  readonly server: Server;
  readonly port: number;
  close(): Promise<void>;
}

/** A server on a loopback port; over TLS where it has a certificate. */
export async function listen(handle: RequestListener, tls?: TlsOptions): Promise<TestServer> {
  const server = tls === undefined ? createServer(handle) : createSecureServer(tls, handle);
  server.on('clientError', (_error, socket) => socket.destroy());
  server.on('tlsClientError', () => {});
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    server,
    port: (server.address() as AddressInfo).port,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}

/** A server that is no HTTP server: `answer` gets each connection with the first bytes that came over it. */
export async function listenRaw(
  answer: (socket: Socket, first: Buffer) => void,
): Promise<{ readonly port: number; close(): void }> {
  const open = new Set<Socket>();
  const server = createTcpServer((socket) => {
    open.add(socket);
    socket.on('error', () => socket.destroy());
    socket.once('data', (first) => answer(socket, first));
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close() {
      server.close();
      for (const socket of open) socket.destroy();
    },
  };
}

/** The console's server before the clusters of a kubeconfig, without its files: those answer 299. */
export async function listenProxy(real: RealClusters): Promise<TestServer> {
  const proxy = await listen((asked, response) => {
    if (!serveRealClusters(real, asked, response)) response.writeHead(299).end('a file of the console');
  });
  takeUpgrades(proxy.server, real);
  return proxy;
}

/** A folder for the test that runs now, gone with it. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'podnic-proxy-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export interface TestContext {
  readonly name?: string;
  readonly cluster: object;
  readonly user?: object;
}

/** Writes a kubeconfig, the first of whose contexts is the current one. YAML is a superset of JSON. */
export function writeKubeconfig(contexts: readonly TestContext[], folder = scratchFolder()): string {
  const named = contexts.map((context, index) => ({ name: `c${index}`, ...context }));
  const file = join(folder, 'config');
  writeFileSync(
    file,
    JSON.stringify({
      apiVersion: 'v1',
      kind: 'Config',
      'current-context': named[0]?.name ?? '',
      contexts: named.map(({ name, user }) => ({
        name,
        context: { cluster: name, ...(user === undefined ? {} : { user: name }) },
      })),
      clusters: named.map(({ name, cluster }) => ({ name, cluster })),
      users: named.flatMap(({ name, user }) => (user === undefined ? [] : [{ name, user }])),
    }),
  );
  return file;
}

export const local = { host: '127.0.0.1', remote: false };

/** All contexts of a kubeconfig that is in order. @param tell gets what would be in the terminal. */
export function openAll(
  file: string,
  contexts: readonly string[] = [],
  tell: (line: string) => void = () => {},
): RealClusters {
  const opened = openClusters({ file, contexts, audience: local, tell }, {}, '/nowhere');
  if (!opened.ok) throw new Error(opened.sentence);
  return opened.real;
}

export interface TestAnswer {
  readonly code: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** A request with any header at all: fetch would not let some of them through. */
export function ask(
  port: number,
  path: string,
  headers: Readonly<Record<string, string | readonly string[]>> = {},
  method = 'GET',
  body = '',
): Promise<TestAnswer> {
  return new Promise((resolve, reject) => {
    request(
      { host: '127.0.0.1', port, path, method, headers: { ...headers } as Record<string, string> },
      (answer) => {
        text(answer).then(
          (read) => resolve({ code: answer.statusCode ?? 0, headers: answer.headers, body: read }),
          reject,
        );
      },
    )
      .on('error', reject)
      .end(body);
  });
}

/** What a test leaves open is closed after it: `const keep = keeper(); afterEach(keep.closeAll)`. */
export function keeper() {
  const open: { close(): unknown }[] = [];
  const keep = <Thing extends { close(): unknown }>(thing: Thing): Thing => {
    open.push(thing);
    return thing;
  };
  const closeAll = async (): Promise<void> => {
    for (const thing of open.splice(0).toReversed()) await thing.close();
  };
  return { keep, closeAll };
}
