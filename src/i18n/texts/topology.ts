import type { Texts } from '../texts.ts';

/** The picture of what a workload's Pods stand on. */
export const topologyTexts = {
  'topology.title': { en: 'From the Pods to the wire', zh: '从 Pod 到物理网络' },
  'topology.hint': {
    en: 'On the lines: free addresses of the pool or subnet that they lead to.',
    zh: '连线上为所连 IP 池或子网的剩余地址数量。',
  },
  'topology.pods_one': { en: '{{count}} Pod', zh: '{{count}} 个 Pod' },
  'topology.pods_other': { en: '{{count}} Pods', zh: '{{count}} 个 Pod' },
  'topology.held_one': { en: '{{count}} address held here', zh: '本负载占用 {{count}} 个地址' },
  'topology.held_other': { en: '{{count}} addresses held here', zh: '本负载占用 {{count}} 个地址' },
  'topology.fixed': { en: 'fixed pool of this workload', zh: '本负载的固定 IP 池' },
  'topology.missing': { en: 'does not exist', zh: '不存在' },
  'topology.unread': { en: 'cannot be read', zh: '无法读取' },
  'topology.noSubnet': { en: 'no SpiderSubnet', zh: '不属于任何子网' },
  'topology.vlan': { en: 'VLAN {{vlan}}', zh: 'VLAN {{vlan}}' },
  'topology.loading': { en: 'Reading the network of the cluster', zh: '正在读取集群网络' },
  'topology.way': { en: '{{nic}}: {{way}}', zh: '{{nic}}：{{way}}' },
} as const satisfies Texts;
