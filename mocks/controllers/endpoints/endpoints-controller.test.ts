import { describe, expect, it } from 'vitest';
import {
  createTestCluster,
  sorted,
  testDeployment,
  testObject,
  testPod,
  testTemplate,
} from '../test-cluster.ts';
import type { TestCluster } from '../test-cluster.ts';

const SERVICES = 'v1/services';
const SLICES = 'discovery.k8s.io/v1/endpointslices';

function service(spec: Record<string, unknown> = {}) {
  return testObject('v1', 'Service', 'web', {
    spec: { selector: { app: 'web' }, ports: [{ name: 'http', port: 80, targetPort: 8080 }], ...spec },
  });
}

function started(image = 'nginx:1'): TestCluster {
  const test = createTestCluster();
  test.create(SERVICES, service());
  test.create('apps/v1/deployments', testDeployment({ replicas: 2, template: testTemplate(image) }));
  test.clock.advance(5_000);
  return test;
}

const endpoints = (test: TestCluster) => test.cluster.get('v1/endpoints', 'default', 'web');
const slices = (test: TestCluster) => test.cluster.list(SLICES);

describe('a Service', () => {
  it('leads to its ready Pods', () => {
    const test = started();
    const pods = test.pods();
    const addresses = pods.map(({ status }) => status?.podIP);
    expect(endpoints(test)?.subsets).toEqual([
      {
        addresses: pods.map(({ metadata, spec, status }) => ({
          ip: status?.podIP,
          nodeName: spec.nodeName,
          targetRef: { kind: 'Pod', namespace: 'default', name: metadata.name, uid: metadata.uid },
        })),
        ports: [{ name: 'http', port: 8080, protocol: 'TCP' }],
      },
    ]);
    const [slice, ...more] = slices(test);
    expect(more).toEqual([]);
    expect(slice).toMatchObject({
      addressType: 'IPv4',
      ports: [{ name: 'http', port: 8080, protocol: 'TCP' }],
    });
    expect(slice?.metadata).toMatchObject({
      name: expect.stringMatching(/^web-.{5}$/),
      labels: { 'kubernetes.io/service-name': 'web' },
      ownerReferences: [{ kind: 'Service', name: 'web' }],
    });
    expect(slice?.endpoints.map(({ addresses, conditions }) => ({ addresses, conditions }))).toEqual(
      addresses.map((address) => ({
        addresses: [address],
        conditions: { ready: true, serving: true, terminating: false },
      })),
    );
  });

  it('names those that are not ready apart', () => {
    const test = started('nginx:notready');
    expect(endpoints(test)?.subsets?.[0]).toMatchObject({ notReadyAddresses: [{}, {}] });
    expect(endpoints(test)?.subsets?.[0]).not.toHaveProperty('addresses');
    expect(slices(test)[0]?.endpoints[0]?.conditions).toEqual({
      ready: false,
      serving: false,
      terminating: false,
    });
  });

  it('forgets Pods that go, and keeps its one slice', () => {
    const test = started();
    const [slice] = slices(test);
    const [first] = test.pods();
    if (first !== undefined) test.cluster.delete('v1/pods', first);
    test.clock.advance(500);
    expect(endpoints(test)?.subsets?.[0]?.addresses?.map(({ ip }) => ip)).not.toContain(first?.status?.podIP);
    const going = slices(test)[0]?.endpoints.find(
      ({ targetRef }) => targetRef?.name === first?.metadata.name,
    );
    expect(going?.conditions).toEqual({ ready: false, serving: true, terminating: true });
    test.clock.advance(5_000);
    expect(slices(test).map(({ metadata }) => metadata.name)).toEqual([slice?.metadata.name]);
    expect(slices(test)[0]?.endpoints).toHaveLength(2);
  });

  it('finds target ports by name, Pod by Pod', () => {
    const test = createTestCluster();
    const withPort = (containerPort: number) => ({
      containers: [{ name: 'main', image: 'nginx:1', ports: [{ name: 'http', containerPort }] }],
    });
    test.create(SERVICES, service({ ports: [{ port: 80, targetPort: 'http' }] }));
    test.create('v1/pods', testPod('a', withPort(8080), { labels: { app: 'web' } }));
    test.create('v1/pods', testPod('b', withPort(9090), { labels: { app: 'web' } }));
    test.clock.advance(5_000);
    expect(sorted(slices(test).flatMap(({ ports }) => ports?.map(({ port }) => port)))).toEqual([8080, 9090]);
    expect(slices(test).flatMap(({ ports }) => ports?.map(({ name }) => name))).toEqual(['', '']);
    expect(endpoints(test)?.subsets?.flatMap(({ ports }) => ports)[0]).not.toHaveProperty('name');
  });

  it('of two families has a slice for each', () => {
    const test = createTestCluster({
      network: {
        setUp: () => ({ outcome: 'ready', podIPs: ['10.1.0.9', 'fd00::9'], annotations: {}, events: [] }),
        tearDown: () => undefined,
      },
    });
    test.create(SERVICES, service({ ipFamilies: ['IPv4', 'IPv6'] }));
    test.create('v1/pods', testPod('a', {}, { labels: { app: 'web' } }));
    test.clock.advance(5_000);
    expect(
      sorted(slices(test).map(({ addressType, endpoints }) => [addressType, endpoints[0]?.addresses[0]])),
    ).toEqual([
      ['IPv4', '10.1.0.9'],
      ['IPv6', 'fd00::9'],
    ]);
  });

  it.each([{ selector: undefined }, { type: 'ExternalName' }])(
    'with %o has no endpoints of its own',
    (spec) => {
      const test = createTestCluster();
      const { selector, ...rest } = { selector: { app: 'web' }, ...spec };
      const body = { ports: [{ port: 80 }], ...(selector === undefined ? {} : { selector }), ...rest };
      test.create(SERVICES, testObject('v1', 'Service', 'web', { spec: body }));
      test.clock.advance(5_000);
      expect([endpoints(test), slices(test)]).toEqual([undefined, []]);
    },
  );

  it('takes all of it away when it is deleted', () => {
    const test = started();
    test.store.delete(SERVICES, 'default', 'web');
    test.clock.advance(1_000);
    expect([endpoints(test), slices(test)]).toEqual([undefined, []]);
  });
});
