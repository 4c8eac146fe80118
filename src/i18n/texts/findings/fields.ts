import type { Texts } from '../../texts.ts';

/** Names of fields that share a rule: the texts of findings take them in by `$t(finding.field.…)`. */
export const findingFieldTexts = {
  'finding.field.replicas': { en: 'Replicas', zh: '副本数' },
  'finding.field.elastic': { en: 'Elastic IPs', zh: '弹性 IP 数' },
  'finding.field.revisionHistoryLimit': { en: 'Revision history limit', zh: '最大保留版本数' },
  'finding.field.minReadySeconds': { en: 'Minimum ready time', zh: 'Pod 可用最短时间' },
  'finding.field.progressDeadlineSeconds': { en: 'Upgrade max duration', zh: '升级最大持续时间' },
  'finding.field.terminationGracePeriodSeconds': { en: 'Graceful time window', zh: '缩容时间窗' },
  'finding.field.maxSurge': { en: 'Max surge', zh: '最大浪涌' },
  'finding.field.maxUnavailable': { en: 'Max unavailable Pods', zh: '最大无效 Pod 数' },
  'finding.field.tolerationSeconds': { en: 'Toleration time', zh: '容忍时间' },
  'finding.field.sessionTimeout': { en: 'Session timeout', zh: '会话最大保持时间' },
  'finding.field.containerPort': { en: 'Container port', zh: '容器端口' },
  'finding.field.servicePort': { en: 'Service port', zh: '服务端口' },
  'finding.field.nodePort': { en: 'Node port', zh: '节点端口' },
  'finding.field.initialDelaySeconds': { en: 'Initial delay', zh: '延迟时间' },
  'finding.field.timeoutSeconds': { en: 'Timeout', zh: '超时时间' },
  'finding.field.periodSeconds': { en: 'Period', zh: '检查间隔' },
  'finding.field.successThreshold': { en: 'Success threshold', zh: '成功阈值' },
  'finding.field.failureThreshold': { en: 'Failure threshold', zh: '最大失败次数' },
  'finding.field.cpuRequest': { en: 'CPU request', zh: 'CPU 请求值' },
  'finding.field.cpuLimit': { en: 'CPU limit', zh: 'CPU 限制值' },
  'finding.field.memoryRequest': { en: 'Memory request', zh: '内存请求值' },
  'finding.field.memoryLimit': { en: 'Memory limit', zh: '内存限制值' },
} as const satisfies Texts;
