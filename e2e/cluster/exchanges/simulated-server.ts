import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSimulatedCluster } from '../../../mocks/cluster.ts';
import { connectTo } from './server.ts';
import type { Server } from './server.ts';

/** A simulated cluster in this process, spoken to over HTTP as the real one is. */
export async function openSimulatedServer(): Promise<Server> {
  const cluster = createSimulatedCluster({ scenario: SCENARIO });
  const server = createServer((request, response) => cluster.handle(request, response));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const connection = connectTo(`http://127.0.0.1:${port}`);
  return {
    open: (ask) => connection.open(ask),
    close() {
      connection.close();
      cluster.close();
      server.close();
      server.closeAllConnections();
    },
  };
}

/** The scenario that both clusters are filled with: nodes, and nothing that would be in the way. */
export const SCENARIO = 'empty';

/** All scripts at once: they wait more than they work. */
export const SIMULATED_WIDTH = 200;
