/** Why Spiderpool left one pool out (domain reference 3.2). */
export interface FilterReason {
  readonly code: FilterCode;
  /** `''` where the text names none. */
  readonly pool: string;
  /** The literal words. */
  readonly text: string;
}

export type FilterCode =
  | 'terminating'
  | 'disabled'
  | 'wrongFamily'
  | 'nodeName'
  | 'nodeAffinity'
  | 'namespaceName'
  | 'namespaceAffinity'
  | 'otherWorkload'
  | 'podAffinity'
  | 'noClusterNetwork'
  | 'noAttachment'
  | 'otherAttachment'
  | 'masterSubnet'
  | 'other';

/** In the order of `selectByPod`; the misspelt ones are spelt so upstream. */
const patterns: readonly (readonly [Exclude<FilterCode, 'other'>, RegExp])[] = [
  ['terminating', /^terminating IPPool (?<pool>\S+)/],
  ['disabled', /^disabled IPPool (?<pool>\S+)/],
  ['wrongFamily', /^expect an IPv[46] IPPool, but the version of the IPPool (?<pool>\S+) is IPv[46]/],
  ['nodeName', /^unmatched Node name of IPPool (?<pool>\S+)/],
  ['nodeAffinity', /^unmatched Node affinity of IPPool (?<pool>\S+)/],
  ['namespaceName', /^unmatched Namespace name of IPPool (?<pool>\S+)/],
  ['namespaceAffinity', /^unmatched Namespace affinity of IPPool (?<pool>\S+)/],
  ['otherWorkload', /^unmatched Pod annifity of auto-created IPool (?<pool>\S+)/],
  ['podAffinity', /^unmatched Pod affinity of IPPool (?<pool>\S+)/],
  ['noClusterNetwork', /^cluster-network multus isn't set, the IPPool (?<pool>\S+) /],
  ['noAttachment', /^unknown: no matched multus object for NIC |^failed to parse pod network annotation: /],
  [
    'otherAttachment',
    /^the spec\.multusName \[[^\]]*\] in the IPPool (?<pool>\S+) used by the Pod interface /,
  ],
  ['masterSubnet', /^filterPoolCandidatesByPfSubnet: /],
];

/** Where one reason of a list ends: before the next one, since the reasons have commas of their own. */
const nextReason =
  /, (?=(?:terminating|disabled|unmatched \w+ \w+ of|unmatched Pod annifity of|expect an IPv[46]) |cluster-network multus |unknown: no matched |failed to parse pod network |the spec\.multusName |filterPoolCandidatesByPfSubnet: )/;

/**
 * Reads the list at the end of `all IPv4 IPPools [...] of net1 filtered out: [...]`. A single reason has no brackets, and equal
 * ones are told once.
 */
export function readFilterReasons(list: string): readonly FilterReason[] {
  const inner = /^\[(.*)\]$/s.exec(list.trim())?.[1] ?? list.trim();
  return inner.split(nextReason).filter(Boolean).map(readFilterReason);
}

function readFilterReason(text: string): FilterReason {
  for (const [code, pattern] of patterns) {
    const match = pattern.exec(text);
    if (match !== null) return { code, pool: match.groups?.['pool']?.replace(/,$/, '') ?? '', text };
  }
  return { code: 'other', pool: '', text };
}
