import type { Texts } from '../../texts.ts';

export const advancedFindingTexts = {
  'finding.key.required': { en: 'Enter a key for this value.', zh: '请为该值输入键。' },
  'finding.key.syntax': {
    en: 'Key: at most 63 letters, digits, “-”, “_” and “.”, starting and ending with a letter or digit. A DNS name and “/” may stand before it.',
    zh: '键最长 63 个字符，只能包含字母、数字、“-”、“_”和“.”，以字母或数字开头和结尾；前面可加域名和“/”。',
  },
  'finding.key.repeated': {
    en: 'Key {{key}} is listed twice; only the first counts. Remove one of them.',
    zh: '键 {{key}} 重复，只有第一个生效。请删除其中一个。',
  },
  'finding.label.valueSyntax': {
    en: 'Value: at most 63 letters, digits, “-”, “_” and “.”, starting and ending with a letter or digit.',
    zh: '值最长 63 个字符，只能包含字母、数字、“-”、“_”和“.”，且以字母或数字开头和结尾。',
  },
  'finding.label.selector': {
    en: 'The workload finds its Pods by the label {{key}}={{value}}. Leave the value, or remove this row.',
    zh: '该负载通过标签 {{key}}={{value}} 选择 Pod。请保持该值，或删除此行。',
  },
  'finding.annotation.tooLarge': {
    en: 'Annotations: together they may hold at most {{max}} KiB. Shorten or remove some.',
    zh: '注解总大小不能超过 {{max}} KiB，请缩短或删除部分注解。',
  },
  'finding.annotation.ownedByDescription': {
    en: 'This annotation holds the description. Change it in the basic information and remove this row.',
    zh: '该注解由“描述”字段写入。请在基本信息中修改描述，并删除此行。',
  },
  'finding.annotation.ownedByNics': {
    en: 'Annotation {{key}} is written by the container NICs. Change it there and remove this row.',
    zh: '注解 {{key}} 由容器网卡配置写入。请在容器网卡中修改，并删除此行。',
  },
  'finding.annotation.misplaced': {
    en: 'Annotation {{key}} has no effect on the workload itself: it belongs on its Pods (spec.template.metadata.annotations). Move it there.',
    zh: '注解 {{key}} 写在负载自身上不生效：应写在 Pod 模板上（spec.template.metadata.annotations）。请移到该处。',
  },
  'finding.annotation.injects': {
    en: 'Annotation {{key}} has NICs injected, which replaces the NICs chosen here. Keep one of the two.',
    zh: '注解 {{key}} 会自动注入网卡，将覆盖此处选择的网卡。两者只能保留其一。',
  },
  'finding.toleration.keyRequired': {
    en: 'Toleration: enter a key. Without one, only the operator Exists is possible, and it tolerates everything.',
    zh: '容忍：请输入键。键为空时运算符只能是 Exists，表示容忍所有污点。',
  },
  'finding.toleration.keySyntax': {
    en: 'Toleration: this is not a valid taint key. Write it like node-role.kubernetes.io/control-plane.',
    zh: '容忍：污点键无效。请按 node-role.kubernetes.io/control-plane 的形式填写。',
  },
  'finding.toleration.valueWithExists': {
    en: 'Toleration: with the operator Exists the value must be empty. Clear it, or choose Equal.',
    zh: '容忍：运算符为 Exists 时值须为空。请清空值，或改用 Equal。',
  },
  'finding.toleration.secondsEffect': {
    en: 'Toleration time: it counts only for the effect NoExecute. Choose that effect, or clear the time.',
    zh: '容忍时间只对 NoExecute 效果有效。请选择该效果，或清空容忍时间。',
  },
  'finding.dns.nameserverRequired': {
    en: 'Nameservers: the DNS policy None needs at least one.',
    zh: 'DNS 策略为 None 时，至少需要一个域名服务器。',
  },
  'finding.dns.nameserversMany': {
    en: 'Nameservers: a Pod takes at most {{max}}. Remove some.',
    zh: '域名服务器最多 {{max}} 个，请删除多余的。',
  },
  'finding.dns.nameserver': {
    en: 'Nameserver: enter an IP address, such as 10.6.175.20.',
    zh: '域名服务器须为 IP 地址，例如 10.6.175.20。',
  },
  'finding.dns.searchesMany': {
    en: 'Search domains: at most {{max}}, and {{characters}} characters in all. Remove some.',
    zh: '搜索域最多 {{max}} 个，总长不超过 {{characters}} 个字符，请删除多余的。',
  },
  'finding.dns.search': {
    en: 'Search domain: enter a DNS name, such as svc.cluster.local.',
    zh: '搜索域须为域名，例如 svc.cluster.local。',
  },
  'finding.dns.optionName': { en: 'DNS option: enter a name.', zh: 'DNS 选项：请输入名称。' },
  'finding.dns.aliasAddress': {
    en: 'Host alias: enter an IP address.',
    zh: '主机别名：请输入 IP 地址。',
  },
  'finding.dns.aliasNames': {
    en: 'Host alias: enter one or more host names, separated by blanks.',
    zh: '主机别名：请输入一个或多个主机名，以空格分隔。',
  },
  'finding.upgrade.countOrPercent': {
    en: '$t(finding.field.{{field}}): enter a whole number such as 1, or a percentage such as 25%.',
    zh: '$t(finding.field.{{field}})：请输入整数（如 1）或百分比（如 25%）。',
  },
  'finding.upgrade.percentAbove100': {
    en: 'Max unavailable Pods: it cannot be above 100%.',
    zh: '最大无效 Pod 数不能超过 100%。',
  },
  'finding.upgrade.bothZero': {
    en: 'Max unavailable Pods and max surge cannot both be 0: no Pod could be replaced. Raise one of them.',
    zh: '最大无效 Pod 数与最大浪涌不能同时为 0，否则无法替换任何 Pod。请调高其中一个。',
  },
  'finding.upgrade.allUnavailable': {
    en: 'Max unavailable Pods: an upgrade may stop all {{replicas}} Pods at once. Lower it to keep the service up.',
    zh: '升级时全部 {{replicas}} 个 Pod 可能同时不可用。请调低最大无效 Pod 数，以免服务中断。',
  },
  'finding.upgrade.deadline': {
    en: 'Upgrade max duration: it must be longer than the minimum ready time of {{seconds}} s.',
    zh: '升级最大持续时间须大于 Pod 可用最短时间（{{seconds}} 秒）。',
  },
} as const satisfies Texts;
