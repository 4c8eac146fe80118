import type { Texts } from '../../texts.ts';

/** The parts that every field and every list of rows has. */
export const fieldTexts = {
  'field.increase': { en: 'Increase: {{label}}', zh: '增加：{{label}}' },
  'field.decrease': { en: 'Decrease: {{label}}', zh: '减少：{{label}}' },
  'field.text': { en: 'Text', zh: '文本' },
  'field.key': { en: 'Key', zh: '键' },
  'field.value': { en: 'Value', zh: '值' },
  'row.key': { en: '{{row}}, key', zh: '{{row}} 的键' },
  'row.value': { en: '{{row}}, value', zh: '{{row}} 的值' },
  'row.moveUp': { en: 'Move {{row}} up', zh: '上移{{row}}' },
  'row.moveDown': { en: 'Move {{row}} down', zh: '下移{{row}}' },
  'row.remove': { en: 'Remove {{row}}', zh: '删除{{row}}' },
  'unit.pods': { en: 'Pods', zh: '个 Pod' },
  'unit.seconds': { en: 'seconds', zh: '秒' },
  'port.name': { en: 'Name', zh: '名称' },
  'port.protocol': { en: 'Protocol', zh: '协议' },
  'port.target': { en: 'Container port or its name', zh: '容器端口或端口名' },
  'port.targetPlaceholder': { en: 'same as the Service port', zh: '同服务端口' },
  'port.nodePlaceholder': { en: 'automatic', zh: '自动分配' },
  'objects.choose': { en: 'Choose', zh: '请选择' },
  'objects.missing': {
    en: 'There is no {{kind}} of this name in {{namespace}}. Pods start once it is there.',
    zh: '命名空间 {{namespace}} 中没有该 {{kind}}，创建后 Pod 才能启动。',
  },
  'objects.forbidden': {
    en: 'You may not list objects of kind {{kind}} in this namespace. Type the name; it is not checked.',
    zh: '您没有权限列出该命名空间中的 {{kind}}。请直接输入名称，系统不会校验。',
  },
  'objects.unread': {
    en: 'The list could not be read. Type the name; it is not checked.',
    zh: '列表读取失败。请直接输入名称，系统不会校验。',
  },
} as const satisfies Texts;
