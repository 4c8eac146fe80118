import type { Texts } from '../texts.ts';

/** The capacity forecast beside each NIC. What is wrong is said by the findings `capacity.…`. */
export const capacityTexts = {
  'capacity.title': { en: 'Addresses of {{nic}}', zh: '{{nic}} 的 IP 容量' },
  'capacity.part.others': { en: '{{number}} in use by others', zh: '其他占用 {{number}} 个' },
  'capacity.part.held': { en: '{{number}} held by this workload', zh: '本负载已占用 {{number}} 个' },
  'capacity.part.now': { en: '{{number}} needed now', zh: '当前需要 {{number}} 个' },
  'capacity.part.rollout': { en: '+{{number}} at the rollout’s peak', zh: '升级峰值另需 {{number}} 个' },
  'capacity.part.spare': { en: '{{number}} more in the fixed pool', zh: '固定 IP 池富余 {{number}} 个' },
  'capacity.part.free': {
    en: '{{number}} of {{total}} left free',
    zh: '剩余空闲 {{number}} 个（共 {{total}} 个）',
  },
  'capacity.part.freeAtMost': {
    en: 'at most {{number}} of {{total}} left free',
    zh: '剩余空闲最多 {{number}} 个（共 {{total}} 个）',
  },
  'capacity.part.beyondPool': {
    en: '{{number}} too few in the fixed pool',
    zh: '固定 IP 池缺少 {{number}} 个',
  },
  'capacity.part.lacking': { en: '{{number}} too few', zh: '缺少 {{number}} 个' },
  'capacity.noneServes': {
    en: 'No address to count: {{pools}} will serve none of these Pods, for the reason above.',
    zh: '没有可统计的地址：{{pools}} 不能为这些 Pod 分配 IP，原因见上方。',
  },
  'capacity.fits': {
    en: 'Enough for every Pod, also during a rolling update',
    zh: 'IP 充足，滚动升级期间也够用',
  },
  'capacity.fitsUnder': {
    en: 'Enough, counting addresses that only some Pods may have: {{pools}}',
    zh: 'IP 数量足够，但含仅部分 Pod 可用的 IP 池：{{pools}}',
  },
  'capacity.unknown.loading': { en: 'Addresses are being counted…', zh: '正在统计 IP…' },
  'capacity.unknown.pools': {
    en: 'IP pools may not be read: whether the addresses will do is not known.',
    zh: '无法读取 IP 池，不能判断 IP 是否够用。',
  },
  'capacity.unknown.subnets': {
    en: 'Subnets may not be read: whether one can hand out the fixed pool is not known.',
    zh: '无法读取子网，不能判断子网能否分出固定 IP 池。',
  },
  'capacity.unknown.sharedPools': {
    en: 'Several NICs draw from the same pools: whether the addresses will do depends on which of them they take first.',
    zh: '多个网卡共用 IP 池：IP 是否够用取决于各网卡先用哪个 IP 池。',
  },
  'capacity.arithmetic': { en: 'How this is counted', zh: '计算方式' },
  'capacity.sum.elastic': {
    en: 'Fixed pool: {{replicas}} replicas + {{elastic}} elastic = {{size}} addresses',
    zh: '固定 IP 池：副本数 {{replicas}} + 弹性 IP {{elastic}} = {{size}} 个 IP',
  },
  'capacity.sum.total': {
    en: 'Fixed pool: {{size}} addresses in all, however many replicas',
    zh: '固定 IP 池：共 {{size}} 个 IP，不随副本数变化',
  },
  'capacity.sum.kept': {
    en: 'A pool of {{kept}} addresses was kept for a workload of this name; {{needed}} more are taken from the subnet',
    zh: '同名负载保留的 IP 池已有 {{kept}} 个 IP，还需从子网取 {{needed}} 个',
  },
  'capacity.sum.unusable': {
    en: 'Reserved addresses in the kept pool, which Pods do not get: {{number}}',
    zh: '保留的 IP 池中有 {{number}} 个保留 IP，不会分配给 Pod',
  },
  'capacity.sum.subnet': {
    en: 'Subnet {{subnet}}: {{free}} of {{total}} addresses free, {{needed}} taken for this pool',
    zh: '子网 {{subnet}}：共 {{total}} 个 IP，空闲 {{free}} 个，本 IP 池取用 {{needed}} 个',
  },
  'capacity.sum.records': {
    en: 'Spiderpool hands out at most {{limit}} addresses of one pool',
    zh: 'Spiderpool 对单个 IP 池最多分配 {{limit}} 个 IP',
  },
  'capacity.sum.pool': {
    en: 'Pool {{pool}}: {{free}} of {{total}} addresses free',
    zh: 'IP 池 {{pool}}：共 {{total}} 个 IP，空闲 {{free}} 个',
  },
  'capacity.sum.heldPool': {
    en: 'Pool {{pool}}: {{free}} of {{total}} addresses free, {{held}} held by this workload',
    zh: 'IP 池 {{pool}}：共 {{total}} 个 IP，空闲 {{free}} 个，本负载已占用 {{held}} 个',
  },
  'capacity.sum.conditional': {
    en: '(counted, though it does not serve every Pod)',
    zh: '（已计入，但并非对所有 Pod 可用）',
  },
  'capacity.sum.morePools': { en: 'And {{number}} more pools', zh: '以及另外 {{number}} 个 IP 池' },
  'capacity.sum.shutOut': {
    en: 'Not counted, since this NIC may not draw from it: {{pools}}',
    zh: '未计入（该网卡不可用）：{{pools}}',
  },
  'capacity.sum.shared': {
    en: 'These NICs draw from the same pools: {{nics}}',
    zh: '共用这些 IP 池的网卡：{{nics}}',
  },
  'capacity.sum.rolling': {
    en: 'Peak of a rolling update: {{replicas}} replicas + {{surge}} surge = {{peak}} Pods, an address each; {{unavailable}} may end before new ones are ready',
    zh: '滚动升级峰值：副本数 {{replicas}} + 最大浪涌 {{surge}} = {{peak}} 个 Pod，每个 Pod 一个 IP；新 Pod 就绪前最多可先停 {{unavailable}} 个',
  },
  'capacity.sum.recreate': {
    en: 'Recreate: all {{replicas}} old Pods end before new ones start, so an update needs no more addresses',
    zh: '重建升级：{{replicas}} 个旧 Pod 全部停止后才新建，升级不需要额外的 IP',
  },
  'capacity.sum.autoscaler': {
    en: 'Autoscaler {{autoscaler}}: up to {{maximum}} Pods',
    zh: '弹性伸缩 {{autoscaler}}：最多 {{maximum}} 个 Pod',
  },
  'capacity.asOf.live': { en: 'as of {{time}}, live', zh: '数据截至 {{time}}，实时' },
  'capacity.asOf.stale': { en: 'as of {{time}}, not live', zh: '数据截至 {{time}}，已断开' },
} as const satisfies Texts;
