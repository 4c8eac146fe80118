import type { Texts } from '../../texts.ts';

export const networkFindingTexts = {
  'finding.network.subnetsOff': {
    en: 'Fixed IP pools are not available: the subnet feature is switched off in Spiderpool. Choose pools yourself, or use the default pools.',
    zh: 'Spiderpool 未启用子网功能，无法创建固定 IP 池。请手动选择 IP 池，或使用默认 IP 池。',
  },
  'finding.network.autoPoolOff': {
    en: 'Fixed IP pools are not available: automatic pools are switched off in Spiderpool, and Pods would not start. Choose pools yourself, or use the default pools.',
    zh: 'Spiderpool 未启用自动创建 IP 池，使用固定 IP 池的 Pod 将无法启动。请手动选择 IP 池，或使用默认 IP 池。',
  },
  'finding.network.fixedTotal': {
    en: 'The fixed pool holds {{count}} addresses in all and does not follow the replicas.',
    zh: '固定 IP 池共 {{count}} 个 IP，不随副本数变化。',
  },
  'finding.network.namespacePools': {
    en: 'Namespace {{namespace}} has default pools of its own; Pods will use them, not those of the attachments.',
    zh: '命名空间 {{namespace}} 设置了自己的默认 IP 池，Pod 会优先使用它们，而不是网络配置的默认 IP 池。',
  },
  'finding.network.namespacePoolsBroken': {
    en: 'Namespace {{namespace}} has a default pool annotation that cannot be read, and Pods would not start. Choose pools yourself, or have the annotation mended.',
    zh: '命名空间 {{namespace}} 的默认 IP 池注解无法解析，Pod 将无法启动。请手动选择 IP 池，或修正该注解。',
  },
  'finding.network.namespaceInjects': {
    en: 'Namespace {{namespace}} has NICs injected into its Pods, which replaces the NICs chosen here. Use another namespace, or ask an administrator to remove the annotation.',
    zh: '命名空间 {{namespace}} 会自动为 Pod 注入网卡，将覆盖此处选择的网卡。请更换命名空间，或联系管理员移除该注解。',
  },
  'finding.nic.attachmentRequired': {
    en: '{{nic}}: choose an attachment, or remove the NIC.',
    zh: '{{nic}}：请选择网络配置，或删除该网卡。',
  },
  'finding.nic.attachmentSyntax': {
    en: '{{nic}}: write the attachment as namespace/name.',
    zh: '{{nic}}：网络配置须写为“命名空间/名称”。',
  },
  'finding.nic.attachmentBare': {
    en: '{{nic}}: {{attachment}} names no namespace, and Multus looks for it in its own. Write {{id}}.',
    zh: '{{nic}}：{{attachment}} 未写命名空间，Multus 会在自身所在的命名空间中查找。请写为 {{id}}。',
  },
  'finding.nic.attachmentUnknown': {
    en: '{{nic}}: attachment {{attachment}} does not exist, and Pods would not start. Choose another one.',
    zh: '{{nic}}：网络配置 {{attachment}} 不存在，Pod 将无法启动。请选择其他网络配置。',
  },
  'finding.nic.attachmentUnreadable': {
    en: '{{nic}}: the configuration of attachment {{attachment}} cannot be read, by Multus neither, and Pods would not start. Choose another one.',
    zh: '{{nic}}：网络配置 {{attachment}} 的内容无法解析，Multus 同样无法读取，Pod 将无法启动。请选择其他网络配置。',
  },
  'finding.nic.overlayAdded': {
    en: '{{nic}}: {{attachment}} is an overlay network, which only eth0 can use. Choose an underlay attachment.',
    zh: '{{nic}}：{{attachment}} 是 Overlay 网络，只能用于 eth0。请选择 Underlay 网络配置。',
  },
  'finding.nic.fileAdded': {
    en: '{{nic}}: {{attachment}} has no configuration of its own; a CNI file on the nodes makes the NIC. If that file is the cluster’s overlay network, only eth0 can use it.',
    zh: '{{nic}}：{{attachment}} 自身没有配置，网卡由节点上的 CNI 文件创建。如果该文件是集群的 Overlay 网络，则只能用于 eth0。',
  },
  'finding.nic.interfaceSyntax': {
    en: 'Interface name: use at most 15 characters, without blanks, “/”, “:”, “@” and “,”.',
    zh: '接口名称最长 15 个字符，不能包含空格、“/”、“:”、“@”和“,”。',
  },
  'finding.nic.interfaceRepeated': {
    en: 'Interface name: two NICs would be named {{name}}. Choose another name.',
    zh: '有两个网卡的接口名称同为 {{name}}，请换一个名称。',
  },
  'finding.nic.subnetRequired': {
    en: '{{nic}}: choose an IPv4 or IPv6 subnet.',
    zh: '{{nic}}：请选择 IPv4 或 IPv6 子网。',
  },
  'finding.nic.poolRequired': {
    en: '{{nic}}: choose at least one IPv4 or IPv6 pool.',
    zh: '{{nic}}：请至少选择一个 IPv4 或 IPv6 IP 池。',
  },
  'finding.nic.notManaged': {
    en: '{{nic}} does not get its addresses from Spiderpool; one chosen here would be held and never used. Clear it.',
    zh: '{{nic}} 的地址不由 Spiderpool 分配，此处选择的 IP 会被占用却不会生效。请清空。',
  },
  'finding.nic.familyOff': {
    en: '{{nic}}: {{family}} is switched off in Spiderpool, so this choice has no effect. Clear it.',
    zh: '{{nic}}：Spiderpool 未启用 {{family}}，此选择不会生效。请清空。',
  },
  'finding.nic.subnetUnknown': {
    en: '{{nic}}: subnet {{name}} does not exist. Choose another one.',
    zh: '{{nic}}：子网 {{name}} 不存在，请选择其他子网。',
  },
  'finding.nic.poolUnknown': {
    en: '{{nic}}: pool {{name}} does not exist. One missing pool keeps all NICs without addresses; remove it.',
    zh: '{{nic}}：IP 池 {{name}} 不存在。只要有一个 IP 池不存在，所有网卡都无法分配 IP，请移除它。',
  },
  'finding.nic.poolRepeated': {
    en: '{{nic}}: pool {{name}} is chosen twice, by name or by a pattern, which Spiderpool refuses. Remove one.',
    zh: '{{nic}}：IP 池 {{name}} 被重复选择（名称或通配符），Spiderpool 会拒绝。请移除其中一个。',
  },
  'finding.nic.otherFamily': {
    en: '{{nic}}: {{name}} does not hold {{family}} addresses. Choose one that does.',
    zh: '{{nic}}：{{name}} 不提供 {{family}} 地址，请选择其他的。',
  },
  'finding.nic.sameSubnet': {
    en: '{{nic}}: subnet {{name}} already serves {{other}}. Each NIC needs a subnet of its own.',
    zh: '{{nic}}：子网 {{name}} 已用于 {{other}}。每个网卡须使用不同的子网。',
  },
  'finding.nic.samePool': {
    en: '{{nic}}: pool {{name}} already serves {{other}}, and both NICs would get the same address. Choose another pool.',
    zh: '{{nic}}：IP 池 {{name}} 已用于 {{other}}，两个网卡会得到相同的 IP。请选择其他 IP 池。',
  },
  'finding.nic.noDefaultPool': {
    en: '{{nic}}: attachment {{attachment}} has no default pool, nor has the cluster. Choose pools yourself, or another attachment.',
    zh: '{{nic}}：网络配置 {{attachment}} 没有默认 IP 池，集群也没有。请手动选择 IP 池，或更换网络配置。',
  },
  'finding.nic.clusterDefaultPool': {
    en: "{{nic}}: attachment {{attachment}} has no default pool. Addresses come from the cluster's default pools, which may be of another network.",
    zh: '{{nic}}：网络配置 {{attachment}} 没有默认 IP 池，将使用集群的默认 IP 池，可能与该网络不匹配。',
  },
  'finding.nic.defaultPoolUnknown': {
    en: '{{nic}}: its default pool {{name}} does not exist, and Pods would get no addresses. Choose pools yourself.',
    zh: '{{nic}}：默认 IP 池 {{name}} 不存在，Pod 将无法分配 IP。请手动选择 IP 池。',
  },
  'finding.nic.sameDefaultPool': {
    en: '{{nic}} and {{other}} have the same default pool {{name}}, and would get the same address. Choose pools yourself.',
    zh: '{{nic}} 与 {{other}} 的默认 IP 池同为 {{name}}，会得到相同的 IP。请手动选择 IP 池。',
  },
  'finding.nic.defaultRouteTwice': {
    en: '{{nic}}: {{other}} already has the default route. A Pod has one.',
    zh: '{{nic}}：默认路由已在 {{other}} 上，每个 Pod 只能有一个默认路由网卡。',
  },
  'finding.nic.defaultRouteLate': {
    en: '{{nic}} does not exist yet when the first NIC looks for the default route, and Pods may not start. Choose eth0 or the first added NIC.',
    zh: '创建第一个网卡时 {{nic}} 尚不存在，设置默认路由会失败，Pod 可能无法启动。请选择 eth0 或第一个添加的网卡。',
  },
  'finding.nic.defaultRouteCoordinator': {
    en: '{{nic}}: its attachment has no coordinator, so the default route will not move to it.',
    zh: '{{nic}}：其网络配置未启用 coordinator，默认路由不会切换到该网卡。',
  },
  'finding.route.destination': {
    en: 'Custom route: write the destination as a CIDR, such as 192.168.50.0/24.',
    zh: '自定义路由：目标须为 CIDR，例如 192.168.50.0/24。',
  },
  'finding.route.gateway': {
    en: 'Custom route: write the gateway as an IP address, such as 10.6.0.254.',
    zh: '自定义路由：网关须为 IP 地址，例如 10.6.0.254。',
  },
  'finding.route.default': {
    en: 'Custom route: {{destination}} is the default route. Choose the default route NIC instead.',
    zh: '自定义路由：{{destination}} 是默认路由，请改用“默认路由网卡”设置。',
  },
  'finding.route.families': {
    en: 'Custom route: destination and gateway must both be IPv4 or both IPv6.',
    zh: '自定义路由：目标与网关须同为 IPv4 或同为 IPv6。',
  },
  'finding.route.noNic': {
    en: 'Custom route: no NIC gets its addresses from Spiderpool, so nobody would make the route. Add a NIC, or remove the routes.',
    zh: '自定义路由：没有由 Spiderpool 分配地址的网卡，该路由不会生效。请添加网卡，或删除自定义路由。',
  },
  'finding.route.unreachable': {
    en: 'Custom route: {{gateway}} is in no subnet of the chosen NICs, and Spiderpool would drop the route. Choose a gateway in one of them.',
    zh: '自定义路由：网关 {{gateway}} 不在任何已选网卡的子网内，该路由会被 Spiderpool 忽略。请选择这些子网内的网关。',
  },
  'finding.route.repeated': {
    en: 'Custom route: {{destination}} is listed twice. Remove one of them.',
    zh: '自定义路由：目标 {{destination}} 重复，请删除其中一条。',
  },
  'finding.devices.missing': {
    en: 'The NICs need {{count}} of {{name}}, and the containers ask for {{asked}}. Pods would not start; request {{count}}.',
    zh: '网卡需要 {{count}} 个 {{name}}，容器仅申请了 {{asked}} 个，Pod 将无法启动。请申请 {{count}} 个。',
  },
  'finding.devices.rdmaMissing': {
    en: 'The NICs offer RDMA, and no container asks for {{name}}: the Pods would run without RDMA. Request {{count}} if they need it.',
    zh: '网卡支持 RDMA，但没有容器申请 {{name}}，Pod 将无法使用 RDMA。如需使用，请申请 {{count}} 个。',
  },
} as const satisfies Texts;
