import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
const C = `${P}.containers[0]`;
const LABEL = `a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')`;
const QUALIFIED = `name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')`;

/** Every text is that of Kubernetes 1.32: its own validation code was given the same objects. */
describe('a Pod template is refused in the words of Kubernetes', () => {
  it.each<[string, object, string[]]>([
    ['no containers', pod({ containers: [] }), [`${P}.containers: Required value`]],
    ['no name', container({ name: '' }), [`${C}.name: Required value`]],
    ['a bad container name', container({ name: 'A' }), [`${C}.name: Invalid value: "A": ${LABEL}`]],
    [
      'a container name with dots',
      container({ name: 'a.b' }),
      [`${C}.name: Invalid value: "a.b": must not contain dots`],
    ],
    ['no image', container({ image: '' }), [`${C}.image: Required value`]],
    [
      'two of a name',
      pod({
        containers: [
          { name: 'c', image: 'x' },
          { name: 'c', image: 'x' },
        ],
      }),
      [`${P}.containers[1].name: Duplicate value: "c"`],
    ],
    [
      'a bad pull policy',
      container({ imagePullPolicy: 'Maybe' }),
      [
        `${C}.imagePullPolicy: Unsupported value: "Maybe": supported values: "Always", "IfNotPresent", "Never"`,
      ],
    ],
    ['port 0', container({ ports: [{ containerPort: 0 }] }), [`${C}.ports[0].containerPort: Required value`]],
    [
      'port 65536',
      container({ ports: [{ containerPort: 65536 }] }),
      [`${C}.ports[0].containerPort: Invalid value: 65536: must be between 1 and 65535, inclusive`],
    ],
    [
      'port names',
      container({
        ports: [
          { containerPort: 1, name: 'a--b' },
          { containerPort: 2, name: '12' },
          { containerPort: 3, name: 'x' },
          { containerPort: 4, name: 'x' },
        ],
      }),
      [
        `${C}.ports[0].name: Invalid value: "a--b": must not contain consecutive hyphens`,
        `${C}.ports[1].name: Invalid value: "12": must contain at least one letter (a-z)`,
        `${C}.ports[3].name: Duplicate value: "x"`,
      ],
    ],
    [
      'a protocol',
      container({ ports: [{ containerPort: 1, protocol: 'ICMP' }] }),
      [`${C}.ports[0].protocol: Unsupported value: "ICMP": supported values: "SCTP", "TCP", "UDP"`],
    ],
    [
      'host ports',
      container({
        ports: [
          { containerPort: 1, hostPort: 9 },
          { containerPort: 2, hostPort: 9 },
        ],
      }),
      [`${C}.ports[1].hostPort: Duplicate value: "TCP//9"`],
    ],
    [
      'variables',
      container({
        env: [
          { name: '' },
          { name: 'a=b' },
          { name: 'C', valueFrom: {} },
          { name: 'D', value: 'x', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
        ],
      }),
      [
        `${C}.env[0].name: Required value`,
        `${C}.env[1].name: Invalid value: "a=b": a valid environment variable name must consist only of printable ASCII characters other than '='`,
        `${C}.env[2].valueFrom: Invalid value: "": must specify one of: \`fieldRef\`, \`resourceFieldRef\`, \`configMapKeyRef\` or \`secretKeyRef\``,
        `${C}.env[3].valueFrom: Invalid value: "": may not be specified when \`value\` is not empty`,
      ],
    ],
    [
      'a field of the Pod',
      container({ env: [{ name: 'A', valueFrom: { fieldRef: { fieldPath: 'spec.nope' } } }] }),
      [
        `${C}.env[0].valueFrom.fieldRef.fieldPath: Invalid value: "spec.nope": error converting fieldPath: field label not supported: spec.nope`,
      ],
    ],
    [
      'keys of a Secret',
      container({ env: [{ name: 'A', valueFrom: { secretKeyRef: { name: 's', key: 'a b' } } }] }),
      [
        `${C}.env[0].valueFrom.secretKeyRef.key: Invalid value: "a b": a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g. 'key.name',  or 'KEY_NAME',  or 'key-name', regex used for validation is '[-._a-zA-Z0-9]+')`,
      ],
    ],
    [
      'requests over limits',
      container({ resources: { limits: { cpu: '1' }, requests: { cpu: '2' } } }),
      [`${C}.resources.requests: Invalid value: "2": must be less than or equal to cpu limit of 1`],
    ],
    [
      'a negative limit',
      container({ resources: { limits: { memory: '-1Gi' } } }),
      [`${C}.resources.limits[memory]: Invalid value: "-1Gi": must be greater than or equal to 0`],
    ],
    [
      'an unknown resource',
      container({ resources: { limits: { gpu: 1 } } }),
      [
        `${C}.resources.limits[gpu]: Invalid value: gpu: must be a standard resource type or fully qualified`,
        `${C}.resources.limits[gpu]: Invalid value: gpu: must be a standard resource for containers`,
      ],
    ],
    [
      'half a device',
      container({ resources: { limits: { 'spidernet.io/sriov': '500m' } } }),
      [
        `${C}.resources.limits[spidernet.io/sriov]: Invalid value: resource.Quantity{i:resource.int64Amount{value:500, scale:-3}, d:resource.infDecAmount{Dec:(*inf.Dec)(nil)}, s:"500m", Format:"DecimalSI"}: must be an integer`,
      ],
    ],
    [
      'a device without limit',
      container({ resources: { requests: { 'spidernet.io/sriov': 1 } } }),
      [`${C}.resources.limits: Required value: Limit must be set for non overcommitable resources`],
    ],
    [
      'fewer devices than limit',
      container({ resources: { limits: { 'a.b/c': 2 }, requests: { 'a.b/c': 1 } } }),
      [`${C}.resources.requests: Invalid value: "1": must be equal to a.b/c limit of 2`],
    ],
    [
      'a probe of nothing',
      container({ livenessProbe: {} }),
      [`${C}.livenessProbe: Required value: must specify a handler type`],
    ],
    [
      'two ways of probing',
      container({ readinessProbe: { exec: { command: ['x'] }, tcpSocket: { port: 80 } } }),
      [`${C}.readinessProbe.tcpSocket: Forbidden: may not specify more than 1 handler type`],
    ],
    [
      'a probe of no port',
      container({ startupProbe: { httpGet: { port: 0, scheme: 'FTP' } } }),
      [
        `${C}.startupProbe.httpGet.port: Invalid value: 0: must be between 1 and 65535, inclusive`,
        `${C}.startupProbe.httpGet.scheme: Unsupported value: "FTP": supported values: "HTTP", "HTTPS"`,
      ],
    ],
    [
      'two successes of liveness',
      container({ livenessProbe: { tcpSocket: { port: 80 }, successThreshold: 2, periodSeconds: -1 } }),
      [
        `${C}.livenessProbe.periodSeconds: Invalid value: -1: must be greater than or equal to 0`,
        `${C}.livenessProbe.successThreshold: Invalid value: 2: must be 1`,
      ],
    ],
    [
      'DNS of nobody',
      pod({ dnsPolicy: 'None' }),
      [`${P}.dnsConfig: Required value: must provide \`dnsConfig\` when \`dnsPolicy\` is None`],
    ],
    [
      'DNS without servers',
      pod({ dnsPolicy: 'None', dnsConfig: {} }),
      [
        `${P}.dnsConfig.nameservers: Required value: must provide at least one DNS nameserver when \`dnsPolicy\` is None`,
      ],
    ],
    [
      'a name server that is none',
      pod({ dnsConfig: { nameservers: ['1.1.1'] } }),
      [
        `${P}.dnsConfig.nameservers[0]: Invalid value: "1.1.1": must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)`,
      ],
    ],
    [
      'tolerations',
      pod({
        tolerations: [
          { value: 'x' },
          { key: 'a', operator: 'Exists', value: 'x' },
          { key: 'a', effect: 'NoSchedule', tolerationSeconds: 1 },
        ],
      }),
      [
        `${P}.tolerations[0].operator: Invalid value: "": operator must be Exists when \`key\` is empty, which means "match all values and all keys"`,
        `${P}.tolerations[1].operator: Invalid value: "x": value must be empty when \`operator\` is 'Exists'`,
        `${P}.tolerations[2].effect: Invalid value: "NoSchedule": effect must be 'NoExecute' when \`tolerationSeconds\` is set`,
      ],
    ],
    [
      'a node selector',
      pod({ nodeSelector: { 'a b': 'c' } }),
      [`${P}.nodeSelector: Invalid value: "a b": ${QUALIFIED}`],
    ],
    [
      'a mount of nothing',
      container({ volumeMounts: [{ name: 'v', mountPath: '/v' }] }),
      [`${C}.volumeMounts[0].name: Not found: "v"`],
    ],
  ])('%s', (_, spec, expected) => {
    const write = () => server.api.create('apps/v1/deployments', deployment('web', spec), { dryRun: true });
    expect(problemsOf(write)).toEqual(expected);
  });
});

it.each([
  ['nginx', 'Always'],
  ['nginx:latest', 'Always'],
  ['nginx:1.27', 'IfNotPresent'],
  ['registry:5000/team/app', 'Always'],
  ['registry:5000/team/app:v1', 'IfNotPresent'],
  [`nginx@sha256:${'a'.repeat(64)}`, 'IfNotPresent'],
  ['no image', 'IfNotPresent'],
])('pulls %s %s', (image, policy) => {
  const made = server.api.create('apps/v1/deployments', deployment('web', container({ image })), {
    dryRun: true,
  });
  expect(JSON.stringify(made['spec'])).toContain(`"imagePullPolicy":"${policy}"`);
});
