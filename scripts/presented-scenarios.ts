import type { ScenarioName } from '../mocks/scenarios/scenario.ts';
import type { ServedCluster } from '../mocks/server/cluster-registry.ts';

type Words = Pick<ServedCluster, 'title' | 'description'>;

/** How the console presents each simulated cluster. */
const words: Readonly<Record<ScenarioName, Words>> = {
  demo: {
    title: { 'en-US': 'Demo', 'zh-CN': '演示集群' },
    description: {
      'en-US': 'Two zones of workers. Calico on eth0; macvlan, IPvlan and SR-IOV attachments; dual stack.',
      'zh-CN': '两个可用区的工作节点，eth0 使用 Calico，提供 Macvlan、IPvlan 和 SR-IOV 网络配置，支持双栈。',
    },
  },
  'underlay-eth0': {
    title: { 'en-US': 'Underlay eth0', 'zh-CN': 'eth0 使用 Underlay' },
    description: {
      'en-US': 'No overlay: eth0 itself gets its address from a Spiderpool pool.',
      'zh-CN': '没有 Overlay 网络，eth0 的地址同样由 Spiderpool 的 IP 池分配。',
    },
  },
  'ipv4-only': {
    title: { 'en-US': 'IPv4 only', 'zh-CN': '仅 IPv4' },
    description: {
      'en-US': 'Spiderpool gives IPv4 addresses alone.',
      'zh-CN': 'Spiderpool 仅分配 IPv4 地址。',
    },
  },
  'no-spiderpool': {
    title: { 'en-US': 'Without Spiderpool', 'zh-CN': '未安装 Spiderpool' },
    description: {
      'en-US': 'Neither Spiderpool nor Multus is installed.',
      'zh-CN': '未安装 Spiderpool 和 Multus。',
    },
  },
  'auto-pool-off': {
    title: { 'en-US': 'Fixed pools off', 'zh-CN': '未开启固定 IP 池' },
    description: {
      'en-US': 'Spiderpool makes no pools for applications here.',
      'zh-CN': 'Spiderpool 未开启为应用自动创建 IP 池。',
    },
  },
  empty: {
    title: { 'en-US': 'Empty', 'zh-CN': '空集群' },
    description: {
      'en-US': 'Spiderpool and Multus are installed and nothing is configured yet.',
      'zh-CN': '已安装 Spiderpool 和 Multus，尚未配置任何网络。',
    },
  },
  hostile: {
    title: { 'en-US': 'Damaged', 'zh-CN': '异常数据' },
    description: {
      'en-US': 'Broken attachments, absurd pools and lists that nobody may read.',
      'zh-CN': '包含损坏的网络配置、异常的 IP 池以及无权读取的列表。',
    },
  },
  restricted: {
    title: { 'en-US': 'Restricted', 'zh-CN': '权限受限' },
    description: {
      'en-US': 'One namespace at a time, and little else that may be read.',
      'zh-CN': '只能访问单个命名空间，大部分资源无权读取。',
    },
  },
  rdma: {
    title: { 'en-US': 'RDMA', 'zh-CN': 'RDMA' },
    description: {
      'en-US': 'Macvlan attachments with shared RDMA devices, and SR-IOV.',
      'zh-CN': '带共享 RDMA 设备的 macvlan 网络配置，以及 SR-IOV。',
    },
  },
  crowded: {
    title: { 'en-US': 'Crowded', 'zh-CN': '大规模集群' },
    description: {
      'en-US': 'Thousands of objects, to see how the console bears them.',
      'zh-CN': '包含数千个资源对象，用于检验大规模场景。',
    },
  },
};

const usual: readonly ScenarioName[] = ['demo', 'underlay-eth0'];

/** @param only the one scenario to offer; the usual two when absent. A name that is none offers nothing. */
export function presentedScenarios(only: string | undefined): ServedCluster[] {
  const asked = only === undefined ? usual : [only].filter(isName);
  return asked.map((name) => ({ name, scenario: name, ...words[name] }));
}

function isName(text: string): text is ScenarioName {
  return Object.hasOwn(words, text);
}
