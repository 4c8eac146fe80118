import type { Texts } from '../../texts.ts';

export const capacityFindingTexts = {
  'finding.capacity.short': {
    en: '{{nic}} {{family}}: Pod {{first}} of {{replicas}} would get no address and never start. Addresses to be had: {{capacity}}.',
    zh: '{{nic}} {{family}}：{{replicas}} 个 Pod 中的第 {{first}} 个起分配不到 IP，无法启动。可用 IP：{{capacity}} 个。',
  },
  'finding.capacity.subnetShort': {
    en: '{{nic}} {{family}}: subnet {{subnet}} has {{free}} free addresses, and the fixed pool needs {{needed}} from it. Spiderpool makes no smaller pool, so no Pod would start.',
    zh: '{{nic}} {{family}}：子网 {{subnet}} 仅剩 {{free}} 个空闲 IP，而固定 IP 池需要 {{needed}} 个。Spiderpool 不会创建更小的 IP 池，所有 Pod 都无法启动。',
  },
  'finding.capacity.deadlock': {
    en: '{{nic}} {{family}}: a rolling update would stop. The running Pods hold all addresses ({{capacity}}), and the strategy starts {{surge}} more before it ends one.',
    zh: '{{nic}} {{family}}：滚动升级会卡住。运行中的 Pod 已占满 {{capacity}} 个 IP，而升级策略要先新建 {{surge}} 个 Pod 才停止旧 Pod。',
  },
  'finding.capacity.tight': {
    en: '{{nic}} {{family}}: a rolling update would go in smaller steps. At its peak it wants {{peak}} addresses and finds {{capacity}}; new Pods fail and try again until old ones have ended.',
    zh: '{{nic}} {{family}}：滚动升级会放慢。升级峰值需要 {{peak}} 个 IP，而可用 IP 只有 {{capacity}} 个；部分新 Pod 会先失败并重试，直到旧 Pod 释放 IP。',
  },
  'finding.capacity.recordLimit': {
    en: '{{nic}} {{family}}: Spiderpool hands out at most {{limit}} addresses of one pool, however many are free. Spread the Pods over more pools.',
    zh: '{{nic}} {{family}}：无论还有多少空闲 IP，Spiderpool 对单个 IP 池最多分配 {{limit}} 个 IP。请将 Pod 分散到更多 IP 池。',
  },
  'finding.capacity.autoscaler': {
    en: '{{nic}} {{family}}: autoscaler {{autoscaler}} may ask for {{maximum}} Pods, and the addresses do for {{capacity}}.',
    zh: '{{nic}} {{family}}：弹性伸缩 {{autoscaler}} 最多可扩到 {{maximum}} 个 Pod，而可用 IP 只够 {{capacity}} 个。',
  },
  'finding.capacity.autoscalerDeadlock': {
    en: '{{nic}} {{family}}: autoscaler {{autoscaler}} may ask for {{maximum}} Pods, which hold all addresses ({{capacity}}). A rolling update of them wants {{peak}} and would stop.',
    zh: '{{nic}} {{family}}：弹性伸缩 {{autoscaler}} 最多可扩到 {{maximum}} 个 Pod，将占满 {{capacity}} 个 IP。此时滚动升级需要 {{peak}} 个 IP，会卡住。',
  },
  'finding.capacity.autoscalerTight': {
    en: '{{nic}} {{family}}: autoscaler {{autoscaler}} may ask for {{maximum}} Pods. A rolling update of them wants {{peak}} addresses and finds {{capacity}}, and would go in smaller steps.',
    zh: '{{nic}} {{family}}：弹性伸缩 {{autoscaler}} 最多可扩到 {{maximum}} 个 Pod。此时滚动升级需要 {{peak}} 个 IP，而可用 IP 只有 {{capacity}} 个，升级会放慢。',
  },
  'finding.capacity.autoscalersUnknown': {
    en: 'Autoscalers may not be read. If one raises the replicas, more addresses are needed than the forecast says.',
    zh: '无法读取弹性伸缩（HPA）。若有 HPA 调高副本数，所需 IP 会多于此处的预测。',
  },
  'finding.capacity.allocationsUnknown': {
    en: '{{nic}} {{family}}: who holds the addresses cannot be read, so it is not known whether they will do for {{replicas}} Pods.',
    zh: '{{nic}} {{family}}：无法解析 IP 占用记录，因此无法判断是否够 {{replicas}} 个 Pod 使用。',
  },
  'finding.capacity.upperBound': {
    en: '{{nic}} {{family}}: reserved addresses may not be read; there may be fewer free ones than counted.',
    zh: '{{nic}} {{family}}：无法读取保留 IP，实际空闲 IP 可能少于统计值。',
  },
} as const satisfies Texts;
