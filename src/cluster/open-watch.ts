import type { ClusterAccess, SocketAddress } from '../host/host.ts';
import { responseFailure } from './api-error.ts';

/**
 * Opens a watch: by a WebSocket where the host gives one, else as a streamed answer. The result has one event a line. A
 * browser does not say why a socket was not opened; the same request without one does, or is the watch itself where
 * something on the way does not pass sockets on.
 *
 * @throws {ApiFailure} when the server refuses.
 * @throws whatever `fetch` or the socket rejects with when there is no answer.
 */
export async function openWatch(
  host: ClusterAccess,
  cluster: string,
  path: string,
  signal: AbortSignal,
): Promise<ReadableStream<Uint8Array>> {
  const address = host.socket?.(cluster, path);
  const lines = address === undefined ? undefined : await openSocket(address, signal);
  if (lines !== undefined) return lines;
  const response = await host.fetch(cluster, path, { signal });
  if (!response.ok || response.body === null) throw await responseFailure(response);
  return response.body;
}

/**
 * What comes through the socket, or `undefined` when it does not open. It is closed when `signal` aborts; not before it is open,
 * because a browser complains aloud of a socket that is closed while it connects.
 */
function openSocket(
  address: SocketAddress,
  signal: AbortSignal,
): Promise<ReadableStream<Uint8Array> | undefined> {
  signal.throwIfAborted();
  const socket = createSocket(address);
  if (socket === undefined) return Promise.resolve(undefined);
  return new Promise((resolve, reject) => {
    const abort = () => {
      if (socket.readyState === WebSocket.OPEN) socket.close();
      reject(signal.reason as Error);
    };
    signal.addEventListener('abort', abort, { once: true });
    socket.addEventListener('open', () => {
      if (signal.aborted) socket.close();
      else resolve(linesOf(socket));
    });
    socket.addEventListener('error', () => {
      resolve(undefined);
    });
    socket.addEventListener('close', () => {
      signal.removeEventListener('abort', abort);
      resolve(undefined);
    });
  });
}

/** `undefined` for an address that no browser takes: a token with a character that a protocol may not have. */
function createSocket({ url, protocols }: SocketAddress): WebSocket | undefined {
  try {
    return new WebSocket(url, [...protocols]);
  } catch {
    return undefined;
  }
}

/** Close code of RFC 6455 7.4.1: the server is done, as it is every few minutes. */
const inGoodOrder = 1000;

/** Each message of an open socket as a line. A close that is not in good order is an error of the stream. */
function linesOf(socket: WebSocket): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let over = false;
  return new ReadableStream<Uint8Array>({
    start(controller) {
      socket.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        if (!over && typeof data === 'string') controller.enqueue(encoder.encode(`${data}\n`));
      });
      socket.addEventListener('close', ({ code }) => {
        if (over) return;
        over = true;
        if (code === inGoodOrder) controller.close();
        else controller.error(new TypeError(`the connection was lost (${code})`));
      });
    },
    cancel() {
      over = true;
      socket.close();
    },
  });
}
