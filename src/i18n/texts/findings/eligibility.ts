import type { Texts } from '../../texts.ts';

/**
 * Whether the attachments, pools and subnets of a NIC will serve it. {{reason}} is the code of a reason, and its own
 * text is taken in; that text has the same parameters.
 */
export const eligibilityFindingTexts = {
  'finding.network.noMultus': {
    en: 'Multus is not installed in this cluster: Pods would run with eth0 alone, and nothing would say so. Remove the NICs, or have Multus installed.',
    zh: '该集群未安装 Multus：Pod 只会有 eth0，且不会有任何提示。请删除网卡，或联系管理员安装 Multus。',
  },
  'finding.nic.needsSpiderpool': {
    en: '{{nic}}: its attachment takes addresses from Spiderpool, which is not installed, and Pods would not start. Choose another attachment.',
    zh: '{{nic}}：该网络配置的地址由 Spiderpool 分配，而集群未安装 Spiderpool，Pod 将无法启动。请选择其他网络配置。',
  },
  'finding.nic.attachmentElsewhere': {
    en: '{{nic}}: attachment {{attachment}} does not exist in that namespace, and Pods would not start. There is {{ids}}.',
    zh: '{{nic}}：该命名空间中不存在网络配置 {{attachment}}，Pod 将无法启动。同名的有 {{ids}}。',
  },
  'finding.nic.attachmentUnverified': {
    en: '{{nic}}: {{name}} is unverified, since attachments cannot be read. Pods would not start if it did not exist.',
    zh: '{{nic}}：无法读取网络配置，{{name}} 未核实。如果它不存在，Pod 将无法启动。',
  },
  'finding.nic.attachmentType': {
    en: '{{nic}}: attachment {{attachment}} is of CNI type {{cniType}}, which this console does not know and cannot check.',
    zh: '{{nic}}：网络配置 {{attachment}} 的 CNI 类型为 {{cniType}}，控制台不了解该类型，无法检查。',
  },
  'finding.nic.attachmentNoDevice': {
    en: '{{nic}}: SR-IOV attachment {{attachment}} names no device resource (annotation k8s.v1.cni.cncf.io/resourceName), and Pods would not start. Choose another one.',
    zh: '{{nic}}：SR-IOV 网络配置 {{attachment}} 未指定设备资源（注解 k8s.v1.cni.cncf.io/resourceName），Pod 将无法启动。请选择其他网络配置。',
  },
  'finding.nic.coordinatorMode': {
    en: '{{nic}}: the coordinator of attachment {{attachment}} is set to underlay, which fails beside an overlay eth0. Choose another one.',
    zh: '{{nic}}：网络配置 {{attachment}} 的 coordinator 模式为 underlay，与 Overlay 的 eth0 同时使用会失败。请选择其他网络配置。',
  },
  'finding.nic.coordinatorMissing': {
    en: '{{nics}}: the cluster has no SpiderCoordinator, and Pods with these NICs do not start until there is one.',
    zh: '{{nics}}：集群中没有 SpiderCoordinator，在创建之前，带有这些网卡的 Pod 无法启动。',
  },
  'finding.nic.coordinatorNotReady': {
    en: '{{nics}}: SpiderCoordinator {{name}} is not ready (phase {{phase}}, reason {{reason}}). Pods with these NICs do not start until it is.',
    zh: '{{nics}}：SpiderCoordinator {{name}} 未就绪（状态 {{phase}}，原因 {{reason}}），就绪之前带有这些网卡的 Pod 无法启动。',
  },
  'finding.nic.subnetTerminating': {
    en: '{{nic}}: subnet {{name}} is being deleted, and no pool is made from it. Choose another one.',
    zh: '{{nic}}：子网 {{name}} 正在删除，无法从中创建 IP 池。请选择其他子网。',
  },
  'finding.nic.subnetUnverified': {
    en: '{{nic}}: {{names}} unverified, since subnets cannot be read. Pods would not start if one did not exist.',
    zh: '{{nic}}：无法读取子网，{{names}} 未核实。只要有一个不存在，Pod 就无法启动。',
  },
  'finding.nic.poolUnverified': {
    en: '{{nic}}: {{names}} unverified, since pools cannot be read. One name that does not exist keeps the Pods from starting.',
    zh: '{{nic}}：无法读取 IP 池，{{names}} 未核实。只要有一个名称不存在，Pod 就无法启动。',
  },
  'finding.nic.poolRefused': {
    en: '{{nic}}: pool {{name}} will not serve it: $t(reason.{{reason}}). No other pool does, and Pods would not start.',
    zh: '{{nic}}：IP 池 {{name}} 不可用：$t(reason.{{reason}})。没有其他可用的 IP 池，Pod 将无法启动。',
  },
  'finding.nic.poolIdle': {
    en: '{{nic}}: pool {{name}} will not be used: $t(reason.{{reason}}). Addresses come from the other pools alone.',
    zh: '{{nic}}：IP 池 {{name}} 不会被使用：$t(reason.{{reason}})。地址只会来自其他 IP 池。',
  },
  'finding.nic.poolUnsure': {
    en: '{{nic}}: whether pool {{name}} will serve it cannot be known here: $t(reason.{{reason}}).',
    zh: '{{nic}}：无法判断 IP 池 {{name}} 是否可用：$t(reason.{{reason}})。',
  },
  'finding.nic.poolOnSomeNodes': {
    en: '{{nic}}: pool {{name}} serves only Pods on {{nodes}}. Pods on other nodes take their addresses from the other pools.',
    zh: '{{nic}}：IP 池 {{name}} 仅供节点 {{nodes}} 上的 Pod 使用，其他节点上的 Pod 使用其余 IP 池。',
  },
  'finding.nic.poolsOnSomeNodes': {
    en: '{{nic}}: {{count}} of the pools serve only Pods on some of the nodes: {{names}}. On each node, Pods take their addresses from the pools that serve it.',
    zh: '{{nic}}：有 {{count}} 个 IP 池仅供部分节点上的 Pod 使用：{{names}}。各节点上的 Pod 使用可用于该节点的 IP 池。',
  },
  'finding.nic.nodesUnserved': {
    en: '{{nic}}: a Pod on {{nodes}} gets no {{family}} address: only {{served}} can use {{names}}. A node selector keeps the Pods there.',
    zh: '{{nic}}：调度到 {{nodes}} 的 Pod 无法获得 {{family}} 地址，因为只有 {{served}} 能使用 {{names}}。可添加节点选择器限制 Pod 的调度。',
  },
  'finding.nic.poolOrder': {
    en: '{{nic}}: the order of the pools is no priority. Spiderpool takes pools with narrower rules first, and equals in any order.',
    zh: '{{nic}}：IP 池的顺序不代表优先级。Spiderpool 优先使用限定条件更多的 IP 池，条件相同时顺序随机。',
  },
  'finding.nic.patternPartly': {
    en: '{{nic}}: {{count}} of the {{total}} pools of pattern {{name}} will not be used.',
    zh: '{{nic}}：通配符 {{name}} 匹配的 {{total}} 个 IP 池中，有 {{count}} 个不会被使用。',
  },
  'finding.nic.patternEmpty': {
    en: '{{nic}}: pattern {{name}} matches no pool, and adds nothing.',
    zh: '{{nic}}：通配符 {{name}} 未匹配到任何 IP 池。',
  },
  'finding.nic.noCandidate': {
    en: '{{nic}}: what is named comes to no pool at all, since patterns match none or the family is switched off. Pods would not start.',
    zh: '{{nic}}：所指定的名称没有对应任何 IP 池（通配符未匹配，或该协议未启用），Pod 将无法启动。',
  },
  'finding.nic.otherNetwork': {
    en: '{{nic}}: {{name}} has addresses of {{cidr}}, while the default pools of the attachment are of {{network}}. The NIC may reach nobody.',
    zh: '{{nic}}：{{name}} 的地址属于 {{cidr}}，而网络配置的默认 IP 池属于 {{network}}，该网卡可能无法通信。',
  },
  'finding.nic.otherVlan': {
    en: '{{nic}}: {{name}} is of VLAN {{vlan}}, the attachment of VLAN {{attached}}. The NIC may reach nobody.',
    zh: '{{nic}}：{{name}} 的 VLAN 为 {{vlan}}，网络配置的 VLAN 为 {{attached}}，该网卡可能无法通信。',
  },
  'finding.nic.defaultPoolRepeated': {
    en: '{{nic}}: default pool {{name}} comes up twice, by name or by a pattern, which Spiderpool refuses. Choose pools yourself.',
    zh: '{{nic}}：默认 IP 池 {{name}} 重复（名称或通配符），Spiderpool 会拒绝。请手动选择 IP 池。',
  },
  'finding.nic.defaultRouteOverruled': {
    en: '{{nic}}: the attachment of {{other}} gives the default route to {{name}}, which wins over the choice made here.',
    zh: '{{nic}}：{{other}} 的网络配置将默认路由指定给 {{name}}，优先于此处的选择。',
  },
  'finding.devices.noNode': {
    en: 'No node where the Pods may land has {{devices}} to give, and they would stay pending. Choose other attachments, or other nodes.',
    zh: '可调度的节点都无法提供 {{devices}}，Pod 将一直处于等待状态。请更换网络配置或节点。',
  },
  'finding.scheduling.noNode': {
    en: 'No node that takes Pods has all of these labels, and the Pods would stay pending.',
    zh: '没有可调度的节点同时具有这些标签，Pod 将一直处于等待状态。',
  },
} as const satisfies Texts;
