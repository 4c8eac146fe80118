import { createServer } from 'node:net';
import type { Server } from 'node:net';

/** The ports of the control plane beside the one that it is reached by. */
const PURPOSES = [
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
 * Finds ports that are free now. All are held until the last one is found, so that none is given twice. They are asked for
 * on all addresses, because Spiderpool's programs listen there.
 */
export async function findPorts(): Promise<Ports> {
  const servers = await Promise.all(PURPOSES.map(() => listen()));
  const entries = PURPOSES.map((purpose, index) => [purpose, portOf(servers[index])] as const);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return Object.fromEntries(entries) as Ports;
}

function listen(): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, () => resolve(server));
  });
}

function portOf(server: Server | undefined): number {
  const address = server?.address();
  if (address === null || address === undefined || typeof address === 'string') throw new Error('no port');
  return address.port;
}
