import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { KubeObject, NewKubeObject } from '../../store/store.ts';
import { problemsOf, startTestServer } from '../test-server.ts';
import type { TestServer } from '../test-server.ts';

const SERVICES = 'v1/services';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer({ serviceNetwork: { cidrs: ['10.96.0.0/16', 'fd00:10:96::/112'] } });
});
afterEach(() => server.close());

function service(name: string, spec: object = {}): NewKubeObject {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace: 'default' },
    spec: { selector: { app: 'web' }, ports: [{ port: 80 }], ...spec },
  };
}

const create = (name: string, spec?: object) => server.api.create(SERVICES, service(name, spec));
const specOf = ({ spec }: KubeObject) =>
  spec as { ports: { nodePort?: number }[]; clusterIP: string; clusterIPs: string[] };

describe('a Service is refused in the words of Kubernetes', () => {
  const DNS1035 = `a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character (e.g. 'my-name',  or 'abc-123', regex used for validation is '[a-z]([-a-z0-9]*[a-z0-9])?')`;
  it.each<[string, string, object, string[]]>([
    ['a name', '1web', {}, [`metadata.name: Invalid value: "1web": ${DNS1035}`]],
    ['no ports', 'web', { ports: [] }, ['spec.ports: Required value']],
    [
      'ports without names',
      'web',
      { ports: [{ port: 80 }, { port: 81 }] },
      ['spec.ports[0].name: Required value', 'spec.ports[1].name: Required value'],
    ],
    [
      'a port',
      'web',
      { ports: [{ port: 0, targetPort: 'BAD' }] },
      [
        'spec.ports[0].port: Invalid value: 0: must be between 1 and 65535, inclusive',
        'spec.ports[0].targetPort: Invalid value: "BAD": must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)',
        'spec.ports[0].targetPort: Invalid value: "BAD": must contain at least one letter (a-z)',
      ],
    ],
    [
      'a port twice',
      'web',
      {
        ports: [
          { name: 'a', port: 80 },
          { name: 'b', port: 80 },
        ],
      },
      [
        'spec.ports[1]: Duplicate value: core.ServicePort{Name:"", Protocol:"TCP", AppProtocol:(*string)(nil), Port:80, TargetPort:intstr.IntOrString{Type:0, IntVal:0, StrVal:""}, NodePort:0}',
      ],
    ],
    [
      'a type',
      'web',
      { type: 'X' },
      [
        'spec.type: Unsupported value: "X": supported values: "ClusterIP", "ExternalName", "LoadBalancer", "NodePort"',
      ],
    ],
    [
      'a node port of no node port',
      'web',
      { ports: [{ port: 80, nodePort: 30080 }] },
      ["spec.ports[0].nodePort: Forbidden: may not be used when `type` is 'ClusterIP'"],
    ],
    [
      'a node port out of range',
      'web',
      { type: 'NodePort', ports: [{ port: 80, nodePort: 80 }] },
      [
        'spec.ports[0].nodePort: Invalid value: 80: provided port is not in the valid range. The range of valid ports is 30000-32767',
      ],
    ],
    ['no external name', 'web', { type: 'ExternalName' }, ['spec.externalName: Required value']],
    [
      'headless node ports',
      'web',
      { type: 'NodePort', clusterIP: 'None' },
      ['spec.clusterIPs[0]: Invalid value: "None": may not be set to \'None\' for NodePort services'],
    ],
    [
      'stickiness',
      'web',
      { sessionAffinity: 'X' },
      ['spec.sessionAffinity: Unsupported value: "X": supported values: "ClientIP", "None"'],
    ],
    [
      'an address that is none',
      'web',
      { clusterIP: 'x' },
      [
        'spec.clusterIPs[0]: Invalid value: "x": must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)',
      ],
    ],
    [
      'an address of elsewhere',
      'web',
      { clusterIP: '10.1.1.1' },
      [
        'spec.clusterIPs: Invalid value: []string{"10.1.1.1"}: failed to allocate IP 10.1.1.1: the provided IP (10.1.1.1) is not in the valid range. The range of valid IPs is 10.96.0.0/16',
      ],
    ],
    [
      'an external loopback',
      'web',
      { externalIPs: ['127.0.0.1'] },
      [
        'spec.externalIPs[0]: Invalid value: "127.0.0.1": may not be in the loopback range (127.0.0.0/8, ::1/128)',
      ],
    ],
  ])('%s', (_, name, spec, expected) => {
    expect(problemsOf(() => create(name, spec))).toEqual(expected);
  });
});

