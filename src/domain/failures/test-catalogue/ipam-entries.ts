import { agentMessage, ipamMessage } from '../test-envelopes.ts';
import { entry, type CatalogueEntry } from './entry.ts';

const standard = 'failed to allocate IP addresses in standard mode: ';
const poolItems = "wrong input, invalid format of Pod annotation 'ipam.spidernet.io/ippools': ";
const labels =
  'map[ipam.spidernet.io/interface:net1 ipam.spidernet.io/ip-version:IPv4 ipam.spidernet.io/owner-application-gv:apps_v1 ipam.spidernet.io/owner-application-kind:Deployment ipam.spidernet.io/owner-spider-subnet:subnet-7]';

/** What Spiderpool's agent and IPAM plugin say. */
export const ipamEntries: readonly CatalogueEntry[] = [
  entry(
    1,
    'filteredOut',
    agentMessage,
    `${standard}no IPPool available, all IPv4 IPPools [a b c] of net1 filtered out: [disabled IPPool a, the spec.multusName [kube-system/x y] in the IPPool b used by the Pod interface net1 is not matched with the multusCR kube-system/macvlan specified by the Pod, unmatched Pod annifity of auto-created IPool c]`,
    {
      interfaceName: 'net1',
      family: 'ipv4',
      names: ['a', 'b', 'c'],
      reasons: [
        { code: 'disabled', pool: 'a', text: 'disabled IPPool a' },
        {
          code: 'otherAttachment',
          pool: 'b',
          text: 'the spec.multusName [kube-system/x y] in the IPPool b used by the Pod interface net1 is not matched with the multusCR kube-system/macvlan specified by the Pod',
        },
        { code: 'otherWorkload', pool: 'c', text: 'unmatched Pod annifity of auto-created IPool c' },
      ],
    },
  ),
  entry(
    1,
    'filteredOut',
    agentMessage,
    `${standard}no IPPool available, all IPv6 IPPools [a] of eth0 filtered out: cluster-network multus isn't set, the IPPool a specified multusName [] unmatched`,
    {
      interfaceName: 'eth0',
      family: 'ipv6',
      reasons: [
        {
          code: 'noClusterNetwork',
          pool: 'a',
          text: "cluster-network multus isn't set, the IPPool a specified multusName [] unmatched",
        },
      ],
    },
  ),
  entry(
    2,
    'exhausted',
    agentMessage,
    `${standard}failed to allocate any IPv4 IP address to NIC net1 from IPPools [p1 p2]: all IP addresses used out`,
    {
      interfaceName: 'net1',
      family: 'ipv4',
      names: ['p1', 'p2'],
      shortages: [{ interfaceName: 'net1', family: 'ipv4', pools: ['p1', 'p2'] }],
    },
  ),
  entry(
    2,
    'exhausted',
    agentMessage,
    `${standard}[failed to allocate any IPv6 IP address to NIC net2 from IPPools [p6]: [all IP addresses used out, exhaust all retries (5 times), failed to allocate IP from IPPool p6], failed to allocate any IPv4 IP address to NIC net1 from IPPools [p]: all IP addresses used out]`,
    {
      interfaceName: 'net2',
      family: 'ipv6',
      shortages: [
        { interfaceName: 'net2', family: 'ipv6', pools: ['p6'] },
        { interfaceName: 'net1', family: 'ipv4', pools: ['p'] },
      ],
    },
  ),
  entry(
    2,
    'exhausted',
    agentMessage,
    'failed to retrieve the IP allocation of StatefulSet/default/db: failed to allocate any IPv4 IP address to NIC eth0 from IPPools [p]: all IP addresses used out',
    { interfaceName: 'eth0', names: ['p'] },
  ),
  entry(
    3,
    'writeConflicts',
    agentMessage,
    `${standard}failed to allocate any IPv4 IP address to NIC net1 from IPPools [p]: exhaust all retries (5 times), failed to allocate IP from IPPool p`,
    { interfaceName: 'net1', names: ['p'], params: { limit: '5' } },
  ),
  entry(
    4,
    'tooManyRecords',
    agentMessage,
    `${standard}failed to allocate any IPv6 IP address to NIC net1 from IPPools [p]: all IP addresses used out, threshold of IP records(<=5000) for IPPool p exceeded`,
    { interfaceName: 'net1', family: 'ipv6', names: ['p'], params: { limit: '5000' } },
  ),
  entry(
    2,
    'exhausted',
    agentMessage,
    `${standard}[failed to allocate any IPv4 IP address to NIC net1 from IPPools [p]: all IP addresses used out, threshold of IP records(<=5000) for IPPool p exceeded, failed to allocate any IPv4 IP address to NIC net2 from IPPools [q]: all IP addresses used out]`,
    {
      interfaceName: 'net2',
      family: 'ipv4',
      names: ['q'],
      shortages: [{ interfaceName: 'net2', family: 'ipv4', pools: ['q'] }],
    },
  ),
  entry(
    5,
    'poolNotFound',
    agentMessage,
    `${standard}failed to get original IPPool p9: SpiderIPPool.spiderpool.spidernet.io "p9" not found`,
    { names: ['p9'] },
  ),
  entry(
    6,
    'duplicatePool',
    agentMessage,
    `${standard}wrong input, duplicate IPPool p1 specified for NIC net1`,
    {
      interfaceName: 'net1',
      names: ['p1'],
    },
  ),
  entry(
    7,
    'badAnnotation',
    agentMessage,
    `${standard}wrong input, invalid format of Pod annotation 'ipam.spidernet.io/routes': invalid route format 'dst: x, gw: y'`,
    { names: ['ipam.spidernet.io/routes'], params: { detail: "invalid route format 'dst: x, gw: y'" } },
  ),
  entry(
    7,
    'badAnnotation',
    agentMessage,
    `${standard}failed to get IPPool candidates from Subnet: it's invalid to use the same subnet for multiple interfaces: [{net1 [s] []} {net2 [s] []}]`,
    { names: ['ipam.spidernet.io/subnets'] },
  ),
  entry(
    7,
    'badAnnotation',
    agentMessage,
    `${standard}failed to get IPPool candidates from Subnet: failed to parse anntation 'ipam.spidernet.io/subnets' value '[', error: unexpected end of JSON input`,
    { names: ['ipam.spidernet.io/subnets'] },
  ),
  entry(8, 'interfaceNotListed', agentMessage, `${standard}${poolItems}interface eth0 must be specified`, {
    interfaceName: 'eth0',
  }),
  entry(9, 'noCandidate', ipamMessage, 'validation failure list:\nips in body is required'),
  entry(9, 'noCandidate', ipamMessage, 'no Interface net2 IP allocation found', { interfaceName: 'net2' }),
  entry(
    10,
    'noAutoPool',
    agentMessage,
    `${standard}failed to get IPPool candidates from Subnet: no matching auto-created IPPool candidate with matchLables '${labels}'`,
    { interfaceName: 'net1', family: 'ipv4', params: { subnet: 'subnet-7' } },
  ),
  entry(
    11,
    'severalAutoPools',
    agentMessage,
    `${standard}failed to get IPPool candidates from Subnet: it's invalid for 'Deployment/default/web' corresponding SpiderSubnet 's' owns multiple matchLables '${labels}' corresponding IPPools '[a b]' for one specify application`,
    { interfaceName: 'net1', names: ['a', 'b'], params: { subnet: 'subnet-7' } },
  ),
  entry(
    12,
    'noRule',
    agentMessage,
    `${standard}no IPPool available, no pool selection rules of any type are specified`,
  ),
  entry(
    13,
    'noClusterNetwork',
    agentMessage,
    `${standard}cluster-network multus isn't set, the IPPool p specified multusName [] unmatched`,
  ),
  entry(30, 'deadPod', agentMessage, 'dead Pod default/web-1, we cannot allocate IP addresees to it', {
    noise: true,
    names: ['default/web-1'],
  }),
  entry(
    0,
    'badNamespaceDefaults',
    agentMessage,
    `${standard}json: cannot unmarshal string into Go value of type []string`,
  ),
];
