/**
 * Why a Pod has no network, read from the text of an Event (domain reference 7.1 and 7.2). Literal upstream
 * spellings are kept in the patterns, misspelt ones included.
 */
export interface NetworkFailure {
  readonly cause: FailureCause;
  /** The interface that failed, when the text names it. */
  readonly interfaceName?: string;
  /** Pools, attachments, resources ... that the text names. */
  readonly names: readonly string[];
  /** The part of the message that says it, without the envelopes around it. */
  readonly text: string;
}

export type FailureCause =
  | 'exhausted'
  | 'filteredOut'
  | 'poolNotFound'
  | 'duplicatePool'
  | 'interfaceNotListed'
  | 'noCandidate'
  | 'noAutoPool'
  | 'noRule'
  | 'noClusterNetwork'
  | 'coordinatorNotReady'
  | 'defaultRouteNic'
  | 'badAnnotation'
  | 'attachmentNotFound'
  | 'badNetworks'
  | 'noDevice'
  | 'masterNotFound'
  | 'unschedulable'
  | 'other';

const ipamEnvelope =
  /spiderpool IP allocation error: (?:\[POST \/ipam\/ip\]\[500\] postIpamIpFailure\s+)?(.*)$/s;
const standardMode = /^failed to allocate IP addresses in standard mode:\s*/;
const sandboxEnvelope =
  /^(?:\(combined from similar events\): )?Failed to create pod sandbox: rpc error: code = Unknown desc = /;

interface Rule {
  readonly cause: FailureCause;
  readonly pattern: RegExp;
}

/** In the order of the catalogue; the first that matches wins. Named groups: `nic`, and `names` (blank-separated). */
const rules: readonly Rule[] = [
  {
    cause: 'exhausted',
    pattern:
      /failed to allocate any IPv[46] IP address to NIC (?<nic>\S+) from IPPools \[(?<names>[^\]]*)\]: .*all IP addresses used out/s,
  },
  { cause: 'filteredOut', pattern: /all IPv[46] IPPools \[(?<names>[^\]]*)\] of (?<nic>\S+) filtered out: / },
  { cause: 'poolNotFound', pattern: /failed to get original IPPool (?<names>\S+): .*not found/s },
  { cause: 'duplicatePool', pattern: /duplicate IPPool (?<names>\S+) specified for NIC (?<nic>\S+)/ },
  { cause: 'interfaceNotListed', pattern: /interface (?<nic>\S+) must be specified/ },
  { cause: 'badAnnotation', pattern: /invalid format of Pod annotation '(?<names>[^']*)'/ },
  { cause: 'noAutoPool', pattern: /no matching auto-created IPPool candidate with matchLables/ },
  { cause: 'noCandidate', pattern: /no Interface (?<nic>\S+) IP allocation found/ },
  { cause: 'noCandidate', pattern: /validation failure list:\s*ips in body is required/ },
  { cause: 'noRule', pattern: /no pool selection rules of any type are specified/ },
  { cause: 'noClusterNetwork', pattern: /cluster-network multus isn't set/ },
  { cause: 'coordinatorNotReady', pattern: /GetCoordinatorConfig|coordinator config not found/ },
  { cause: 'defaultRouteNic', pattern: /podDefaultRouteNIC: (?<nic>\S+) don't exist in pod/ },
  { cause: 'attachmentNotFound', pattern: /cannot find a network-attachment-definition \((?<names>[^)]*)\)/ },
  {
    cause: 'badNetworks',
    pattern: /failed to parse pod Network Attachment Selection Annotation|tryLoadK8sPodDefaultNetwork/,
  },
  { cause: 'noDevice', pattern: /VF pci addr is required/ },
  { cause: 'masterNotFound', pattern: /failed to lookup master "(?<names>[^"]*)"|Link not found/ },
  { cause: 'unschedulable', pattern: /^\d+\/\d+ nodes are available: / },
];

/**
 * Reads the message of a Pod's warning Event (`FailedCreatePodSandBox`, `FailedScheduling`). Total: a text that no rule
 * knows is `other` with the text itself.
 */
export function readFailure(message: string): NetworkFailure {
  const inner = ipamEnvelope.exec(message)?.[1] ?? message.replace(sandboxEnvelope, '');
  const text = inner.replace(standardMode, '').trim();
  for (const { cause, pattern } of rules) {
    const match = pattern.exec(message);
    if (match === null) continue;
    const { nic, names = '' } = match.groups ?? {};
    return {
      cause,
      ...(nic === undefined ? {} : { interfaceName: nic }),
      names: names.split(' ').filter((name) => name !== ''),
      text,
    };
  }
  return { cause: 'other', names: [], text };
}
