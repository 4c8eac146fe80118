import type { Texts } from '../../texts.ts';

/** What only the check of a manifest says: of kinds that the wizard does not make, and of places that it does not show. */
export const manifestFindingTexts = {
  'finding.manifest.noController': {
    en: '{{key}}: a Pod without a controller cannot have a fixed IP pool, and will not start. Use a Deployment, or choose pools with ippools.',
    zh: '{{key}}：没有控制器的 Pod 无法使用固定 IP 池，Pod 将无法启动。请改用 Deployment，或通过 ippools 指定 IP 池。',
  },
  'finding.manifest.coreController': {
    en: '{{key}}: Spiderpool never matches a {{kind}} with its fixed IP pool, and Pods would not start. Use a Deployment, or choose pools with ippools.',
    zh: '{{key}}：Spiderpool 无法将 {{kind}} 与其固定 IP 池匹配，Pod 将无法启动。请改用 Deployment，或通过 ippools 指定 IP 池。',
  },
  'finding.manifest.fixedTotalRequired': {
    en: '{{key}}: Spiderpool does not count the replicas of a {{kind}}, and without ippool-ip-number no Pod starts. Write the number of addresses in all, such as "5".',
    zh: '{{key}}：Spiderpool 不统计 {{kind}} 的副本数，缺少 ippool-ip-number 时 Pod 无法启动。请写明 IP 总数，例如 "5"。',
  },
  'finding.manifest.replicasNotCounted': {
    en: '{{key}}: the replicas of a {{kind}} are not counted, and the fixed pool holds {{count}} addresses in all. Write the total, without "+".',
    zh: '{{key}}：{{kind}} 的副本数不计入，固定 IP 池总共只有 {{count}} 个 IP。请写总数，不带“+”。',
  },
  'finding.manifest.nameSyntax': {
    en: 'Name of a {{kind}}: use at most 253 lowercase letters, digits, “-” and “.”, and start and end each part between dots with a letter or digit.',
    zh: '{{kind}} 的名称最长 253 个字符，只能包含小写字母、数字、“-”和“.”，且以“.”分隔的每一段都以字母或数字开头和结尾。',
  },
  'finding.manifest.nameLength': {
    en: 'The name is longer than {{max}} characters. Kubernetes puts a {{kind}}’s name into names and labels of what it makes, and would refuse those. Shorten the name.',
    zh: '名称超过 {{max}} 个字符。Kubernetes 会把 {{kind}} 的名称用于其创建对象的名称和标签，过长会被拒绝。请缩短名称。',
  },
  'finding.manifest.nameTooLong': {
    en: 'The name is longer than {{max}} characters. Fixed IP pools carry it as a label, cannot be made, and Pods would not start. Shorten the name.',
    zh: '名称超过 {{max}} 个字符。固定 IP 池以该名称为标签，将无法创建，Pod 也无法启动。请缩短名称。',
  },
  'finding.manifest.hostNetwork': {
    en: 'hostNetwork: the Pods use the network of their node, so NICs and IP annotations have no effect. Remove one or the other.',
    zh: 'hostNetwork：Pod 使用节点网络，网卡和 IP 注解均不生效。请二者取其一。',
  },
  'finding.manifest.affinityNoNode': {
    en: 'No node that takes Pods satisfies this required node affinity, and the Pods would stay pending.',
    zh: '没有可调度的节点满足该必需的节点亲和性，Pod 将一直处于等待状态。',
  },
  'finding.manifest.notText': {
    en: '{{key}}: YAML reads this value as a number, a boolean or a structure, and the API would refuse it. Put it in quotes.',
    zh: '{{key}}：YAML 会将该值解析为数字、布尔值或结构，API 会拒绝。请加引号写成字符串。',
  },
  'finding.manifest.annotationElsewhere': {
    en: '{{key}} has no effect on the Jobs: it belongs on their Pods, in spec.jobTemplate.spec.template.metadata.annotations.',
    zh: '{{key}} 写在 Job 上不生效：应写在 Pod 上，即 spec.jobTemplate.spec.template.metadata.annotations。',
  },
  'finding.manifest.namespaceAnnotation': {
    en: '{{key}} has no effect on Pods: it belongs on the Namespace. Choose pools for these Pods with ippools.',
    zh: '{{key}} 写在 Pod 上不生效：它属于命名空间。请通过 ippools 为这些 Pod 指定 IP 池。',
  },
  'finding.manifest.unknownAnnotation': {
    en: '{{key}}: Spiderpool knows no such annotation for Pods, and it has no effect. Check the spelling.',
    zh: '{{key}}：Spiderpool 没有这个 Pod 注解，不会生效。请检查拼写。',
  },
  'finding.manifest.selectorRequired': {
    en: 'A {{kind}} needs spec.selector, and the API would refuse it without. Select the labels of its Pods.',
    zh: '{{kind}} 必须有 spec.selector，否则 API 会拒绝。请选择其 Pod 的标签。',
  },
  'finding.manifest.selectorMisses': {
    en: 'The selector asks for the label {{key}}: "{{value}}", which the Pods do not have, and the API would refuse it. Add the label.',
    zh: '选择器要求标签 {{key}}: "{{value}}"，但 Pod 上没有，API 会拒绝。请添加该标签。',
  },
} as const satisfies Texts;
