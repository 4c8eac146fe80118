import { describe, expect, it } from 'vitest';
import { podTemplate } from '../../scenarios/objects/workload-objects.ts';
import type { NewKubeObject } from '../../store/store.ts';
import { agentText, createBench } from '../bench.ts';
import { bareCluster, subnets } from '../bench-objects.ts';
import { fixedPool } from '../bench-workload.ts';
import { annotations, POOLS } from '../names.ts';

describe('workloads of third parties (reference 1.4, 4.3)', () => {
  const owned = (more: Record<string, string>): NewKubeObject => {
    const { metadata, spec } = podTemplate('web', { annotations: more });
    return {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: {
        ...metadata,
        name: 'web-0',
        namespace: 'default',
        ownerReferences: [
          {
            apiVersion: 'apps.kruise.io/v1alpha1',
            kind: 'CloneSet',
            name: 'web',
            uid: '11111111-2222-3333-4444-abcdef012345',
            controller: true,
          },
        ],
      },
      spec,
    };
  };
  const cloneSet: NewKubeObject = {
    apiVersion: 'apps.kruise.io/v1alpha1',
    kind: 'CloneSet',
    metadata: { name: 'web', namespace: 'default', uid: '11111111-2222-3333-4444-abcdef012345' },
  };

  it.each([
    { size: '3', total: 3 },
    { size: '+2', total: 2 },
  ])('have their pool made by the agent, of a fixed number: $size', ({ size, total }) => {
    const bench = createBench([...bareCluster, ...subnets]);
    bench.store.create('apps.kruise.io/v1alpha1/clonesets', cloneSet);
    bench.create(owned(fixedPool(size)));
    bench.run(5);
    const [made] = bench.store.list(POOLS);
    expect(made?.metadata).toMatchObject({
      name: 'auto4-web-net1-abcde',
      annotations: { [annotations.poolIpNumber]: String(total) },
    });
    expect(made?.status).toMatchObject({ totalIPCount: total, allocatedIPCount: 1 });
  });

  it('have to name a number', () => {
    const { [annotations.poolIpNumber]: _number, ...without } = fixedPool('3');
    const bench = createBench([...bareCluster, ...subnets]);
    bench.store.create('apps.kruise.io/v1alpha1/clonesets', cloneSet);
    bench.create(owned(without));
    bench.run(5);
    expect(agentText(bench.failure('web'))).toBe(
      'failed to allocate IP addresses in standard mode: failed to get IPPool candidates from Subnet: CloneSet/default/web only supports fixed auto-created IPPool IP Number',
    );
  });
});
