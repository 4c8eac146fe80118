import type { Texts } from '../../texts.ts';

/** Creating the objects, and what may come of it. */
export const submitTexts = {
  'submit.create': { en: 'Create', zh: '确定' },
  'submit.createAnyway': { en: 'Create anyway', zh: '仍然创建' },
  'submit.createMissing': { en: 'Create the Service', zh: '创建服务' },
  'submit.progress': { en: 'Progress', zh: '创建进度' },
  'submit.waiting': { en: 'waiting', zh: '等待中' },
  'submit.creating': { en: 'being created …', zh: '创建中…' },
  'submit.checking': {
    en: 'no answer; looking whether it is there …',
    zh: '未收到响应，正在确认是否已创建…',
  },
  'submit.created': { en: 'created', zh: '已创建' },
  'submit.failed': { en: 'not created', zh: '未创建' },
  'submit.unknownShort': { en: 'not known', zh: '状态未知' },
  'submit.done': {
    en: 'Deployment {{name}} was created in {{namespace}}.',
    zh: '已在 {{namespace}} 中创建无状态负载 {{name}}。',
  },
  'submit.warnings': { en: 'The cluster warned about the {{kind}}', zh: '集群对 {{kind}} 给出警告' },
  'submit.refused': { en: 'The cluster refused it: {{message}}', zh: '集群拒绝了该值：{{message}}' },
  'submit.warned': { en: 'The cluster warns: {{message}}', zh: '集群警告：{{message}}' },
  'submit.nameExists': {
    en: 'There is already a {{kind}} {{name}} in {{namespace}}.',
    zh: '命名空间 {{namespace}} 中已存在名为 {{name}} 的 {{kind}}。',
  },
  'submit.nameExistsDetail': {
    en: 'It was left as it is. Choose another name, or look at the existing one.',
    zh: '原有对象未被修改。请更换名称，或查看已有的对象。',
  },
  'submit.rename': { en: 'Rename', zh: '重命名' },
  'submit.openExisting': { en: 'Open the existing one', zh: '打开已有负载' },
  'submit.notCreated': { en: '{{kind}} {{name}} was not created', zh: '{{kind}} {{name}} 未创建' },
  'submit.partly': {
    en: 'Deployment {{name}} was created; its Service is missing',
    zh: '无状态负载 {{name}} 已创建，服务尚未创建',
  },
  'submit.partlyDetail': {
    en: 'Trying again creates only the Service. Other changes in this form no longer reach the Deployment.',
    zh: '重试只会创建服务。此表单中的其他修改不会再影响已创建的无状态负载。',
  },
  'submit.openDeployment': { en: 'Open the Deployment', zh: '打开无状态负载' },
  'submit.unknown': {
    en: 'It is not known whether {{kind}} {{name}} was created',
    zh: '无法确定 {{kind}} {{name}} 是否已创建',
  },
  'submit.unknownDetail': {
    en: 'The connection broke before the cluster answered, and it cannot be reached now. What you entered is kept.',
    zh: '在集群响应之前连接中断，目前无法连接集群。您填写的内容已保留。',
  },
  'submit.checkAgain': { en: 'Look again', zh: '再次确认' },
} as const satisfies Texts;
