import type { Texts } from '../texts.ts';

/** Custom routes and the default route, in the NIC step. */
export const routeTexts = {
  'route.title': { en: 'Custom routes', zh: '自定义路由' },
  'route.detail': {
    en: 'A route leaves by the NIC whose subnet contains its gateway.',
    zh: '路由从网关所在子网对应的网卡发出。',
  },
  'route.destination.label': { en: 'Route {{number}}, destination', zh: '路由 {{number}} 的目的网段' },
  'route.gateway.label': { en: 'Route {{number}}, gateway', zh: '路由 {{number}} 的网关' },
  'route.via': { en: 'via', zh: '经由' },
  'route.leaves': { en: 'leaves by', zh: '发出网卡' },
  'route.remove': { en: 'Remove route {{number}}', zh: '删除路由 {{number}}' },
  'route.add': { en: 'Add route', zh: '添加路由' },
  'route.add.blocked': {
    en: 'Routes need a NIC whose addresses come from Spiderpool.',
    zh: '至少需要一个由 Spiderpool 分配地址的网卡才能添加路由。',
  },
  'route.nic': { en: 'Default route', zh: '默认路由' },
  'route.nic.detail': {
    en: 'The NIC by which traffic to everywhere else leaves.',
    zh: '其他流量默认从该网卡发出。',
  },
  'route.nic.unset': { en: 'eth0 (not written)', zh: 'eth0（不写入）' },
} as const satisfies Texts;
