import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { WebSocket, WebSocketServer, type WebSocket as ServerSocket } from 'ws';
import { ApiFailure } from './api-error.ts';
import { openWatch } from './open-watch.ts';
import { TestApi } from './test-api.ts';
import { settle } from './test-scheduler.ts';

/** A server that opens sockets, or refuses them. */
let server: Server;
let accepts: boolean;
let accepted: Promise<ServerSocket>;
let address: { url: string; protocols: string[] };
const browserSocket = globalThis.WebSocket;

beforeEach(async () => {
  globalThis.WebSocket = WebSocket as unknown as typeof browserSocket;
  accepts = true;
  server = createServer();
  const sockets = new WebSocketServer({ noServer: true });
  accepted = new Promise((resolve) => {
    server.on('upgrade', (request, connection, head) => {
      if (accepts) sockets.handleUpgrade(request, connection, head, resolve);
      else connection.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  address = {
    url: `ws://127.0.0.1:${port}/clusters-api/demo/api/v1/pods?watch=1`,
    protocols: ['base64.binary.k8s.io'],
  };
});

afterEach(() => {
  globalThis.WebSocket = browserSocket;
  server.closeAllConnections();
  server.close();
});

function open(api: TestApi, signal = new AbortController().signal) {
  return openWatch({ fetch: api.fetch, socket: () => address }, 'demo', '/api/v1/pods?watch=1', signal);
}

async function textOf(stream: ReadableStream<Uint8Array>): Promise<string> {
  return new Response(stream).text();
}

it('gives each message as a line, and ends with a close in good order', async () => {
  const api = new TestApi();
  const opened = open(api);
  const socket = await accepted;
  socket.send('{"type":"ADDED"}');
  socket.send('{"网":"卡"}');
  socket.close(1000);
  expect(await textOf(await opened)).toBe('{"type":"ADDED"}\n{"网":"卡"}\n');
  expect(api.count).toBe(0);
});

it.each<[string, (socket: ServerSocket) => void]>([
  ['is lost', (socket) => socket.terminate()],
  ['is closed for a fault', (socket) => socket.close(1011)],
])('breaks when the connection %s', async (_what, end) => {
  const opened = open(new TestApi());
  end(await accepted);
  await expect(textOf(await opened)).rejects.toThrow(/connection was lost/);
});

it('asks without a socket when none is opened, and so learns why', async () => {
  accepts = false;
  const api = new TestApi();
  const outcome = open(api).catch((cause: unknown) => cause);
  await expect.poll(() => api.idle).toBe(false);
  api.take().status(403, 'Forbidden', 'not you');
  expect(await outcome).toBeInstanceOf(ApiFailure);
  expect(await outcome).toMatchObject({ error: { status: 403, message: 'not you' } });
});

it('streams the answer where something on the way passes no sockets on', async () => {
  accepts = false;
  const api = new TestApi();
  const outcome = open(api);
  await expect.poll(() => api.idle).toBe(false);
  const stream = api.take().open();
  stream.text('{"type":"BOOKMARK"}\n');
  stream.close();
  expect(await textOf(await outcome)).toBe('{"type":"BOOKMARK"}\n');
});

it('closes the socket when it is not wanted any more', async () => {
  const controller = new AbortController();
  const opened = open(new TestApi(), controller.signal);
  const socket = await accepted;
  await opened;
  const closed = new Promise((resolve) => socket.once('close', resolve));
  controller.abort();
  await closed;
});

it('closes the socket when its reader leaves', async () => {
  const opened = open(new TestApi());
  const socket = await accepted;
  const closed = new Promise((resolve) => socket.once('close', resolve));
  await (await opened).cancel();
  await closed;
});

it('waits for a socket that is connecting before it closes it, and rejects at once', async () => {
  const controller = new AbortController();
  const api = new TestApi();
  const outcome = open(api, controller.signal).catch((cause: unknown) => cause);
  controller.abort('gone');
  expect(await outcome).toBe('gone');
  const socket = await accepted;
  await new Promise((resolve) => socket.once('close', resolve));
  await settle();
  expect(api.count).toBe(0);
});

it('streams the answer where the address of the host is impossible', async () => {
  address = { url: address.url, protocols: ['base64url.bearer.authorization.k8s.io.eA=='] };
  const api = new TestApi();
  const opened = open(api);
  await settle();
  api.take().open().close();
  expect(await textOf(await opened)).toBe('');
});

it('asks for no socket where the host gives none', async () => {
  const api = new TestApi();
  const opened = openWatch(
    { fetch: api.fetch, socket: () => undefined },
    'demo',
    '/x',
    new AbortController().signal,
  );
  api.take().open().close();
  expect(await textOf(await opened)).toBe('');
});
