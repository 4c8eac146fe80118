import type { Texts } from '../texts.ts';

/**
 * Why a pool, subnet or attachment will not work or under which condition it will (`reason.<code>`), and what would make
 * it work (`remedy.<code>`). The codes are those of `src/domain/spiderpool`.
 */
export const reasonTexts = {
  'reason.pool.familyDisabled': {
    en: '{{family}} is switched off in Spiderpool',
    zh: 'Spiderpool 未启用 {{family}}',
  },
  'remedy.pool.familyDisabled': {
    en: 'It would work if an administrator enabled {{family}} in spiderpool-conf.',
    zh: '需由管理员在 spiderpool-conf 中启用 {{family}}。',
  },
  'reason.pool.terminating': { en: 'the pool is being deleted', zh: 'IP 池正在删除' },
  'remedy.pool.terminating': { en: 'Choose another pool.', zh: '请改选其他 IP 池。' },
  'reason.pool.disabled': { en: 'the pool is disabled', zh: 'IP 池已停用' },
  'remedy.pool.disabled': {
    en: 'It would work if the pool were enabled again (spec.disable: false).',
    zh: '重新启用该 IP 池（spec.disable: false）后可用。',
  },
  'reason.pool.wrongFamily': { en: 'the pool has {{poolFamily}} addresses', zh: 'IP 池为 {{poolFamily}}' },
  'remedy.pool.wrongFamily': { en: 'Choose it for {{poolFamily}}.', zh: '请在 {{poolFamily}} 中选择。' },
  'reason.pool.nodeName': {
    en: 'only on node {{nodes}}, where this Pod cannot land',
    zh: '仅限节点 {{nodes}}，本 Pod 无法调度到该处',
  },
  'remedy.pool.nodeName': {
    en: 'It would work if node {{nodes}} were ready and matched the node selector.',
    zh: '节点 {{nodes}} 就绪且符合节点选择器时可用。',
  },
  'reason.pool.nodeAffinity': {
    en: 'only on nodes with {{selector}}; this Pod lands on none',
    zh: '仅限带有 {{selector}} 的节点，本 Pod 无此类节点可调度',
  },
  'remedy.pool.nodeAffinity': {
    en: 'It would work if a ready node that matches the node selector had {{selector}}.',
    zh: '存在符合节点选择器、就绪且带有 {{selector}} 的节点时可用。',
  },
  'reason.pool.onlyOnNodes': { en: 'only on {{nodes}}', zh: '仅限节点 {{nodes}}' },
  'remedy.pool.onlyOnNodes': {
    en: 'A Pod that lands on another node gets no address from it. A node selector keeps the Pods on {{nodes}}.',
    zh: '调度到其他节点的 Pod 无法从中获得地址。可添加节点选择器，让 Pod 只运行在 {{nodes}}。',
  },
  'reason.pool.nodesUnknown': {
    en: 'bound to nodes, which you may not list',
    zh: '限定了节点，而你无权查看节点',
  },
  'remedy.pool.nodesUnknown': {
    en: 'It works for Pods that land on {{nodeRule}}.',
    zh: 'Pod 调度到 {{nodeRule}} 时可用。',
  },
  'reason.pool.namespaceName': {
    en: 'only for namespace {{namespaces}}; this one is {{namespace}}',
    zh: '仅限命名空间 {{namespaces}}，当前为 {{namespace}}',
  },
  'remedy.pool.namespaceName': {
    en: 'It would work in namespace {{namespaces}}.',
    zh: '将负载创建在命名空间 {{namespaces}} 时可用。',
  },
  'reason.pool.namespaceAffinity': {
    en: 'only for namespaces with {{selector}}; this one is {{namespace}}',
    zh: '仅限带有 {{selector}} 的命名空间，当前为 {{namespace}}',
  },
  'remedy.pool.namespaceAffinity': {
    en: 'It would work if namespace {{namespace}} had {{selector}}.',
    zh: '命名空间 {{namespace}} 带有 {{selector}} 时可用。',
  },
  'reason.pool.namespaceUnknown': {
    en: 'bound to namespace labels, which you may not read',
    zh: '限定了命名空间标签，而你无权查看',
  },
  'remedy.pool.namespaceUnknown': {
    en: 'It works if namespace {{namespace}} has {{selector}}.',
    zh: '命名空间 {{namespace}} 带有 {{selector}} 时可用。',
  },
  'reason.pool.otherWorkload': {
    en: 'made for workload {{workload}} alone',
    zh: '仅供负载 {{workload}} 使用',
  },
  'remedy.pool.otherWorkload': {
    en: 'Auto-created pools serve the workload that they were made for.',
    zh: '自动创建的 IP 池只服务于其所属的负载。',
  },
  'reason.pool.podAffinity': {
    en: 'only for Pods with {{selector}}',
    zh: '仅限带有标签 {{selector}} 的 Pod',
  },
  'remedy.pool.podAffinity': {
    en: 'It would work if the Pods had {{selector}} (step 4, labels of the Pods).',
    zh: '为 Pod 添加标签 {{selector}}（第 4 步「标签与注解」）后可用。',
  },
  'reason.pool.invalidSelector': { en: 'its affinity is not valid', zh: '亲和性规则无效' },
  'remedy.pool.invalidSelector': {
    en: 'Spiderpool refuses every Pod until the rule in the pool is mended.',
    zh: '修正 IP 池中的规则之前，Spiderpool 会拒绝所有 Pod。',
  },
  'reason.pool.clusterNetworkNotSet': {
    en: 'eth0 names no attachment, and Spiderpool needs one',
    zh: 'eth0 未指定网络配置，Spiderpool 无法分配',
  },
  'remedy.pool.clusterNetworkNotSet': {
    en: 'Choose an attachment for eth0.',
    zh: '请为 eth0 选择网络配置。',
  },
  'reason.pool.otherAttachment': {
    en: 'only for attachment {{attachments}}',
    zh: '仅限网络配置 {{attachments}}',
  },
  'remedy.pool.otherAttachment': {
    en: 'It would work on a NIC of {{attachments}}.',
    zh: '网卡使用 {{attachments}} 时可用。',
  },
  'reason.pool.needsAttachment': {
    en: 'for attachment {{attachments}}',
    zh: '需配合网络配置 {{attachments}}',
  },
  'remedy.pool.needsAttachment': {
    en: 'Choosing it leaves the NIC only {{attachments}}.',
    zh: '选择后，该网卡只能使用 {{attachments}}。',
  },
  'reason.pool.masterSubnet': {
    en: 'only where the device is in {{cidr}}',
    zh: '仅在设备属于 {{cidr}} 时可用',
  },
  'remedy.pool.masterSubnet': {
    en: 'The attachment takes pools of the device’s own network, which shows only when the Pod starts.',
    zh: '该网络配置只使用设备所在网段的 IP 池，Pod 启动时才能确定。',
  },
  'reason.pool.exhausted': {
    en: 'no free address: every one is in use or reserved',
    zh: '没有空闲地址：已全部使用或保留',
  },
  'remedy.pool.exhausted': {
    en: 'It would work if a Pod that holds an address ended, or addresses were added to the pool.',
    zh: '占用地址的 Pod 结束，或为该 IP 池添加地址后可用。',
  },
  'reason.pool.tooManyRecords': {
    en: '{{limit}} addresses are in use, the most that Spiderpool hands out of one pool',
    zh: '已分配 {{limit}} 个地址，达到 Spiderpool 对单个 IP 池的上限',
  },
  'remedy.pool.tooManyRecords': {
    en: 'Its free addresses are not handed out. It would work if a Pod that holds an address ended, or the pool were split in two.',
    zh: '剩余地址不会再分配。占用地址的 Pod 结束，或将该 IP 池拆分为两个后可用。',
  },
  'reason.pool.usedBy': {
    en: 'already chosen for {{other}}; both NICs would get the same address',
    zh: '已用于 {{other}}，两张网卡会得到相同的地址',
  },
  'remedy.pool.usedBy': {
    en: 'Spiderpool gives a Pod one address from a pool, however many NICs ask.',
    zh: '无论几张网卡申请，Spiderpool 只从一个 IP 池为 Pod 分配一个地址。',
  },
  'reason.subnet.featureDisabled': {
    en: 'subnets are switched off in Spiderpool',
    zh: 'Spiderpool 未启用子网功能',
  },
  'remedy.subnet.featureDisabled': {
    en: 'An administrator would have to set enableSpiderSubnet.',
    zh: '需由管理员启用 enableSpiderSubnet。',
  },
  'reason.subnet.autoPoolDisabled': {
    en: 'auto-created pools are switched off in Spiderpool',
    zh: 'Spiderpool 未启用自动创建 IP 池',
  },
  'remedy.subnet.autoPoolDisabled': {
    en: 'An administrator would have to set enableAutoPoolForApplication.',
    zh: '需由管理员启用 enableAutoPoolForApplication。',
  },
  'reason.subnet.familyDisabled': {
    en: '{{family}} is switched off in Spiderpool',
    zh: 'Spiderpool 未启用 {{family}}',
  },
  'remedy.subnet.familyDisabled': {
    en: 'It would work if an administrator enabled {{family}} in spiderpool-conf.',
    zh: '需由管理员在 spiderpool-conf 中启用 {{family}}。',
  },
  'reason.subnet.wrongFamily': { en: 'a subnet of the other family', zh: '地址协议不符' },
  'remedy.subnet.wrongFamily': { en: 'Choose it for the other family.', zh: '请在另一协议中选择。' },
  'reason.subnet.terminating': { en: 'the subnet is being deleted', zh: '子网正在删除' },
  'remedy.subnet.terminating': { en: 'Choose another subnet.', zh: '请改选其他子网。' },
  'reason.subnet.exhausted': { en: 'no free address', zh: '没有空闲地址' },
  'remedy.subnet.exhausted': {
    en: 'It would work if a pool of the subnet were deleted, or addresses were added to the subnet.',
    zh: '删除该子网下的 IP 池，或为子网添加地址后可用。',
  },
  'reason.subnet.tooFew': {
    en: '{{free}} free, {{needed}} needed',
    zh: '需要 {{needed}} 个地址，仅剩 {{free}} 个',
  },
  'remedy.subnet.tooFew': {
    en: 'It would work with fewer replicas or elastic IPs, or with more addresses in the subnet. Nothing partial is made.',
    zh: '减少副本数或弹性 IP，或为子网添加地址后可用。地址不足时不会创建任何 IP 池。',
  },
  'reason.subnet.usedBy': {
    en: 'already chosen for {{other}}; one subnet cannot serve two NICs',
    zh: '已用于 {{other}}，同一子网不能用于两张网卡',
  },
  'remedy.subnet.usedBy': {
    en: 'Choose another subnet for one of the two.',
    zh: '请为其中一张网卡改选其他子网。',
  },
  'reason.attachment.unreadable': { en: 'its configuration cannot be read', zh: '配置无法解析' },
  'remedy.attachment.unreadable': {
    en: 'No Pod can use it until spec.config of the NetworkAttachmentDefinition is mended.',
    zh: '修正 NetworkAttachmentDefinition 的 spec.config 之前，任何 Pod 都无法使用。',
  },
  'reason.attachment.overlay': { en: 'an overlay network can only be eth0', zh: 'Overlay 网络只能用作 eth0' },
  'remedy.attachment.overlay': { en: 'Choose it for eth0.', zh: '请在 eth0 中选择。' },
  'reason.attachment.nodeFile': {
    en: 'made by a CNI file on the nodes, which may be an overlay',
    zh: '由节点上的 CNI 文件创建，可能是 Overlay 网络',
  },
  'remedy.attachment.nodeFile': {
    en: 'It works where the file is of an underlay network. If it is the cluster’s own network, only eth0 can use it.',
    zh: '该文件为 Underlay 网络时可用；若为集群自身的网络，则只能用于 eth0。',
  },
  'reason.attachment.unknownType': {
    en: 'CNI type {{cniType}} is not known here',
    zh: '未知的 CNI 类型 {{cniType}}',
  },
  'remedy.attachment.unknownType': {
    en: 'It may work; this console cannot check it.',
    zh: '可能可用，但控制台无法检查。',
  },
  'reason.attachment.otherIpam': { en: 'its addresses are not Spiderpool’s', zh: '地址不由 Spiderpool 分配' },
  'remedy.attachment.otherIpam': {
    en: 'The NIC works, with the addresses of its own IPAM or none. There is no pool to choose.',
    zh: '网卡可用，地址由其自身的 IPAM 分配或没有地址，无需选择 IP 池。',
  },
  'reason.attachment.noDefaultPool': { en: 'no default IP pool of its own', zh: '未设置默认 IP 池' },
  'remedy.attachment.noDefaultPool': {
    en: 'It works if the cluster has default pools; else its default pool has to be named, or pools chosen here.',
    zh: '集群有默认 IP 池时可用；否则需为其设置默认 IP 池，或改为手动选择 IP 池。',
  },
  'reason.attachment.noResource': { en: 'names no device resource', zh: '未指定设备资源' },
  'remedy.attachment.noResource': {
    en: 'An SR-IOV attachment needs the annotation k8s.v1.cni.cncf.io/resourceName.',
    zh: 'SR-IOV 网络配置需要注解 k8s.v1.cni.cncf.io/resourceName。',
  },
  'reason.attachment.resourceAbsent': { en: 'no node offers {{resource}}', zh: '没有节点提供 {{resource}}' },
  'remedy.attachment.resourceAbsent': {
    en: 'It would work if a ready node that matches the node selector had {{resource}} to give.',
    zh: '存在符合节点选择器、就绪且提供 {{resource}} 的节点时可用。',
  },
  'reason.attachment.excludedByPool': {
    en: 'the chosen pool {{pools}} is for other attachments',
    zh: '所选 IP 池 {{pools}} 仅限其他网络配置',
  },
  'remedy.attachment.excludedByPool': {
    en: 'It would work if {{pools}} were taken off this NIC.',
    zh: '请先从该网卡移除 {{pools}}。',
  },
  'reason.attachment.coordinatorMode': {
    en: 'its coordinator is set to underlay, which fails beside an overlay eth0',
    zh: '其 coordinator 模式为 underlay，无法与 Overlay 的 eth0 同时使用',
  },
  'remedy.attachment.coordinatorMode': {
    en: 'It would work with coordinator mode auto, or with an underlay eth0.',
    zh: '将 coordinator 模式设为 auto，或 eth0 使用 Underlay 网络时可用。',
  },
} as const satisfies Texts;
