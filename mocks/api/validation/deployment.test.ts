import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { StatusError } from '../../store/store.ts';
import { deployment, problemsOf, startTestServer } from '../test-server.ts';
import type { TestServer } from '../test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const pod = (spec: object) => ({
  template: {
    metadata: { labels: { app: 'web' } },
    spec: { containers: [{ name: 'c', image: 'x' }], ...spec },
  },
});
const container = (more: object) => pod({ containers: [{ name: 'c', image: 'x', ...more }] });
const P = 'spec.template.spec';
const SUBDOMAIN = `a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')`;
const QUALIFIED = `name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')`;
const LABEL_VALUE = `a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')`;

/** Every text is that of Kubernetes 1.32: its own validation code was given the same objects. */
describe('a Deployment is refused in the words of Kubernetes', () => {
  it.each<[string, object, object, string[]]>([
    ['a bad name', {}, { name: 'Bad_Name' }, [`metadata.name: Invalid value: "Bad_Name": ${SUBDOMAIN}`]],
    [
      'a long name',
      {},
      { name: 'a'.repeat(254) },
      [`metadata.name: Invalid value: "${'a'.repeat(254)}": must be no more than 253 characters`],
    ],
    [
      'a bad label',
      {},
      { labels: { 'a b': '!' } },
      [
        `metadata.labels: Invalid value: "a b": ${QUALIFIED}`,
        `metadata.labels: Invalid value: "!": ${LABEL_VALUE}`,
      ],
    ],
    [
      'a bad prefix',
      {},
      { annotations: { '/a': '' } },
      ['metadata.annotations: Invalid value: "/a": prefix part must be non-empty'],
    ],
    [
      'a finalizer without prefix',
      {},
      { finalizers: ['foo'] },
      [
        'metadata.finalizers[0]: Invalid value: "foo": name is neither a standard finalizer name nor is it fully qualified',
      ],
    ],
    [
      'negative replicas',
      { replicas: -1 },
      {},
      ['spec.replicas: Invalid value: -1: must be greater than or equal to 0'],
    ],
    [
      'no selector',
      { selector: undefined },
      {},
      [
        'spec.selector: Required value',
        'spec.template.metadata.labels: Invalid value: map[string]string{"app":"web"}: `selector` does not match template `labels`',
      ],
    ],
    [
      'an empty selector',
      { selector: {} },
      {},
      [
        'spec.selector: Invalid value: v1.LabelSelector{MatchLabels:map[string]string(nil), MatchExpressions:[]v1.LabelSelectorRequirement(nil)}: empty selector is invalid for deployment',
      ],
    ],
    [
      'another selector',
      { selector: { matchLabels: { app: 'db' } } },
      {},
      [
        'spec.template.metadata.labels: Invalid value: map[string]string{"app":"web"}: `selector` does not match template `labels`',
      ],
    ],
    [
      'both rollout numbers 0',
      { strategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: 0 } } },
      {},
      [
        'spec.strategy.rollingUpdate.maxUnavailable: Invalid value: intstr.IntOrString{Type:0, IntVal:0, StrVal:""}: may not be 0 when `maxSurge` is 0',
      ],
    ],
    [
      'more than 100 %',
      { strategy: { rollingUpdate: { maxUnavailable: '101%' } } },
      {},
      [
        'spec.strategy.rollingUpdate.maxUnavailable: Invalid value: intstr.IntOrString{Type:1, IntVal:0, StrVal:"101%"}: must not be greater than 100%',
      ],
    ],
    [
      'no percentage',
      { strategy: { rollingUpdate: { maxSurge: 'x%' } } },
      {},
      [
        `spec.strategy.rollingUpdate.maxSurge: Invalid value: intstr.IntOrString{Type:1, IntVal:0, StrVal:"x%"}: a valid percent string must be a numeric string followed by an ending '%' (e.g. '1%',  or '93%', regex used for validation is '[0-9]+%')`,
      ],
    ],
    [
      'rolling numbers for Recreate',
      { strategy: { type: 'Recreate', rollingUpdate: {} } },
      {},
      ["spec.strategy.rollingUpdate: Forbidden: may not be specified when strategy `type` is 'Recreate'"],
    ],
    [
      'an unknown strategy',
      { strategy: { type: 'Sideways' } },
      {},
      [
        'spec.strategy: Unsupported value: apps.DeploymentStrategy{Type:"Sideways", RollingUpdate:(*apps.RollingUpdateDeployment)(nil)}: supported values: "Recreate", "RollingUpdate"',
      ],
    ],
    [
      'a short deadline',
      { minReadySeconds: 600 },
      {},
      ['spec.progressDeadlineSeconds: Invalid value: 600: must be greater than minReadySeconds'],
    ],
    [
      'Pods that end',
      pod({ restartPolicy: 'Never' }),
      {},
      [`${P}.restartPolicy: Unsupported value: "Never": supported values: "Always"`],
    ],
  ])('%s', (_, spec, metadata, expected) => {
    const write = () =>
      server.api.create('apps/v1/deployments', deployment('web', spec, metadata), { dryRun: true });
    expect(problemsOf(write)).toEqual(expected);
  });
});

