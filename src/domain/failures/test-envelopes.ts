/** The envelopes that kubelet, container runtime, Multus and the IPAM plugin put around words (domain reference 7.1). */

const sandbox =
  'Failed to create pod sandbox: rpc error: code = Unknown desc = failed to setup network for sandbox "5f0c9d": ' +
  'plugin type="multus" name="multus-cni-network" failed (add): ';

const delegate =
  '[default/web-1/3c1f0a5e-uid:macvlan-ens192]: error adding container to network "macvlan-ens192": ';

/** Around what a CNI plugin of a NIC says. */
export function delegateMessage(text: string): string {
  return `${sandbox}${delegate}${text}`;
}

/** Around what Spiderpool's agent says. */
export function agentMessage(text: string): string {
  return delegateMessage(`spiderpool IP allocation error: [POST /ipam/ip][500] postIpamIpFailure  ${text}`);
}

/** Around what the IPAM plugin finds wrong with the agent's answer. */
export function ipamMessage(text: string): string {
  return delegateMessage(`spiderpool IP allocation error: ${text}`);
}

export function multusMessage(text: string): string {
  return `${sandbox}Multus: [default/web-1/3c1f0a5e-uid]: ${text}`;
}

/** The same from the thick plugin, whose shim passes on what its daemon answered. */
export function throughShim(message: string): string {
  const head = 'failed (add): ';
  const at = message.indexOf(head) + head.length;
  return at < head.length
    ? message
    : `${message.slice(0, at)}CmdAdd (shim): CNI request failed with status 400: '${message.slice(at)}\n'`;
}

/** The same from CRI-O. */
export function throughCrio(message: string): string {
  return message.replace(
    'failed to setup network for sandbox "5f0c9d": ',
    'failed to create pod network sandbox k8s_web-1_default_3c1f0a5e-uid_0(5f0c9d): error adding pod default_web-1 to CNI network "multus-cni-network": ',
  );
}

export function combined(message: string): string {
  return `(combined from similar events): ${message}`;
}

/** Every way in which a message may arrive. */
export const envelopes: readonly (readonly [string, (message: string) => string])[] = [
  ['as it is', (message) => message],
  ['combined', combined],
  ['through the thick plugin', throughShim],
  ['combined, through the thick plugin', (message) => combined(throughShim(message))],
  ['from CRI-O', throughCrio],
];
