import type { Texts } from '../../texts.ts';

/** Scheduler, kubelet and the API server with its webhooks. */
export const clusterFailureTexts = {
  'failure.unschedulable': { en: 'No node can take this Pod.', zh: '没有可调度该 Pod 的节点。' },
  'failure.unschedulable.next': {
    en: 'It is placed as soon as one node meets every condition.',
    zh: '任一节点满足全部条件后会自动调度。',
  },
  'failure.injectionRefused': {
    en: 'Spiderpool cannot inject the networks that the tag asks for.',
    zh: 'Spiderpool 无法按标记注入网络。',
  },
  'failure.injectionRefused.next': {
    en: 'Correct the tag on the Pod template or on the namespace, or take it away and choose the NICs yourself.',
    zh: '请更正 Pod 模板或命名空间上的注入标记，或去掉标记并自行选择网卡。',
  },
  'failure.webhookUnreachable': {
    en: 'The webhook {{names}} does not answer.',
    zh: 'Webhook {{names}} 没有响应。',
  },
  'failure.webhookUnreachable.next': {
    en: 'Ask an administrator to look at its service; Spiderpool’s are served by spiderpool-controller.',
    zh: '请联系管理员检查其服务；Spiderpool 的 Webhook 由 spiderpool-controller 提供。',
  },
  'failure.subnetsOff': {
    en: 'Subnets are switched off in Spiderpool.',
    zh: 'Spiderpool 未启用子网功能。',
  },
  'failure.subnetsOff.next': {
    en: 'Choose pools instead, or ask an administrator to enable subnets in spiderpool-conf and to restart Spiderpool.',
    zh: '请改选 IP 池，或联系管理员在 spiderpool-conf 中启用子网并重启 Spiderpool。',
  },
  'failure.sandboxNameReserved': {
    en: 'An earlier attempt to start it is still under way.',
    zh: '上一次启动尚未结束。',
  },
  'failure.sandboxNameReserved.next': {
    en: 'It follows from a network that took too long, and is tried again.',
    zh: '由网络配置耗时过长引起，会自动重试。',
  },
  'failure.sandboxTimeout': {
    en: 'Its network took longer than the 2 minutes that the kubelet waits.',
    zh: '网络配置超过了 kubelet 等待的 2 分钟。',
  },
  'failure.sandboxTimeout.next': {
    en: 'Usually NICs wait for their fixed pools, each for up to 50 seconds. It is tried again.',
    zh: '通常是网卡在等待固定 IP 池，每个网卡最长等待 50 秒。会自动重试。',
  },
  'failure.quotaExceeded': {
    en: 'ResourceQuota {{names}} of the namespace admits no more.',
    zh: '命名空间的资源配额 {{names}} 已用完。',
  },
  'failure.quotaExceeded.next': {
    en: 'Lower the replicas or what the containers ask for, or ask for a larger quota.',
    zh: '请减少副本数或容器资源，或申请更大的配额。',
  },
  'failure.podRefused': {
    en: 'The cluster refuses to make the Pods.',
    zh: '集群拒绝创建 Pod。',
  },
  'failure.podRefused.next': { en: 'Its words:', zh: '集群的说明：' },
  'failure.other': { en: 'It cannot be started yet.', zh: '暂时无法启动。' },
  'failure.other.next': { en: 'The cluster’s words:', zh: '集群的说明：' },
} as const satisfies Texts;
