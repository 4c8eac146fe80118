import type { Texts } from '../../texts.ts';

/** What the cluster shows beside a failure: `filter.<code>` is why one pool was left out, `autoPool.<kind>` why a fixed pool is not there. */
export const failureFactTexts = {
  'failure.quota': {
    en: 'Asked for: {{requested}}. Used: {{used}}. Limit: {{limited}}.',
    zh: '申请：{{requested}}；已用：{{used}}；上限：{{limited}}。',
  },
  'failure.stock': {
    en: '{{free}} free of {{total}}, {{held}} held by Pods',
    zh: '空闲 {{free}}，共 {{total}}，Pod 占用 {{held}}',
  },
  'failure.stock.reserved': {
    en: '{{free}} free of {{total}}, {{held}} held by Pods, {{reserved}} reserved',
    zh: '空闲 {{free}}，共 {{total}}，Pod 占用 {{held}}，保留 {{reserved}}',
  },
  'failure.shortage': {
    en: 'Nor for {{nic}} ({{family}}): {{names}}.',
    zh: '{{nic}}（{{family}}）同样没有空闲地址：{{names}}。',
  },
  'failure.refusal_one': { en: '{{count}} node: {{reason}}', zh: '{{count}} 个节点：{{reason}}' },
  'failure.refusal_other': { en: '{{count}} nodes: {{reason}}', zh: '{{count}} 个节点：{{reason}}' },
  'failure.offer': {
    en: '{{resource}} of each node, in use or not: {{offers}}',
    zh: '各节点的 {{resource}}（含已占用）：{{offers}}',
  },
  'failure.offer.none': {
    en: 'No node has {{resource}}.',
    zh: '没有节点提供 {{resource}}。',
  },
  'failure.given': {
    en: 'Has its address already: {{nics}}.',
    zh: '已分配地址的网卡：{{nics}}。',
  },
  'failure.coordinator': {
    en: 'SpiderCoordinator “default” is {{phase}}; until it is Synced, attachments with a coordinator bring up no NIC. {{reason}}',
    zh: 'SpiderCoordinator“default”的状态为 {{phase}}；变为 Synced 之前，启用 coordinator 的网络配置无法创建网卡。{{reason}}',
  },
  'failure.coordinator.new': { en: 'not looked at yet', zh: '未同步' },
  'failure.why': { en: 'Why', zh: '详情' },
  'failure.why.of': { en: 'Why {{pod}} waits', zh: '{{pod}} 等待的详情' },
  'failure.mend.nics': { en: 'Mend in the NIC step', zh: '在网卡配置中修正' },
  'failure.mend.copy': { en: 'Mend in a copy', zh: '复制后修正' },
  'failure.mend.hint': {
    en: 'Opens a copy of the workload as a new draft. The existing workload is not changed.',
    zh: '将该负载复制为新的草稿打开，原有负载不受影响。',
  },
  'failure.raw': { en: 'In the cluster’s words', zh: '集群原文' },
  'failure.raw.copy': { en: 'Copy the cluster’s words', zh: '复制集群原文' },
  'failure.pools': { en: 'Why each pool was left out', zh: '各 IP 池未被采用的原因' },
  'failure.times_one': { en: 'seen once', zh: '出现 1 次' },
  'failure.times_other': { en: 'seen {{count}} times', zh: '出现 {{count}} 次' },
  'failure.fewer': {
    en: '{{made}} of {{desired}} Pods could be made',
    zh: '仅创建了 {{made}} 个 Pod，应有 {{desired}} 个',
  },
  'filter.terminating': { en: 'it is being deleted', zh: '正在删除' },
  'filter.disabled': { en: 'it is disabled', zh: '已停用' },
  'filter.wrongFamily': { en: 'it is of the other address family', zh: '地址族不符' },
  'filter.nodeName': { en: 'not for the node that the Pod is on', zh: '不适用于 Pod 所在节点' },
  'filter.nodeAffinity': {
    en: 'only for nodes with labels that this one lacks',
    zh: 'Pod 所在节点不具备其要求的标签',
  },
  'filter.namespaceName': { en: 'not for this namespace', zh: '不适用于该命名空间' },
  'filter.namespaceAffinity': {
    en: 'only for namespaces with labels that this one lacks',
    zh: '该命名空间不具备其要求的标签',
  },
  'filter.otherWorkload': { en: 'made for another workload alone', zh: '仅供其他负载使用' },
  'filter.podAffinity': {
    en: 'only for Pods with labels that this one lacks',
    zh: '该 Pod 不具备其要求的标签',
  },
  'filter.noClusterNetwork': {
    en: 'eth0 names no attachment, and Spiderpool needs one',
    zh: 'eth0 未指定网络配置，Spiderpool 无法分配',
  },
  'filter.noAttachment': {
    en: 'the Pod’s networks have no attachment for this NIC',
    zh: 'Pod 的网络列表中没有该网卡的网络配置',
  },
  'filter.otherAttachment': { en: 'only for other attachments', zh: '仅限其他网络配置' },
  'filter.masterSubnet': {
    en: 'not the network of the device that the NIC stands on',
    zh: '与网卡所在设备的网段不符',
  },
  'filter.other': { en: 'for another reason', zh: '其他原因' },
  'autoPool.off': {
    en: 'Fixed pools are switched off in Spiderpool.',
    zh: 'Spiderpool 未启用固定 IP 池。',
  },
  'autoPool.unreadable': {
    en: 'You may not read pools or subnets, so that the reason cannot be worked out here.',
    zh: '您没有查看 IP 池或子网的权限，无法在此判断原因。',
  },
  'autoPool.wrongInterface': {
    en: 'The annotation gives a subnet to {{listed}}, and none to {{nic}}.',
    zh: '注解为 {{listed}} 指定了子网，但没有为 {{nic}} 指定。',
  },
  'autoPool.subnetMissing': {
    en: 'Subnet {{subnet}} of {{nic}} ({{family}}) does not exist.',
    zh: '{{nic}} 的 {{family}} 子网 {{subnet}} 不存在。',
  },
  'autoPool.changedSubnet': {
    en: '{{nic}} has pool {{pool}} from subnet {{before}}. An existing workload cannot change to subnet {{subnet}}: delete it and make it anew, or make a copy.',
    zh: '{{nic}} 的 IP 池 {{pool}} 来自子网 {{before}}。已有负载不能改用子网 {{subnet}}：请删除后重建，或复制为新负载。',
  },
  'autoPool.subnetShort': {
    en: 'Subnet {{subnet}}: {{free}} addresses free, {{needed}} needed for {{nic}} ({{family}}).',
    zh: '子网 {{subnet}} 空闲 {{free}} 个地址，{{nic}}（{{family}}）需要 {{needed}} 个。',
  },
  'autoPool.cannotGrow': {
    en: 'Pool {{pool}} should have {{needed}} addresses and has {{size}}; subnet {{subnet}} has {{free}} free.',
    zh: 'IP 池 {{pool}} 应有 {{needed}} 个地址，现有 {{size}} 个；子网 {{subnet}} 仅空闲 {{free}} 个。',
  },
  'autoPool.controller': {
    en: 'The subnets have enough addresses. Spiderpool’s controller may be down; ask an administrator to look at its log.',
    zh: '子网地址充足。可能是 spiderpool-controller 未运行，请联系管理员查看其日志。',
  },
} as const satisfies Texts;
