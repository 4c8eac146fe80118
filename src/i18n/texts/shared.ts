import type { Texts } from '../texts.ts';

/** Words that several screens share. */
export const sharedTexts = {
  'word.copy': { en: 'Copy', zh: '复制' },
  'word.copied': { en: 'Copied', zh: '已复制' },
  'word.cancel': { en: 'Cancel', zh: '取消' },
  'word.close': { en: 'Close', zh: '关闭' },
  'word.delete': { en: 'Delete', zh: '删除' },
  'word.none': { en: 'None', zh: '无' },
  'word.retry': { en: 'Try again', zh: '重试' },
  'word.namespace': { en: 'Namespace', zh: '命名空间' },
  'word.deployments': { en: 'Deployments', zh: '无状态负载' },
  'pools.title': { en: 'IP pools', zh: 'IP 池' },
  'subnets.title': { en: 'Subnets', zh: '子网' },
  'deployment.missing.hint': { en: 'It may have been deleted.', zh: '它可能已被删除。' },
  'nic.attachment': { en: 'Attachment', zh: '网络配置' },
} as const satisfies Texts;
