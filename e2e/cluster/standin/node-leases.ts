import type { Clock } from '../../../mocks/clock.ts';
import type { KubeObject } from '../../../mocks/store/store.ts';
import type { ApiClient } from '../api/api-client.ts';
import { ApiError } from '../api/api-client.ts';
import type { Mirror } from '../api/mirror.ts';

const NODES = 'v1/nodes';
const LEASES = '/apis/coordination.k8s.io/v1/namespaces/kube-node-lease/leases';
/** As the kubelet: `nodeLeaseDurationSeconds`, and a quarter of it between two renewals. */
const DURATION = 40;
const RENEWAL = 10_000;

/**
 * Renews the leases of all nodes, as their kubelets would, so that the controller manager keeps them for alive.
 * @returns the way to stop
 */
export function keepNodesAlive(
  client: ApiClient,
  mirror: Mirror,
  clock: Clock,
  report: (error: unknown) => void,
): () => void {
  let timer: { cancel(): void } | undefined;
  let stopped = false;

  async function renew(node: KubeObject): Promise<void> {
    const { name, uid } = node.metadata;
    const renewTime = new Date(clock.now()).toISOString().replace('Z', '000Z');
    const spec = { holderIdentity: name, leaseDurationSeconds: DURATION, renewTime };
    try {
      await client.patch(`${LEASES}/${name}`, 'merge', { spec });
    } catch (error) {
      if (!(error instanceof ApiError && error.code === 404)) throw error;
      await make(name, uid, spec);
    }
  }

  async function make(name: string, uid: string, spec: object): Promise<void> {
    const metadata = { name, ownerReferences: [{ apiVersion: 'v1', kind: 'Node', name, uid }] };
    try {
      await client.post(LEASES, { apiVersion: 'coordination.k8s.io/v1', kind: 'Lease', metadata, spec });
    } catch (error) {
      // A new node is seen by the round of all nodes as well.
      if (!(error instanceof ApiError && error.reason === 'AlreadyExists')) throw error;
    }
  }

  async function renewAll(): Promise<void> {
    for (const outcome of await Promise.allSettled(mirror.peekList(NODES).map(renew))) {
      if (outcome.status === 'rejected') report(outcome.reason);
    }
    if (!stopped) timer = clock.after(RENEWAL, () => void renewAll());
  }

  const unsubscribe = mirror.observe(({ type, resource, object }) => {
    if (type === 'ADDED' && resource === NODES) void renew(object).catch(report);
  });
  void renewAll();
  return () => {
    stopped = true;
    timer?.cancel();
    unsubscribe();
  };
}
