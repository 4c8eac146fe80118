import type { Texts } from '../texts.ts';

/** The drawing of a Pod and its NICs. */
export const pictureTexts = {
  'picture.title': { en: 'The Pod', zh: 'Pod 网络示意' },
  'picture.unnamed': { en: 'workload', zh: '工作负载' },
  'picture.pods_one': { en: '{{count}} Pod', zh: '{{count}} 个副本' },
  'picture.pods_other': { en: '{{count}} Pods', zh: '{{count}} 个副本' },
  'picture.clusterNetwork': { en: 'cluster network', zh: '集群网络' },
  'picture.nodeFile': { en: 'cluster default', zh: '集群默认' },
  'picture.noAttachment': { en: 'no attachment yet', zh: '尚未选择网络配置' },
  'picture.missing': { en: 'not found', zh: '未找到' },
  'picture.unverified': { en: 'unverified', zh: '未核实' },
  'picture.overlay': { en: 'overlay', zh: 'overlay' },
  'picture.unreadable': { en: 'unreadable', zh: '无法读取' },
  'picture.vlan': { en: 'VLAN {{vlan}}', zh: 'VLAN {{vlan}}' },
  'picture.ownIpam': { en: 'not from Spiderpool', zh: '不由 Spiderpool 分配' },
  'picture.noSpiderpool': { en: 'no Spiderpool', zh: '未安装 Spiderpool' },
  'picture.noStock.fixed': { en: 'no subnet yet', zh: '尚未选择子网' },
  'picture.noStock.pools': { en: 'no pool yet', zh: '尚未选择 IP 池' },
  'picture.noStock.default': { en: 'no default pool', zh: '没有默认 IP 池' },
  'picture.gateway': { en: 'gw {{gateway}}', zh: '网关 {{gateway}}' },
  'picture.free': { en: '{{free}} free of {{total}}', zh: '剩余 {{free}} / 共 {{total}}' },
  'picture.refused': { en: 'will not serve this NIC', zh: '不能用于该网卡' },
  'picture.defaultRoute': { en: 'default route', zh: '默认路由' },
  'picture.more_one': { en: 'and {{count}} more pool', zh: '另有 {{count}} 个 IP 池' },
  'picture.more_other': { en: 'and {{count}} more pools', zh: '另有 {{count}} 个 IP 池' },
} as const satisfies Texts;
