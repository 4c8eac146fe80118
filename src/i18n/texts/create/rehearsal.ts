import type { Texts } from '../../texts.ts';

/** What the cluster says of the objects before any is created. */
export const rehearsalTexts = {
  'rehearsal.check': { en: 'Check', zh: '预检' },
  'rehearsal.blocked': {
    en: 'Not yet: {{what}}. After that the cluster can be asked.',
    zh: '{{what}}，处理后才能向集群预检。',
  },
  'rehearsal.running': { en: 'checking with the cluster …', zh: '正在向集群预检…' },
  'rehearsal.refusedShort': { en: 'would be refused', zh: '将被拒绝' },
  'rehearsal.refused': {
    en: 'The cluster would refuse {{kind}} {{name}}. It was not created.',
    zh: '集群会拒绝 {{kind}} {{name}}，该对象未创建。',
  },
  'rehearsal.title': { en: 'Checked with the cluster', zh: '集群预检结果' },
  'rehearsal.close': { en: 'Close the result of the check', zh: '关闭预检结果' },
  'rehearsal.outdated': {
    en: 'The form has changed since this check. Check again to see what the cluster says now.',
    zh: '预检之后表单已修改，请重新预检以获取集群的最新结果。',
  },
  'rehearsal.accepted': {
    en: '{{kind}} {{name}} would be created.',
    zh: '{{kind}} {{name}} 可以创建。',
  },
  'rehearsal.acceptedAsSent': {
    en: '{{kind}} {{name}} would be created. No webhook changes anything in it.',
    zh: '{{kind}} {{name}} 可以创建，没有 Webhook 修改其内容。',
  },
  'rehearsal.notRun': {
    en: '{{kind}} {{name}} was not rehearsed: {{reason}} It can be created all the same; a refusal would then be explained.',
    zh: '{{kind}} {{name}} 未预检：{{reason}}仍可直接创建，若被拒绝会说明原因。',
  },
  'rehearsal.noDryRun': {
    en: 'the cluster does not take dry runs of it (dryRun=All).',
    zh: '集群不支持试运行（dryRun=All）。',
  },
  'rehearsal.notRunNow': {
    en: 'the dry run was not answered.',
    zh: '试运行请求没有得到响应。',
  },
  'rehearsal.busy': {
    en: 'the cluster is busy or not available now.',
    zh: '集群繁忙或暂时不可用。',
  },
  'rehearsal.skipped': { en: 'not rehearsed', zh: '未预检' },
  'rehearsal.nicsReplaced': {
    en: 'A webhook of the cluster replaces the NICs',
    zh: '集群中的 Webhook 会替换网卡配置',
  },
  'rehearsal.nicsReplacedDetail': {
    en: 'The Pods will not get the NICs chosen in this form. Create continues with what the webhook makes of it.',
    zh: 'Pod 不会使用此表单中选择的网卡；若继续创建，将以 Webhook 修改后的配置为准。',
  },
  'rehearsal.warnings': { en: 'Warnings of the cluster', zh: '集群的警告' },
  'rehearsal.toField': { en: 'Go to the field', zh: '跳转到该字段' },
  'rehearsal.changes_one': {
    en: 'Admission changes {{count}} thing in {{kind}} {{name}}',
    zh: '准入控制会修改 {{kind}} {{name}} 的 {{count}} 处',
  },
  'rehearsal.changes_other': {
    en: 'Admission changes {{count}} things in {{kind}} {{name}}',
    zh: '准入控制会修改 {{kind}} {{name}} 的 {{count}} 处',
  },
  'rehearsal.defaults_one': {
    en: '{{count}} default filled in by the API server',
    zh: 'API Server 填充的默认值：{{count}} 项',
  },
  'rehearsal.defaults_other': {
    en: '{{count}} defaults filled in by the API server',
    zh: 'API Server 填充的默认值：{{count}} 项',
  },
  'rehearsal.injected': { en: 'added', zh: '新增' },
  'rehearsal.changed': { en: 'changed', zh: '修改' },
  'rehearsal.removed': { en: 'removed', zh: '移除' },
  'rehearsal.default': { en: 'default', zh: '默认值' },
  'rehearsal.before': { en: 'as sent', zh: '提交的值' },
  'rehearsal.after': { en: 'as stored', zh: '保存的值' },
  'rehearsal.scope': {
    en: 'A check runs the validation and webhooks for the Deployment and the Service, and stores nothing. It cannot see what happens to Pods later: webhooks and quotas for Pods, scheduling, addresses.',
    zh: '预检会对 Deployment 和 Service 执行校验与 Webhook，不保存任何对象；无法预知 Pod 创建时的情况：针对 Pod 的 Webhook 与配额、调度、IP 地址分配。',
  },
} as const satisfies Texts;
