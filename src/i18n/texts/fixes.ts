import type { Texts } from '../texts.ts';

/** The button that ends a finding: `fix.<label>`, with the params of the fix. */
export const fixTexts = {
  'fix.write': { en: 'Make it {{value}}', zh: '改为 {{value}}' },
  'fix.rename': { en: 'Name it {{name}}', zh: '命名为 {{name}}' },
  'fix.clear': { en: 'Clear', zh: '清空' },
  'fix.remove': { en: 'Remove {{name}}', zh: '移除 {{name}}' },
  'fix.removeRow': { en: 'Remove it', zh: '删除该行' },
  'fix.removeNic': { en: 'Remove NIC {{nic}}', zh: '删除网卡 {{nic}}' },
  'fix.removeNics': { en: 'Remove the NICs', zh: '删除网卡' },
  'fix.use': { en: 'Use {{name}}', zh: '使用 {{name}}' },
  'fix.useInstead': { en: 'Use {{name}} instead', zh: '改用 {{name}}' },
  'fix.move': { en: 'Move {{name}} to {{family}}', zh: '将 {{name}} 移到 {{family}}' },
  'fix.clusterDefault': { en: 'Use the cluster default', zh: '使用集群默认网络' },
  'fix.choosePools': { en: 'Choose pools instead', zh: '改为手动选择 IP 池' },
  'fix.followReplicas': { en: 'Follow the replicas, with 1 elastic IP', zh: '改为副本数 + 1 个弹性 IP' },
  'fix.devices': { en: 'Request {{count}}', zh: '申请 {{count}} 个' },
  'fix.routeByEth0': { en: 'Let eth0 keep it', zh: '改为 eth0' },
  'fix.leaveRoute': { en: 'Leave it to the attachments', zh: '由网络配置决定' },
  'fix.nodeSelector': { en: 'Add node selector {{labels}}', zh: '添加节点选择器 {{labels}}' },
  'fix.podLabels': { en: 'Select the Pods of this workload', zh: '选择本负载的 Pod' },
  'fix.containerPorts': { en: 'Take the ports of the containers', zh: '使用容器的端口' },
  'fix.tolerateAny': { en: 'Tolerate any key', zh: '容忍任意键' },
  'fix.keepFirst': { en: 'Keep the first {{max}}', zh: '只保留前 {{max}} 个' },
  'fix.elastic': { en: 'Set elastic IPs to {{count}}', zh: '弹性 IP 设为 {{count}}' },
  'fix.total': {
    en: 'Make the fixed pool {{count}} addresses',
    zh: '固定 IP 池设为 {{count}} 个',
  },
  'fix.unavailable': { en: 'Allow 1 unavailable', zh: '允许 1 个 Pod 不可用' },
  'fix.recreate': { en: 'Use Recreate', zh: '改用重建升级' },
  'fix.pool': { en: 'Add pool {{pool}}', zh: '添加 IP 池 {{pool}}' },
} as const satisfies Texts;
