import type { Clock } from '../clock.ts';
import type { PodSandbox } from '../controllers/pod-network.ts';
import type { KubeObject } from '../store/store.ts';

/** `--runtime-request-timeout` of the kubelet. */
const REQUEST_TIMEOUT = 120_000;
/** How long the container runtime goes on with a sandbox that the kubelet has given up. */
const STILL_RUNNING = 30_000;

/**
 * Sandboxes that took longer than the kubelet waits. The runtime goes on with them for a while, and until it has finished it
 * refuses a new sandbox of the same name (reference 7.2, 29).
 */
export interface ReservedNames {
  /** The kubelet's view of a sandbox that has taken too long; undefined while there is time. */
  timeout(pod: KubeObject, sandbox: PodSandbox): string | undefined;
  /** Why a new sandbox cannot begin yet. */
  refusal(pod: KubeObject, sandbox: PodSandbox): string | undefined;
  forget(pod: KubeObject): void;
}

export function createReservedNames(clock: Clock): ReservedNames {
  const held = new Map<string, { id: string; until: number }>();

  return {
    timeout(pod, sandbox) {
      if (clock.now() - sandbox.startedAt < REQUEST_TIMEOUT) return undefined;
      held.set(pod.metadata.uid, { id: sandbox.id, until: clock.now() + STILL_RUNNING });
      return 'rpc error: code = DeadlineExceeded desc = context deadline exceeded';
    },
    refusal(pod, sandbox) {
      const { namespace = '', name, uid } = pod.metadata;
      const holder = held.get(uid);
      if (holder === undefined || holder.id === sandbox.id) return undefined;
      if (holder.until <= clock.now()) {
        held.delete(uid);
        return undefined;
      }
      const sandboxName = JSON.stringify(`${name}_${namespace}_${uid}_0`);
      return `rpc error: code = Unknown desc = failed to reserve sandbox name ${sandboxName}: name ${sandboxName} is reserved for ${JSON.stringify(holder.id)}`;
    },
    forget: (pod) => void held.delete(pod.metadata.uid),
  };
}
