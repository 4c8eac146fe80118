import type { Texts } from '../texts.ts';

/** The standalone console around the plugin: header, navigation, sign-in, clusters. */
export const consoleTexts = {
  'console.skip': { en: 'Skip to the content', zh: '跳到正文' },
  'console.home': { en: 'Podnic, to the clusters', zh: 'Podnic，返回集群列表' },
  'console.crumbs': { en: 'Where you are', zh: '当前位置' },
  'console.clusters': { en: 'Clusters', zh: '集群列表' },
  'console.create': { en: 'Create from image', zh: '镜像创建' },
  'console.notFound': { en: 'Page not found', zh: '页面不存在' },
  'console.nav': { en: 'Cluster navigation', zh: '集群导航' },
  'console.nav.workloads': { en: 'Workloads', zh: '工作负载' },
  'console.nav.network': { en: 'Container network', zh: '容器网络' },

  'console.language': { en: 'Language', zh: '语言' },
  'console.theme.toDark': { en: 'Switch to the dark theme', zh: '切换到深色主题' },
  'console.theme.toLight': { en: 'Switch to the light theme', zh: '切换到浅色主题' },
  'console.user': { en: 'Signed in', zh: '已登录' },
  'console.user.menu': { en: 'Account: {{user}}', zh: '账号：{{user}}' },
  'console.signOut': { en: 'Sign out', zh: '退出登录' },

  'console.namespace.all': { en: 'All namespaces', zh: '所有命名空间' },
  'console.namespace.use': { en: 'Use "{{name}}"', zh: '使用“{{name}}”' },
  'console.namespace.typed': {
    en: 'You may not list the namespaces of this cluster. Type a name.',
    zh: '您没有查看命名空间列表的权限，请直接输入名称。',
  },
  'console.namespace.unread': {
    en: 'The namespaces could not be read. Type a name.',
    zh: '命名空间列表读取失败，请直接输入名称。',
  },
  'console.namespace.none': { en: 'No namespace of this name', zh: '没有匹配的命名空间' },

  'clusters.title': { en: 'Clusters', zh: '集群列表' },
  'clusters.hint': {
    en: 'Choose the cluster to work in.',
    zh: '选择要使用的集群。',
  },
  'clusters.empty': { en: 'No cluster is configured', zh: '尚未配置集群' },
  'clusters.empty.hint': {
    en: 'Whoever runs this console names its clusters in podnic.json.',
    zh: '请联系管理员在 podnic.json 中配置集群。',
  },
  'clusters.asking': { en: 'Asking …', zh: '正在连接…' },
  'clusters.reachable': { en: 'Reachable', zh: '可访问' },
  'clusters.unreachable': { en: 'Not reachable', zh: '无法访问' },
  'clusters.refused': { en: 'Access refused', zh: '拒绝访问' },
  'clusters.version': { en: 'Kubernetes {{version}}', zh: 'Kubernetes {{version}}' },

  'signIn.title': { en: 'Sign in', zh: '登录' },
  'signIn.intro': {
    en: 'With a token of the cluster. It is kept in the memory of this tab only.',
    zh: '使用集群的访问令牌登录，令牌只保存在当前标签页的内存中。',
  },
  'signIn.token': { en: 'Token', zh: '令牌' },
  'signIn.token.help': {
    en: 'For example: kubectl create token <name>',
    zh: '例如 kubectl create token <服务账号>',
  },
  'signIn.simulated': {
    en: 'The clusters here are simulated and accept any token.',
    zh: '此处的集群为模拟集群，接受任意令牌。',
  },
  'signIn.fill': { en: 'Fill one in', zh: '填入一个令牌' },
  'signIn.submit': { en: 'Sign in', zh: '登录' },
  'signIn.missing': { en: 'Enter a token.', zh: '请输入令牌。' },
  'signIn.refused': { en: 'The cluster does not accept this token.', zh: '集群不接受该令牌。' },
  'signIn.unknown': {
    en: 'No cluster has answered, so the token could not be checked.',
    zh: '没有集群响应，无法校验令牌。',
  },
  'signIn.again': { en: 'Sign in again', zh: '重新登录' },
  'signIn.expired': {
    en: 'The cluster does not accept your token any more; it has probably expired. Everything on the page is still there and goes on once you have signed in.',
    zh: '集群不再接受您的令牌，可能已过期。页面内容已保留，重新登录后继续。',
  },

  'site.broken': { en: 'The console cannot start', zh: '控制台无法启动' },
  'site.broken.hint': {
    en: 'Its configuration could not be read. Whoever runs it needs these words:',
    zh: '无法读取控制台配置，请将以下信息提供给管理员：',
  },
} as const satisfies Texts;
