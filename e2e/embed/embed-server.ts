import { createReadStream, existsSync } from 'node:fs';
import {
  createServer,
  request as ask,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { reactModule } from './react-modules.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
};

/** The server of a console that is not ours: its pages, the built plugin, React, and the way to the clusters of `upstream`. */
export async function startEmbedServer(
  upstream: string,
): Promise<{ origin: string; close: () => Promise<void> }> {
  if (!existsSync('dist/plugin/podnic.js'))
    throw new Error('there is no dist/plugin: run `npm run build` first');
  const server = createServer((request, response) => answer(upstream, request, response));
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  passUpgrades(server, upstream);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function answer(upstream: string, request: IncomingMessage, response: ServerResponse): void {
  const path = (request.url ?? '/').split('?')[0] ?? '/';
  if (path.startsWith('/clusters-api/')) return pass(upstream, request, response);
  if (path.startsWith('/modules/')) return answerModule(path.slice('/modules/'.length), response);
  const file = path.startsWith('/plugin/')
    ? join('dist', normalize(path))
    : join('e2e/embed', normalize(path === '/' ? '/index.html' : path));
  if (!existsSync(file)) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' });
  createReadStream(file).pipe(response);
}

function answerModule(name: string, response: ServerResponse): void {
  const text = reactModule(name);
  response.writeHead(text === undefined ? 404 : 200, { 'content-type': types['.js'] }).end(text);
}

function pass(upstream: string, request: IncomingMessage, response: ServerResponse): void {
  const { hostname, port, host } = new URL(upstream);
  const onward = ask(
    {
      hostname,
      port,
      path: request.url,
      method: request.method,
      headers: { ...request.headers, host, origin: upstream },
    },
    (answered) => {
      response.writeHead(answered.statusCode ?? 502, answered.headers);
      answered.pipe(response);
    },
  );
  onward.on('error', () => response.destroy());
  response.on('close', () => onward.destroy());
  request.pipe(onward);
}

/** WebSockets are passed on byte by byte. */
function passUpgrades(server: Server, upstream: string): void {
  const { hostname, port, host } = new URL(upstream);
  server.on('upgrade', (request, socket: Socket, head) => {
    const onward = connect(Number(port), hostname, () => {
      const headers = Object.entries({ ...request.headers, host, origin: upstream }).map(
        ([name, value]) => `${name}: ${String(value)}`,
      );
      onward.write(`GET ${request.url} HTTP/1.1\r\n${headers.join('\r\n')}\r\n\r\n`);
      onward.write(head);
      socket.pipe(onward).pipe(socket);
    });
    onward.on('error', () => socket.destroy());
    socket.on('error', () => onward.destroy());
  });
}
