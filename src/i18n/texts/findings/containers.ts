import type { Texts } from '../../texts.ts';

export const containerFindingTexts = {
  'finding.container.nameRequired': { en: 'Enter a container name.', zh: '请输入容器名称。' },
  'finding.container.nameSyntax': {
    en: 'Container name: use at most 63 lowercase letters, digits and “-”, and start and end with a letter or digit.',
    zh: '容器名称最长 63 个字符，只能包含小写字母、数字和“-”，且以字母或数字开头和结尾。',
  },
  'finding.container.nameRepeated': {
    en: 'Another container is already named {{name}}. Choose another name.',
    zh: '已有容器名为 {{name}}，请换一个名称。',
  },
  'finding.container.imageRequired': { en: 'Enter a container image.', zh: '请输入容器镜像。' },
  'finding.container.imageSyntax': {
    en: 'Container image: not a valid reference. Write it like registry.example.com/team/app:1.0, in lowercase up to the tag.',
    zh: '容器镜像格式无效。请按 registry.example.com/team/app:1.0 的形式填写，标签之前只能用小写字母。',
  },
  'finding.container.argumentEmpty': {
    en: 'This argument is empty, and the program will receive an empty one. Remove the row if that is not intended.',
    zh: '该参数为空，程序会收到一个空参数。如非有意，请删除此行。',
  },
  'finding.quantity.syntax': {
    en: '$t(finding.field.{{field}}): enter a quantity that is not negative, such as 500m or 1 for CPU, 256Mi or 1Gi for memory.',
    zh: '$t(finding.field.{{field}})：请输入非负的数量，例如 CPU 填 500m 或 1，内存填 256Mi 或 1Gi。',
  },
  'finding.quantity.aboveLimit': {
    en: '$t(finding.field.{{field}}) is above its limit. Lower the request or raise the limit.',
    zh: '$t(finding.field.{{field}})大于限制值。请调低请求值或调高限制值。',
  },
  'finding.quantity.milliBytes': {
    en: '$t(finding.field.{{field}}): “m” means thousandths of a byte here. Write Mi for mebibytes.',
    zh: '$t(finding.field.{{field}})：这里的“m”表示千分之一字节。兆字节请写 Mi。',
  },
  'finding.resource.nameRequired': {
    en: 'Choose or enter a network resource.',
    zh: '请选择或输入网络资源名称。',
  },
  'finding.resource.nameSyntax': {
    en: 'Network resource: enter the full name with its domain, such as spidernet.io/sriov_netdevice, or hugepages-2Mi.',
    zh: '网络资源名称须为带域名的全名，例如 spidernet.io/sriov_netdevice，或 hugepages-2Mi。',
  },
  'finding.resource.repeated': {
    en: 'Resource {{name}} is listed twice. Keep one row with the total.',
    zh: '资源 {{name}} 重复。请只保留一行并填写总数。',
  },
  'finding.resource.ownedByNics': {
    en: 'Resource {{name}} is already counted by the container NICs. Remove this row.',
    zh: '资源 {{name}} 已由容器网卡自动计入，请删除此行。',
  },
  'finding.resource.count': {
    en: 'Network resource: enter a whole number from 1, or a quantity for huge pages. Request and limit are both set to it.',
    zh: '网络资源数量须为不小于 1 的整数（大页内存可填容量），请求值与限制值都取该值。',
  },
  'finding.port.nameSyntax': {
    en: 'Port name: use at most 15 lowercase letters, digits and single “-”, with at least one letter.',
    zh: '端口名称最长 15 个字符，只能包含小写字母、数字和不连续的“-”，且至少有一个字母。',
  },
  'finding.port.nameRepeated': {
    en: 'Another port of this container is already named {{name}}. Choose another name.',
    zh: '该容器已有端口名为 {{name}}，请换一个名称。',
  },
  'finding.port.clash': {
    en: 'Port {{port}} is already used in this Pod. Containers of a Pod share its addresses, so the second to listen will fail.',
    zh: '端口 {{port}} 在该 Pod 中已被使用。同一 Pod 的容器共享 IP 地址，后监听的容器会启动失败。',
  },
  'finding.env.nameRequired': {
    en: 'Enter a name for the environment variable.',
    zh: '请输入环境变量名称。',
  },
  'finding.env.nameSyntax': {
    en: 'Environment variable: use letters, digits, “_”, “-” and “.”, and do not start with a digit.',
    zh: '环境变量名称只能包含字母、数字、“_”、“-”和“.”，且不能以数字开头。',
  },
  'finding.env.repeated': {
    en: 'Environment variable {{name}} is set twice; the last one counts. Remove one of them.',
    zh: '环境变量 {{name}} 重复，只有最后一个生效。请删除其中一个。',
  },
  'finding.env.fieldPath': {
    en: "Pod field: choose one that Kubernetes offers, such as status.podIP or metadata.labels['app'].",
    zh: "Pod 字段须为 Kubernetes 支持的字段，例如 status.podIP 或 metadata.labels['app']。",
  },
  'finding.env.object': {
    en: 'Environment variable: choose the {{kind}} that it is taken from.',
    zh: '请选择环境变量引用的 {{kind}}。',
  },
  'finding.env.key': {
    en: 'Environment variable: enter a key of the {{kind}}: letters, digits, “-”, “_” and “.”.',
    zh: '请输入 {{kind}} 中的键，只能包含字母、数字、“-”、“_”和“.”。',
  },
  'finding.probe.commandRequired': { en: 'Health check: enter a command.', zh: '健康检查：请输入命令。' },
  'finding.probe.pathRelative': {
    en: 'Health check path: start it with “/”.',
    zh: '健康检查路径应以“/”开头。',
  },
  'finding.probe.portRequired': { en: 'Health check: enter a port.', zh: '健康检查：请输入端口。' },
  'finding.probe.portSyntax': {
    en: 'Health check port: enter a number from 1 to 65535, or the name of a port of this container.',
    zh: '健康检查端口须为 1 到 65535 的数字，或该容器的端口名称。',
  },
  'finding.probe.portUnknown': {
    en: 'Health check port: this container has no port named {{port}}. Name a port so, or enter its number.',
    zh: '该容器没有名为 {{port}} 的端口。请为端口命名，或直接填写端口号。',
  },
  'finding.probe.successThreshold': {
    en: 'Success threshold: it must be 1 for liveness and startup checks.',
    zh: '存活检查和启动检查的成功阈值只能为 1。',
  },
  'finding.pullSecret.syntax': {
    en: 'Pull secret: this is not the name of a Secret. Use lowercase letters, digits, “-” and “.”.',
    zh: '镜像密钥名称无效，只能包含小写字母、数字、“-”和“.”。',
  },
} as const satisfies Texts;
