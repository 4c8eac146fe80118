import type { Texts } from '../../texts.ts';

export const basicsFindingTexts = {
  'finding.name.required': { en: 'Enter a workload name.', zh: '请输入负载名称。' },
  'finding.name.syntax': {
    en: 'Workload name: use at most 63 lowercase letters, digits and “-”, and start and end with a letter or digit.',
    zh: '负载名称最长 63 个字符，只能包含小写字母、数字和“-”，且以字母或数字开头和结尾。',
  },
  'finding.namespace.required': { en: 'Choose a namespace.', zh: '请选择命名空间。' },
  'finding.namespace.syntax': {
    en: 'Namespace: use at most 63 lowercase letters, digits and “-”, and start and end with a letter or digit.',
    zh: '命名空间最长 63 个字符，只能包含小写字母、数字和“-”，且以字母或数字开头和结尾。',
  },
  'finding.namespace.unknown': {
    en: 'Namespace {{namespace}} does not exist. Choose another one, or create it first.',
    zh: '命名空间 {{namespace}} 不存在。请选择其他命名空间，或先创建它。',
  },
  'finding.namespace.terminating': {
    en: 'Namespace {{namespace}} is being deleted and takes no new workloads. Choose another one.',
    zh: '命名空间 {{namespace}} 正在删除，无法创建负载。请选择其他命名空间。',
  },
  'finding.description.tooLong': {
    en: 'Description: {{length}} characters are too many. Shorten it to {{max}}.',
    zh: '描述有 {{length}} 个字符，请缩短到 {{max}} 个以内。',
  },
  'finding.integer.range': {
    en: '$t(finding.field.{{field}}): enter a whole number from {{min}} to {{max}}.',
    zh: '$t(finding.field.{{field}})：请输入 {{min}} 到 {{max}} 之间的整数。',
  },
} as const satisfies Texts;
