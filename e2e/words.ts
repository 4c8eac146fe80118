import type { Language } from './fixtures.ts';

/** What the screens say, as their users read it. Written here by hand: a wrong text in the product fails a test. */
const words = {
  workloadName: ['Workload name', '负载名称'],
  replicas: ['Replicas', '副本数'],
  containerName: ['Container name', '容器名称'],
  image: ['Container image', '容器镜像'],
  next: ['Next', '下一步'],
  create: ['Create', '确定'],
  configure: ['Configure', '配置'],
  addNic: ['Add NIC', '添加网卡'],
  attachment: ['Attachment', '网络配置'],
  subnet4: ['IPv4 subnet', 'IPv4 子网'],
  subnet6: ['IPv6 subnet', 'IPv6 子网'],
  pools4: ['NIC IP pools, IPv4', '网卡 IP 池（IPv4）'],
  pools6: ['NIC IP pools, IPv6', '网卡 IP 池（IPv6）'],
  fixed: ['Create fixed IP pool', '创建固定 IP 池'],
  pools: ['Choose NIC IP pools', '手动选择网卡 IP 池'],
  defaults: ['Use default IP pools', '使用默认 IP 池'],
  elasticCount: ['Number of elastic IPs', '弹性 IP 数量'],
  addRoute: ['Add route', '添加路由'],
  routeDestination: ['Route 1, destination', '路由 1 的目的网段'],
  routeGateway: ['Route 1, gateway', '路由 1 的网关'],
  defaultRoute: ['Default route', '默认路由'],
  preview: ['YAML preview', 'YAML 预览'],
  running: ['Running', '运行中'],
  network: ['Network', '网络'],
  scale: ['Scale', '弹性扩缩'],
  delete: ['Delete', '删除'],
  namespace: ['Namespace', '命名空间'],
  deployments: ['Deployments', '无状态负载'],
  createFromImage: ['Create from image', '镜像创建'],
  waitingForAddress: ['Waiting for an address', '等待分配地址'],
  close: ['Close', '关闭'],
  clusterNavigation: ['Cluster navigation', '集群导航'],
  ipPools: ['IP pools', 'IP 池'],
  subnets: ['Subnets', '子网'],
  freeOf: ['F free of T', '剩余 F / 共 T'],
  reserved: ['N reserved', '保留 N'],
  disabled: ['disabled', '已停用'],
  poolSearch: ['Name, CIDR, address, label', '名称、CIDR、地址、标签'],
  counts: ['Counts', '用量'],
  poolsOfSubnet: ['Pools of this subnet', '子网中的 IP 池'],
  createWithPool: ['Create a workload with this pool', '使用此 IP 池创建工作负载'],
  addresses: ['Addresses', '地址列表'],
  map: ['Map of the addresses', '地址分布图'],
  inUse: ['in use', '已用'],
  linkedPool: ['net1 draws its addresses from pool {pool}.', 'net1 已选择 IP 池 {pool}。'],
  topology: ['Topology', '拓扑'],
  topologyTitle: ['From the Pods to the wire', '从 Pod 到物理网络'],
  poolUsers: ['Workloads that use it', '关联工作负载'],
  tooManyForCells: ['Too many addresses to draw each', '地址过多，无法逐个绘制'],
  badRange: ['A range of it cannot be read: 10.6.6.300', '无法解析的地址范围：10.6.6.300'],
  badAllocations: ['Its list of held addresses cannot be read', '无法解析已分配地址的记录'],
  disagree: [
    'Its status says 1e+30 allocated; its records have 0.',
    '状态中的已分配数量为 1e+30，按分配记录计算为 0。',
  ],
  noAddresses: ['It has no address.', '没有地址。'],
  subnetsForbidden: ['You may not list the subnets of this cluster', '您没有查看该集群子网的权限'],
} as const satisfies Record<string, readonly [string, string]>;

export type Words = Readonly<Record<keyof typeof words, string>>;

export function wordsOf(language: Language): Words {
  const side = language === 'en-US' ? 0 : 1;
  return Object.fromEntries(Object.entries(words).map(([key, pair]) => [key, pair[side]])) as Words;
}