it('says several things in brackets, and one without', () => {
  const refusal = (spec: object) => {
    try {
      server.api.create('apps/v1/deployments', deployment('web', spec), { dryRun: true });
    } catch (error) {
      return error instanceof StatusError ? error.status : undefined;
    }
    return undefined;
  };
  expect(refusal({ replicas: -1 })).toMatchObject({
    code: 422,
    reason: 'Invalid',
    message:
      'Deployment.apps "web" is invalid: spec.replicas: Invalid value: -1: must be greater than or equal to 0',
    details: {
      name: 'web',
      group: 'apps',
      kind: 'Deployment',
      causes: [{ reason: 'FieldValueInvalid', field: 'spec.replicas' }],
    },
  });
  expect(refusal({ replicas: -1, minReadySeconds: -1 })?.message).toBe(
    'Deployment.apps "web" is invalid: [spec.replicas: Invalid value: -1: must be greater than or equal to 0, spec.minReadySeconds: Invalid value: -1: must be greater than or equal to 0]',
  );
});

it('fills in what Kubernetes fills in', () => {
  const made = server.api.create('apps/v1/deployments', {
    ...deployment(
      'web',
      container({
        ports: [{ containerPort: 80 }],
        livenessProbe: { httpGet: { port: 80 } },
        env: [{ name: 'A', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }],
        resources: { limits: { cpu: 0.5, memory: '1024Mi' } },
      }),
    ),
  });
  expect(made['spec']).toEqual({
    replicas: 1,
    revisionHistoryLimit: 10,
    progressDeadlineSeconds: 600,
    selector: { matchLabels: { app: 'web' } },
    strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' } },
    template: {
      metadata: { creationTimestamp: null, labels: { app: 'web' } },
      spec: {
        containers: [
          {
            name: 'c',
            image: 'x',
            imagePullPolicy: 'Always',
            env: [{ name: 'A', valueFrom: { fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.name' } } }],
            ports: [{ containerPort: 80, protocol: 'TCP' }],
            livenessProbe: {
              httpGet: { path: '/', port: 80, scheme: 'HTTP' },
              timeoutSeconds: 1,
              periodSeconds: 10,
              successThreshold: 1,
              failureThreshold: 3,
            },
            resources: { limits: { cpu: '500m', memory: '1Gi' } },
            terminationMessagePath: '/dev/termination-log',
            terminationMessagePolicy: 'File',
          },
        ],
        dnsPolicy: 'ClusterFirst',
        restartPolicy: 'Always',
        schedulerName: 'default-scheduler',
        securityContext: {},
        terminationGracePeriodSeconds: 30,
      },
    },
  });
  const selector = { ...(made['spec'] as object), selector: { matchLabels: { app: 'x' } } };
  expect(() => server.api.update('apps/v1/deployments', { ...made, spec: selector })).toThrow(
    'spec.selector: Invalid value: v1.LabelSelector{MatchLabels:map[string]string{"app":"x"}, MatchExpressions:[]v1.LabelSelectorRequirement(nil)}: field is immutable',
  );
});

it('refuses a schedule with a time zone in it', () => {
  const template = { spec: { restartPolicy: 'Never', containers: [{ name: 'c', image: 'x' }] } };
  const cronJob = {
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata: { name: 'cj', namespace: 'default' },
    spec: { schedule: 'TZ=UTC * * * * *', jobTemplate: { spec: { template } } },
  };
  expect(problemsOf(() => server.api.create('batch/v1/cronjobs', cronJob))).toEqual([
    'spec.schedule: Invalid value: "TZ=UTC * * * * *": cannot use TZ or CRON_TZ in schedule, use timeZone field instead',
  ]);
});
