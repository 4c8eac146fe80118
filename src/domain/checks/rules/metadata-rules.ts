import type { Draft, TolerationDraft } from '../../workload/draft.ts';
import { emptyToleration } from '../../workload/new-draft.ts';
import { type Change, nicOn, type RuleTable } from './rule-table.ts';

function label(key: string, value: string): Change {
  return ({ metadata }) => metadata.podLabels.push({ key, value });
}

function annotation(key: string, value = ''): Change {
  return ({ metadata }) => metadata.podAnnotations.push({ key, value });
}

function toleration(more: Partial<TolerationDraft>): Change {
  return ({ scheduling }) => scheduling.tolerations.push({ ...emptyToleration(), key: 'a', ...more });
}

export const metadataRules = {
  'key.required': {
    severity: 'error',
    fires: [{ at: 'metadata.podLabels.0.key', change: label('', 'x') }],
    silent: [{ change: label('', '') }, { change: label('x', '') }],
  },
  'key.syntax': {
    severity: 'error',
    fires: [
      ...['a b', '-a', 'A.B/c', 'a/b/c', '/a', 'a/', 'a'.repeat(64)].map((key) => ({
        at: 'metadata.podLabels.0.key',
        change: label(key, ''),
      })),
      { at: 'metadata.podAnnotations.0.key', change: annotation('a b') },
      {
        at: 'service.annotations.0.key',
        change: ({ service }) =>
          Object.assign(service, { enabled: true, annotations: [{ key: 'a b', value: '' }] }),
      },
      {
        at: 'scheduling.nodeSelector.0.key',
        change: ({ scheduling }) => scheduling.nodeSelector.push({ key: 'a b', value: '' }),
      },
    ],
    silent: [
      ...['a', 'A', 'a.b/C_d', 'a'.repeat(63), 'kubernetes.io/os'].map((key) => ({ change: label(key, '') })),
      { change: annotation('A.B/c', 'any text\n!') },
    ],
  },
  'key.repeated': {
    severity: 'error',
    fires: [
      {
        at: 'metadata.labels.1.key',
        change: ({ metadata }) => metadata.labels.push({ key: 'a', value: '1' }, { key: 'a', value: '2' }),
      },
    ],
    silent: [
      {
        change: ({ metadata }) => {
          metadata.labels.push({ key: 'a', value: '1' });
          metadata.podLabels.push({ key: 'a', value: '1' });
        },
      },
    ],
  },
  'label.valueSyntax': {
    severity: 'error',
    fires: [
      ...['a b', '-a', 'a-', '网', 'a'.repeat(64)].map((value) => ({
        at: 'metadata.podLabels.0.value',
        change: label('x', value),
      })),
      { at: 'scheduling.tolerations.0.value', change: toleration({ value: 'a b' }) },
    ],
    silent: [
      ...['', 'a', 'A_b.c-d', 'a'.repeat(63)].map((value) => ({ change: label('x', value) })),
      { change: toleration({ operator: 'Exists', value: 'a b' }) },
    ],
  },
  'label.selector': {
    severity: 'error',
    fires: [
      { at: 'metadata.podLabels.0.value', change: label('app', 'other') },
      {
        at: 'metadata.podLabels.0.value',
        change: ({ metadata }) => {
          metadata.selector = { byName: false, labels: [{ key: 'k', value: 'v' }] };
          metadata.podLabels.push({ key: 'k', value: 'w' });
        },
      },
    ],
    silent: [
      { change: label('app', 'web') },
      {
        change: ({ metadata }) => {
          metadata.selector = { byName: false, labels: [{ key: 'k', value: 'v' }] };
          metadata.podLabels.push({ key: 'app', value: 'other' });
        },
      },
    ],
  },
  'annotation.tooLarge': {
    severity: 'error',
    fires: [{ at: 'metadata.podAnnotations', change: annotation('a', 'x'.repeat(256 * 1024)) }],
    silent: [{ change: annotation('a', 'x'.repeat(256 * 1024 - 1)) }],
  },
  'annotation.ownedByDescription': {
    severity: 'error',
    fires: [
      {
        at: 'metadata.annotations.0.key',
        change: ({ metadata }) => metadata.annotations.push({ key: 'podnic.io/description', value: '' }),
      },
    ],
    silent: [{ change: annotation('podnic.io/description') }],
  },
  'annotation.ownedByNics': {
    severity: 'error',
    fires: [
      'ipam.spidernet.io/subnet',
      'ipam.spidernet.io/ippools',
      'k8s.v1.cni.cncf.io/networks',
      'v1.multus-cni.io/default-network',
    ].map((key) => ({ at: 'metadata.podAnnotations.0.key', change: annotation(key) })),
    silent: [
      { change: annotation('k8s.v1.cni.cncf.io/other') },
      {
        change: ({ metadata }) =>
          metadata.annotations.push({ key: 'k8s.v1.cni.cncf.io/networks', value: '' }),
      },
    ],
  },
  'annotation.misplaced': {
    severity: 'error',
    fires: ['ipam.spidernet.io/subnets', 'ipam.spidernet.io/ippool', 'k8s.v1.cni.cncf.io/networks'].map(
      (key) => ({
        at: 'metadata.annotations.0.key',
        params: { key },
        change: ({ metadata }: Draft) => metadata.annotations.push({ key, value: '' }),
      }),
    ),
    silent: [
      { change: annotation('k8s.v1.cni.cncf.io/networks') },
      {
        change: ({ metadata }) => metadata.annotations.push({ key: 'ipam.spidernet.io/other', value: '' }),
      },
    ],
  },
  'annotation.injects': {
    severity: 'warning',
    fires: [
      {
        at: 'metadata.podAnnotations.0.key',
        change: (draft) => {
          annotation('cni.spidernet.io/rdma-resource-inject', 'x')(draft);
          draft.network.nics.push(nicOn('macvlan'));
        },
      },
    ],
    silent: [{ change: annotation('cni.spidernet.io/rdma-resource-inject', 'x') }],
  },
  'toleration.keyRequired': {
    severity: 'error',
    fires: [{ at: 'scheduling.tolerations.0.key', change: toleration({ key: '' }) }],
    silent: [{ change: toleration({ key: '', operator: 'Exists' }) }],
  },
  'toleration.keySyntax': {
    severity: 'error',
    fires: [{ at: 'scheduling.tolerations.0.key', change: toleration({ key: 'a b' }) }],
    silent: [{ change: toleration({ key: 'node.kubernetes.io/x' }) }],
  },
  'toleration.valueWithExists': {
    severity: 'error',
    fires: [{ at: 'scheduling.tolerations.0.value', change: toleration({ operator: 'Exists', value: 'x' }) }],
    silent: [{ change: toleration({ value: 'x' }) }],
  },
  'toleration.secondsEffect': {
    severity: 'error',
    fires: [
      {
        at: 'scheduling.tolerations.0.tolerationSeconds',
        change: toleration({ tolerationSeconds: '300', effect: 'NoSchedule' }),
      },
    ],
    silent: [{ change: toleration({ tolerationSeconds: '300', effect: 'NoExecute' }) }],
  },
} satisfies RuleTable;
