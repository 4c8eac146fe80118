import { describe, expect, it } from 'vitest';
import { admissionChanges } from '../admission-changes.ts';
import { container, deployment, pod, service } from './test-objects.ts';

const inPod = 'spec.template.spec';

describe('what the API server fills in is a default', () => {
  it.each<[string, object, object]>([
    ['restartPolicy', { containers: [] }, { containers: [], restartPolicy: 'Always' }],
    ['dnsPolicy', {}, { dnsPolicy: 'ClusterFirst' }],
    ['securityContext', {}, { securityContext: {} }],
    ['schedulerName', {}, { schedulerName: 'default-scheduler' }],
    ['terminationGracePeriodSeconds', {}, { terminationGracePeriodSeconds: 30 }],
    ['serviceAccount', { serviceAccountName: 'a' }, { serviceAccountName: 'a', serviceAccount: 'a' }],
    [
      'volumes[v].configMap.defaultMode',
      { volumes: [{ name: 'v', configMap: { name: 'c' } }] },
      { volumes: [{ name: 'v', configMap: { name: 'c', defaultMode: 420 } }] },
    ],
    ['volumes[v].emptyDir', { volumes: [{ name: 'v' }] }, { volumes: [{ name: 'v', emptyDir: {} }] }],
  ])('of the Pod: %s', (path, sent, answered) => {
    const changes = admissionChanges(deployment(sent), deployment(answered));
    expect(changes.map((change) => `${change.kind} ${change.path}`)).toEqual([`default ${inPod}.${path}`]);
  });

  it.each<[string, object, object]>([
    ['imagePullPolicy', {}, { imagePullPolicy: 'IfNotPresent' }],
    ['imagePullPolicy', { image: 'a' }, { image: 'a', imagePullPolicy: 'Always' }],
    ['imagePullPolicy', { imagePullPolicy: '' }, { imagePullPolicy: 'IfNotPresent' }],
    ['terminationMessagePath', {}, { terminationMessagePath: '/dev/termination-log' }],
    ['terminationMessagePolicy', {}, { terminationMessagePolicy: 'File' }],
    ['resources', {}, { resources: {} }],
    [
      'ports[80/TCP].protocol',
      { ports: [{ containerPort: 80 }] },
      { ports: [{ containerPort: 80, protocol: 'TCP' }] },
    ],
    [
      'env[A].valueFrom.fieldRef.apiVersion',
      { env: [{ name: 'A', valueFrom: { fieldRef: { fieldPath: 'p' } } }] },
      { env: [{ name: 'A', valueFrom: { fieldRef: { fieldPath: 'p', apiVersion: 'v1' } } }] },
    ],
    [
      'livenessProbe.periodSeconds',
      { livenessProbe: { tcpSocket: { port: 1 } } },
      { livenessProbe: { tcpSocket: { port: 1 }, periodSeconds: 10 } },
    ],
    [
      'startupProbe.httpGet.scheme',
      { startupProbe: { httpGet: { port: 1 } } },
      { startupProbe: { httpGet: { port: 1, scheme: 'HTTP' } } },
    ],
  ])('of a container: %s', (path, sent, answered) => {
    const changes = admissionChanges(
      deployment({ containers: [{ ...container, ...sent }] }),
      deployment({ containers: [{ ...container, ...answered }] }),
    );
    expect(changes.map((change) => `${change.kind} ${change.path}`)).toEqual([
      `default ${inPod}.containers[web].${path}`,
    ]);
  });

  it('of the Deployment', () => {
    const answered = deployment(
      pod,
      {},
      {
        replicas: 1,
        revisionHistoryLimit: 10,
        progressDeadlineSeconds: 600,
        strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' } },
      },
    );
    expect(admissionChanges(deployment(), answered).map(({ kind }) => kind)).toEqual(
      Array.from({ length: 6 }, () => 'default'),
    );
  });

  it('of the Service, with what is allocated for it', () => {
    const changes = admissionChanges(
      service({ type: 'NodePort', selector: { app: 'web' }, ports: [{ port: 80 }] }),
      service({
        type: 'NodePort',
        selector: { app: 'web' },
        ports: [{ port: 80, protocol: 'TCP', targetPort: 80, nodePort: 30123 }],
        sessionAffinity: 'None',
        internalTrafficPolicy: 'Cluster',
        externalTrafficPolicy: 'Cluster',
        clusterIP: '10.96.0.9',
        clusterIPs: ['10.96.0.9'],
        ipFamilies: ['IPv4'],
        ipFamilyPolicy: 'SingleStack',
      }),
    );
    expect(changes).toHaveLength(10);
    expect(changes.filter(({ kind }) => kind !== 'default')).toEqual([]);
  });

  it.each<[string, object]>([
    ['another value', { terminationGracePeriodSeconds: 60 }],
    ['another policy', { dnsPolicy: 'Default' }],
    ['a filled security context', { securityContext: { runAsNonRoot: true } }],
    ['a field that has no default', { priorityClassName: 'high' }],
  ])('but %s is injected', (_, answered) => {
    expect(
      admissionChanges(deployment(pod), deployment({ ...pod, ...answered })).map(({ kind }) => kind),
    ).toEqual(['injected']);
  });

  it('host ports are, on the network of the host alone', () => {
    const ports = (extra: object) => ({
      containers: [{ ...container, ports: [{ containerPort: 80, protocol: 'TCP', ...extra }] }],
    });
    const kinds = (hostNetwork: boolean) =>
      admissionChanges(
        deployment({ hostNetwork, ...ports({}) }),
        deployment({ hostNetwork, ...ports({ hostPort: 80 }) }),
      ).map(({ kind }) => kind);
    expect(kinds(true)).toEqual(['default']);
    expect(kinds(false)).toEqual(['injected']);
  });
});
