import { post, put, script } from '../script.ts';
import type { Script } from '../script.ts';
import { deployment, podTemplate } from './objects.ts';
import { DEPLOYMENTS } from './paths.ts';

const dry = `${DEPLOYMENTS}?dryRun=All`;
const withPod = (spec: Record<string, unknown>) => deployment('web', { template: podTemplate('web', spec) });
const withContainer = (rest: object) => withPod({ containers: [{ name: 'web', image: 'nginx', ...rest }] });

/** What a form can get wrong about a workload, in the words of the server. Nothing is stored. */
export const workloadRules: readonly Script[] = [
  script('deployment-rules', [
    post(dry, deployment('Web_1')),
    post(dry, deployment('a'.repeat(254))),
    post(dry, deployment('web', { replicas: -1 })),
    post(dry, deployment('web', { selector: {} })),
    post(dry, deployment('web', { selector: undefined })),
    post(dry, deployment('web', { selector: { matchLabels: { app: 'other' } } })),
    post(dry, deployment('web', { selector: { matchExpressions: [{ key: 'app', operator: 'Near' }] } })),
    post(dry, deployment('web', { template: undefined })),
    post(dry, deployment('web', { strategy: { type: 'Slow' } })),
    post(dry, deployment('web', { strategy: { type: 'Recreate', rollingUpdate: { maxSurge: 1 } } })),
    post(dry, deployment('web', { strategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: 0 } } })),
    post(
      dry,
      deployment('web', { strategy: { rollingUpdate: { maxSurge: 'half', maxUnavailable: '150%' } } }),
    ),
    post(dry, deployment('web', { minReadySeconds: 600, progressDeadlineSeconds: 600 })),
    post(dry, deployment('web', { revisionHistoryLimit: -1, minReadySeconds: -1 })),
    put(`${DEPLOYMENTS}/none?dryRun=All`, deployment('none')),
  ]),
  script('pod-rules', [
    post(dry, withPod({ containers: [] })),
    post(
      dry,
      withPod({
        containers: [
          { name: 'a', image: 'x' },
          { name: 'a', image: 'y' },
        ],
      }),
    ),
    post(dry, withPod({ restartPolicy: 'Never' })),
    post(dry, withPod({ dnsPolicy: 'Sometimes' })),
    post(dry, withPod({ terminationGracePeriodSeconds: -1, activeDeadlineSeconds: 5 })),
    post(dry, withPod({ nodeSelector: { 'bad key!': 'bad value!' } })),
    post(
      dry,
      withPod({
        tolerations: [
          { key: '', operator: 'Equal' },
          { key: 'a', operator: 'Exists', value: 'b' },
          { key: 'a', tolerationSeconds: 5, effect: 'NoSchedule' },
        ],
      }),
    ),
    post(dry, withPod({ imagePullSecrets: [{ name: '' }] })),
    post(dry, withPod({ hostname: 'Not_A_Name', subdomain: '-' })),
    post(
      dry,
      withPod({ volumes: [{ name: 'a' }, { name: 'a', emptyDir: {} }, { name: 'B', emptyDir: {} }] }),
    ),
    post(dry, withPod({ volumes: [{ name: 'a', emptyDir: {}, hostPath: { path: '/x' } }] })),
    post(
      dry,
      withPod({
        affinity: {
          nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [] } },
        },
      }),
    ),
    post(
      dry,
      withPod({ affinity: { podAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{}] } } }),
    ),
    post(
      dry,
      withPod({ topologySpreadConstraints: [{ maxSkew: 0, topologyKey: '', whenUnsatisfiable: 'Maybe' }] }),
    ),
    post(dry, withPod({ hostAliases: [{ ip: 'nowhere' }], priorityClassName: 'Not_A_Name' })),
    post(
      dry,
      deployment('web', {
        template: {
          ...podTemplate('web'),
          metadata: { labels: { app: 'web', bad: 'no good' }, annotations: { 'no good': 'x' } },
        },
      }),
    ),
  ]),
  script('container-rules', [
    post(dry, withContainer({ name: 'Web_1' })),
    post(dry, withContainer({ name: '' })),
    post(dry, withContainer({ image: '' })),
    post(dry, withContainer({ image: ' nginx ' })),
    post(dry, withContainer({ imagePullPolicy: 'Perhaps' })),
    post(
      dry,
      withContainer({
        ports: [
          { containerPort: 0 },
          { containerPort: 70000 },
          { name: 'x_y', containerPort: 1, protocol: 'IP' },
        ],
      }),
    ),
    post(
      dry,
      withContainer({
        ports: [
          { name: 'a', containerPort: 80 },
          { name: 'a', containerPort: 81 },
        ],
      }),
    ),
    post(dry, withContainer({ ports: [{ containerPort: 80 }, { containerPort: 80 }] })),
    post(
      dry,
      withContainer({
        env: [
          { name: '' },
          { name: '1=2', value: 'x' },
          { name: 'A', value: 'x', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
        ],
      }),
    ),
    post(
      dry,
      withContainer({
        env: [
          { name: 'A', valueFrom: {} },
          { name: 'B', valueFrom: { fieldRef: { fieldPath: 'spec.nothing' } } },
          { name: 'C', valueFrom: { configMapKeyRef: { name: 'Bad_Name', key: '' } } },
        ],
      }),
    ),
    post(dry, withContainer({ envFrom: [{ prefix: 'a b' }] })),
    post(dry, withContainer({ resources: { requests: { cpu: '2' }, limits: { cpu: '1' } } })),
    post(dry, withContainer({ resources: { limits: { cpu: '-1' } } })),
    post(dry, withContainer({ resources: { limits: { 'example.com/x': '0.5' } } })),
    post(dry, withContainer({ resources: { limits: { nonsense: '1' } } })),
    post(dry, withContainer({ resources: { requests: { 'example.com/x': '1' } } })),
    post(
      dry,
      withContainer({ resources: { requests: { 'example.com/x': '1' }, limits: { 'example.com/x': '2' } } }),
    ),
    post(
      dry,
      withContainer({
        volumeMounts: [
          { name: 'none', mountPath: '/a' },
          { name: '', mountPath: '' },
        ],
      }),
    ),
    post(dry, withContainer({ livenessProbe: {} })),
    post(
      dry,
      withContainer({ livenessProbe: { httpGet: { port: 0, path: '' }, tcpSocket: { port: 'NOT' } } }),
    ),
    post(
      dry,
      withContainer({ livenessProbe: { exec: { command: [] }, successThreshold: 2, periodSeconds: -1 } }),
    ),
    post(dry, withContainer({ securityContext: { privileged: true, allowPrivilegeEscalation: false } })),
    post(
      dry,
      withContainer({ command: ['a'], workingDir: '/', stdin: true, terminationMessagePolicy: 'Loud' }),
    ),
    post(
      dry,
      withPod({
        initContainers: [
          { name: 'web', image: 'x' },
          { name: 'init', image: '', livenessProbe: { tcpSocket: { port: 1 } } },
        ],
      }),
    ),
  ]),
];
