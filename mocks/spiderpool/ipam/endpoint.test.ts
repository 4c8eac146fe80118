import { describe, expect, it } from 'vitest';
import { deployment, podTemplate } from '../../scenarios/objects/workload-objects.ts';
import { createBench } from '../bench.ts';
import { bareCluster, pool6, pool7 } from '../bench-objects.ts';
import { annotations, ENDPOINTS, POOLS } from '../names.ts';

const json = JSON.stringify;

const pod = (net1: string, net2 = 'seven') => ({
  [annotations.networks]: 'kube-system/net-a,kube-system/net-b',
  [annotations.pools]: json([
    { interface: 'net1', ipv4: [net1] },
    { interface: 'net2', ipv4: [net2] },
  ]),
});

const pools = [pool6('six', 1), pool6('six-more', 2), pool7('seven', 1)];

describe('the endpoint of a Pod (reference 6.2)', () => {
  it('belongs to the Pod, and says which workload, which node and which addresses', () => {
    const bench = createBench([
      ...bareCluster,
      ...pools,
      deployment('default', 'web', { annotations: pod('six') }),
    ]);
    bench.run(5);
    const [web] = bench.pods('web');
    const [endpoint] = bench.store.list(ENDPOINTS);
    expect(endpoint).toMatchObject({
      metadata: {
        name: web?.metadata.name,
        namespace: 'default',
        finalizers: ['spiderpool.spidernet.io'],
        ownerReferences: [
          { apiVersion: 'v1', kind: 'Pod', name: web?.metadata.name, uid: web?.metadata.uid },
        ],
      },
      status: {
        current: { uid: web?.metadata.uid, node: 'worker-1' },
        ownerControllerType: 'Deployment',
        ownerControllerName: 'web',
      },
    });
    expect(endpoint?.metadata.labels).toBeUndefined();
  });

  it('is there as soon as the first NIC has an address, also when the Pod fails later', () => {
    const bench = createBench([
      ...bareCluster,
      pool6('six', 1, { multusName: ['net-a'], default: true }),
      deployment('default', 'web', {
        annotations: { [annotations.networks]: 'kube-system/net-a,kube-system/net-b' },
      }),
    ]);
    bench.run(5);
    expect(bench.failure('web')).toContain('all IPv4 IPPools [six] of net2 filtered out');
    expect(Object.keys(bench.nics(bench.pods('web')[0]))).toEqual(['net1']);
  });

  it('goes with the Pod, and so do its addresses', () => {
    const bench = createBench([
      ...bareCluster,
      ...pools,
      deployment('default', 'web', { annotations: pod('six') }),
    ]);
    bench.run(5);
    bench.remove('apps/v1/deployments', 'default', 'web');
    bench.run(60);
    expect(bench.store.list(ENDPOINTS)).toEqual([]);
    expect(bench.store.list(POOLS).map(({ status }) => status)).toEqual(
      [10, 10, 10].map((totalIPCount) => ({ totalIPCount, allocatedIPCount: 0 })),
    );
  });

  it('gives back the addresses of a Pod that never got all of its NICs', () => {
    const bench = createBench([
      ...bareCluster,
      pool6('six', 1),
      pool7('seven', 1, { ips: [] }),
      deployment('default', 'web', { annotations: pod('six') }),
    ]);
    bench.run(5);
    expect(bench.store.get(POOLS, undefined, 'six')?.status).toMatchObject({ allocatedIPCount: 1 });
    bench.remove('apps/v1/deployments', 'default', 'web');
    bench.run(60);
    expect(bench.store.get(POOLS, undefined, 'six')?.status).toMatchObject({ allocatedIPCount: 0 });
  });

  it('gives back the addresses of a Pod that has finished', () => {
    const { metadata, spec } = podTemplate('job', { annotations: pod('six') });
    const bench = createBench([
      ...bareCluster,
      ...pools,
      {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { ...metadata, name: 'job', namespace: 'default' },
        spec: { ...spec, restartPolicy: 'Never' },
      },
    ]);
    bench.run(2);
    expect(bench.store.get(POOLS, undefined, 'six')?.status).toMatchObject({ allocatedIPCount: 1 });
    bench.run(10);
    expect(bench.store.get('v1/pods', 'default', 'job')?.status).toMatchObject({ phase: 'Succeeded' });
    expect(bench.store.get(POOLS, undefined, 'six')?.status).toMatchObject({ allocatedIPCount: 0 });
  });
});
