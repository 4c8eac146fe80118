import type { Clock } from '../clock.ts';
import type { NetworkEvent, PodNetwork, PodSandbox, SetUpResult } from '../controllers/pod-network.ts';
import { NODES } from '../spiderpool/names.ts';
import { nodeOf } from '../spiderpool/ipam/endpoint.ts';
import type { IpamAgent } from '../spiderpool/ipam/agent.ts';
import type { StoreReader } from '../store/memory-store.ts';
import type { KubeObject } from '../store/store.ts';
import { addNic } from './add-nic.ts';
import type { NicContext } from './add-nic.ts';
import { delegatesOf, MultusError } from './delegates.ts';
import type { Delegate, MultusSettings } from './delegates.ts';
import { createDeviceHandout } from './devices.ts';
import type { DeviceHandout } from './devices.ts';
import { delegateFailure, multusFailure, sandboxFailure } from './failures.ts';
import { addedEvent, networkStatus, withoutPrefix } from './network-status.ts';
import type { AddedNic } from './network-status.ts';
import { emptyNamespace } from './pod-namespace.ts';
import type { PodNetworkNamespace } from './pod-namespace.ts';
import { createReservedNames } from './reserved-names.ts';

/** A sandbox on its way: what has been added, and which network is next. */
interface Progress {
  delegates: Delegate[];
  devices: DeviceHandout;
  namespace: PodNetworkNamespace;
  added: AddedNic[];
  /** How often the network at hand has waited for its pool. */
  waits: number;
}

export interface MultusNetworkOptions {
  store: StoreReader;
  clock: Clock;
  settings: MultusSettings;
  agent: IpamAgent;
  /** The overlay that serves eth0 unless an attachment does. */
  overlay: PodNetwork;
}

/**
 * The network of a cluster with Multus: it walks the networks of a Pod in order, and stops at the first that fails. What
 * Spiderpool gave stays with the Pod for the next attempt.
 */
export function createMultusNetwork(options: MultusNetworkOptions): PodNetwork {
  const { store, clock, settings, agent, overlay } = options;
  const running = new Map<string, Progress>();
  const reserved = createReservedNames(clock);

  function begin(pod: KubeObject): Progress {
    const delegates = delegatesOf(pod, store, settings);
    return { delegates, devices: createDeviceHandout(pod), namespace: emptyNamespace, added: [], waits: 0 };
  }

  function walk(pod: KubeObject, sandbox: PodSandbox, progress: Progress): SetUpResult {
    const node = store.peek(NODES, undefined, nodeOf(pod));
    const context: NicContext = { pod, node, sandbox, store, agent, overlay, devices: progress.devices };
    while (progress.added.length < progress.delegates.length) {
      const delegate = progress.delegates[progress.added.length];
      if (delegate === undefined) break;
      const result = addNic(delegate, progress.namespace, context, progress.waits);
      if (result.outcome === 'wait') {
        progress.waits += 1;
        return result;
      }
      progress.waits = 0;
      if (result.outcome === 'failed') {
        return failed(sandbox, delegateFailure(pod, delegate.config.name, result.problem), progress.added);
      }
      progress.added.push(result.nic);
      progress.namespace = result.namespace;
    }
    return ready(progress.added);
  }

  return {
    setUp(pod, sandbox) {
      const busy = reserved.refusal(pod, sandbox);
      if (busy !== undefined) return { outcome: 'failed', message: busy, events: [] };
      try {
        const progress = running.get(sandbox.id) ?? begin(pod);
        const result = walk(pod, sandbox, progress);
        if (result.outcome !== 'wait') {
          running.delete(sandbox.id);
          return result;
        }
        const timeout = reserved.timeout(pod, sandbox);
        if (timeout === undefined) {
          running.set(sandbox.id, progress);
          return result;
        }
        running.delete(sandbox.id);
        return { outcome: 'failed', message: timeout, events: progress.added.map(addedEvent) };
      } catch (error) {
        if (error instanceof MultusError) return failed(sandbox, multusFailure(pod, error.message), []);
        throw error;
      }
    },

    tearDown(pod) {
      overlay.tearDown(pod);
      agent.release(pod);
      reserved.forget(pod);
    },
  };
}

function failed(sandbox: PodSandbox, text: string, added: readonly AddedNic[]): SetUpResult {
  return { outcome: 'failed', message: sandboxFailure(sandbox.id, text), events: added.map(addedEvent) };
}

function ready(added: readonly AddedNic[]): SetUpResult {
  const events: NetworkEvent[] = added.map(addedEvent);
  const podIPs = (added.find((nic) => nic.isDefault)?.addresses ?? []).map(withoutPrefix);
  return { outcome: 'ready', podIPs, annotations: networkStatus(added), events };
}
