/** The words of the component that failed, and what was around them. */
export interface Unwrapped {
  readonly text: string;
  /** Name of the CNI configuration that was being added. */
  readonly network?: string;
}

/** After about ten similar Events the recorder combines them. */
const combined = /^\(combined from similar events\):\s*/;
const sandbox = /^Failed to create pod sandbox:\s*/;
/** The kubelet's own, and the container runtime's before it. */
const rpc = /^(?:rpc error: code = \w+ desc = )+/;
/** The thick plugin passes the answer of its daemon on between quotes. */
const shim = /CmdAdd \(shim\): CNI request failed with status \d+: '(?<text>.*?)(?:\\n|\s)*'?\s*$/s;
const delegate =
  /\[[^\][\s]+\/[^\][\s]+\/[^\][\s:]*:[^\][]*\]: error adding container to network "(?<network>(?:[^"\\]|\\.)*)": (?<text>.*)$/s;
const multus = /Multus: \[[^\][\s]*\]: (?<text>.*)$/s;
const ipam =
  /spiderpool IP allocation error: (?:\[POST \/ipam\/ip\]\[500\] postIpamIpFailure\s+)?(?<text>.*)$/s;
const stage =
  /^(?:failed to allocate IP addresses in standard mode|failed to retrieve the IP allocation of StatefulSet\/\S+): /;

/**
 * Takes the envelopes of domain reference 7.1 away: combined Events, kubelet, runtime, thick plugin, Multus, IPAM plugin and
 * the stage in which the agent was. Total: a text without any of them is itself.
 */
export function unwrap(message: string): Unwrapped {
  const bare = message.replace(combined, '').replace(sandbox, '').replace(rpc, '');
  const answered = shim.exec(bare)?.groups?.['text'] ?? bare;
  const added = delegate.exec(answered)?.groups;
  const said = added?.['text'] ?? multus.exec(answered)?.groups?.['text'] ?? answered;
  const text = (ipam.exec(said)?.groups?.['text'] ?? said).trim().replace(stage, '').trim();
  const network = added?.['network'];
  return { text, ...(network === undefined || network === '' ? {} : { network }) };
}
