import { randomInt } from 'node:crypto';
import { createDefaultNetwork } from '../../../mocks/controllers/default-network.ts';
import type { KubeletContext } from '../../../mocks/controllers/kubelet/kubelet-context.ts';
import { startKubelet } from '../../../mocks/controllers/kubelet/kubelet.ts';
import type { Immutable, KindName, Kinds } from '../../../mocks/controllers/kinds.ts';
import { createRandom } from '../../../mocks/controllers/random.ts';
import { createWorkQueue } from '../../../mocks/controllers/work-queue.ts';
import type { Change } from '../../../mocks/controllers/controller-context.ts';
import { multusSettings } from '../../../mocks/multus/multus-defaults.ts';
import { createMultusNetwork } from '../../../mocks/multus/multus-network.ts';
import { createRealClock } from '../../../mocks/real-clock.ts';
import { ATTACHMENTS, COORDINATORS } from '../../../mocks/spiderpool/names.ts';
import type { SpiderpoolSettings } from '../../../mocks/spiderpool/settings.ts';
import type { ApiClient } from '../api/api-client.ts';
import { createMirror } from '../api/mirror.ts';
import { createAgentClient } from './agent-client.ts';
import { createClusterWriter } from './cluster-writer.ts';
import { createEventWriter } from './event-writer.ts';
import { keepNodesAlive } from './node-leases.ts';
import { createRealAgent } from './real-agent.ts';
import { createWorkOrder } from './work-order.ts';

interface StandInOptions {
  client: ApiClient;
  /** How Spiderpool is installed, and the socket of its agent; absent: a cluster without Multus. */
  spiderpool?: { settings: SpiderpoolSettings; socket: string };
  /** Receives what goes wrong in the stand-in itself or is refused to it. */
  report: (error: unknown) => void;
}

/**
 * Stands in for what a real control plane has no nodes for: the kubelets, the container runtime and Multus. They are those of
 * the simulated cluster, working on the real API server and asking the real agent for addresses. One agent serves all nodes:
 * it takes the node from the Pod.
 * @returns the way to stop
 */
export async function startStandIn({ client, spiderpool, report }: StandInOptions): Promise<() => void> {
  const clock = createRealClock();
  const resources = ['v1/pods', 'v1/nodes', ...(spiderpool === undefined ? [] : [ATTACHMENTS, COORDINATORS])];
  const mirror = await createMirror({ client, resources, report });
  const order = createWorkOrder(report);
  const overlay = createDefaultNetwork({ store: mirror });
  const network =
    spiderpool === undefined
      ? overlay
      : createMultusNetwork({
          store: mirror,
          clock,
          settings: multusSettings(spiderpool.settings),
          agent: createRealAgent(createAgentClient(spiderpool.socket), order),
          overlay,
        });

  function watch<K extends KindName>(resource: K, listener: (change: Change<K>) => void): void {
    type Shape = Immutable<Kinds[K]>;
    for (const object of mirror.peekList(resource)) {
      listener({ type: 'ADDED', object: object as unknown as Shape });
    }
    mirror.observe((event) => {
      if (event.resource !== resource) return;
      listener({ type: event.type, object: event.object as unknown as Shape });
    });
  }

  const context: KubeletContext = {
    clock,
    network,
    cluster: createClusterWriter(client, mirror, order),
    events: createEventWriter(client, clock, order),
    random: createRandom(randomInt(2 ** 32)),
    watch,
    queue: (reconcile) => createWorkQueue(clock, reconcile, report),
    after: (delay, task) =>
      clock.after(delay, () => {
        try {
          task();
        } catch (error) {
          report(error);
        }
      }),
  };
  const stopLeases = keepNodesAlive(client, mirror, clock, report);
  startKubelet(context);
  return () => {
    stopLeases();
    clock.stop();
    order.stop();
    mirror.close();
  };
}
