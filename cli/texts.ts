import { createTranslator, type KeyOf, type Language } from '../src/i18n/translator.ts';
import type { Texts } from '../src/i18n/texts.ts';
import { findingTexts } from '../src/i18n/texts/findings.ts';

/** What the command line says besides the findings. */
const commandTexts = {
  'severity.error': { en: 'error', zh: '错误' },
  'severity.warning': { en: 'warning', zh: '警告' },
  'severity.note': { en: 'note', zh: '提示' },

  'count.errors_one': { en: '{{count}} error', zh: '{{count}} 个错误' },
  'count.errors_other': { en: '{{count}} errors', zh: '{{count}} 个错误' },
  'count.warnings_one': { en: '{{count}} warning', zh: '{{count}} 个警告' },
  'count.warnings_other': { en: '{{count}} warnings', zh: '{{count}} 个警告' },
  'count.notes_one': { en: '{{count}} note', zh: '{{count}} 条提示' },
  'count.notes_other': { en: '{{count}} notes', zh: '{{count}} 条提示' },
  'summary.counts': { en: '{{errors}}, {{warnings}}, {{notes}}', zh: '{{errors}}，{{warnings}}，{{notes}}' },
  'summary.unknown': { en: '{{counts}}; unknown: {{parts}}', zh: '{{counts}}；未知：{{parts}}' },
  'summary.noCluster': { en: '{{counts}}; the cluster is unknown', zh: '{{counts}}；集群未知' },
  'summary.separator': { en: ', ', zh: '、' },

  'object.sound': { en: 'nothing found', zh: '未发现问题' },
  'object.unnamed': { en: '(no name)', zh: '（未命名）' },
  'objects.none': { en: 'There is no workload in {{files}}.', zh: '{{files}} 中没有工作负载。' },
  'objects.skipped_one': {
    en: '{{count}} object was not checked: it has no Pods, or another object made it.',
    zh: '有 {{count}} 个对象未检查：不含 Pod，或由其他对象创建。',
  },
  'objects.skipped_other': {
    en: '{{count}} objects were not checked: they have no Pods, or other objects made them.',
    zh: '有 {{count}} 个对象未检查：不含 Pod，或由其他对象创建。',
  },
  'namespace.assumed': {
    en: 'The manifest leaves the namespace open; it was checked for {{namespace}} (--namespace).',
    zh: '清单未指定命名空间，按 {{namespace}} 检查（--namespace）。',
  },

  'part.attachments': { en: 'attachments', zh: '网络配置' },
  'part.multusConfigs': { en: 'Multus configs', zh: 'Multus 配置' },
  'part.pools': { en: 'pools', zh: 'IP 池' },
  'part.subnets': { en: 'subnets', zh: '子网' },
  'part.reserved': { en: 'reserved IPs', zh: '保留 IP' },
  'part.namespaces': { en: 'namespaces', zh: '命名空间' },
  'part.nodes': { en: 'nodes', zh: '节点' },
  'part.coordinators': { en: 'coordinators', zh: 'Coordinator' },
  'part.autoscalers': { en: 'autoscalers', zh: '弹性伸缩' },
  'unknown.snapshot': { en: '{{part}}: not in the snapshot', zh: '{{part}}：快照中没有' },
  'unknown.forbidden': { en: '{{part}}: no permission to list them', zh: '{{part}}：没有列表权限' },
  'unknown.absent': { en: '{{part}}: not installed in this cluster', zh: '{{part}}：该集群未安装' },
  'unknown.failed': {
    en: '{{part}}: could not be read ({{problem}})',
    zh: '{{part}}：读取失败（{{problem}}）',
  },
  'unknown.settings': {
    en: "Spiderpool's settings (ConfigMap spiderpool-conf) were not found; the defaults of its chart are assumed",
    zh: '未找到 Spiderpool 的配置（ConfigMap spiderpool-conf），按其 Chart 默认值处理',
  },
  'unknown.settingsForbidden': {
    en: "Spiderpool's settings (ConfigMap spiderpool-conf): no permission to read them; the defaults of its chart are assumed",
    zh: 'Spiderpool 的配置（ConfigMap spiderpool-conf）：没有读取权限，按其 Chart 默认值处理',
  },
  'unknown.settingsFailed': {
    en: "Spiderpool's settings (ConfigMap spiderpool-conf): could not be read ({{problem}}); the defaults of its chart are assumed",
    zh: 'Spiderpool 的配置（ConfigMap spiderpool-conf）：读取失败（{{problem}}），按其 Chart 默认值处理',
  },
  'unknown.settingsBroken': {
    en: "Spiderpool's settings (ConfigMap spiderpool-conf): conf.yml in it is no YAML; the defaults of its chart are assumed",
    zh: 'Spiderpool 的配置（ConfigMap spiderpool-conf）：其中的 conf.yml 不是合法的 YAML，按其 Chart 默认值处理',
  },
  'unknown.cluster': {
    en: 'No cluster was given, so only what needs none was checked. Give --cluster URL or --snapshot DIR for the rest.',
    zh: '未指定集群，仅检查了不依赖集群的内容。如需完整检查，请使用 --cluster URL 或 --snapshot DIR。',
  },

  'cannot.options': { en: '{{problem}}', zh: '{{problem}}' },
  'cannot.command': { en: 'There is no command "{{command}}".', zh: '没有命令“{{command}}”。' },
  'cannot.noCommand': { en: 'Say what to do: podnic check FILE.', zh: '请指定命令：podnic check FILE。' },
  'cannot.noFile': {
    en: 'Name a manifest to check, or - for standard input.',
    zh: '请指定要检查的清单文件，或用 - 读取标准输入。',
  },
  'cannot.twoClusters': {
    en: 'Give --cluster or --snapshot, not both.',
    zh: '--cluster 与 --snapshot 只能指定一个。',
  },
  'cannot.needsCluster': {
    en: '{{option}} goes with --cluster.',
    zh: '{{option}} 须与 --cluster 一起使用。',
  },
  'cannot.language': {
    en: '--lang takes en or zh, not "{{value}}".',
    zh: '--lang 只能是 en 或 zh，不能是“{{value}}”。',
  },
  'cannot.namespace': {
    en: '--namespace takes the name of a namespace, not "{{value}}".',
    zh: '--namespace 须为命名空间名称，不能是“{{value}}”。',
  },
  'cannot.url': {
    en: '--cluster takes a URL that begins with http:// or https://, not "{{value}}".',
    zh: '--cluster 须为以 http:// 或 https:// 开头的 URL，不能是“{{value}}”。',
  },
  'cannot.readFile': {
    en: '{{file}}: cannot be read ({{problem}}).',
    zh: '{{file}}：无法读取（{{problem}}）。',
  },
  'cannot.folder': { en: '{{file}}: is a folder, not a file.', zh: '{{file}}：是文件夹，不是文件。' },
  'cannot.notText': { en: '{{file}}: is not a UTF-8 text.', zh: '{{file}}：不是 UTF-8 文本。' },
  'cannot.tooLarge': { en: '{{file}}: is larger than {{max}} MiB.', zh: '{{file}}：超过 {{max}} MiB。' },
  'cannot.tooLargeYaml': {
    en: '{{file}}: is larger than {{max}} MiB, too large for YAML. Write it with -o json.',
    zh: '{{file}}：超过 {{max}} MiB，YAML 过大。请用 -o json 导出。',
  },
  'cannot.syntax': {
    en: '{{file}}:{{line}}:{{column}}: is not YAML ({{problem}}).',
    zh: '{{file}}:{{line}}:{{column}}：不是合法的 YAML（{{problem}}）。',
  },
  'cannot.empty': {
    en: '{{files}}: is empty, there is nothing to check.',
    zh: '{{files}}：内容为空，没有可检查的对象。',
  },
  'cannot.notAnObject': {
    en: '{{file}}:{{line}}: is no Kubernetes object.',
    zh: '{{file}}:{{line}}：不是 Kubernetes 对象。',
  },
  'cannot.aliases': {
    en: '{{file}}:{{line}}: has aliases that cannot be written out.',
    zh: '{{file}}:{{line}}：包含无法展开的别名。',
  },
  'cannot.snapshotFolder': {
    en: '--snapshot takes a folder, and {{folder}} cannot be read as one ({{problem}}).',
    zh: '--snapshot 须为文件夹，无法读取 {{folder}}（{{problem}}）。',
  },
  'cannot.snapshotEmpty': {
    en: '{{folder}}: there is no .yaml, .yml or .json file in it.',
    zh: '{{folder}}：其中没有 .yaml、.yml 或 .json 文件。',
  },
  'cannot.certificateFile': {
    en: '{{file}}: holds no certificate in PEM form.',
    zh: '{{file}}：不包含 PEM 格式的证书。',
  },
  'cannot.tokenFile': { en: '{{file}}: holds no token.', zh: '{{file}}：不包含有效的 Token。' },
  'cannot.unreachable': {
    en: '{{url}}: cannot be reached ({{problem}}).',
    zh: '{{url}}：无法连接（{{problem}}）。',
  },
  'cannot.certificate': {
    en: '{{url}}: its certificate is not trusted ({{problem}}). Name its authority with --ca FILE.',
    zh: '{{url}}：其证书不受信任（{{problem}}）。请用 --ca FILE 指定 CA 证书。',
  },
  'cannot.unauthorized': {
    en: '{{url}}: refuses the token (401). Give a valid one with --token-file FILE or PODNIC_TOKEN.',
    zh: '{{url}}：Token 被拒绝（401）。请通过 --token-file FILE 或 PODNIC_TOKEN 提供有效的 Token。',
  },
  'cannot.noApi': {
    en: '{{url}}: does not answer like a Kubernetes API server ({{problem}}).',
    zh: '{{url}}：不是 Kubernetes API Server（{{problem}}）。',
  },
} as const satisfies Texts;

const texts = { ...findingTexts, ...commandTexts } as const satisfies Texts;

export type CommandTextKey = KeyOf<typeof texts>;
export type Say = (key: CommandTextKey, params?: Readonly<Record<string, string | number>>) => string;

/** Everything that the command line says, in a language. */
export function createSay(language: Language): Say {
  return createTranslator(language, texts).translate;
}
