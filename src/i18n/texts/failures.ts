import type { Texts } from '../texts.ts';

/**
 * Why a Pod does not run: `failure.<cause>` says what it means, `failure.<cause>.next` what to do (domain reference 7.2). The
 * NIC stands before them. `filter.<code>` is why one pool was left out, `autoPool.<kind>` why a fixed pool is not there.
 */
export const failureTexts = {
  'failure.filteredOut': {
    en: 'This Pod may use none of its pools: {{names}}.',
    zh: '该 Pod 不能使用所选的任何 IP 池：{{names}}。',
  },
  'failure.filteredOut.next': {
    en: 'Choose a pool that fits its node, namespace, labels and attachment.',
    zh: '请选择与节点、命名空间、标签和网络配置相符的 IP 池。',
  },
  'failure.exhausted': {
    en: 'No address is free in {{names}}.',
    zh: 'IP 池 {{names}} 已没有空闲地址。',
  },
  'failure.exhausted.next': {
    en: 'It goes on as soon as an address is free: another Pod ends, or the pool grows. Or add a pool; a fixed pool grows with the elastic IPs.',
    zh: '有地址释放后会自动继续：其他 Pod 结束或 IP 池扩容。也可增加 IP 池；固定 IP 池可通过弹性 IP 扩大。',
  },
  'failure.writeConflicts': {
    en: 'Too many Pods take addresses of {{names}} at once; {{limit}} attempts in a row came too late.',
    zh: '同时从 IP 池 {{names}} 分配地址的 Pod 过多，连续 {{limit}} 次写入冲突。',
  },
  'failure.writeConflicts.next': {
    en: 'It passes by itself: there is nothing to do.',
    zh: '会自行恢复，无需处理。',
  },
  'failure.tooManyRecords': {
    en: 'Pool {{names}} already keeps {{limit}} records, the most that one pool can.',
    zh: 'IP 池 {{names}} 已有 {{limit}} 条分配记录，达到单个 IP 池的上限。',
  },
  'failure.tooManyRecords.next': {
    en: 'Split the pool in two, and name both here.',
    zh: '请将该 IP 池拆分为两个，并同时选用。',
  },
  'failure.poolNotFound': {
    en: 'Pool {{names}} does not exist; one wrong name stops every NIC.',
    zh: 'IP 池 {{names}} 不存在；只要有一个名称错误，所有网卡都无法分配地址。',
  },
  'failure.poolNotFound.next': {
    en: 'Correct the name, or create the pool.',
    zh: '请更正名称或创建该 IP 池。',
  },
  'failure.duplicatePool': {
    en: 'Pool {{names}} is named twice, by name or by a pattern.',
    zh: '重复指定了 IP 池 {{names}}（名称或通配符）。',
  },
  'failure.duplicatePool.next': { en: 'Name each pool once.', zh: '每个 IP 池只指定一次。' },
  'failure.badAnnotation': {
    en: 'The annotation {{names}} is not written as Spiderpool reads it.',
    zh: '注解 {{names}} 的格式有误，Spiderpool 无法识别。',
  },
  'failure.badAnnotation.next': { en: 'Write it anew in the NIC step.', zh: '请在网卡配置中重新设置。' },
  'failure.interfaceNotListed': {
    en: 'No pools are given for it, although Spiderpool manages it.',
    zh: '该网卡由 Spiderpool 管理，但没有为它指定 IP 池。',
  },
  'failure.interfaceNotListed.next': {
    en: 'Give every NIC that Spiderpool manages at least one pool.',
    zh: '请为 Spiderpool 管理的每个网卡至少指定一个 IP 池。',
  },
  'failure.noCandidate': {
    en: 'Spiderpool found no pool for a NIC of this Pod.',
    zh: 'Spiderpool 没有为该 Pod 的某个网卡找到 IP 池。',
  },
  'failure.noCandidate.next': {
    en: 'Check that the annotation lists each NIC by the name it has in the Pod, and that each pattern matches a pool.',
    zh: '请检查注解是否按 Pod 内的实际名称列出每个网卡，以及通配符是否匹配到 IP 池。',
  },
  'failure.noAutoPool': {
    en: 'The fixed pool of this workload has not been made.',
    zh: '本负载的固定 IP 池尚未创建。',
  },
  'failure.noAutoPool.next': {
    en: 'Spiderpool tells the reason to its controller’s log alone. What the cluster shows:',
    zh: 'Spiderpool 仅在控制器日志中说明原因。根据集群现状判断：',
  },
  'failure.severalAutoPools': {
    en: 'The workload has more than one fixed pool for this NIC: {{names}}.',
    zh: '本负载在该网卡上有多个固定 IP 池：{{names}}。',
  },
  'failure.severalAutoPools.next': {
    en: 'Ask an administrator to delete the stale one.',
    zh: '请联系管理员删除过期的 IP 池。',
  },
  'failure.noRule': {
    en: 'Nothing says which pool to use: neither the namespace, the attachment nor the cluster has default pools.',
    zh: '没有可用的 IP 池规则：命名空间、网络配置和集群均未设置默认 IP 池。',
  },
  'failure.noRule.next': {
    en: 'Choose pools, or give the attachment default pools.',
    zh: '请选择 IP 池，或为网络配置设置默认 IP 池。',
  },
  'failure.noClusterNetwork': {
    en: 'Spiderpool is asked for eth0, but no default network is known.',
    zh: '需要为 eth0 分配地址，但未设置默认网络。',
  },
  'failure.noClusterNetwork.next': {
    en: 'Choose an attachment for eth0, or take eth0 out of the pools.',
    zh: '请为 eth0 选择网络配置，或不要为 eth0 指定 IP 池。',
  },
  'failure.coordinatorNotReady': {
    en: 'Spiderpool’s coordinator does not know the cluster’s own networks yet.',
    zh: 'Spiderpool 的 coordinator 尚未获取到集群自身的网段。',
  },
  'failure.coordinatorNotReady.next': {
    en: 'Ask an administrator to look at the status of SpiderCoordinator “default”.',
    zh: '请联系管理员查看 SpiderCoordinator“default”的状态。',
  },
  'failure.defaultRouteNic': {
    en: 'The default route is to leave by it, but it is not there when the route is set.',
    zh: '默认路由指定为该网卡，但设置路由时它尚不存在。',
  },
  'failure.defaultRouteNic.next': {
    en: 'Choose eth0 or the first added NIC for the default route.',
    zh: '默认路由请选择 eth0 或第一个添加的网卡。',
  },
  'failure.coordinatorMode': {
    en: 'Its attachment’s coordinator works in {{mode}} mode, which does not fit the Pod’s other NICs.',
    zh: '其网络配置的 coordinator 为 {{mode}} 模式，与该 Pod 的其他网卡不匹配。',
  },
  'failure.coordinatorMode.next': {
    en: 'Ask an administrator for mode: auto in the attachment, or choose another attachment.',
    zh: '请联系管理员将网络配置改为 mode: auto，或改选其他网络配置。',
  },
  'failure.agentUnhealthy': {
    en: 'Spiderpool’s agent on node {{node}} does not answer.',
    zh: '节点 {{node}} 上的 spiderpool-agent 没有响应。',
  },
  'failure.agentUnhealthy.next': {
    en: 'Ask an administrator to look at spiderpool-agent on that node.',
    zh: '请联系管理员检查该节点上的 spiderpool-agent。',
  },
  'failure.addressConflict': {
    en: 'Another device has address {{address}}: {{mac}}.',
    zh: '地址 {{address}} 已被其他设备使用：{{mac}}。',
  },
  'failure.addressConflict.next': {
    en: 'Ask an administrator to reserve the address (SpiderReservedIP), so that no Pod gets it.',
    zh: '请联系管理员将该地址设为保留 IP（SpiderReservedIP），避免再分配给 Pod。',
  },
  'failure.gatewayUnreachable': {
    en: 'Gateway {{gateway}} does not answer.',
    zh: '网关 {{gateway}} 不可达。',
  },
  'failure.gatewayUnreachable.next': {
    en: 'Check that attachment and pool belong together: the node’s interface, the VLAN and the subnet.',
    zh: '请检查网络配置与 IP 池是否匹配：主接口、VLAN 和子网。',
  },
  'failure.attachmentNotFound': {
    en: 'Attachment {{names}} does not exist.',
    zh: '网络配置 {{names}} 不存在。',
  },
  'failure.attachmentNotFound.next': {
    en: 'Choose one that exists. A name without a namespace is looked for in the Pod’s namespace; for eth0, in that of Multus.',
    zh: '请选择已有的网络配置。不带命名空间的名称在 Pod 所在命名空间中查找；eth0 则在 Multus 所在命名空间中查找。',
  },
  'failure.badDefaultNetwork': {
    en: 'Its attachment is not written as Multus reads it.',
    zh: '其网络配置的写法有误，Multus 无法识别。',
  },
  'failure.badDefaultNetwork.next': {
    en: 'Choose exactly one attachment for eth0, with its namespace.',
    zh: '请为 eth0 选择一个网络配置，并带上命名空间。',
  },
  'failure.badNetworks': {
    en: 'The list of networks is not written as Multus reads it.',
    zh: '网络列表的格式有误，Multus 无法识别。',
  },
  'failure.badNetworks.next': { en: 'Write it anew in the NIC step.', zh: '请在网卡配置中重新设置。' },
  'failure.noDevice': { en: 'It was given no SR-IOV device.', zh: '没有分配到 SR-IOV 设备。' },
  'failure.noDevice.next': {
    en: 'The containers must ask for one device for each SR-IOV NIC, and the attachment must name the resource.',
    zh: '容器须为每个 SR-IOV 网卡申请一个设备，且网络配置须声明对应资源。',
  },
  'failure.unschedulable': { en: 'No node can take this Pod.', zh: '没有可调度该 Pod 的节点。' },
  'failure.unschedulable.next': {
    en: 'It is placed as soon as one node meets every condition.',
    zh: '任一节点满足全部条件后会自动调度。',
  },
  'failure.masterNotFound': {
    en: 'Node {{node}} lacks interface {{names}}, which the attachment stands on.',
    zh: '节点 {{node}} 上没有网络配置所用的主接口 {{names}}。',
  },
  'failure.masterNotFound.next': {
    en: 'Keep the Pods on nodes that have it (node selector), or choose another attachment.',
    zh: '请用节点选择器将 Pod 调度到有该接口的节点，或更换网络配置。',
  },
  'failure.injectionRefused': {
    en: 'Spiderpool cannot inject the networks that the tag asks for.',
    zh: 'Spiderpool 无法按标记注入网络。',
  },
  'failure.injectionRefused.next': {
    en: 'Correct the tag on the Pod template or on the namespace, or take it away and choose the NICs yourself.',
    zh: '请更正 Pod 模板或命名空间上的注入标记，或去掉标记并自行选择网卡。',
  },
  'failure.webhookUnreachable': {
    en: 'The webhook {{names}} does not answer.',
    zh: 'Webhook {{names}} 没有响应。',
  },
  'failure.webhookUnreachable.next': {
    en: 'Ask an administrator to look at its service; Spiderpool’s are served by spiderpool-controller.',
    zh: '请联系管理员检查其服务；Spiderpool 的 Webhook 由 spiderpool-controller 提供。',
  },
  'failure.subnetsOff': {
    en: 'Subnets are switched off in Spiderpool.',
    zh: 'Spiderpool 未启用子网功能。',
  },
  'failure.subnetsOff.next': {
    en: 'Choose pools instead, or ask an administrator to enable subnets in spiderpool-conf and to restart Spiderpool.',
    zh: '请改选 IP 池，或联系管理员在 spiderpool-conf 中启用子网并重启 Spiderpool。',
  },
  'failure.sandboxNameReserved': {
    en: 'An earlier attempt to start it is still under way.',
    zh: '上一次启动尚未结束。',
  },
  'failure.sandboxNameReserved.next': {
    en: 'It follows from a network that took too long, and is tried again.',
    zh: '由网络配置耗时过长引起，会自动重试。',
  },
  'failure.deadPod': {
    en: 'The Pod has ended; it gets no more addresses.',
    zh: '该 Pod 已结束，不再分配地址。',
  },
  'failure.deadPod.next': { en: 'There is nothing to do.', zh: '无需处理。' },
  'failure.clusterNetworkNotFound': {
    en: 'The cluster’s default network {{names}} does not exist.',
    zh: '集群的默认网络 {{names}} 不存在。',
  },
  'failure.clusterNetworkNotFound.next': {
    en: 'Ask an administrator to create the attachment or to correct clusterNetwork; or choose an attachment for eth0.',
    zh: '请联系管理员创建该网络配置或更正 clusterNetwork，也可为 eth0 另选网络配置。',
  },
  'failure.badNamespaceDefaults': {
    en: 'The default pools of its namespace cannot be read: an annotation is no JSON list.',
    zh: '命名空间的默认 IP 池无法读取：注解不是 JSON 列表。',
  },
  'failure.badNamespaceDefaults.next': {
    en: 'Correct ipam.spidernet.io/default-ipv4-ippool and default-ipv6-ippool of the namespace, or choose pools here.',
    zh: '请更正命名空间的注解 ipam.spidernet.io/default-ipv4-ippool 与 default-ipv6-ippool，或为本负载选择 IP 池。',
  },
  'failure.sandboxTimeout': {
    en: 'Its network took longer than the 2 minutes that the kubelet waits.',
    zh: '网络配置超过了 kubelet 等待的 2 分钟。',
  },
  'failure.sandboxTimeout.next': {
    en: 'Usually NICs wait for their fixed pools, each for up to 50 seconds. It is tried again.',
    zh: '通常是网卡在等待固定 IP 池，每个网卡最长等待 50 秒。会自动重试。',
  },
  'failure.quotaExceeded': {
    en: 'ResourceQuota {{names}} of the namespace admits no more.',
    zh: '命名空间的资源配额 {{names}} 已用完。',
  },
  'failure.quotaExceeded.next': {
    en: 'Lower the replicas or what the containers ask for, or ask for a larger quota.',
    zh: '请减少副本数或容器资源，或申请更大的配额。',
  },
  'failure.podRefused': {
    en: 'The cluster refuses to make the Pods.',
    zh: '集群拒绝创建 Pod。',
  },
  'failure.podRefused.next': { en: 'Its words:', zh: '集群的说明：' },
  'failure.other': { en: 'It cannot be started yet.', zh: '暂时无法启动。' },
  'failure.other.next': { en: 'The cluster’s words:', zh: '集群的说明：' },

  'failure.quota': {
    en: 'Asked for: {{requested}}. Used: {{used}}. Limit: {{limited}}.',
    zh: '申请：{{requested}}；已用：{{used}}；上限：{{limited}}。',
  },
  'failure.stock': {
    en: '{{free}} free of {{total}}, {{held}} held by Pods',
    zh: '空闲 {{free}}，共 {{total}}，Pod 占用 {{held}}',
  },
  'failure.stock.reserved': {
    en: '{{free}} free of {{total}}, {{held}} held by Pods, {{reserved}} reserved',
    zh: '空闲 {{free}}，共 {{total}}，Pod 占用 {{held}}，保留 {{reserved}}',
  },
  'failure.shortage': {
    en: 'Nor for {{nic}} ({{family}}): {{names}}.',
    zh: '{{nic}}（{{family}}）同样没有空闲地址：{{names}}。',
  },
  'failure.refusal_one': { en: '{{count}} node: {{reason}}', zh: '{{count}} 个节点：{{reason}}' },
  'failure.refusal_other': { en: '{{count}} nodes: {{reason}}', zh: '{{count}} 个节点：{{reason}}' },
  'failure.offer': {
    en: '{{resource}} of each node, in use or not: {{offers}}',
    zh: '各节点的 {{resource}}（含已占用）：{{offers}}',
  },
  'failure.offer.none': {
    en: 'No node has {{resource}}.',
    zh: '没有节点提供 {{resource}}。',
  },
  'failure.given': {
    en: 'Has its address already: {{nics}}.',
    zh: '已分配地址的网卡：{{nics}}。',
  },
  'failure.coordinator': {
    en: 'SpiderCoordinator “default” is {{phase}}; until it is Synced, attachments with a coordinator bring up no NIC. {{reason}}',
    zh: 'SpiderCoordinator“default”的状态为 {{phase}}；变为 Synced 之前，启用 coordinator 的网络配置无法创建网卡。{{reason}}',
  },
  'failure.coordinator.new': { en: 'not looked at yet', zh: '未同步' },
  'failure.why': { en: 'Why', zh: '详情' },
  'failure.why.of': { en: 'Why {{pod}} waits', zh: '{{pod}} 等待的详情' },
  'failure.mend.nics': { en: 'Mend in the NIC step', zh: '在网卡配置中修正' },
  'failure.mend.copy': { en: 'Mend in a copy', zh: '复制后修正' },
  'failure.mend.hint': {
    en: 'Opens a copy of the workload as a new draft. The existing workload is not changed.',
    zh: '将该负载复制为新的草稿打开，原有负载不受影响。',
  },
  'failure.raw': { en: 'In the cluster’s words', zh: '集群原文' },
  'failure.raw.copy': { en: 'Copy the cluster’s words', zh: '复制集群原文' },
  'failure.pools': { en: 'Why each pool was left out', zh: '各 IP 池未被采用的原因' },
  'failure.times_one': { en: 'seen once', zh: '出现 1 次' },
  'failure.times_other': { en: 'seen {{count}} times', zh: '出现 {{count}} 次' },
  'failure.fewer': {
    en: '{{made}} of {{desired}} Pods could be made',
    zh: '仅创建了 {{made}} 个 Pod，应有 {{desired}} 个',
  },

  'filter.terminating': { en: 'it is being deleted', zh: '正在删除' },
  'filter.disabled': { en: 'it is disabled', zh: '已停用' },
  'filter.wrongFamily': { en: 'it is of the other address family', zh: '地址族不符' },
  'filter.nodeName': { en: 'not for the node that the Pod is on', zh: '不适用于 Pod 所在节点' },
  'filter.nodeAffinity': {
    en: 'only for nodes with labels that this one lacks',
    zh: 'Pod 所在节点不具备其要求的标签',
  },
  'filter.namespaceName': { en: 'not for this namespace', zh: '不适用于该命名空间' },
  'filter.namespaceAffinity': {
    en: 'only for namespaces with labels that this one lacks',
    zh: '该命名空间不具备其要求的标签',
  },
  'filter.otherWorkload': { en: 'made for another workload alone', zh: '仅供其他负载使用' },
  'filter.podAffinity': {
    en: 'only for Pods with labels that this one lacks',
    zh: '该 Pod 不具备其要求的标签',
  },
  'filter.noClusterNetwork': {
    en: 'eth0 names no attachment, and Spiderpool needs one',
    zh: 'eth0 未指定网络配置，Spiderpool 无法分配',
  },
  'filter.noAttachment': {
    en: 'the Pod’s networks have no attachment for this NIC',
    zh: 'Pod 的网络列表中没有该网卡的网络配置',
  },
  'filter.otherAttachment': { en: 'only for other attachments', zh: '仅限其他网络配置' },
  'filter.masterSubnet': {
    en: 'not the network of the device that the NIC stands on',
    zh: '与网卡所在设备的网段不符',
  },
  'filter.other': { en: 'for another reason', zh: '其他原因' },

  'autoPool.off': {
    en: 'Fixed pools are switched off in Spiderpool.',
    zh: 'Spiderpool 未启用固定 IP 池。',
  },
  'autoPool.unreadable': {
    en: 'You may not read pools or subnets, so that the reason cannot be worked out here.',
    zh: '您没有查看 IP 池或子网的权限，无法在此判断原因。',
  },
  'autoPool.wrongInterface': {
    en: 'The annotation gives a subnet to {{listed}}, and none to {{nic}}.',
    zh: '注解为 {{listed}} 指定了子网，但没有为 {{nic}} 指定。',
  },
  'autoPool.subnetMissing': {
    en: 'Subnet {{subnet}} of {{nic}} ({{family}}) does not exist.',
    zh: '{{nic}} 的 {{family}} 子网 {{subnet}} 不存在。',
  },
  'autoPool.changedSubnet': {
    en: '{{nic}} has pool {{pool}} from subnet {{before}}. An existing workload cannot change to subnet {{subnet}}: delete it and make it anew, or make a copy.',
    zh: '{{nic}} 的 IP 池 {{pool}} 来自子网 {{before}}。已有负载不能改用子网 {{subnet}}：请删除后重建，或复制为新负载。',
  },
  'autoPool.subnetShort': {
    en: 'Subnet {{subnet}}: {{free}} addresses free, {{needed}} needed for {{nic}} ({{family}}).',
    zh: '子网 {{subnet}} 空闲 {{free}} 个地址，{{nic}}（{{family}}）需要 {{needed}} 个。',
  },
  'autoPool.cannotGrow': {
    en: 'Pool {{pool}} should have {{needed}} addresses and has {{size}}; subnet {{subnet}} has {{free}} free.',
    zh: 'IP 池 {{pool}} 应有 {{needed}} 个地址，现有 {{size}} 个；子网 {{subnet}} 仅空闲 {{free}} 个。',
  },
  'autoPool.controller': {
    en: 'The subnets have enough addresses. Spiderpool’s controller may be down; ask an administrator to look at its log.',
    zh: '子网地址充足。可能是 spiderpool-controller 未运行，请联系管理员查看其日志。',
  },
} as const satisfies Texts;
