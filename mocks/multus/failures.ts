import type { KubeObject } from '../store/store.ts';

/** The envelopes in which a failure reaches the kubelet's event (reference 7.1). */

/** @param sandboxId 64 hexadecimal digits */
export function sandboxFailure(sandboxId: string, text: string): string {
  return `rpc error: code = Unknown desc = failed to setup network for sandbox "${sandboxId}": plugin type="multus" name="multus-cni-network" failed (add): ${text}`;
}

/** A delegate failed: `confName` is the name of its CNI configuration. */
export function delegateFailure(pod: KubeObject, confName: string, text: string): string {
  return `[${podKey(pod)}:${confName}]: error adding container to network ${JSON.stringify(confName)}: ${text}`;
}

/** Multus failed before it ran anything. */
export function multusFailure(pod: KubeObject, text: string): string {
  return `Multus: [${podKey(pod)}]: ${text}`;
}

function podKey({ metadata }: KubeObject): string {
  return `${metadata.namespace ?? ''}/${metadata.name}/${metadata.uid}`;
}
