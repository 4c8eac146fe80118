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
const shim = /CmdAdd \(shim\): CNI request failed with status \d+: '/;
/** The parts between the slashes have none themselves: one of them that did would be tried at every slash. */
const delegate =
  /\[[^\][\s/]+\/[^\][\s/]+\/[^\][\s:/]*:[^\][]*\]: error adding container to network "(?<network>(?:[^"\\]|\\.)*)": (?<text>.*)$/s;
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
  const answered = answerOfShim(bare) ?? bare;
  const added = delegate.exec(answered)?.groups;
  const said = added?.['text'] ?? multus.exec(answered)?.groups?.['text'] ?? answered;
  const text = (ipam.exec(said)?.groups?.['text'] ?? said).trim().replace(stage, '').trim();
  const network = added?.['network'];
  return { text, ...(network === undefined || network === '' ? {} : { network }) };
}

/**
 * What stands between the shim's quotes, without the blanks and written line ends before the closing one, which may be
 * cut off. By steps from the end: a pattern for it would try every run of blanks in the text again and again.
 */
function answerOfShim(message: string): string | undefined {
  const opened = shim.exec(message);
  if (opened === null) return undefined;
  const quoted = message.slice(opened.index + opened[0].length).trimEnd();
  const text = quoted.endsWith("'") ? quoted.slice(0, -1) : quoted;
  let end = text.length;
  for (;;) {
    if (text.endsWith('\\n', end)) end -= 2;
    else if (end > 0 && /\s/.test(text.charAt(end - 1))) end -= 1;
    else break;
  }
  return text.slice(0, end);
}
