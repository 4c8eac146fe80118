import type { Texts } from '../../texts.ts';

/** What reading a manifest found. {{key}} is an annotation, {{detail}} the part of it that is meant. */
export const readingTexts = {
  'finding.reading.notShown': {
    en: '{{path}}: the form cannot show this part of the YAML. It is kept as it is.',
    zh: '{{path}}：表单无法显示这部分 YAML，将原样保留。',
  },
  'finding.reading.badJson': {
    en: '{{key}}: the value is not the JSON that Spiderpool expects. Choose the NICs anew, or mend it in the YAML.',
    zh: '{{key}}：值不是 Spiderpool 要求的 JSON。请重新配置网卡，或在 YAML 中修正。',
  },
  'finding.reading.emptyList': {
    en: '{{key}}: the list is empty, which Spiderpool refuses.',
    zh: '{{key}}：列表为空，Spiderpool 会拒绝。',
  },
  'finding.reading.noInterface': {
    en: '{{key}}: an item names no interface, so no NIC will use it.',
    zh: '{{key}}：有一项未指定接口，不会有网卡使用它。',
  },
  'finding.reading.duplicateInterface': {
    en: '{{key}}: interface {{detail}} is listed twice, which Spiderpool refuses.',
    zh: '{{key}}：接口 {{detail}} 重复，Spiderpool 会拒绝。',
  },
  'finding.reading.mixedInterfaces': {
    en: '{{key}}: some items name an interface and some do not, which Spiderpool refuses.',
    zh: '{{key}}：部分项指定了接口，部分没有，Spiderpool 会拒绝。',
  },
  'finding.reading.unknownInterface': {
    en: '{{key}}: the Pod has no NIC {{detail}}.',
    zh: '{{key}}：Pod 没有网卡 {{detail}}。',
  },
  'finding.reading.emptyItem': {
    en: '{{key}}: the item for {{detail}} names nothing for IPv4 or IPv6.',
    zh: '{{key}}：{{detail}} 的 IPv4 与 IPv6 均未指定。',
  },
  'finding.reading.emptyName': {
    en: '{{key}}: the item for {{detail}} holds an empty name.',
    zh: '{{key}}：{{detail}} 中有空名称。',
  },
  'finding.reading.duplicateSubnet': {
    en: '{{key}}: subnet {{detail}} is given to two NICs. Each needs a subnet of its own.',
    zh: '{{key}}：子网 {{detail}} 被用于两个网卡。每个网卡须使用不同的子网。',
  },
  'finding.reading.extraSubnet': {
    en: '{{key}}: Spiderpool uses only the first subnet of {{detail}}; the others have no effect.',
    zh: '{{key}}：Spiderpool 只使用 {{detail}} 的第一个子网，其余不生效。',
  },
  'finding.reading.unnamedItems': {
    en: '{{key}}: the items name no interfaces and are taken in order from eth0.',
    zh: '{{key}}：各项未指定接口，按从 eth0 起的顺序对应网卡。',
  },
  'finding.reading.singularForm': {
    en: '{{key}}: this is the form for one NIC; it is read like the form for several.',
    zh: '{{key}}：这是单网卡写法，按多网卡写法读取。',
  },
  'finding.reading.interfaceIgnored': {
    en: '{{key}}: Spiderpool ignores the interface {{detail}} here; the pools serve every NIC.',
    zh: '{{key}}：Spiderpool 会忽略此处的接口 {{detail}}，这些 IP 池用于所有网卡。',
  },
  'finding.reading.unusedPools': {
    en: '{{key}} has no effect: no NIC of the Pod gets its addresses from Spiderpool.',
    zh: '{{key}} 不生效：Pod 没有由 Spiderpool 分配地址的网卡。',
  },
  'finding.reading.shadowed': {
    en: '{{key}} has no effect here: it depends on, or gives way to, {{detail}}.',
    zh: '{{key}} 在此不生效：它依赖于 {{detail}}，或被其覆盖。',
  },
  'finding.reading.badNumber': {
    en: '{{key}}: "{{detail}}" is not a number of addresses. Write "+2" for elastic IPs.',
    zh: '{{key}}：“{{detail}}”不是有效的 IP 数量。弹性 IP 请写为“+2”的形式。',
  },
  'finding.reading.negativeNumber': {
    en: '{{key}}: "{{detail}}" is negative. Use 0 or more.',
    zh: '{{key}}：“{{detail}}”为负数，请使用不小于 0 的值。',
  },
  'finding.reading.badBoolean': {
    en: '{{key}}: "{{detail}}" is neither true nor false.',
    zh: '{{key}}：“{{detail}}”不是 true 或 false。',
  },
  'finding.reading.badRoute': {
    en: '{{key}}: Spiderpool cannot read the route ({{detail}}).',
    zh: '{{key}}：Spiderpool 无法解析路由（{{detail}}）。',
  },
  'finding.reading.badNetworks': {
    en: '{{key}}: Multus cannot read this value ({{detail}}), and Pods would not start.',
    zh: '{{key}}：Multus 无法解析该值（{{detail}}），Pod 将无法启动。',
  },
  'finding.reading.extraFields': {
    en: '{{key}}: the fields {{detail}} are not looked at. They are kept.',
    zh: '{{key}}：不处理字段 {{detail}}，将原样保留。',
  },
} as const satisfies Texts;