describe('addresses and node ports', () => {
  it('are handed out once, and said to be taken', () => {
    const first = specOf(create('a', { type: 'NodePort' }));
    const second = specOf(create('b', { type: 'NodePort' }));
    expect(first.clusterIP).toMatch(/^10\.96\./);
    expect(first.clusterIP).not.toBe(second.clusterIP);
    const port = first.ports[0]!.nodePort!;
    expect(port).toBeGreaterThanOrEqual(30000);
    expect(second.ports[0]?.nodePort).not.toBe(port);
    expect(
      problemsOf(() => create('c', { type: 'NodePort', ports: [{ port: 80, nodePort: port }] })),
    ).toEqual([`spec.ports[0].nodePort: Invalid value: ${port}: provided port is already allocated`]);
    expect(problemsOf(() => create('c', { clusterIP: first.clusterIP }))).toEqual([
      `spec.clusterIPs: Invalid value: []string{"${first.clusterIP}"}: failed to allocate IP ${first.clusterIP}: provided IP is already allocated`,
    ]);
    server.api.delete(SERVICES, 'default', 'a');
    expect(specOf(create('c', { clusterIP: first.clusterIP })).clusterIP).toBe(first.clusterIP);
  });

  it('come from both families when both are wanted', () => {
    const dual = create('dual', { ipFamilyPolicy: 'PreferDualStack' });
    expect(dual['spec']).toMatchObject({ ipFamilies: ['IPv4', 'IPv6'] });
    expect(specOf(dual).clusterIPs[1]).toMatch(/^fd00:10:96::/);
    expect(specOf(create('six', { ipFamilies: ['IPv6'] })).clusterIP).toMatch(/^fd00:10:96::/);
  });

  it('are none for headless Services and for names of elsewhere', () => {
    expect(specOf(create('headless', { clusterIP: 'None' })).clusterIPs).toEqual(['None']);
    const external = create('external', { type: 'ExternalName', externalName: 'example.com' });
    expect(specOf(external).clusterIP).toBeUndefined();
  });

  it('stay when a client leaves them out, and go with the type', () => {
    const made = create('a', {
      type: 'NodePort',
      clusterIP: '10.96.7.7',
      ports: [{ port: 80, nodePort: 30123 }],
    });
    const put = (spec: object) =>
      server.api.update(SERVICES, { ...made, metadata: { ...made.metadata, resourceVersion: '' }, spec });
    const kept = put(service('a', { type: 'NodePort' })['spec'] as object);
    expect(specOf(kept)).toMatchObject({ clusterIP: specOf(made).clusterIP, ports: specOf(made).ports });
    const plain = put(service('a', { type: 'ClusterIP', ports: specOf(made).ports })['spec'] as object);
    expect(specOf(plain).ports[0]?.nodePort).toBeUndefined();
    expect(problemsOf(() => put(service('a', { clusterIP: '10.96.9.9' })['spec'] as object))).toEqual([
      'spec.clusterIPs[0]: Invalid value: []string{"10.96.9.9"}: may not change once set',
    ]);
  });

  it('include a port for health checks of a local load balancer', () => {
    const made = create('lb', { type: 'LoadBalancer', externalTrafficPolicy: 'Local' });
    expect(made['spec']).toMatchObject({
      healthCheckNodePort: expect.any(Number),
      allocateLoadBalancerNodePorts: true,
    });
  });
});

it('fills in what Kubernetes fills in', () => {
  expect(create('web', { sessionAffinity: 'ClientIP' })['spec']).toEqual({
    selector: { app: 'web' },
    type: 'ClusterIP',
    ports: [{ port: 80, protocol: 'TCP', targetPort: 80 }],
    sessionAffinity: 'ClientIP',
    sessionAffinityConfig: { clientIP: { timeoutSeconds: 10800 } },
    internalTrafficPolicy: 'Cluster',
    clusterIP: expect.stringMatching(/^10\.96\./),
    clusterIPs: [expect.stringMatching(/^10\.96\./)],
    ipFamilies: ['IPv4'],
    ipFamilyPolicy: 'SingleStack',
  });
});
