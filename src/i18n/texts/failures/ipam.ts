import type { Texts } from '../../texts.ts';

/** Spiderpool's agent and IPAM plugin: `failure.<cause>` says what it means, `failure.<cause>.next` what to do. The NIC stands before them. */
export const ipamFailureTexts = {
  'failure.filteredOut': {
    en: 'This Pod may use none of its pools: {{names}}.',
    zh: '该 Pod 不能使用所选的任何 IP 池：{{names}}。',
  },
  'failure.filteredOut.next': {
    en: 'Choose a pool that fits its node, namespace, labels and attachment.',
    zh: '请选择与节点、命名空间、标签和网络配置相符的 IP 池。',
  },
  'failure.exhausted': {
    en: 'No address is free in {{names}}.',
    zh: 'IP 池 {{names}} 已没有空闲地址。',
  },
  'failure.exhausted.next': {
    en: 'It goes on as soon as an address is free: another Pod ends, or the pool grows. Or add a pool; a fixed pool grows with the elastic IPs.',
    zh: '有地址释放后会自动继续：其他 Pod 结束或 IP 池扩容。也可增加 IP 池；固定 IP 池可通过弹性 IP 扩大。',
  },
  'failure.writeConflicts': {
    en: 'Too many Pods take addresses of {{names}} at once; {{limit}} attempts in a row came too late.',
    zh: '同时从 IP 池 {{names}} 分配地址的 Pod 过多，连续 {{limit}} 次写入冲突。',
  },
  'failure.writeConflicts.next': {
    en: 'It passes by itself: there is nothing to do.',
    zh: '会自行恢复，无需处理。',
  },
  'failure.tooManyRecords': {
    en: 'Pool {{names}} already keeps {{limit}} records, the most that one pool can.',
    zh: 'IP 池 {{names}} 已有 {{limit}} 条分配记录，达到单个 IP 池的上限。',
  },
  'failure.tooManyRecords.next': {
    en: 'Split the pool in two, and name both here.',
    zh: '请将该 IP 池拆分为两个，并同时选用。',
  },
  'failure.poolNotFound': {
    en: 'Pool {{names}} does not exist; one wrong name stops every NIC.',
    zh: 'IP 池 {{names}} 不存在；只要有一个名称错误，所有网卡都无法分配地址。',
  },
  'failure.poolNotFound.next': {
    en: 'Correct the name, or create the pool.',
    zh: '请更正名称或创建该 IP 池。',
  },
  'failure.duplicatePool': {
    en: 'Pool {{names}} is named twice, by name or by a pattern.',
    zh: '重复指定了 IP 池 {{names}}（名称或通配符）。',
  },
  'failure.duplicatePool.next': { en: 'Name each pool once.', zh: '每个 IP 池只指定一次。' },
  'failure.badAnnotation': {
    en: 'The annotation {{names}} is not written as Spiderpool reads it.',
    zh: '注解 {{names}} 的格式有误，Spiderpool 无法识别。',
  },
  'failure.badAnnotation.next': { en: 'Write it anew in the NIC step.', zh: '请在网卡配置中重新设置。' },
  'failure.interfaceNotListed': {
    en: 'No pools are given for it, although Spiderpool manages it.',
    zh: '该网卡由 Spiderpool 管理，但没有为它指定 IP 池。',
  },
  'failure.interfaceNotListed.next': {
    en: 'Give every NIC that Spiderpool manages at least one pool.',
    zh: '请为 Spiderpool 管理的每个网卡至少指定一个 IP 池。',
  },
  'failure.noCandidate': {
    en: 'Spiderpool found no pool for a NIC of this Pod.',
    zh: 'Spiderpool 没有为该 Pod 的某个网卡找到 IP 池。',
  },
  'failure.noCandidate.next': {
    en: 'Check that the annotation lists each NIC by the name it has in the Pod, and that each pattern matches a pool.',
    zh: '请检查注解是否按 Pod 内的实际名称列出每个网卡，以及通配符是否匹配到 IP 池。',
  },
  'failure.noAutoPool': {
    en: 'The fixed pool of this workload has not been made.',
    zh: '本负载的固定 IP 池尚未创建。',
  },
  'failure.noAutoPool.next': {
    en: 'Spiderpool tells the reason to its controller’s log alone. What the cluster shows:',
    zh: 'Spiderpool 仅在控制器日志中说明原因。根据集群现状判断：',
  },
  'failure.severalAutoPools': {
    en: 'The workload has more than one fixed pool for this NIC: {{names}}.',
    zh: '本负载在该网卡上有多个固定 IP 池：{{names}}。',
  },
  'failure.severalAutoPools.next': {
    en: 'Ask an administrator to delete the stale one.',
    zh: '请联系管理员删除过期的 IP 池。',
  },
  'failure.noRule': {
    en: 'Nothing says which pool to use: neither the namespace, the attachment nor the cluster has default pools.',
    zh: '没有可用的 IP 池规则：命名空间、网络配置和集群均未设置默认 IP 池。',
  },
  'failure.noRule.next': {
    en: 'Choose pools, or give the attachment default pools.',
    zh: '请选择 IP 池，或为网络配置设置默认 IP 池。',
  },
  'failure.noClusterNetwork': {
    en: 'Spiderpool is asked for eth0, but no default network is known.',
    zh: '需要为 eth0 分配地址，但未设置默认网络。',
  },
  'failure.noClusterNetwork.next': {
    en: 'Choose an attachment for eth0, or take eth0 out of the pools.',
    zh: '请为 eth0 选择网络配置，或不要为 eth0 指定 IP 池。',
  },
  'failure.agentUnhealthy': {
    en: 'Spiderpool’s agent on node {{node}} does not answer.',
    zh: '节点 {{node}} 上的 spiderpool-agent 没有响应。',
  },
  'failure.agentUnhealthy.next': {
    en: 'Ask an administrator to look at spiderpool-agent on that node.',
    zh: '请联系管理员检查该节点上的 spiderpool-agent。',
  },
  'failure.deadPod': {
    en: 'The Pod has ended; it gets no more addresses.',
    zh: '该 Pod 已结束，不再分配地址。',
  },
  'failure.deadPod.next': { en: 'There is nothing to do.', zh: '无需处理。' },
  'failure.badNamespaceDefaults': {
    en: 'The default pools of its namespace cannot be read: an annotation is no JSON list.',
    zh: '命名空间的默认 IP 池无法读取：注解不是 JSON 列表。',
  },
  'failure.badNamespaceDefaults.next': {
    en: 'Correct ipam.spidernet.io/default-ipv4-ippool and default-ipv6-ippool of the namespace, or choose pools here.',
    zh: '请更正命名空间的注解 ipam.spidernet.io/default-ipv4-ippool 与 default-ipv6-ippool，或为本负载选择 IP 池。',
  },
} as const satisfies Texts;
