import { get } from 'node:http';
import type { ClientRequest, IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';

const BEARER = 'base64url.bearer.authorization.k8s.io.';

/**
 * Watches over WebSockets, as the API server offers them to browsers: each event is a message, and the token is a
 * subprotocol. It asks the server that it stands in front of for the ordinary watch, so that both are the same.
 */
export function serveWatchSockets(server: Server): void {
  const sockets = new WebSocketServer({
    noServer: true,
    handleProtocols: (offered) => otherThanToken(offered),
  });
  server.on('upgrade', (request, connection, head) => {
    if (!(request.url ?? '').startsWith('/clusters-api/')) return;
    const asked = openWatch(server, request, (answer) => {
      if (answer.statusCode !== 200) {
        refuse(connection, answer);
        return;
      }
      sockets.handleUpgrade(request, connection, head, (socket) => relay(answer, socket));
    });
    asked.on('error', () => connection.destroy());
    // A page may go away before its socket is open: a reset connection must not end the server, nor leave a watch behind.
    connection.on('error', () => connection.destroy());
    connection.on('close', () => asked.destroy());
  });
}

function otherThanToken(offered: ReadonlySet<string>): string | false {
  return [...offered].find((protocol) => !protocol.startsWith(BEARER)) ?? false;
}

function openWatch(
  server: Server,
  request: IncomingMessage,
  onAnswer: (answer: IncomingMessage) => void,
): ClientRequest {
  const { port } = server.address() as AddressInfo;
  const token = tokenOf(request.headers['sec-websocket-protocol'] ?? '');
  // Whoever is no browser gives its token as with every other request.
  const authorization = token === '' ? request.headers.authorization : `Bearer ${token}`;
  return get(
    {
      host: '127.0.0.1',
      port,
      path: request.url,
      headers: {
        host: request.headers.host ?? '',
        ...(authorization === undefined ? {} : { authorization }),
      },
    },
    onAnswer,
  );
}

function tokenOf(protocols: string): string {
  const bearer = protocols
    .split(',')
    .map((protocol) => protocol.trim())
    .find((protocol) => protocol.startsWith(BEARER));
  return bearer === undefined ? '' : Buffer.from(bearer.slice(BEARER.length), 'base64url').toString('utf8');
}

function refuse(connection: Duplex, answer: IncomingMessage): void {
  connection.end(
    `HTTP/1.1 ${answer.statusCode ?? 500} ${answer.statusMessage ?? ''}\r\nconnection: close\r\n\r\n`,
  );
  answer.destroy();
}

/** A cut of the watch is a cut of the socket; its end in good order is a close. */
function relay(answer: IncomingMessage, socket: WebSocket): void {
  let tail = '';
  answer.setEncoding('utf8');
  answer.on('data', (text: string) => {
    const lines = (tail + text).split('\n');
    tail = lines.pop() ?? '';
    for (const line of lines) socket.send(line);
  });
  answer.on('end', () => socket.close(1000));
  answer.on('error', () => socket.terminate());
  answer.on('close', () => {
    if (!answer.complete) socket.terminate();
  });
  socket.on('close', () => answer.destroy());
  socket.on('error', () => answer.destroy());
}
