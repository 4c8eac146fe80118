import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FailureCause, NetworkFailure } from './failure.ts';
import { readFailure } from './read-failure.ts';
import { agentMessage, delegateMessage, envelopes, ipamMessage, multusMessage } from './test-envelopes.ts';

const bare = (text: string) => text;
const standard = 'failed to allocate IP addresses in standard mode: ';
const poolItems = "wrong input, invalid format of Pod annotation 'ipam.spidernet.io/ippools': ";
const labels =
  'map[ipam.spidernet.io/interface:net1 ipam.spidernet.io/ip-version:IPv4 ipam.spidernet.io/owner-application-gv:apps_v1 ipam.spidernet.io/owner-application-kind:Deployment ipam.spidernet.io/owner-spider-subnet:subnet-7]';
const loading = 'error loading k8s delegates k8s args: TryLoadPodDelegates: ';
const missing = (name: string, namespace: string) =>
  `getKubernetesDelegate: cannot find a network-attachment-definition (${name}) in namespace (${namespace}): network-attachment-definitions.k8s.cni.cncf.io "${name}" not found`;

interface Entry {
  /** The number in domain reference 7.2; 0 for what is not in it. */
  readonly entry: number;
  readonly cause: FailureCause;
  readonly around: (text: string) => string;
  readonly text: string;
  readonly tells: Partial<NetworkFailure>;
}

function entry(
  number: number,
  cause: FailureCause,
  around: Entry['around'],
  text: string,
  tells: Entry['tells'] = {},
): Entry {
  return { entry: number, cause, around, text, tells };
}

