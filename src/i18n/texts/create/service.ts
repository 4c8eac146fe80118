import type { Texts } from '../../texts.ts';

/** Step 3. */
export const serviceTexts = {
  'service.detail': {
    en: 'A stable name and address for the Pods. It can also be made later.',
    zh: '为 Pod 提供稳定的名称和访问地址，也可以稍后再创建。',
  },
  'service.title': { en: 'Service', zh: '服务' },
  'service.enable': { en: 'Create a Service', zh: '创建服务' },
  'service.enableHelp': { en: 'It is created right after the Deployment.', zh: '在无状态负载之后立即创建。' },
  'service.access': { en: 'Access', zh: '访问类型' },
  'service.clusterIP': { en: 'Within the cluster', zh: '集群内访问' },
  'service.clusterIPDetail': { en: 'ClusterIP', zh: 'ClusterIP' },
  'service.nodePort': { en: 'On the nodes', zh: '节点访问' },
  'service.nodePortDetail': { en: 'NodePort', zh: 'NodePort' },
  'service.loadBalancer': { en: 'Load balancer', zh: '负载均衡' },
  'service.loadBalancerDetail': { en: 'LoadBalancer', zh: 'LoadBalancer' },
  'service.headless': { en: 'Headless', zh: '无头服务' },
  'service.headlessDetail': {
    en: 'no address of its own, DNS gives the Pods',
    zh: '无集群 IP，DNS 直接返回 Pod 地址',
  },
  'service.externalName': { en: 'External name', zh: '外部服务' },
  'service.externalNameDetail': { en: 'a DNS alias, without Pods', zh: '仅为外部域名的别名，不指向 Pod' },
  'service.name': { en: 'Service name', zh: '服务名称' },
  'service.nameHelp': {
    en: 'Lowercase letters, digits and “-”, starts with a letter.',
    zh: '小写字母、数字和“-”，以字母开头。',
  },
  'service.externalHost': { en: 'External host name', zh: '外部域名' },
  'service.selector': { en: 'Label selector', zh: '标签选择器' },
  'service.selectorDetail': {
    en: 'The Service leads to Pods that have all of these labels.',
    zh: '服务会转发到具有以下全部标签的 Pod。',
  },
  'service.useLabels': { en: 'Use the workload’s labels', zh: '引用负载标签' },
  'service.ports': { en: 'Ports', zh: '端口配置' },
  'service.portsDetail': {
    en: 'Each port of the Service and the container port behind it.',
    zh: '服务端口及其对应的容器端口。',
  },
  'service.usePorts': { en: 'Use the containers’ ports', zh: '引用容器端口' },
  'service.portRow': { en: 'Service port {{place}}', zh: '服务端口 {{place}}' },
  'service.traffic': { en: 'Traffic', zh: '流量策略' },
  'service.sessionAffinity': { en: 'Session persistence', zh: '会话保持' },
  'service.sessionAffinityHelp': {
    en: 'A client comes back to the same Pod (by its address).',
    zh: '来自同一客户端 IP 的请求转发到同一个 Pod。',
  },
  'service.sessionTimeoutHelp': { en: '1 to 86,400 seconds (a day).', zh: '1 到 86400 秒（一天）。' },
  'service.externalPolicy': { en: 'External traffic policy', zh: '外部流量策略' },
  'service.policyCluster': { en: 'any node forwards to any Pod', zh: '任意节点均可转发到任意 Pod' },
  'service.policyLocal': {
    en: 'only to Pods of the node; keeps the client’s address',
    zh: '只转发到本节点的 Pod，保留客户端源 IP',
  },
  'service.annotationsDetail': { en: 'Of the Service itself.', zh: '服务自身的注解。' },
} as const satisfies Texts;
