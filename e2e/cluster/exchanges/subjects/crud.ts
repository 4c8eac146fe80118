import { get, post, put, remove, request, script, settle } from '../script.ts';
import type { Script } from '../script.ts';
import { configMap, deployment, pod, service } from './objects.ts';
import {
  CONFIG_MAPS,
  DAEMON_SETS,
  DEPLOYMENTS,
  JOBS,
  CRON_JOBS,
  PODS,
  SERVICES,
  STATEFUL_SETS,
} from './paths.ts';
import { podTemplate } from './objects.ts';

const secret = (data: object) => ({ apiVersion: 'v1', kind: 'Secret', metadata: { name: 'key' }, ...data });
const SECRETS = '/api/v1/namespaces/{ns}/secrets';

export const crud: readonly Script[] = [
  script('config-map', [
    get(CONFIG_MAPS + '/a'),
    post(CONFIG_MAPS, configMap('a', { color: 'red' }), { save: { version: 'metadata.resourceVersion' } }),
    post(CONFIG_MAPS, configMap('a', { color: 'red' })),
    get(CONFIG_MAPS + '/a'),
    put(CONFIG_MAPS + '/a', configMap('a', { color: 'blue' })),
    put(CONFIG_MAPS + '/a', configMap('a', { color: 'green' }, { resourceVersion: '{version}' })),
    put(CONFIG_MAPS + '/a', configMap('b', { color: 'green' })),
    put(CONFIG_MAPS + '/none', configMap('none', { color: 'green' })),
    put(CONFIG_MAPS + '/a', configMap('a', undefined, { namespace: 'other' })),
    put(CONFIG_MAPS + '/a', { apiVersion: 'v1', kind: 'ConfigMap' }),
    post(CONFIG_MAPS, configMap('c', undefined, { namespace: 'other' })),
    post(CONFIG_MAPS, configMap('c', undefined, { resourceVersion: '1' })),
    post(CONFIG_MAPS, configMap('c', undefined, { uid: '00000000-0000-0000-0000-000000000001' })),
    remove(CONFIG_MAPS + '/a'),
    remove(CONFIG_MAPS + '/a'),
    get(CONFIG_MAPS + '/a'),
  ]),
  script('config-map-rules', [
    post(CONFIG_MAPS, configMap('Upper')),
    post(CONFIG_MAPS, configMap('')),
    post(CONFIG_MAPS, configMap('a', { 'no spaces': 'x' })),
    post(CONFIG_MAPS, configMap('a', undefined, { labels: { fine: 'not fine' } })),
    post(CONFIG_MAPS, configMap('a', undefined, { labels: { 'bad key!': 'x' } })),
    post(CONFIG_MAPS, configMap('a', undefined, { annotations: { '-bad': 'x' } })),
    post(CONFIG_MAPS, { ...configMap('a', { x: 'y' }), immutable: true }),
    put(CONFIG_MAPS + '/a', { ...configMap('a', { x: 'z' }), immutable: true }),
    put(CONFIG_MAPS + '/a', configMap('a', { x: 'y' })),
    post(CONFIG_MAPS, { ...configMap('bytes', { x: 'y' }), binaryData: { x: 'AAECAw==' } }),
    post(CONFIG_MAPS, { ...configMap('bytes'), binaryData: { y: 'not base64' } }),
    post(CONFIG_MAPS, { ...configMap('bytes'), binaryData: { y: 'AAECAw==' } }),
  ]),
  script('generated-names', [
    post(
      CONFIG_MAPS,
      { apiVersion: 'v1', kind: 'ConfigMap', metadata: { generateName: 'made-' } },
      { save: { made: 'metadata.name' } },
    ),
    get(CONFIG_MAPS + '/{made}'),
    post(CONFIG_MAPS, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { generateName: 'Made-' } }),
    post(CONFIG_MAPS, {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'own', generateName: 'made-' },
    }),
    post(CONFIG_MAPS, { apiVersion: 'v1', kind: 'ConfigMap', metadata: {} }),
    post(CONFIG_MAPS, { apiVersion: 'v1', kind: 'ConfigMap' }),
  ]),
  script('secret', [
    post(SECRETS, secret({ stringData: { user: 'app' }, data: { password: 'c2VjcmV0' } })),
    get(SECRETS + '/key'),
    put(SECRETS + '/key', secret({ type: 'kubernetes.io/tls', data: { password: 'c2VjcmV0' } })),
    post(SECRETS, { ...secret({ type: 'kubernetes.io/tls' }), metadata: { name: 'tls' } }),
    post(SECRETS, {
      ...secret({ type: 'kubernetes.io/dockerconfigjson', data: { x: 'e30=' } }),
      metadata: { name: 'pull' },
    }),
    post(SECRETS, {
      ...secret({ type: 'kubernetes.io/dockerconfigjson', data: { '.dockerconfigjson': 'bm90IGpzb24=' } }),
      metadata: { name: 'pull' },
    }),
  ]),
  script('service', [
    post(SERVICES, service('web')),
    get(SERVICES + '/web'),
    post(SERVICES, service('headless', { clusterIP: 'None' })),
    post(
      SERVICES,
      service('node', {
        type: 'NodePort',
        ports: [
          { port: 80, targetPort: 'http', name: 'http' },
          { port: 443, name: 'https', protocol: 'TCP' },
        ],
      }),
    ),
    post(SERVICES, service('balanced', { type: 'LoadBalancer' })),
    post(SERVICES, service('elsewhere', { type: 'ExternalName', externalName: 'example.com' })),
    post(SERVICES, service('Bad_Name')),
    post(SERVICES, service('9digit')),
    post(SERVICES, service('no-ports', { ports: [] })),
    post(SERVICES, service('two', { ports: [{ port: 80 }, { port: 81 }] })),
    post(SERVICES, service('port', { ports: [{ port: 0 }, { name: 'UP', port: 70000 }] })),
    post(SERVICES, service('ip', { clusterIP: '1.2.3.4' })),
    post(SERVICES, service('kind', { type: 'Nothing' })),
    put(SERVICES + '/web', service('web', { ports: [{ port: 8080, name: 'http' }] })),
    remove(SERVICES + '/web'),
  ]),
  script('deployment', [
    post(DEPLOYMENTS, deployment('web')),
    settle(DEPLOYMENTS + '/web'),
    get(DEPLOYMENTS + '/web'),
    put(DEPLOYMENTS + '/web', deployment('web', { selector: { matchLabels: { app: 'other' } } })),
    put(DEPLOYMENTS + '/web', deployment('web', { selector: null })),
    put(DEPLOYMENTS + '/web', deployment('web', { minReadySeconds: 5 }, { labels: { tier: 'front' } })),
    remove(DEPLOYMENTS + '/web'),
    post(
      DEPLOYMENTS,
      deployment('full', {
        strategy: { type: 'Recreate' },
        revisionHistoryLimit: 3,
        paused: true,
        template: podTemplate('full', {
          containers: [
            {
              name: 'web',
              image: 'nginx',
              ports: [{ containerPort: 80 }, { name: 'dns', containerPort: 53, protocol: 'UDP' }],
              env: [
                { name: 'A', value: 'b' },
                { name: 'N', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } },
              ],
              resources: { limits: { cpu: '0.5', memory: '1024Mi', 'spidernet.io/sriov': '1' } },
              livenessProbe: { httpGet: { port: 80 } },
              readinessProbe: { tcpSocket: { port: 80 } },
              lifecycle: { preStop: { exec: { command: ['sleep', '1'] } } },
              volumeMounts: [{ name: 'data', mountPath: '/data' }],
            },
          ],
          initContainers: [{ name: 'init', image: 'busybox:latest' }],
          volumes: [
            { name: 'data', emptyDir: {} },
            { name: 'config', configMap: { name: 'x' } },
            { name: 'secret', secret: { secretName: 'y' } },
          ],
          tolerations: [{ key: 'a', operator: 'Exists' }],
          affinity: {
            podAntiAffinity: {
              preferredDuringSchedulingIgnoredDuringExecution: [
                {
                  weight: 1,
                  podAffinityTerm: {
                    topologyKey: 'kubernetes.io/hostname',
                    labelSelector: { matchLabels: { app: 'full' } },
                  },
                },
              ],
            },
          },
          hostNetwork: true,
        }),
      }),
    ),
  ]),
  script('other-workloads', [
    post(STATEFUL_SETS, {
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      metadata: { name: 'db' },
      spec: {
        replicas: 0,
        serviceName: 'db',
        selector: { matchLabels: { app: 'db' } },
        template: podTemplate('db'),
      },
    }),
    post(STATEFUL_SETS, {
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      metadata: { name: 'bad' },
      spec: {
        replicas: -1,
        podManagementPolicy: 'Never',
        selector: { matchLabels: { app: 'no' } },
        template: podTemplate('db'),
      },
    }),
    put(STATEFUL_SETS + '/db', {
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      metadata: { name: 'db' },
      spec: {
        replicas: 0,
        serviceName: 'other',
        selector: { matchLabels: { app: 'db' } },
        template: podTemplate('db'),
      },
    }),
    post(DAEMON_SETS, {
      apiVersion: 'apps/v1',
      kind: 'DaemonSet',
      metadata: { name: 'agent' },
      spec: {
        selector: { matchLabels: { app: 'agent' } },
        template: podTemplate('agent', { nodeSelector: { none: 'such' } }),
      },
    }),
    post(DAEMON_SETS, {
      apiVersion: 'apps/v1',
      kind: 'DaemonSet',
      metadata: { name: 'bad' },
      spec: { selector: {}, template: podTemplate('agent', { restartPolicy: 'Never' }) },
    }),
    post(JOBS, {
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: { name: 'once' },
      spec: { suspend: true, template: podTemplate('once', { restartPolicy: 'Never' }) },
    }),
    post(JOBS, {
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: { name: 'bad' },
      spec: { completions: -1, template: podTemplate('once') },
    }),
    post(CRON_JOBS, {
      apiVersion: 'batch/v1',
      kind: 'CronJob',
      metadata: { name: 'nightly' },
      spec: {
        suspend: true,
        schedule: '0 3 * * *',
        jobTemplate: { spec: { template: podTemplate('nightly', { restartPolicy: 'OnFailure' }) } },
      },
    }),
    post(CRON_JOBS, {
      apiVersion: 'batch/v1',
      kind: 'CronJob',
      metadata: { name: 'bad' },
      spec: {
        schedule: 'at night',
        concurrencyPolicy: 'Perhaps',
        jobTemplate: { spec: { template: podTemplate('nightly', { restartPolicy: 'OnFailure' }) } },
      },
    }),
  ]),
  script('pod', [
    post(PODS, pod('web')),
    get(PODS + '/web'),
    put(
      PODS + '/web',
      pod('web', {
        containers: [
          { name: 'web', image: 'nginx:1.28' },
          { name: 'side', image: 'busybox' },
        ],
      }),
    ),
    post(
      PODS,
      pod('guaranteed', {
        containers: [{ name: 'web', image: 'nginx', resources: { limits: { cpu: '100m', memory: '64Mi' } } }],
      }),
    ),
    post(PODS, pod('account', { serviceAccountName: 'nobody' })),
    post(PODS, pod('empty', { containers: [] })),
    remove(PODS + '/web'),
    get(PODS + '/web'),
  ]),
  script('node', [
    get('/api/v1/nodes/worker-a-1/nothing'),
    get('/api/v1/nodes/none'),
    request('POST', '/api/v1/nodes', { apiVersion: 'v1', kind: 'Node', metadata: { name: 'Bad_Node' } }),
  ]),
];
