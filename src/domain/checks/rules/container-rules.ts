import type { ContainerDraft } from '../../workload/draft.ts';
import { emptyContainer } from '../../workload/new-draft.ts';
import { first } from './container-changes.ts';
import type { Change, RuleTable } from './rule-table.ts';

function second(more: Partial<ContainerDraft>): Change {
  return ({ containers }) => containers.push({ ...emptyContainer(), name: 'side', image: 'side', ...more });
}

function extended(name: string, count: string): Change {
  return first(({ resources }) => resources.extended.push({ name, count }));
}

export const containerRules = {
  'container.nameRequired': {
    severity: 'error',
    fires: [{ at: 'containers.0.name', change: first((container) => (container.name = '')) }],
    silent: [{ change: () => undefined }],
  },
  'container.nameSyntax': {
    severity: 'error',
    fires: [{ at: 'containers.0.name', change: first((container) => (container.name = 'a.b')) }],
    silent: [{ change: first((container) => (container.name = '0-a')) }],
  },
  'container.nameRepeated': {
    severity: 'error',
    fires: [{ at: 'containers.1.name', change: second({ name: 'web' }) }],
    silent: [{ change: second({ name: 'web2' }) }, { change: second({ name: '' }) }],
  },
  'container.imageRequired': {
    severity: 'error',
    fires: [{ at: 'containers.0.image', change: first((container) => (container.image = '')) }],
    silent: [{ change: first((container) => (container.image = 'a')) }],
  },
  'container.imageSyntax': {
    severity: 'error',
    fires: ['Busybox', 'a b', 'a:', 'a@sha256:12', 'http://a/b', 'a:b:c'].map((image) => ({
      at: 'containers.0.image',
      change: first((container) => (container.image = image)),
    })),
    silent: [
      'busybox',
      'r.example.com:5000/a/b_c:1.0-x',
      `a@sha256:${'0'.repeat(64)}`,
      'localhost/A/b'.toLowerCase(),
    ].map((image) => ({ change: first((container) => (container.image = image)) })),
  },
  'container.argumentEmpty': {
    severity: 'warning',
    fires: [
      {
        at: 'containers.0.args.1.value',
        change: first(({ args }) => args.push({ value: 'a' }, { value: '' })),
      },
      { at: 'containers.0.command.0.value', change: first(({ command }) => command.push({ value: '' })) },
    ],
    silent: [{ change: first(({ args }) => args.push({ value: ' ' })) }],
  },
  'quantity.syntax': {
    severity: 'error',
    fires: ['x', '-1']
      .map((cpuRequest) => ({
        at: 'containers.0.resources.cpuRequest',
        change: first(({ resources }) => (resources.cpuRequest = cpuRequest)),
      }))
      .concat(
        ['1 Gi', 'x', '-1', '1GB', '0x1'].map((memoryLimit) => ({
          at: 'containers.0.resources.memoryLimit',
          change: first(({ resources }) => (resources.memoryLimit = memoryLimit)),
        })),
      ),
    silent: ['1Gi', '.5', '1e3', '0', '100M'].map((quantity) => ({
      change: first(({ resources }) =>
        Object.assign(resources, { memoryLimit: quantity, memoryRequest: quantity }),
      ),
    })),
  },
  'quantity.aboveLimit': {
    severity: 'error',
    fires: [
      {
        at: 'containers.0.resources.cpuRequest',
        change: first(({ resources }) => Object.assign(resources, { cpuRequest: '1001m', cpuLimit: '1' })),
      },
      {
        at: 'containers.0.resources.memoryRequest',
        change: first(({ resources }) =>
          Object.assign(resources, { memoryRequest: '1Gi', memoryLimit: '1G' }),
        ),
      },
    ],
    silent: [
      { change: first(({ resources }) => Object.assign(resources, { cpuRequest: '1000m', cpuLimit: '1' })) },
      { change: first(({ resources }) => Object.assign(resources, { cpuRequest: '2' })) },
    ],
  },
  'quantity.milliBytes': {
    severity: 'warning',
    fires: [
      {
        at: 'containers.0.resources.memoryRequest',
        change: first(({ resources }) => (resources.memoryRequest = '128m')),
      },
    ],
    silent: [
      {
        change: first(({ resources }) =>
          Object.assign(resources, { memoryRequest: '128Mi', cpuRequest: '1m' }),
        ),
      },
    ],
  },
  'resource.nameRequired': {
    severity: 'error',
    fires: [{ at: 'containers.0.resources.extended.0.name', change: extended('', '1') }],
    silent: [{ change: extended('a.b/c', '1') }],
  },
  'resource.nameSyntax': {
    severity: 'error',
    fires: ['sriov', 'kubernetes.io/x', 'a.kubernetes.io/x', 'requests.a/b', 'a b/c', 'hugepages-big'].map(
      (name) => ({
        at: 'containers.0.resources.extended.0.name',
        change: extended(name, '1'),
      }),
    ),
    silent: ['spidernet.io/sriov_netdevice', 'hugepages-2Mi', 'intel.com/a'].map((name) => ({
      change: extended(name, '1'),
    })),
  },
  'resource.repeated': {
    severity: 'error',
    fires: [
      {
        at: 'containers.0.resources.extended.1.name',
        change: first(({ resources }) =>
          resources.extended.push({ name: 'a.b/c', count: '1' }, { name: 'a.b/c', count: '2' }),
        ),
      },
    ],
    silent: [{ change: extended('a.b/c', '1') }],
  },
  'resource.ownedByNics': {
    severity: 'error',
    fires: [
      {
        at: 'containers.0.resources.extended.0.name',
        change: (draft) => {
          extended('a.b/c', '1')(draft);
          draft.network.deviceResources = [{ name: 'a.b/c', count: '1' }];
        },
      },
    ],
    silent: [{ change: extended('a.b/c', '1') }],
  },
  'resource.count': {
    severity: 'error',
    fires: ['', '0', '1.5', '2Gi'].map((count) => ({
      at: 'containers.0.resources.extended.0.count',
      change: extended('a.b/c', count),
    })),
    silent: [{ change: extended('a.b/c', '3') }, { change: extended('hugepages-2Mi', '64Mi') }],
  },
  'port.nameSyntax': {
    severity: 'error',
    fires: ['HTTP', 'a--b', '80', 'a-', 'sixteen-letters1'].map((name) => ({
      at: 'containers.0.ports.0.name',
      change: first(({ ports }) => ports.push({ name, containerPort: '80', protocol: 'TCP' })),
    })),
    silent: ['', 'http', 'a1', '1a', 'fifteen-letters'].map((name) => ({
      change: first(({ ports }) => ports.push({ name, containerPort: '80', protocol: 'TCP' })),
    })),
  },
  'port.nameRepeated': {
    severity: 'error',
    fires: [
      {
        at: 'containers.0.ports.1.name',
        change: first(({ ports }) =>
          ports.push(
            { name: 'http', containerPort: '80', protocol: 'TCP' },
            { name: 'http', containerPort: '81', protocol: 'TCP' },
          ),
        ),
      },
    ],
    silent: [{ change: second({ ports: [{ name: 'http', containerPort: '80', protocol: 'TCP' }] }) }],
  },
  'port.clash': {
    severity: 'warning',
    fires: [
      {
        at: 'containers.1.ports.0.containerPort',
        change: (draft) => {
          draft.containers[0]?.ports.push({ name: '', containerPort: '80', protocol: 'TCP' });
          second({ ports: [{ name: '', containerPort: '80', protocol: 'TCP' }] })(draft);
        },
      },
    ],
    silent: [
      {
        change: first(({ ports }) =>
          ports.push(
            { name: '', containerPort: '53', protocol: 'TCP' },
            { name: '', containerPort: '53', protocol: 'UDP' },
          ),
        ),
      },
    ],
  },
} satisfies RuleTable;
