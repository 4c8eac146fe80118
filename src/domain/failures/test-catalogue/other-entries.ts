import { delegateMessage, multusMessage } from '../test-envelopes.ts';
import { bare, entry, type CatalogueEntry } from './entry.ts';

const loading = 'error loading k8s delegates k8s args: TryLoadPodDelegates: ';
const missing = (name: string, namespace: string) =>
  `getKubernetesDelegate: cannot find a network-attachment-definition (${name}) in namespace (${namespace}): network-attachment-definitions.k8s.cni.cncf.io "${name}" not found`;

/** What coordinator, Multus, the main plugins, kubelet, scheduler and API server say. */
export const otherEntries: readonly CatalogueEntry[] = [
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
  entry(
    31,
    'clusterNetworkNotFound',
    multusMessage,
    'failed to get clusterNetwork/defaultNetworks: GetDefaultNetworks: failed to get clusterNetwork calico in namespace kube-system',
    { names: ['kube-system/calico'] },
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
