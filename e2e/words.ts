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
  rolloutStops: ['a rolling update would stop', '滚动升级会卡住'],
  elasticRemedy: ['Set elastic IPs to 1', '弹性 IP 设为 1'],
  enoughAddresses: ['Enough for every Pod', 'IP 充足'],
  close: ['Close', '关闭'],
} as const satisfies Record<string, readonly [string, string]>;

export type Words = Readonly<Record<keyof typeof words, string>>;

export function wordsOf(language: Language): Words {
  const side = language === 'en-US' ? 0 : 1;
  return Object.fromEntries(Object.entries(words).map(([key, pair]) => [key, pair[side]])) as Words;
}