/** The literal texts of domain reference 7.2, with what has to be read from each. */
const catalogue: readonly Entry[] = [
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
  entry(
    14,
    'coordinatorNotReady',
    delegateMessage,
    'failed to GetCoordinatorConfig: [GET /coordinator/config][500] getCoordinatorConfigFailure  spidercoordinator: default no ready',
  ),
  entry(
    14,
    'coordinatorNotReady',
    delegateMessage,
    'failed to GetCoordinatorConfig: coordinator config not found',
  ),
  entry(
    15,
    'defaultRouteNic',
    delegateMessage,
    "failed to tunePodRoutes: podDefaultRouteNIC: net2 don't exist in pod",
    { interfaceName: 'net2' },
  ),
  entry(
    16,
    'coordinatorMode',
    delegateMessage,
    'when creating interface net1 in underlay mode, it detects that the auxiliary interface eth0 was not created by previous interface. please enable coordinator plugin in previous interface',
    { interfaceName: 'net1' },
  ),
  entry(
    16,
    'coordinatorMode',
    delegateMessage,
    'when creating interface eth0 in overlay mode, it detects that the current interface is first interface named eth0, this plugin should not work for it. please modify in the CNI configuration',
    { interfaceName: 'eth0' },
  ),
  entry(
    16,
    'coordinatorMode',
    delegateMessage,
    'when creating interface net2 in overlay mode, it detects that the auxiliary interface veth0 of underlay mode exists. It seems that the previous interface work in underlay mode. ',
    { interfaceName: 'net2' },
  ),
  entry(
    17,
    'agentUnhealthy',
    delegateMessage,
    'unhealthy spiderpool-agent backend, failed to check: Get "http://localhost/v1/ipam/healthy": dial unix /var/run/spidernet/spiderpool.sock: connect: no such file or directory',
  ),
  entry(
    18,
    'addressConflict',
    delegateMessage,
    "ip conflict: pod's interface net1 with an conflicting ip 10.6.0.9, 10.6.0.9 is located at 00:50:56:b4:59:c0",
    { interfaceName: 'net1', params: { address: '10.6.0.9', mac: '00:50:56:b4:59:c0' } },
  ),
  entry(19, 'gatewayUnreachable', delegateMessage, 'gateway 10.6.0.1 is unreachable', {
    params: { gateway: '10.6.0.1' },
  }),
  entry(
    20,
    'attachmentNotFound',
    multusMessage,
    `${loading}error in getting k8s network for pod: GetNetworkDelegates: failed getting the delegate: ${missing('x', 'y')}`,
    { names: ['y/x'] },
  ),
  entry(
    21,
    'attachmentNotFound',
    multusMessage,
    `${loading}error in loading K8s cluster default network from pod annotation: tryLoadK8sPodDefaultNetwork: failed getting the delegate: ${missing('x', 'kube-system')}`,
    { interfaceName: 'eth0', names: ['kube-system/x'] },
  ),
  entry(
    21,
    'badDefaultNetwork',
    multusMessage,
    `${loading}error in loading K8s cluster default network from pod annotation: tryLoadK8sPodDefaultNetwork: more than one default network is specified: a,b`,
    { interfaceName: 'eth0', params: { detail: 'more than one default network is specified: a,b' } },
  ),
  entry(
    22,
    'badNetworks',
    multusMessage,
    'error loading k8s delegates k8s args: parsePodNetworkAnnotation: failed to parse pod Network Attachment Selection Annotation JSON format: invalid character',
  ),
  entry(
    22,
    'badNetworks',
    multusMessage,
    "error loading k8s delegates k8s args: parsePodNetworkAnnotation: parsePodNetworkObjectName: Invalid network object (failed at '/')",
  ),
  entry(
    23,
    'noDevice',
    delegateMessage,
    'SRIOV-CNI failed to load netconf: LoadConf(): VF pci addr is required',
  ),
  entry(
    24,
    'unschedulable',
    bare,
    '0/5 nodes are available: 1 node(s) had untolerated taint {node-role.kubernetes.io/control-plane: }, 4 Insufficient spidernet.io/sriov_netdevice. preemption: 0/5 nodes are available: 5 Preemption is not helpful for scheduling.',
    {
      names: ['spidernet.io/sriov_netdevice'],
      refusals: [
        { nodes: 1, reason: 'node(s) had untolerated taint {node-role.kubernetes.io/control-plane: }' },
        {
          nodes: 4,
          reason: 'Insufficient spidernet.io/sriov_netdevice',
          resource: 'spidernet.io/sriov_netdevice',
        },
      ],
    },
  ),
  entry(24, 'unschedulable', bare, 'no nodes available to schedule pods'),
  entry(25, 'masterNotFound', delegateMessage, 'failed to lookup master "ens224": Link not found', {
    names: ['ens224'],
  }),
  entry(25, 'masterNotFound', delegateMessage, 'Link not found'),
  entry(
    26,
    'injectionRefused',
    bare,
    'Error creating: admission webhook "pods.spiderpool.spidernet.io" denied the request: no spidermultusconfigs with annotation: cni.spidernet.io/network-resource-inject:blue found',
    {
      params: {
        detail: 'no spidermultusconfigs with annotation: cni.spidernet.io/network-resource-inject:blue found',
      },
    },
  ),
  entry(
    27,
    'webhookUnreachable',
    bare,
    'Internal error occurred: failed calling webhook "spiderippool.spiderpool.spidernet.io": failed to call webhook: Post "https://spiderpool-controller.kube-system.svc:5722/validate?timeout=10s": connection refused',
    { names: ['spiderippool.spiderpool.spidernet.io'] },
  ),
  entry(
    28,
    'subnetsOff',
    bare,
    'Internal error occurred: failed calling webhook "spidersubnet.spiderpool.spidernet.io": failed to call webhook: the server could not find the requested resource',
  ),
  entry(
    29,
    'sandboxNameReserved',
    bare,
    'Failed to create pod sandbox: rpc error: code = Unknown desc = failed to reserve sandbox name "web-1_default_uid_0": name "web-1_default_uid_0" is reserved for "5f0c9d"',
    { noise: true },
  ),
  entry(30, 'deadPod', agentMessage, 'dead Pod default/web-1, we cannot allocate IP addresees to it', {
    noise: true,
    names: ['default/web-1'],
  }),
  entry(
    31,
    'clusterNetworkNotFound',
    multusMessage,
    'failed to get clusterNetwork/defaultNetworks: GetDefaultNetworks: failed to get clusterNetwork calico in namespace kube-system',
    { names: ['kube-system/calico'] },
  ),
  entry(
    0,
    'badNamespaceDefaults',
    agentMessage,
    `${standard}json: cannot unmarshal string into Go value of type []string`,
  ),
  entry(
    0,
    'sandboxTimeout',
    bare,
    'Failed to create pod sandbox: rpc error: code = DeadlineExceeded desc = context deadline exceeded',
    { noise: true },
  ),
  entry(
    0,
    'quotaExceeded',
    bare,
    'Error creating: pods "web-6d5f7c9b4-x2x8k" is forbidden: exceeded quota: small, requested: pods=1, used: pods=2, limited: pods=2',
    { names: ['small'], params: { requested: 'pods=1', used: 'pods=2', limited: 'pods=2' } },
  ),
  entry(
    0,
    'podRefused',
    bare,
    'Error creating: pods "web-1" is forbidden: violates PodSecurity "restricted:latest": privileged',
    { params: { detail: 'violates PodSecurity "restricted:latest": privileged' } },
  ),
  entry(
    0,
    'podRefused',
    bare,
    'Error creating: admission webhook "policy.example.com" denied the request: no',
    {
      names: ['policy.example.com'],
      params: { detail: 'no' },
    },
  ),
];

