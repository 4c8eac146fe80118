import type { Texts } from '../../texts.ts';

/** Coordinator, Multus and the main plugins of a NIC. */
export const nicFailureTexts = {
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
  'failure.masterNotFound': {
    en: 'Node {{node}} lacks interface {{names}}, which the attachment stands on.',
    zh: '节点 {{node}} 上没有网络配置所用的主接口 {{names}}。',
  },
  'failure.masterNotFound.next': {
    en: 'Keep the Pods on nodes that have it (node selector), or choose another attachment.',
    zh: '请用节点选择器将 Pod 调度到有该接口的节点，或更换网络配置。',
  },
  'failure.clusterNetworkNotFound': {
    en: 'The cluster’s default network {{names}} does not exist.',
    zh: '集群的默认网络 {{names}} 不存在。',
  },
  'failure.clusterNetworkNotFound.next': {
    en: 'Ask an administrator to create the attachment or to correct clusterNetwork; or choose an attachment for eth0.',
    zh: '请联系管理员创建该网络配置或更正 clusterNetwork，也可为 eth0 另选网络配置。',
  },
} as const satisfies Texts;
