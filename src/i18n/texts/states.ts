import type { Texts } from '../texts.ts';

/** What is known of a list, failures of requests, and pages that cannot be shown. */
export const stateTexts = {
  'time.justNow': { en: 'just now', zh: '刚刚' },
  'list.listing': { en: 'Loading', zh: '加载中' },
  'list.listing.some': { en: 'Loading, {{loaded}} so far', zh: '加载中，已读取 {{loaded}} 项' },
  'list.listing.of': { en: 'Loading {{loaded}} of {{total}}', zh: '加载中 {{loaded}} / {{total}}' },
  'list.live': { en: 'Live', zh: '实时' },
  'list.live.hint': { en: 'Complete, and changes appear by themselves.', zh: '数据完整，变化会自动显示。' },
  'list.stale': { en: 'As of {{time}}', zh: '数据截至 {{time}}' },
  'list.stale.disconnected': {
    en: 'Not following changes at the moment. Reconnecting; what is shown was complete at {{time}}.',
    zh: '暂时收不到变化，正在重新连接；所示数据截至 {{time}}。',
  },
  'list.stale.expired': {
    en: 'The cluster has moved on too far and the list is being read again; what is shown was complete at {{time}}.',
    zh: '集群的变化记录已过期，正在重新读取列表；所示数据截至 {{time}}。',
  },
  'list.stale.silent': {
    en: 'The connection went silent and is being made again; what is shown was complete at {{time}}.',
    zh: '连接长时间没有响应，正在重新建立；所示数据截至 {{time}}。',
  },
  'list.stale.failed': {
    en: 'The cluster did not let this list be followed. Trying again; what is shown was complete at {{time}}.',
    zh: '集群未能持续提供该列表，正在重试；所示数据截至 {{time}}。',
  },
  'list.stale.because': {
    en: '{{why}} It is tried again by itself; what is shown was complete at {{time}}.',
    zh: '{{why}}系统会自动重试；所示数据截至 {{time}}。',
  },
  'list.stale.page': {
    en: 'What is shown is not up to date any more.',
    zh: '当前显示的数据已不是最新。',
  },
  'list.absent': { en: 'Not installed', zh: '未安装' },
  'list.absent.hint': {
    en: 'This cluster does not have this kind of object: its CRD is not installed.',
    zh: '该集群没有这类资源：对应的 CRD 未安装。',
  },
  'list.forbidden': { en: 'No permission', zh: '无权限' },
  'list.clearSearch': { en: 'Clear the search', zh: '清除搜索' },
  'list.failed': { en: 'Could not be read', zh: '读取失败' },
  'list.failed.hint': { en: 'It is tried again by itself.', zh: '系统会自动重试。' },

  'error.network': {
    en: 'The cluster did not answer. Check the connection and try again.',
    zh: '集群没有响应，请检查网络连接后重试。',
  },
  'error.connection.kubeconfig': { en: 'The kubeconfig cannot be used.', zh: 'kubeconfig 无法使用。' },
  'error.connection.context': {
    en: 'The kubeconfig has no such context any more.',
    zh: 'kubeconfig 中已没有该上下文。',
  },
  'error.connection.execPlugin': {
    en: 'The exec plugin that the kubeconfig names gives no credentials.',
    zh: 'kubeconfig 指定的 exec 插件未能提供凭据。',
  },
  'error.connection.unreachable': {
    en: 'The API server of the cluster cannot be reached.',
    zh: '无法连接集群的 API 服务器。',
  },
  'error.connection.certificate': {
    en: 'The certificate of the API server is not trusted.',
    zh: 'API 服务器的证书不受信任。',
  },
  'error.connection.credentials': {
    en: 'The cluster does not accept the credentials of the kubeconfig: they are wrong or have expired.',
    zh: '集群不接受 kubeconfig 中的凭据：凭据有误或已过期。',
  },
  'error.detail.fileMissing': { en: '{{file}} does not exist.', zh: '文件 {{file}} 不存在。' },
  'error.detail.fileUnreadable': { en: '{{file}} may not be read.', zh: '没有读取文件 {{file}} 的权限。' },
  'error.detail.pluginNotFound': {
    en: 'The command {{command}} of user {{user}} is not found. {{hint}}',
    zh: '找不到用户 {{user}} 的插件命令 {{command}}。{{hint}}',
  },
  'error.detail.pluginEnded': {
    en: '{{command}} of user {{user}} ended with {{code}}: {{said}}',
    zh: '用户 {{user}} 的插件 {{command}} 以退出码 {{code}} 结束：{{said}}',
  },
  'error.detail.pluginEndedMutely': {
    en: '{{command}} of user {{user}} ended with {{code}} and did not say why.',
    zh: '用户 {{user}} 的插件 {{command}} 以退出码 {{code}} 结束，没有说明原因。',
  },
  'error.detail.pluginTimeOut': {
    en: '{{command}} of user {{user}} was not done within {{seconds}} s.',
    zh: '用户 {{user}} 的插件 {{command}} 在 {{seconds}} 秒内没有完成。',
  },
  'error.detail.connectionRefused': {
    en: 'Nothing listens at {{server}}: the connection is refused.',
    zh: '{{server}} 拒绝连接，该地址上没有服务在监听。',
  },
  'error.detail.hostNotFound': {
    en: 'The host name of {{server}} is not found.',
    zh: '找不到 {{server}} 的主机名。',
  },
  'error.detail.noAnswer': {
    en: '{{server}} does not answer within {{seconds}} s.',
    zh: '{{server}} 在 {{seconds}} 秒内没有响应。',
  },
  'error.detail.noTls': { en: '{{server}} does not speak TLS.', zh: '{{server}} 不使用 TLS。' },
  'error.detail.certificateExpired': {
    en: 'The certificate of {{server}} has expired.',
    zh: '{{server}} 的证书已过期。',
  },
  'error.detail.certificateIssuerUnknown': {
    en: 'The certificate of {{server}} is of a CA that the kubeconfig does not name.',
    zh: '{{server}} 的证书由 kubeconfig 中没有的 CA 签发。',
  },
  'error.detail.certificateOfOther': {
    en: 'The certificate of {{server}} is for another name.',
    zh: '{{server}} 的证书属于其他主机名。',
  },
  'error.unauthorized': { en: 'You are not signed in any more.', zh: '登录状态已失效。' },
  'error.forbidden': { en: 'You are not allowed to do this.', zh: '您没有执行该操作的权限。' },
  'error.forbidden.namespace': {
    en: 'You are not allowed to {{refused}} in namespace {{namespace}}.',
    zh: '您没有在命名空间 {{namespace}} 中{{refused}} 的权限。',
  },
  'error.forbidden.cluster': {
    en: 'You are not allowed to {{refused}} across the cluster.',
    zh: '您没有在整个集群范围内{{refused}} 的权限。',
  },
  'error.verb.read': { en: 'read', zh: '读取' },
  'error.verb.create': { en: 'create', zh: '创建' },
  'error.verb.change': { en: 'change', zh: '修改' },
  'error.verb.delete': { en: 'delete', zh: '删除' },
  'error.notFound': { en: 'It does not exist, or not any more.', zh: '该资源不存在，或已被删除。' },
  'error.alreadyExists': { en: 'Something of this name exists already.', zh: '已存在同名资源。' },
  'error.conflict': {
    en: 'Somebody else has changed it in the meantime. Load it again and repeat your change.',
    zh: '该资源刚被他人修改，请重新加载后再修改。',
  },
  'error.invalid': { en: 'The cluster rejected some values.', zh: '集群拒绝了部分字段的值。' },
  'error.denied': {
    en: 'An admission rule of the cluster refused this.',
    zh: '集群的准入策略拒绝了该请求。',
  },
  'error.quota': {
    en: 'A quota of the namespace is used up.',
    zh: '命名空间的资源配额已用尽。',
  },
  'error.tooLarge': { en: 'This is too large for the cluster.', zh: '内容超出集群允许的大小。' },
  'error.tooMany': { en: 'The cluster is busy. Try again in a moment.', zh: '集群繁忙，请稍后重试。' },
  'error.server': { en: 'The cluster failed to do this.', zh: '集群处理该请求时出错。' },
  'error.other': { en: 'The cluster refused this.', zh: '集群拒绝了该请求。' },
  'error.raw': { en: "The server's own words", zh: '服务器返回的原文' },

  'crash.title': { en: 'This part of the page has failed', zh: '页面的这一部分出错了' },
  'crash.hint': {
    en: 'The rest of the page still works. Trying again often helps; if it does not, report the words below.',
    zh: '页面其他部分仍可使用。可以先重试；如果仍然出错，请将下面的信息反馈给管理员。',
  },

  'place.unknown.title': { en: 'There is no such page', zh: '页面不存在' },
  'place.unknown.hint': {
    en: 'Nothing is at {{place}}. The link may be old, or mistyped.',
    zh: '地址 {{place}} 没有对应的页面，链接可能已失效或输入有误。',
  },
  'place.unknown.toClusters': { en: 'To the clusters', zh: '返回集群列表' },
  'cluster.unknown.title': { en: 'There is no cluster {{cluster}}', zh: '集群 {{cluster}} 不存在' },
  'cluster.unknown.hint': {
    en: 'It may have been removed, or you may not see it.',
    zh: '该集群可能已被移除，或您没有查看权限。',
  },
} as const satisfies Texts;