describe('readFailure', () => {
  it('knows all 31 entries of the catalogue', () => {
    const known = new Set(catalogue.map((line) => line.entry));
    expect(
      Array.from({ length: 31 }, (_, index) => index + 1).filter((number) => !known.has(number)),
    ).toEqual([]);
  });

  describe.each(envelopes)('%s', (_, wrap) => {
    it.each(catalogue)('$entry $cause', ({ cause, around, text, tells }) => {
      const failure = readFailure(wrap(around(text)));
      expect(failure).toMatchObject({ cause, noise: false, ...tells });
      expect(text).toContain(failure.text);
    });
  });

  it('takes the network that was being added from the envelope', () => {
    expect(readFailure(delegateMessage('Link not found')).network).toBe('macvlan-ens192');
    expect(readFailure(multusMessage('x'))).not.toHaveProperty('network');
  });

  it('keeps what it does not know', () => {
    expect(readFailure(agentMessage(`${standard}something new`))).toEqual({
      cause: 'other',
      network: 'macvlan-ens192',
      names: [],
      params: {},
      text: 'something new',
      noise: false,
    });
  });

  it('gives the same cause for the same words in every envelope', () => {
    const words = fc.oneof(
      fc.constantFrom(...catalogue.filter(({ around }) => around !== bare).map(({ text }) => text)),
      fc.string({ unit: 'grapheme' }),
    );
    fc.assert(
      fc.property(words, words, (first, second) => {
        const text = `${first} ${second}`;
        const causes = [
          readFailure(text),
          ...envelopes.flatMap(([, wrap]) =>
            [agentMessage, ipamMessage].map((around) => readFailure(wrap(around(text)))),
          ),
        ].map(({ cause }) => cause);
        expect(new Set(causes).size).toBe(1);
      }),
    );
  });

  it('is total: any text gives an answer that keeps the text', () => {
    const parts = fc.constantFrom(
      ...catalogue.flatMap(({ text, around }) => around(text).split(/(?<=[ [\]'":])/)),
    );
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(parts, { maxLength: 60 }).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(text, (message) => {
        const failure = readFailure(message);
        expect(message).toContain(failure.text);
        expect(failure.names.every((name) => message.includes(name) || name.includes('/'))).toBe(true);
      }),
    );
  });
});
