import type { Texts } from '../../texts.ts';

/** Step 1. */
export const basicsTexts = {
  'basics.detail': {
    en: 'What the workload is called, where it lives, and how many Pods it has.',
    zh: '负载的名称、所在命名空间和副本数。',
  },
  'basics.workload': { en: 'Workload', zh: '工作负载' },
  'basics.name': { en: 'Workload name', zh: '负载名称' },
  'basics.namePlaceholder': { en: 'web', zh: '例如 web' },
  'basics.nameHelp': {
    en: 'Lowercase letters, digits and “-”, at most 63. It cannot be changed later.',
    zh: '小写字母、数字和“-”，最长 63 个字符，创建后不可修改。',
  },
  'basics.nameTaken': {
    en: 'There is already a Deployment {{name}} in {{namespace}}.',
    zh: '命名空间 {{namespace}} 中已有无状态负载 {{name}}。',
  },
  'basics.identityLocked': {
    en: 'The Deployment exists already; only its Service is missing.',
    zh: '无状态负载已创建，仅缺少服务，此项不可修改。',
  },
  'basics.namespacePlaceholder': { en: 'Choose a namespace', zh: '请选择命名空间' },
  'basics.namespaceTerminating': { en: 'is being deleted', zh: '正在删除' },
  'basics.namespaceForbidden': {
    en: 'You may not list namespaces. Type the name.',
    zh: '您没有权限列出命名空间，请直接输入名称。',
  },
  'basics.namespaceUnknown': {
    en: 'The namespaces could not be read. Type the name.',
    zh: '命名空间列表读取失败，请直接输入名称。',
  },
  'basics.replicasHelp': { en: 'How many Pods run at the same time.', zh: '同时运行的 Pod 数量。' },
  'basics.description': { en: 'Description', zh: '描述' },
  'basics.descriptionHelp': {
    en: 'Kept as an annotation of the Deployment.',
    zh: '以注解的形式保存在无状态负载上。',
  },
} as const satisfies Texts;
