import type { Texts } from '../../texts.ts';

/** The wizard around its steps. */
export const frameTexts = {
  'wizard.title': { en: 'Create Deployment', zh: '创建无状态负载' },
  'wizard.steps': { en: 'Steps', zh: '步骤' },
  'wizard.stepDone': { en: 'done', zh: '已完成' },
  'wizard.blocked': { en: '“{{step}}” has errors. Mend them first.', zh: '“{{step}}”中有错误，请先修正。' },
  'wizard.back': { en: 'Back', zh: '上一步' },
  'wizard.next': { en: 'Next', zh: '下一步' },
  'wizard.preview': { en: 'YAML preview', zh: 'YAML 预览' },
  'step.basics': { en: 'Basic information', zh: '基本信息' },
  'step.containers': { en: 'Containers', zh: '容器配置' },
  'step.service': { en: 'Service', zh: '服务配置' },
  'step.advanced': { en: 'Advanced', zh: '高级配置' },
  'section.network': { en: 'Network', zh: '网络配置' },
  'section.upgrade': { en: 'Upgrade', zh: '升级策略' },
  'section.scheduling': { en: 'Scheduling', zh: '调度策略' },
  'section.metadata': { en: 'Labels and annotations', zh: '标签与注解' },
  'problems.title': { en: 'Errors, warnings and notes', zh: '错误、警告与提示' },
  'problems.asked': {
    en: 'Warnings do not stop you: choose Create anyway to go on, or mend them first.',
    zh: '警告不会阻止创建：可点击“仍然创建”继续，或先处理这些问题。',
  },
  'problems.notes_one': { en: '{{count}} note', zh: '{{count}} 条提示' },
  'problems.notes_other': { en: '{{count}} notes', zh: '{{count}} 条提示' },
  'problems.none': { en: 'No errors', zh: '没有错误' },
  'problems.waiting_one': { en: '{{count}} field still to fill in', zh: '还有 {{count}} 项待填写' },
  'problems.waiting_other': { en: '{{count}} fields still to fill in', zh: '还有 {{count}} 项待填写' },
  'problems.and': { en: ', ', zh: '，' },
  'problems.errors_one': { en: '{{count}} error', zh: '{{count}} 个错误' },
  'problems.errors_other': { en: '{{count}} errors', zh: '{{count}} 个错误' },
  'problems.warnings_one': { en: '{{count}} warning', zh: '{{count}} 条警告' },
  'problems.warnings_other': { en: '{{count}} warnings', zh: '{{count}} 条警告' },
  'copy.of': {
    en: 'Copy of {{namespace}}/{{name}}. The existing workload is not changed.',
    zh: '由 {{namespace}}/{{name}} 复制而来，原有负载不受影响。',
  },
  'copy.sameSelector': {
    en: 'It keeps the selector of the original ({{labels}}): Services that select these labels reach the Pods of both.',
    zh: '沿用原负载的选择器（{{labels}}）：按这些标签选择的服务会同时指向两者的 Pod。',
  },
  'copy.notes_one': {
    en: '{{count}} part is kept as it is or written in an older form',
    zh: '{{count}} 处内容原样保留或写法较旧',
  },
  'copy.notes_other': {
    en: '{{count}} parts are kept as they are or written in an older form',
    zh: '{{count}} 处内容原样保留或写法较旧',
  },
  'copy.missing': {
    en: 'There is no Deployment {{name}} in namespace {{namespace}} to copy',
    zh: '命名空间 {{namespace}} 中没有可复制的无状态负载 {{name}}',
  },
  'copy.fresh': { en: 'Start with an empty form', zh: '从空白表单开始' },
  'restored.text': { en: 'Your draft of {{time}} was restored', zh: '已恢复您 {{time}} 的草稿' },
  'restored.startOver': { en: 'Start over', zh: '重新开始' },
  'restored.ask': {
    en: 'Throw this draft away and start with an empty form?',
    zh: '丢弃此草稿，从空白表单重新开始？',
  },
  'restored.askCopy': {
    en: 'Throw this draft away and copy the workload again?',
    zh: '丢弃此草稿，重新复制该负载？',
  },
  'linkedPool.done': {
    en: 'net1 draws its addresses from pool {{pool}}.',
    zh: 'net1 已选择 IP 池 {{pool}}。',
  },
  'linkedPool.given': {
    en: 'Filled in beforehand, since the pool serves nothing else: {{what}}.',
    zh: '已按该 IP 池的限制预填：{{what}}。',
  },
  'linkedPool.and': { en: ', ', zh: '、' },
  'linkedPool.namespace': { en: 'namespace {{namespace}}', zh: '命名空间 {{namespace}}' },
  'linkedPool.name': {
    en: 'name {{name}} (Pod label {{label}})',
    zh: '负载名称 {{name}}（Pod 标签 {{label}}）',
  },
  'linkedPool.podLabels': { en: 'Pod labels {{labels}}', zh: 'Pod 标签 {{labels}}' },
  'linkedPool.nodeSelector': { en: 'node selector {{labels}}', zh: '节点选择器 {{labels}}' },
  'linkedPool.open': { en: 'Open the NICs', zh: '查看网卡配置' },
  'linkedPool.notFound': {
    en: 'There is no pool {{pool}}, so no NIC was added.',
    zh: 'IP 池 {{pool}} 不存在，未添加网卡。',
  },
  'linkedPool.unreadable': {
    en: 'Pool {{pool}} cannot be read, so no NIC was added.',
    zh: '无法读取 IP 池 {{pool}}，未添加网卡。',
  },
  'linkedPool.kept': {
    en: 'The draft that you began was kept as it is, without pool {{pool}}. Start over to begin with it.',
    zh: '已保留您之前的草稿，未加入 IP 池 {{pool}}；重新开始即可使用该 IP 池。',
  },
} as const satisfies Texts;
