import { createServer } from 'node:net';
import type { Server, Socket } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { demandOk, listens } from './probes.ts';

/** Takes connections and never says anything. */
let server: Server;
let port = 0;
const sockets: Socket[] = [];

beforeEach(async () => {
  server = createServer((socket) => void sockets.push(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  port = typeof address === 'object' && address !== null ? address.port : 0;
});

afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
  server.close();
});

it('whom nobody answers gives up', async () => {
  await expect(demandOk(port, '/ready', 50)).rejects.toThrow('/ready did not answer');
  expect(await listens(port, 50)).toBe(false);
});
