import type { Texts } from '../texts.ts';

export const wizardTexts = {
  'field.increase': { en: 'Increase: {{label}}', zh: '增加：{{label}}' },
  'field.decrease': { en: 'Decrease: {{label}}', zh: '减少：{{label}}' },
  'field.text': { en: 'Text', zh: '文本' },
  'field.key': { en: 'Key', zh: '键' },
  'field.value': { en: 'Value', zh: '值' },
  'row.key': { en: '{{row}}, key', zh: '{{row}}的键' },
  'row.value': { en: '{{row}}, value', zh: '{{row}}的值' },
  'row.moveUp': { en: 'Move {{row}} up', zh: '上移{{row}}' },
  'row.moveDown': { en: 'Move {{row}} down', zh: '下移{{row}}' },
  'row.remove': { en: 'Remove {{row}}', zh: '删除{{row}}' },
} as const satisfies Texts;
