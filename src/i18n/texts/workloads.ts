import type { Texts } from '../texts.ts';

/** The Deployment list and the Deployment page. */
export const workloadTexts = {
  'deployments.title': { en: 'Deployments', zh: '无状态负载' },
  'deployments.create': { en: 'Create from image', zh: '镜像创建' },
  'deployments.search': { en: 'Search by name or image', zh: '按名称或镜像搜索' },
  'deployments.empty': { en: 'No Deployments here yet', zh: '这里还没有无状态负载' },
  'deployments.empty.hint': {
    en: 'Create one from an image, and give its Pods the network cards they need.',
    zh: '从镜像创建一个，并为它的 Pod 配置所需的网卡。',
  },
  'deployments.noMatch': {
    en: 'No Deployment matches “{{filter}}”',
    zh: '没有与“{{filter}}”匹配的无状态负载',
  },
  'deployments.absent': {
    en: 'This cluster does not serve apps/v1 Deployments.',
    zh: '该集群不提供 apps/v1 Deployment 资源。',
  },

  'column.name': { en: 'Name', zh: '名称' },
  'column.status': { en: 'Status', zh: '状态' },
  'column.ready': { en: 'Ready', zh: '就绪' },
  'column.namespace': { en: 'Namespace', zh: '命名空间' },
  'column.image': { en: 'Image', zh: '镜像' },
  'column.age': { en: 'Created', zh: '创建时间' },
  'column.actions': { en: 'Actions', zh: '操作' },

  'status.running': { en: 'Running', zh: '运行中' },
  'status.waiting': { en: 'Updating', zh: '等待中' },
  'status.notReady': { en: 'Not ready', zh: '未就绪' },
  'status.stalled': { en: 'Failing', zh: '异常' },
  'status.stopped': { en: 'Stopped', zh: '已停止' },
  'status.paused': { en: 'Paused', zh: '已暂停' },
  'status.deleting': { en: 'Deleting', zh: '删除中' },
  'ready.of': { en: '{{ready}} of {{desired}}', zh: '{{ready}} / {{desired}}' },

  'action.more': { en: 'Actions for {{name}}', zh: '{{name}} 的操作' },
  'action.scale': { en: 'Scale', zh: '弹性扩缩' },
  'action.restart': { en: 'Restart', zh: '重启' },
  'action.yaml': { en: 'View YAML', zh: '查看 YAML' },
  'action.delete': { en: 'Delete', zh: '删除' },
  'action.forbidden': {
    en: 'You may not do this in namespace {{namespace}}',
    zh: '您在命名空间 {{namespace}} 中没有此操作的权限',
  },
  'action.deleting': { en: 'It is being deleted', zh: '正在删除' },

  'scale.title': { en: 'Scale {{name}}', zh: '弹性扩缩 {{name}}' },
  'scale.replicas': { en: 'Replicas', zh: '副本数' },
  'scale.now': { en: 'Now {{replicas}}.', zh: '当前 {{replicas}} 个。' },
  'scale.fixedPool': {
    en: 'Its fixed pools will hold {{count}} addresses each: {{replicas}} replicas + {{elastic}} elastic.',
    zh: '每个固定 IP 池将有 {{count}} 个地址：副本数 {{replicas}} + 弹性 IP {{elastic}}。',
  },
  'scale.fixedTotal': {
    en: 'Its fixed pools hold {{count}} addresses each, whatever the replicas.',
    zh: '每个固定 IP 池固定为 {{count}} 个地址，与副本数无关。',
  },
  'scale.invalid': { en: 'Replicas must be a whole number, 0 or more.', zh: '副本数须为不小于 0 的整数。' },
  'scale.done': {
    en: '{{name}} is being scaled to {{replicas}}',
    zh: '{{name}} 正在扩缩到 {{replicas}} 个副本',
  },

  'restart.title': { en: 'Restart {{name}}?', zh: '重启 {{name}}？' },
  'restart.explain': {
    en: 'Its Pods are replaced one after another, as its upgrade strategy says. New Pods may get other addresses.',
    zh: '将按升级策略逐个替换 Pod，新 Pod 可能得到不同的地址。',
  },
  'restart.done': { en: '{{name}} is being restarted', zh: '{{name}} 正在重启' },

  'delete.title': { en: 'Delete {{name}}', zh: '删除 {{name}}' },
  'delete.explain': {
    en: 'This ends its Pods and gives their addresses back. It cannot be undone.',
    zh: '将终止它的 Pod 并释放地址，且无法恢复。',
  },
  'delete.pools': {
    en: 'Deleted with it: {{pools}}',
    zh: '将一并删除：{{pools}}',
  },
  'delete.poolsKept': { en: 'Kept: {{pools}}', zh: '将保留：{{pools}}' },
  'delete.typeName': { en: 'Type {{name}} to confirm', zh: '输入 {{name}} 以确认' },
  'delete.notYet': { en: 'Type the name first', zh: '请先输入名称' },
  'delete.done': { en: '{{name}} is being deleted', zh: '{{name}} 正在删除' },

  'deployment.missing': {
    en: 'There is no Deployment {{name}} in namespace {{namespace}}',
    zh: '命名空间 {{namespace}} 中没有无状态负载 {{name}}',
  },
  'deployment.missing.hint': { en: 'It may have been deleted.', zh: '它可能已被删除。' },
  'deployment.toList': { en: 'Back to the list', zh: '返回列表' },
  'deployment.created': { en: 'created', zh: '创建于' },
  'tab.pods': { en: 'Pods', zh: '容器组' },
  'tab.network': { en: 'Network', zh: '网络' },
  'tab.topology': { en: 'Topology', zh: '拓扑' },
  'tab.events': { en: 'Events', zh: '事件' },
  'tab.yaml': { en: 'YAML', zh: 'YAML' },

  'pods.search': { en: 'Pod, node or any address', zh: 'Pod、节点或任意地址' },
  'pods.copyAll': { en: 'Copy', zh: '复制' },
  'pods.csv': { en: 'CSV', zh: 'CSV' },
  'pods.csv.hint': { en: 'Download all rows as CSV', zh: '以 CSV 下载所有行' },
  'pods.none': { en: 'No Pods', zh: '没有 Pod' },
  'pods.none.stopped': { en: 'It is scaled to 0 replicas.', zh: '副本数为 0。' },
  'pods.none.making': { en: 'Its Pods are being made.', zh: '正在创建 Pod。' },
  'pods.none.refused': { en: 'The cluster refuses to make its Pods:', zh: '集群拒绝创建它的 Pod：' },
  'pods.noMatch': {
    en: 'No Pod, node or address matches “{{filter}}”',
    zh: '没有与“{{filter}}”匹配的 Pod、节点或地址',
  },
  'pods.fold': { en: 'Network cards of {{pod}}', zh: '{{pod}} 的网卡' },
  'pods.unscheduled': { en: 'no node yet', zh: '尚未调度' },
  'pods.restarts_one': { en: '{{count}} restart', zh: '重启 {{count}} 次' },
  'pods.restarts_other': { en: '{{count}} restarts', zh: '重启 {{count}} 次' },

  'pod.running': { en: 'Running', zh: '运行中' },
  'pod.notReady': { en: 'Running, not ready', zh: '运行中，未就绪' },
  'pod.scheduling': { en: 'Waiting for a node', zh: '等待调度' },
  'pod.creating': { en: 'Starting', zh: '启动中' },
  'pod.network': { en: 'Waiting for its network', zh: '等待网络' },
  'pod.address': { en: 'Waiting for an address', zh: '等待分配地址' },
  'pod.image': { en: 'Image cannot be pulled', zh: '镜像拉取失败' },
  'pod.crashing': { en: 'Crashing', zh: '反复崩溃' },
  'pod.succeeded': { en: 'Succeeded', zh: '已完成' },
  'pod.failed': { en: 'Failed', zh: '失败' },
  'pod.ending': { en: 'Ending', zh: '终止中' },

  'nic.interface': { en: 'Interface', zh: '网卡' },
  'nic.attachment': { en: 'Attachment', zh: '网络配置' },
  'nic.ipv4': { en: 'IPv4', zh: 'IPv4' },
  'nic.ipv6': { en: 'IPv6', zh: 'IPv6' },
  'nic.pool': { en: 'Pool', zh: 'IP 池' },
  'nic.gateway': { en: 'Gateway', zh: '网关' },
  'nic.more': { en: 'VLAN, MAC, device', zh: 'VLAN、MAC、设备' },
  'nic.vlan': { en: 'VLAN {{vlan}}', zh: 'VLAN {{vlan}}' },
  'nic.notYet': { en: 'not yet', zh: '尚未分配' },
  'nic.copyAddress': { en: 'Copy {{address}}', zh: '复制 {{address}}' },

  'reason.raw': { en: 'Show the event', zh: '查看事件' },
  'reason.times_one': { en: 'seen once', zh: '出现 1 次' },
  'reason.times_other': { en: 'seen {{count}} times', zh: '出现 {{count}} 次' },
  'reason.exhausted': {
    en: '{{nic}}: every address of {{names}} is in use.',
    zh: '{{nic}}：{{names}} 的地址已全部用完。',
  },
  'reason.exhausted.next': {
    en: 'It goes on as soon as an address is free: another Pod ends, the pool grows, or this workload gets more elastic IPs.',
    zh: '有地址释放后会自动继续：其他 Pod 结束、IP 池扩容，或为本负载增加弹性 IP。',
  },
  'reason.filteredOut': {
    en: '{{nic}}: none of its pools may be used by this Pod: {{names}}.',
    zh: '{{nic}}：该 Pod 不能使用所选的任何 IP 池：{{names}}。',
  },
  'reason.filteredOut.next': {
    en: 'Choose a pool that fits its node, namespace, labels and attachment.',
    zh: '请选择与节点、命名空间、标签和网络配置相符的 IP 池。',
  },
  'reason.poolNotFound': {
    en: 'Pool {{names}} does not exist; one wrong name stops every NIC.',
    zh: 'IP 池 {{names}} 不存在；只要有一个名称错误，所有网卡都无法分配地址。',
  },
  'reason.poolNotFound.next': {
    en: 'Correct the name, or create the pool.',
    zh: '请更正名称或创建该 IP 池。',
  },
  'reason.duplicatePool': {
    en: 'Pool {{names}} is named twice for {{nic}}.',
    zh: '{{nic}} 重复指定了 IP 池 {{names}}。',
  },
  'reason.duplicatePool.next': { en: 'Name each pool once.', zh: '每个 IP 池只指定一次。' },
  'reason.interfaceNotListed': {
    en: 'The pools of {{nic}} are not given, although Spiderpool manages it.',
    zh: '{{nic}} 由 Spiderpool 管理，但没有为它指定 IP 池。',
  },
  'reason.interfaceNotListed.next': {
    en: 'Give every NIC that Spiderpool manages at least one pool.',
    zh: '请为 Spiderpool 管理的每个网卡至少指定一个 IP 池。',
  },
  'reason.noCandidate': {
    en: 'Spiderpool found no pool for a NIC of this Pod.',
    zh: 'Spiderpool 没有为该 Pod 的某个网卡找到 IP 池。',
  },
  'reason.noCandidate.next': {
    en: 'Check that each NIC is named in the annotation as the Pod has it.',
    zh: '请检查注解中的网卡名称与 Pod 实际网卡是否一致。',
  },
  'reason.noAutoPool': {
    en: 'The fixed pool of this workload has not been made.',
    zh: '本负载的固定 IP 池尚未创建。',
  },
  'reason.noAutoPool.next': {
    en: 'Usually the subnet has too few free addresses: see how many are left, and how many this workload needs.',
    zh: '通常是子网剩余地址不足：请对照剩余数量与本负载所需数量。',
  },
  'reason.noRule': {
    en: 'Nothing says which pool to use: the attachment has no default pools.',
    zh: '没有可用的 IP 池规则：网络配置未设置默认 IP 池。',
  },
  'reason.noRule.next': {
    en: 'Choose pools, or give the attachment default pools.',
    zh: '请选择 IP 池，或为网络配置设置默认 IP 池。',
  },
  'reason.noClusterNetwork': {
    en: 'Spiderpool is asked for eth0, but no default network is known.',
    zh: '需要为 eth0 分配地址，但未设置默认网络。',
  },
  'reason.noClusterNetwork.next': {
    en: 'Choose an attachment for eth0, or take eth0 out of the pools.',
    zh: '请为 eth0 选择网络配置，或不要为 eth0 指定 IP 池。',
  },
  'reason.coordinatorNotReady': {
    en: 'Spiderpool’s coordinator is not ready.',
    zh: 'Spiderpool 的 coordinator 尚未就绪。',
  },
  'reason.coordinatorNotReady.next': {
    en: 'Ask the administrator to look at SpiderCoordinator “default”.',
    zh: '请联系管理员检查 SpiderCoordinator“default”。',
  },
  'reason.defaultRouteNic': {
    en: 'The default route is to leave by {{nic}}, which is not there yet when it is asked for.',
    zh: '默认路由指定为 {{nic}}，但配置路由时该网卡尚不存在。',
  },
  'reason.defaultRouteNic.next': {
    en: 'Choose eth0 or the first added NIC.',
    zh: '请选择 eth0 或第一个添加的网卡。',
  },
  'reason.badAnnotation': {
    en: 'The annotation {{names}} is not written as Spiderpool reads it.',
    zh: '注解 {{names}} 的格式有误，Spiderpool 无法识别。',
  },
  'reason.badAnnotation.next': { en: 'Write it anew in the NIC step.', zh: '请在网卡配置中重新设置。' },
  'reason.attachmentNotFound': {
    en: 'The attachment {{names}} does not exist in the namespace that is looked in.',
    zh: '在所查找的命名空间中没有网络配置 {{names}}。',
  },
  'reason.attachmentNotFound.next': {
    en: 'A name without a namespace is looked for in the Pod’s own.',
    zh: '不带命名空间的名称会在 Pod 所在命名空间中查找。',
  },
  'reason.badNetworks': {
    en: 'The list of networks is not written as Multus reads it.',
    zh: '网络列表的格式有误，Multus 无法识别。',
  },
  'reason.badNetworks.next': { en: 'Write it anew in the NIC step.', zh: '请在网卡配置中重新设置。' },
  'reason.noDevice': { en: 'No SR-IOV device was given to this Pod.', zh: '该 Pod 没有分配到 SR-IOV 设备。' },
  'reason.noDevice.next': {
    en: 'The containers must ask for one device for each SR-IOV NIC.',
    zh: '容器资源中须为每个 SR-IOV 网卡申请一个设备。',
  },
  'reason.masterNotFound': { en: 'The node has no interface {{names}}.', zh: '节点上没有接口 {{names}}。' },
  'reason.masterNotFound.next': {
    en: 'Schedule the Pod to nodes that have it, or choose another attachment.',
    zh: '请将 Pod 调度到有该接口的节点，或更换网络配置。',
  },
  'reason.unschedulable': { en: 'No node can take this Pod.', zh: '没有可调度该 Pod 的节点。' },
  'reason.unschedulable.next': {
    en: 'The event says what each node lacks.',
    zh: '事件中说明了各节点缺少的条件。',
  },
  'reason.other': { en: 'It cannot be started yet.', zh: '暂时无法启动。' },
  'reason.other.next': { en: 'The event says why.', zh: '原因见事件。' },

  'network.pools': { en: 'IP pools in use', zh: '使用中的 IP 池' },
  'network.pools.none': { en: 'No pool is in use yet.', zh: '尚未使用任何 IP 池。' },
  'network.pools.forbidden': {
    en: 'You may not list IP pools, so their counts are not known here.',
    zh: '您没有列出 IP 池的权限，因此无法显示用量。',
  },
  'network.column.pool': { en: 'Pool', zh: 'IP 池' },
  'network.column.cidr': { en: 'Subnet', zh: '子网' },
  'network.column.nics': { en: 'NICs', zh: '网卡' },
  'network.column.mine': { en: 'Held here', zh: '本负载占用' },
  'network.column.used': { en: 'In use', zh: '已用' },
  'network.used': { en: '{{used}} of {{total}} in use', zh: '已用 {{used}}，共 {{total}}' },
  'network.fixed': { en: 'fixed, made for this workload', zh: '固定 IP 池，仅供本负载使用' },
  'network.poolGone': { en: 'no longer there', zh: '已不存在' },

  'events.none': { en: 'No events', zh: '没有事件' },
  'events.none.hint': {
    en: 'Kubernetes keeps events for about an hour.',
    zh: 'Kubernetes 的事件约保留一小时。',
  },
  'events.column.type': { en: 'Type', zh: '类型' },
  'events.column.reason': { en: 'Reason', zh: '原因' },
  'events.column.object': { en: 'Object', zh: '对象' },
  'events.column.message': { en: 'Message', zh: '消息' },
  'events.column.count': { en: 'Count', zh: '次数' },
  'events.column.last': { en: 'Last seen', zh: '最近出现' },
  'events.warning': { en: 'Warning', zh: '警告' },
  'events.normal': { en: 'Normal', zh: '正常' },
  'yaml.deployment': { en: 'YAML of {{name}}', zh: '{{name}} 的 YAML' },
} as const satisfies Texts;
