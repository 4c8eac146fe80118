import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import type { Server } from 'node:net';

/** Who listens. */
const PURPOSES = [
  'apiServer',
  'etcd',
  'etcdPeer',
  'controllerManager',
  'scheduler',
  'spiderpoolController',
  'spiderpoolControllerMetrics',
  'spiderpoolWebhook',
  'spiderpoolAgent',
  'spiderpoolAgentMetrics',
] as const;

export type Ports = Readonly<Record<(typeof PURPOSES)[number], number>>;

/**
 * Below the ports that systems give to outgoing connections (Linux from 32,768 on): one of those could take the port of a program
 * before it listens, or while it is ended to be started again. A client that looks for it there would even meet itself.
 */
const LOWEST = 20_000;
const HIGHEST = 32_000;

/**
 * Where the last one was looked for. The next are looked for after it: until its program listens, a port that was given is
 * free to whoever looks, and several control planes start at once.
 */
let lastTried = randomInt(LOWEST, HIGHEST);

/**
 * Finds ports that are free now. All are held until the last one is found, so that none is given twice. They are asked for
 * on all addresses, because Spiderpool's programs listen there.
 */
export async function findPorts(): Promise<Ports> {
  const held: Server[] = [];
  const entries: [string, number][] = [];
  for (const purpose of PURPOSES) {
    for (;;) {
      lastTried = lastTried + 1 < HIGHEST ? lastTried + 1 : LOWEST;
      // Kept: another search goes on meanwhile.
      const port = lastTried;
      const server = await listen(port);
      if (server === undefined) continue;
      held.push(server);
      entries.push([purpose, port]);
      break;
    }
  }
  await Promise.all(held.map((server) => new Promise((resolve) => server.close(resolve))));
  return Object.fromEntries(entries) as Ports;
}

function listen(port: number): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(undefined);
      else reject(error);
    });
    server.listen(port, () => resolve(server));
  });
}
