import type { KubeObject } from '../store/store.ts';

/** One sandbox of a Pod. The kubelet makes a new one for each attempt. */
export interface PodSandbox {
  /** 64 hexadecimal digits, as containerd makes them; new for each attempt, the same while `setUp` asks to wait. */
  id: string;
  /** 0 for the first sandbox of the Pod. */
  attempt: number;
  /** Clock time in milliseconds at which this sandbox was begun: how long a waiting plugin has waited is `clock.now() - startedAt`. */
  startedAt: number;
}

/** An event that a network plugin records on the Pod, before the kubelet's own. */
export interface NetworkEvent {
  type: 'Normal' | 'Warning';
  /** `AddedInterface` */
  reason: string;
  /** `Add net1 [10.6.212.145/16] from kube-system/macvlan-ens192` */
  message: string;
  /** `source.component` of the event: `multus`. */
  source: string;
}

export type SetUpResult =
  | {
      outcome: 'ready';
      /** Addresses of the default interface without prefix, the first becomes `status.podIP`. At most one a family. */
      podIPs: string[];
      /** Merged into the annotations of the Pod (`k8s.v1.cni.cncf.io/network-status`). */
      annotations: Record<string, string>;
      events: NetworkEvent[];
    }
  | {
      outcome: 'failed';
      /**
       * What follows `Failed to create pod sandbox: ` in the kubelet's event:
       * `rpc error: code = Unknown desc = failed to setup network for sandbox "<id>": plugin type="multus" ...`.
       */
      message: string;
      events: NetworkEvent[];
    }
  | {
      /** The plugin is still busy. `setUp` is called again with the same sandbox after this time, in milliseconds of the clock. */
      outcome: 'wait';
      milliseconds: number;
    };

/**
 * The container network as the kubelet sees it: one CNI ADD and one CNI DEL for a whole sandbox. What happens behind it
 * (Multus walking its delegates, Spiderpool handing out addresses) is the implementation's own.
 *
 * The kubelet never calls it for Pods with `hostNetwork`.
 */
export interface PodNetwork {
  /**
   * CNI ADD. Called when a bound Pod needs a sandbox, and again with back-off after `failed`. An implementation undoes what
   * a failed attempt must not keep before it returns. It reads and writes the store as it likes, but leaves the Pod alone:
   * the kubelet writes annotations, addresses and events of the result.
   *
   * @param pod the Pod as stored now, a private copy; `spec.nodeName` is set
   */
  setUp(pod: KubeObject, sandbox: PodSandbox): SetUpResult;
  /**
   * CNI DEL. Called when the sandbox of a Pod stops (deleted, finished, evicted), before the Pod leaves the store, and also
   * when no `setUp` succeeded or its node is gone. Calling it again for the same Pod is harmless.
   */
  tearDown(pod: KubeObject): void;
}
