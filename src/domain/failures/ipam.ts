import type { AddressFamily } from '../ip/address.ts';
import { OWNER_LABELS, SUBNETS } from '../spiderpool/annotation-keys.ts';
import type { FailureRule, NetworkFailure, Shortage } from './failure.ts';
import { readFilterReasons } from './filter-reasons.ts';

/** Spiderpool's agent and its IPAM plugin, in the order in which the texts must be looked for. */
export const ipamRules: readonly FailureRule[] = [
  /** 30. A Pod that has ended; spelt so. `pkg/ipam/allocate.go`. */
  {
    cause: 'deadPod',
    pattern: /dead Pod (?<names>\S+), we cannot allocate IP addresees to it/,
    noise: true,
  },
  /** 2. No pool has an address left, reserved ones included. `pkg/ippoolmanager`, `ErrIPUsedOut` without a suffix. */
  {
    cause: 'exhausted',
    pattern:
      /failed to allocate any IPv(?<family>[46]) IP address to NIC (?<nic>\S+) from IPPools \[(?<names>[^\]]*)\]: (?:(?!failed to allocate any).)*?all IP addresses used out(?!, threshold of IP records)/s,
    more: (text) => ({ shortages: readShortages(text) }),
  },
  /** 4. The pool's record is full though addresses are free. `ErrIPUsedOut` with the threshold. */
  {
    cause: 'tooManyRecords',
    pattern: /threshold of IP records\(<=(?<limit>\d+)\) for IPPool (?<names>\S+) exceeded/,
    more: askerOf,
  },
  /** 3. Too many writers at once. `ErrRetriesExhausted`. */
  {
    cause: 'writeConflicts',
    pattern:
      /exhaust all retries \((?<limit>\d+) times\), failed to allocate IP from IPPool (?<names>[^\s,\]]+)/,
    more: askerOf,
  },
  /** 1. Every pool was filtered out (domain reference 3.2). `filterPoolCandidates`. */
  {
    cause: 'filteredOut',
    pattern: /all IPv(?<family>[46]) IPPools \[(?<names>[^\]]*)\] of (?<nic>\S+) filtered out: (?<list>.*)$/s,
    more: (_, { groups }) => ({ reasons: readFilterReasons(groups?.['list'] ?? '') }),
  },
  /** 5. One name that does not exist ends it for all NICs. `precheckPoolCandidates`. */
  { cause: 'poolNotFound', pattern: /failed to get original IPPool (?<names>\S+): .*not found/s },
  /** 6. Named twice, or by a pattern as well. `precheckPoolCandidates`. */
  {
    cause: 'duplicatePool',
    pattern: /duplicate IPPool (?<names>\S+) specified for NIC (?<nic>[^\s,\]]+)/,
  },
  /** 8. Before 7, whose text is around it. `validateAndMutateMultipleNICAnnotations`. */
  { cause: 'interfaceNotListed', pattern: /interface (?<nic>\S+) must be specified/ },
  /** 7. Domain reference 1.6 and 1.10. */
  {
    cause: 'badAnnotation',
    pattern: /invalid format of Pod annotation '(?<names>[^']*)': (?<detail>.*)$/s,
  },
  /** 11. More than one pool of the workload for one NIC. `getPoolFromSubnetAnno`; spelt so. */
  {
    cause: 'severalAutoPools',
    pattern:
      /corresponding SpiderSubnet '(?<subnet>[^']*)' owns multiple matchLables '(?<labels>[^']*)'(?: corresponding IPPools '\[?(?<names>[^\]']*)\]?')?/,
    more: (_, { groups }) => fromLabels(groups?.['labels'] ?? ''),
  },
  /** 10. The pool of the workload is not there after 50 s. `getPoolFromSubnetAnno`; spelt so. */
  {
    cause: 'noAutoPool',
    pattern: /no matching auto-created IPPool candidate with matchLables '?(?<labels>map\[[^\]]*\]?)/,
    more: (_, { groups }) => fromLabels(groups?.['labels'] ?? ''),
  },
  /** 7 for `subnets`, `subnet` and their number: `GetSubnetAnnoConfig` (domain reference 1.3 and 1.4), spelt so. */
  {
    cause: 'badAnnotation',
    pattern:
      /failed to parse (?:anntation|spider subnet) '(?<names>[^']*)'(?<detail>.*)$|(?:failed to get IPPool candidates from Subnet: |(?=it's invalid to use 'ipam\.))(?<why>(?:it's invalid to|no subnets specified|invalid input|subnet 'ipam).*)$/s,
    more: (_, { groups }) =>
      groups?.['why'] === undefined ? {} : { names: [SUBNETS], params: { detail: groups['why'] } },
  },
  /** 9. The NIC is in no item, or nothing matched its patterns. The IPAM plugin itself, without `[POST ...]`. */
  { cause: 'noCandidate', pattern: /no Interface (?<nic>\S+) IP allocation found/ },
  { cause: 'noCandidate', pattern: /validation failure list:\s*ips in body is required/ },
  /** 12. Default mode, and nothing has default pools. `getClusterDefaultPools`. */
  { cause: 'noRule', pattern: /no pool selection rules of any type are specified/ },
  /** 13. eth0 asks Spiderpool, and nobody says which attachment it is. `selectByPod`. */
  { cause: 'noClusterNetwork', pattern: /cluster-network multus isn't set/ },
  /** Outside the catalogue: default pools of the Namespace that are no JSON. The text does not name them (domain reference 1.11). */
  {
    cause: 'badNamespaceDefaults',
    pattern: /^(?<detail>(?:json: cannot unmarshal|invalid character|unexpected end of JSON input).*)$/s,
  },
  /** 17. The agent of the node is down, or its socket is missing. `cmd/spiderpool/cmd/command_add.go`. */
  {
    cause: 'agentUnhealthy',
    pattern: /unhealthy spiderpool-agent backend, failed to check(?:: (?<detail>.*))?/s,
  },
];

