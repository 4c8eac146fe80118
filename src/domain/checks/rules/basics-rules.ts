import { testNamespace, testView } from '../../test-cluster.ts';
import type { Draft } from '../../workload/draft.ts';
import { emptyNic } from '../../workload/new-draft.ts';
import type { RuleTable } from './rule-table.ts';

export const basicsRules = {
  'name.required': {
    severity: 'error',
    fires: [{ at: 'basics.name', change: (draft) => (draft.basics.name = '') }],
    silent: [{ change: (draft) => (draft.basics.name = 'W') }],
  },
  'name.syntax': {
    severity: 'error',
    fires: ['Web', 'web_1', '-web', 'web-', 'web.a', ' web', '网', 'a'.repeat(64)].map((name) => ({
      at: 'basics.name',
      change: (draft) => (draft.basics.name = name),
    })),
    silent: ['a', '0', 'web-1', 'a--b', 'a'.repeat(63)].map((name) => ({
      change: (draft) => (draft.basics.name = name),
    })),
  },
  'namespace.required': {
    severity: 'error',
    fires: [{ at: 'basics.namespace', change: (draft) => (draft.basics.namespace = '') }],
    silent: [{ change: () => undefined }],
  },
  'namespace.syntax': {
    severity: 'error',
    fires: [{ at: 'basics.namespace', change: (draft) => (draft.basics.namespace = 'Team A') }],
    silent: [{ change: (draft) => (draft.basics.namespace = 'team-a') }],
  },
  'namespace.unknown': {
    severity: 'error',
    fires: [{ at: 'basics.namespace', change: (draft) => (draft.basics.namespace = 'team-a') }],
    silent: [
      {
        change: (draft) => (draft.basics.namespace = 'team-a'),
        view: { ...testView(), namespaces: { state: 'forbidden' } },
      },
      {
        change: (draft) => (draft.basics.namespace = 'team-a'),
        view: { ...testView(), namespaces: { state: 'loading' } },
      },
    ],
  },
  'namespace.terminating': {
    severity: 'error',
    fires: [
      {
        at: 'basics.namespace',
        change: () => undefined,
        view: testView({ namespaces: [testNamespace('default', { terminating: true })] }),
      },
    ],
    silent: [{ change: () => undefined }],
  },
  'description.tooLong': {
    severity: 'error',
    fires: [{ at: 'basics.description', change: (draft) => (draft.basics.description = 'x'.repeat(513)) }],
    silent: [{ change: (draft) => (draft.basics.description = 'x'.repeat(512)) }],
  },
  'integer.range': {
    severity: 'error',
    fires: [
      ...['-1', '1.5', '01', ' 1', '1e3', 'x', '2147483648'].map((replicas) => ({
        at: 'basics.replicas',
        change: (draft: Draft) => (draft.basics.replicas = replicas),
      })),
      {
        at: 'containers.0.ports.0.containerPort',
        change: ({ containers }) =>
          containers[0]?.ports.push({ name: '', containerPort: '0', protocol: 'TCP' }),
      },
      {
        at: 'containers.0.ports.0.containerPort',
        change: ({ containers }) =>
          containers[0]?.ports.push({ name: '', containerPort: '', protocol: 'TCP' }),
      },
      {
        at: 'upgrade.terminationGracePeriodSeconds',
        change: ({ upgrade }) => (upgrade.terminationGracePeriodSeconds = '10000'),
      },
      {
        at: 'upgrade.progressDeadlineSeconds',
        change: ({ upgrade }) => (upgrade.progressDeadlineSeconds = '0'),
      },
      { at: 'upgrade.revisionHistoryLimit', change: ({ upgrade }) => (upgrade.revisionHistoryLimit = 'ten') },
      { at: 'upgrade.minReadySeconds', change: ({ upgrade }) => (upgrade.minReadySeconds = '-5') },
      {
        at: 'network.elastic.count',
        change: ({ network }) => {
          network.elastic.count = '';
          network.eth0.subnets.ipv4 = 's';
        },
      },
      ...['-1', 'abc', '9999999999'].map((count) => ({
        at: 'network.elastic.count',
        change: ({ network }: Draft) => {
          network.elastic.count = count;
          network.nics.push({ ...emptyNic(), attachment: 'kube-system/macvlan' });
        },
      })),
      {
        at: 'service.sessionTimeout',
        change: ({ service }) =>
          Object.assign(service, { enabled: true, sessionAffinity: true, sessionTimeout: '86401' }),
      },
      {
        at: 'scheduling.tolerations.0.tolerationSeconds',
        change: ({ scheduling }) =>
          scheduling.tolerations.push({
            key: 'a',
            operator: 'Exists',
            value: '',
            effect: 'NoExecute',
            tolerationSeconds: '1s',
          }),
      },
      {
        at: 'containers.0.probes.liveness.periodSeconds',
        change: ({ containers }) =>
          Object.assign(containers[0]?.probes.liveness ?? {}, {
            method: 'tcp',
            port: '80',
            periodSeconds: '0',
          }),
      },
    ],
    silent: [
      ...['', '0', '2147483647'].map((replicas) => ({
        change: (draft: Draft) => (draft.basics.replicas = replicas),
      })),
      { change: ({ network }) => (network.elastic.count = 'x') },
      {
        change: ({ containers }) =>
          Object.assign(containers[0]?.probes.liveness ?? {}, { method: 'none', periodSeconds: 'x' }),
      },
      {
        change: ({ service }) =>
          Object.assign(service, {
            enabled: true,
            access: 'ExternalName',
            sessionAffinity: true,
            sessionTimeout: 'x',
          }),
      },
      { change: ({ service }) => Object.assign(service, { sessionAffinity: true, sessionTimeout: 'x' }) },
    ],
  },
} satisfies RuleTable;
