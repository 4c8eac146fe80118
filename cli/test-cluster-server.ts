import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSimulatedCluster } from '../mocks/cluster.ts';
import type { ScenarioName } from '../mocks/scenarios/scenario.ts';

/** A simulated cluster that answers on a loopback port. */
export interface ClusterServer {
  readonly url: string;
  /** Answers every request itself where it does not give `undefined`: a status. */
  refuse: (path: string) => number | undefined;
  /** The `Authorization` headers so far. */
  readonly authorizations: readonly (string | undefined)[];
  close(): Promise<void>;
}

export async function startCluster(scenario: ScenarioName): Promise<ClusterServer> {
  const cluster = createSimulatedCluster({ scenario });
  const authorizations: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    authorizations.push(request.headers.authorization);
    const code = started.refuse(request.url ?? '');
    if (code === undefined) {
      cluster.handle(request, response);
      return;
    }
    const status = { kind: 'Status', apiVersion: 'v1', status: 'Failure', code, message: `refused: ${code}` };
    response.writeHead(code, { 'content-type': 'application/json' }).end(JSON.stringify(status));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const started: ClusterServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    refuse: () => undefined,
    authorizations,
    async close() {
      cluster.close();
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
  return started;
}
