import type { Texts } from '../../texts.ts';

export const serviceFindingTexts = {
  'finding.service.nameRequired': { en: 'Enter a Service name.', zh: '请输入服务名称。' },
  'finding.service.nameSyntax': {
    en: 'Service name: use 4 to 63 lowercase letters, digits and “-”. Start with a letter, end with a letter or digit.',
    zh: '服务名称为 4 到 63 个字符，只能包含小写字母、数字和“-”，以字母开头，以字母或数字结尾。',
  },
  'finding.service.externalName': {
    en: 'External name: enter a DNS name such as db.example.com.',
    zh: '外部名称须为域名，例如 db.example.com。',
  },
  'finding.service.selectorRequired': {
    en: 'Label selector: add at least one label, or take those of the workload.',
    zh: '标签选择器：请至少添加一个标签，或引用负载标签。',
  },
  'finding.service.selectorMisses': {
    en: 'Label selector: the Pods of this workload do not have this label, so the Service will not reach them.',
    zh: '该负载的 Pod 没有此标签，服务将无法访问到它们。',
  },
  'finding.service.portsRequired': {
    en: 'Service ports: add at least one port.',
    zh: '服务端口：请至少添加一个端口。',
  },
  'finding.service.portName': {
    en: 'Port name: use at most 63 lowercase letters, digits and “-”, and start and end with a letter or digit.',
    zh: '端口名称最长 63 个字符，只能包含小写字母、数字和“-”，且以字母或数字开头和结尾。',
  },
  'finding.service.portNameRequired': {
    en: 'Port name: a Service with several ports needs a name for each.',
    zh: '服务有多个端口时，每个端口都需要名称。',
  },
  'finding.service.portNameRepeated': {
    en: 'Another port of this Service is already named {{name}}. Choose another name.',
    zh: '该服务已有端口名为 {{name}}，请换一个名称。',
  },
  'finding.service.portRepeated': {
    en: 'Service port {{port}} is listed twice for the same protocol. Change or remove one of them.',
    zh: '同一协议的服务端口 {{port}} 重复，请修改或删除其中一个。',
  },
  'finding.service.targetPort': {
    en: 'Container port: enter a number from 1 to 65535, or the name of a container port.',
    zh: '容器端口须为 1 到 65535 的数字，或容器端口的名称。',
  },
  'finding.service.targetPortUnknown': {
    en: 'Container port: no container has a port named {{port}}. The Service will not reach any Pod by it.',
    zh: '没有容器定义名为 {{port}} 的端口，服务无法通过它访问 Pod。',
  },
  'finding.service.nodePortRange': {
    en: 'Node port: clusters usually accept {{first}} to {{last}} only. Leave it empty to have one chosen.',
    zh: '集群通常只接受 {{first}} 到 {{last}} 之间的节点端口。留空则自动分配。',
  },
  'finding.service.nodePortRepeated': {
    en: 'Node port {{port}} is listed twice for the same protocol. Change or clear one of them.',
    zh: '同一协议的节点端口 {{port}} 重复，请修改或清空其中一个。',
  },
} as const satisfies Texts;
