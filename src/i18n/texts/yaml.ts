import type { Texts } from '../texts.ts';

export const yamlTexts = {
  'yaml.title': { en: 'YAML preview', zh: 'YAML 预览' },
  'yaml.objects': { en: 'Objects that will be created', zh: '将要创建的对象' },
  'yaml.copy': { en: 'Copy the YAML of {{kind}}', zh: '复制 {{kind}} 的 YAML' },
  'yaml.download': { en: 'Download {{file}}', zh: '下载 {{file}}' },
} as const satisfies Texts;
