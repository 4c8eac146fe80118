import { createServer, type IncomingMessage } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { createClusterRegistry } from './cluster-registry.ts';
import { serveClusters } from './serve.ts';
import { serveWatchSockets } from './watch-sockets.ts';

const title = { 'en-US': 'empty', 'zh-CN': 'empty' };
const registry = createClusterRegistry([{ name: 'empty', scenario: 'empty', title, description: title }]);
const server = createServer((request, response) => {
  if (!serveClusters(registry, request, response)) response.writeHead(404).end();
});
serveWatchSockets(server);
const token = `base64url.bearer.authorization.k8s.io.${Buffer.from('any').toString('base64url')}`;
const framing = 'base64.binary.k8s.io';

beforeAll(() => new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve)));
afterAll(() => {
  registry.close();
  server.closeAllConnections();
  server.close();
});

function open(path: string, protocols: readonly string[]): WebSocket {
  const { port } = server.address() as AddressInfo;
  return new WebSocket(`ws://127.0.0.1:${port}/clusters-api/empty${path}`, [...protocols]);
}

function next(socket: WebSocket, event: 'message' | 'close' | 'error'): Promise<unknown> {
  return new Promise((resolve) => {
    socket.once(event, (first: unknown) => resolve(Buffer.isBuffer(first) ? first.toString('utf8') : first));
  });
}

describe('a watch over a WebSocket', () => {
  it('gives each event as one message, and answers with the protocol that is not the token', async () => {
    const socket = open('/api/v1/namespaces?watch=1', [token, framing]);
    const event = JSON.parse(String(await next(socket, 'message'))) as {
      type: string;
      object: { kind: string };
    };
    expect(event).toMatchObject({ type: 'ADDED', object: { kind: 'Namespace' } });
    expect(socket.protocol).toBe(framing);
    socket.terminate();
  });

  it.each([
    ['without a token', '/api/v1/namespaces?watch=1', [framing], '401'],
    ['of a resource that is not there', '/api/v1/unicorns?watch=1', [token, framing], '404'],
  ])('is refused %s', async (_story, path, protocols, code) => {
    const socket = open(path, protocols);
    expect(String(await next(socket, 'error'))).toContain(code);
  });

  it('is cut when the watch is cut, and the server goes on', async () => {
    const socket = open('/api/v1/namespaces?watch=1', [token, framing]);
    await next(socket, 'message');
    const closed = next(socket, 'close');
    registry.get('empty')?.api.faults.cutWatches();
    // 1006 of RFC 6455: the connection ended without a closing handshake.
    expect(await closed).toBe(1006);
    const again = open('/api/v1/namespaces?watch=1', [token, framing]);
    expect(String(await next(again, 'message'))).toContain('ADDED');
    again.terminate();
  });

  it('ends in good order when the watch does', async () => {
    const socket = open('/api/v1/namespaces?watch=1&timeoutSeconds=1', [token, framing]);
    expect(await next(socket, 'close')).toBe(1000);
  });

  it('leaves nothing behind when its page goes away while it opens', async () => {
    const silent = createServer();
    serveWatchSockets(silent);
    await new Promise<void>((resolve) => void silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as AddressInfo;
    const asked = new Promise<IncomingMessage>((resolve) => {
      silent.once('request', resolve);
    });
    const page = connect(port, '127.0.0.1', () => {
      page.write(
        'GET /clusters-api/empty/api/v1/namespaces?watch=1 HTTP/1.1\r\nhost: here\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n',
      );
    });
    const { socket } = await asked;
    const ended = new Promise((resolve) => {
      socket.once('close', resolve);
    });
    page.resetAndDestroy();
    // The watch behind it ends with it; an error that nobody handles would end this test run.
    await ended;
    silent.close();
  });
});