/** The NIC and family of an allocation that failed for another reason than exhaustion. */
function askerOf(text: string): Partial<NetworkFailure> {
  const [first] = readAskers(text);
  return first === undefined ? {} : { interfaceName: first.interfaceName, family: first.family };
}

const asker = /failed to allocate any IPv([46]) IP address to NIC (\S+) from IPPools \[([^\]]*)\]: /g;

function readAskers(text: string): readonly (Shortage & { readonly end: number })[] {
  return [...text.matchAll(asker)].map((match) => ({
    family: familyOf(match[1]),
    interfaceName: match[2] ?? '',
    pools: (match[3] ?? '').split(' ').filter(Boolean),
    end: match.index + match[0].length,
  }));
}

/** NICs are allocated side by side, so that the text may tell of several. */
function readShortages(text: string): readonly Shortage[] {
  const askers = readAskers(text);
  return askers
    .filter(({ end }, index) => {
      const next = askers[index + 1];
      const said = text.slice(end, next === undefined ? undefined : next.end);
      return /all IP addresses used out(?!, threshold of IP records)/.test(said);
    })
    .map(({ interfaceName, family, pools }) => ({ interfaceName, family, pools }));
}

/** Go prints a map as `map[key:value key:value]`: the labels by which the agent looked tell the NIC and its subnet. */
function fromLabels(map: string): Partial<NetworkFailure> {
  const inner = map.replace(/^map\[/, '').replace(/\]$/, '');
  const valueOf = (key: string) =>
    inner
      .split(' ')
      .find((entry) => entry.startsWith(`${key}:`))
      ?.slice(key.length + 1);
  const nic = valueOf(OWNER_LABELS.interfaceName);
  const subnet = valueOf(OWNER_LABELS.subnet);
  const version = valueOf('ipam.spidernet.io/ip-version');
  return {
    ...(nic === undefined || nic === '' ? {} : { interfaceName: nic }),
    ...(version === 'IPv4' || version === 'IPv6' ? { family: familyOf(version.slice(3)) } : {}),
    ...(subnet === undefined ? {} : { params: { subnet } }),
  };
}

function familyOf(version: string | undefined): AddressFamily {
  return version === '6' ? 'ipv6' : 'ipv4';
}
