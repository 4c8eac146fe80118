import type { Texts } from '../texts.ts';

/** 容器网卡配置: the step itself. Names of fields are those of the product's documentation. */
export const nicTexts = {
  'nic.source.title': { en: 'Where addresses come from', zh: 'IP 池配置' },
  'nic.source.oneChoice': {
    en: 'One choice for all NICs of the Pod: Spiderpool takes the addresses of a Pod from one kind of source.',
    zh: '三选一，对 Pod 的所有网卡生效：Spiderpool 只按一种方式为一个 Pod 分配地址。',
  },
  'nic.source.nothing': {
    en: 'Nothing to configure yet: the only NIC is eth0, on the cluster’s own network. Add a NIC below, or give eth0 an underlay attachment.',
    zh: '暂无可配置项：目前只有 eth0，使用集群网络。请先在下方添加网卡，或为 eth0 选择 Underlay 网络。',
  },
  'nic.source.fixed': { en: 'Create fixed IP pool', zh: '创建固定 IP 池' },
  'nic.source.fixed.detail': {
    en: 'Made from a subnet, for this workload alone',
    zh: '从子网自动创建，仅供本负载使用',
  },
  'nic.source.fixed.off': {
    en: 'Not available: auto-created pools are switched off in Spiderpool',
    zh: '不可用：Spiderpool 未启用自动创建 IP 池',
  },
  'nic.source.fixed.noSubnets': {
    en: 'Not available: subnets are switched off in Spiderpool',
    zh: '不可用：Spiderpool 未启用子网功能',
  },
  'nic.source.pools': { en: 'Choose NIC IP pools', zh: '手动选择网卡 IP 池' },
  'nic.source.pools.detail': { en: 'Existing pools, for each NIC', zh: '为每张网卡选择已有的 IP 池' },
  'nic.source.default': { en: 'Use default IP pools', zh: '使用默认 IP 池' },
  'nic.source.default.detail': {
    en: 'Those that each attachment names',
    zh: '使用网络配置自带的默认 IP 池',
  },
  'nic.elastic': { en: 'Elastic IPs', zh: '弹性 IP' },
  'nic.elastic.count': { en: 'Number of elastic IPs', zh: '弹性 IP 数量' },
  'nic.max': { en: 'Max usable IPs', zh: '最大可用 IP 数' },
  'nic.max.sum': {
    en: '= replicas {{replicas}} + elastic {{elastic}}',
    zh: '= 副本数 {{replicas}} + 弹性 IP {{elastic}}',
  },
  'nic.max.words': { en: '= replicas + elastic IPs', zh: '= 副本数 + 弹性 IP' },
  'nic.max.per': { en: 'per NIC and family', zh: '每张网卡、每种协议' },
  'nic.total': { en: 'Fixed total', zh: '固定总数' },
  'nic.total.count': { en: 'Fixed total of IPs', zh: '固定 IP 总数' },
  'nic.keepPool': { en: 'Keep the pool after deletion', zh: '删除负载后保留 IP 池' },
  'nic.keepPool.note': {
    en: 'A workload that is later created with the same name in the same namespace gets the same pool.',
    zh: '之后在同一命名空间以相同名称创建的负载会沿用该 IP 池。',
  },
  'nic.rows.title': { en: 'NICs', zh: '网卡信息' },
  'nic.rows.detail': {
    en: 'net1, net2, … are named by their order; what is chosen for a NIC moves with it.',
    zh: 'net1、net2 等名称按顺序确定；调整顺序时，网卡的配置随之移动。',
  },
  'nic.add': { en: 'Add NIC {{nic}}', zh: '添加网卡 {{nic}}' },
  'nic.foldAll': { en: 'Fold all', zh: '全部收起' },
  'nic.unfoldAll': { en: 'Unfold all', zh: '全部展开' },
  'nic.eth0.kind': { en: 'default NIC', zh: '默认网卡' },
  'nic.eth0.default': { en: 'Cluster default', zh: '集群默认' },
  'nic.eth0.underlay': {
    en: 'eth0 is an underlay NIC: Spiderpool gives its addresses too, and added NICs must be underlay.',
    zh: 'eth0 使用 Underlay 网络：其地址同样由 Spiderpool 分配，添加的网卡也必须是 Underlay。',
  },
  'nic.eth0.nodeFile.detail': {
    en: 'Nothing is written: the CNI configuration of the node makes eth0.',
    zh: '不写入注解：eth0 由节点上的 CNI 配置创建。',
  },
  'nic.eth0.clusterNetwork.detail': {
    en: 'Nothing is written: the cluster’s default network is {{network}}.',
    zh: '不写入注解：集群的默认网络为 {{network}}。',
  },
  'nic.reorder': { en: 'Reorder {{nic}}: arrow up or down', zh: '调整 {{nic}} 的顺序：上、下方向键' },
  'nic.reorder.hint': { en: 'Drag, or press arrow up or down', zh: '拖动，或按上、下方向键' },
  'nic.up': { en: 'Move {{nic}} up', zh: '上移 {{nic}}' },
  'nic.down': { en: 'Move {{nic}} down', zh: '下移 {{nic}}' },
  'nic.duplicate': { en: 'Duplicate {{nic}}', zh: '复制 {{nic}}' },
  'nic.remove': { en: 'Remove {{nic}}', zh: '删除 {{nic}}' },
  'nic.said.added': { en: '{{nic}} added', zh: '已添加 {{nic}}' },
  'nic.said.duplicated': { en: '{{nic}} duplicated', zh: '已复制 {{nic}}' },
  'nic.said.removed': {
    en: '{{nic}} removed; the NICs behind it are renamed',
    zh: '已删除 {{nic}}，其后的网卡已重新编号',
  },
  'nic.said.moved': { en: '{{nic}} is now {{place}}', zh: '{{nic}} 现为 {{place}}' },
  'nic.errors_one': { en: '{{count}} error', zh: '{{count}} 个错误' },
  'nic.errors_other': { en: '{{count}} errors', zh: '{{count}} 个错误' },
  'nic.warnings_one': { en: '{{count}} warning', zh: '{{count}} 个警告' },
  'nic.warnings_other': { en: '{{count}} warnings', zh: '{{count}} 个警告' },
  'nic.attachment.choose': { en: 'Choose an attachment', zh: '选择网络配置' },
  'nic.attachment.filled': {
    en: '{{nic}} now uses {{attachment}}: the chosen pools allow no other attachment.',
    zh: '{{nic}} 已使用 {{attachment}}：所选 IP 池只允许该网络配置。',
  },
  'nic.ownIpam': {
    en: 'The attachment sees to its addresses itself; there is no pool to choose.',
    zh: '该网络配置自行分配地址，无需选择 IP 池。',
  },
  'nic.customName': {
    en: 'Named {{nic}} in the manifest, not by its position.',
    zh: '清单中将其命名为 {{nic}}，未按顺序命名。',
  },
  'nic.customName.drop': { en: 'Name it {{nic}}', zh: '改为 {{nic}}' },
  'nic.device': { en: 'Needs 1 × {{resource}}.', zh: '需要 1 × {{resource}}。' },
  'nic.device.shared': {
    en: 'RDMA: needs 1 × {{resource}}, for all NICs together.',
    zh: 'RDMA：需要 1 × {{resource}}，所有网卡共用。',
  },
  'nic.device.added': {
    en: 'Requested in the first container: {{count}} in all.',
    zh: '已在首个容器中申请，共 {{count}} 个。',
  },
  'nic.device.nodes': { en: 'Available: {{nodes}}.', zh: '可用：{{nodes}}。' },
  'nic.subnet': { en: '{{family}} subnet', zh: '{{family}} 子网' },
  'nic.subnet.none': { en: 'None', zh: '不分配' },
  'nic.subnet.none.detail': {
    en: 'The NIC gets no address of this family.',
    zh: '该网卡不分配此协议的地址。',
  },
  'nic.pools': { en: 'NIC IP pools, {{family}}', zh: '网卡 IP 池（{{family}}）' },
  'nic.pools.choose': { en: 'None chosen', zh: '未选择' },
  'nic.pools.more': { en: 'Choose more', zh: '继续选择' },
  'nic.pools.chosen': { en: 'Chosen pools', zh: '已选 IP 池' },
  'nic.pools.remove': { en: 'Remove {{name}}', zh: '移除 {{name}}' },
  'nic.pools.willNot': { en: 'will not work', zh: '不可用' },
  'nic.pools.missing': { en: 'not found', zh: '不存在' },
  'nic.pools.pattern': { en: 'pattern, {{count}} pools', zh: '通配符，匹配 {{count}} 个' },
  'nic.pools.sum': {
    en: '{{free}} free in all.',
    zh: '共剩余 {{free}} 个地址。',
  },
  'nic.pools.dropped': {
    en: 'Removed, since they are for other attachments: {{pools}}',
    zh: '以下 IP 池仅限其他网络配置，已移除：{{pools}}',
  },
  'nic.cleanGateway': {
    en: 'No default route from the pool’s gateway (cleangateway)',
    zh: '不使用 IP 池网关生成默认路由（cleangateway）',
  },
  'nic.noFamily': {
    en: 'IPv4 and IPv6 are both switched off in Spiderpool.',
    zh: 'Spiderpool 未启用 IPv4，也未启用 IPv6。',
  },
  'nic.defaultPools': { en: 'Default pools, {{family}}', zh: '默认 IP 池（{{family}}）' },
  'nic.origin.subnets': {
    en: 'Addresses come from a pool that is made for this workload out of {{names}}: the annotation of the Pods decides.',
    zh: '地址来自为本负载从 {{names}} 创建的 IP 池：以 Pod 注解为准。',
  },
  'nic.origin.pools': {
    en: 'Addresses come from {{names}}: the annotation of the Pods decides.',
    zh: '地址来自 {{names}}：以 Pod 注解为准。',
  },
  'nic.origin.choose.fixed': {
    en: 'No subnet is chosen yet. With one it is known where the addresses come from, and whether there are enough.',
    zh: '尚未选择子网。选择后即可确定地址来源以及 IP 是否够用。',
  },
  'nic.origin.choose.pools': {
    en: 'No pool is chosen yet. With one it is known where the addresses come from, and whether there are enough.',
    zh: '尚未选择 IP 池。选择后即可确定地址来源以及 IP 是否够用。',
  },
  'nic.origin.until.fixed': {
    en: 'No subnet is chosen, so no fixed pool is made.',
    zh: '未选择子网，不会创建固定 IP 池。',
  },
  'nic.origin.until.pools': {
    en: 'No pool is chosen.',
    zh: '未选择 IP 池。',
  },
  'nic.origin.overNamespace': {
    en: 'The default pools of namespace {{namespace}} ({{names}}) are not used.',
    zh: '不使用命名空间 {{namespace}} 的默认 IP 池（{{names}}）。',
  },
  'nic.origin.overAttachment': {
    en: 'The default pools of attachment {{attachment}} ({{names}}) are not used.',
    zh: '不使用网络配置 {{attachment}} 的默认 IP 池（{{names}}）。',
  },
  'nic.origin.assumed': {
    en: 'Automatic pools are assumed to be on, since spiderpool-conf cannot be read.',
    zh: '无法读取 spiderpool-conf，按已启用自动创建 IP 池处理。',
  },
  'nic.origin.attachment': {
    en: 'Addresses come from the default pools of attachment {{attachment}}.',
    zh: '地址来自网络配置 {{attachment}} 的默认 IP 池。',
  },
  'nic.origin.namespace': {
    en: 'Addresses come from the default pools of namespace {{namespace}}, which win over those of the attachment.',
    zh: '地址来自命名空间 {{namespace}} 的默认 IP 池，优先于网络配置的默认 IP 池。',
  },
  'nic.origin.cluster': {
    en: 'Addresses come from the default pools of the cluster, since the attachment names none.',
    zh: '网络配置未设置默认 IP 池，地址来自集群的默认 IP 池。',
  },
  'nic.origin.nowhere': {
    en: 'No default IP pool: Pods would not start.',
    zh: '没有默认 IP 池，Pod 将无法启动。',
  },
  'nic.origin.unknown': {
    en: 'Which pools these are is not known until an attachment is chosen and can be read.',
    zh: '选择网络配置且能够读取后，才能确定使用哪些 IP 池。',
  },
  'nic.origin.fails': { en: 'Pods would fail: {{words}}', zh: 'Pod 将失败：{{words}}' },
  'nic.brief.fixed': {
    en: '{{names}} → fixed pool, replicas + {{elastic}}',
    zh: '{{names}} → 固定 IP 池，副本数 + {{elastic}}',
  },
  'nic.brief.total': {
    en: '{{names}} → fixed pool of {{count}}',
    zh: '{{names}} → 固定 IP 池，共 {{count}} 个',
  },
  'nic.brief.pools': { en: 'pools: {{names}}', zh: 'IP 池：{{names}}' },
  'nic.brief.default': { en: 'default pools: {{names}}', zh: '默认 IP 池：{{names}}' },
  'nic.noSpiderpool': { en: 'Spiderpool is not installed in this cluster', zh: '该集群尚未安装 Spiderpool' },
  'nic.noSpiderpool.detail': {
    en: 'NICs work on attachments that see to their addresses themselves. IP pools and subnets need Spiderpool, which a cluster administrator can install.',
    zh: '可使用自行分配地址的网络配置添加网卡；IP 池与子网依赖 Spiderpool，可由集群管理员安装。',
  },
  'nic.unread': { en: 'Not everything of this cluster can be read', zh: '无法读取该集群的部分信息' },
  'nic.assumedSettings': {
    en: 'The settings of Spiderpool (spiderpool-conf) cannot be read; its defaults are assumed.',
    zh: '无法读取 Spiderpool 的配置（spiderpool-conf），按默认值处理。',
  },
} as const satisfies Texts;
