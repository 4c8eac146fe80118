import { describe, expect, it } from 'vitest';
import { deployment } from '../../scenarios/objects/workload-objects.ts';
import { agentText, createBench } from '../bench.ts';
import { bareCluster, pool6, pool7 } from '../bench-objects.ts';
import { annotations } from '../names.ts';

const pools = [pool6('six-a', 1), pool7('seven-a', 1)];

describe('ippools without interface names (reference 1.6)', () => {
  const nameless = {
    [annotations.networks]: 'kube-system/net-b',
    [annotations.pools]: JSON.stringify([{ ipv4: ['six-a'] }, { ipv4: ['seven-a'] }]),
  };

  it('gives the first item to eth0 and the others in the order of the networks', () => {
    const bench = createBench(
      [...bareCluster, ...pools, deployment('default', 'web', { annotations: nameless })],
      { clusterNetwork: 'kube-system/net-a' },
    );
    bench.run(5);
    expect(bench.nics(bench.pods('web')[0])).toMatchObject({
      eth0: { ipv4: '10.6.1.1/16' },
      net1: { ipv4: '10.7.1.1/16' },
    });
  });

  it('fails with Calico on eth0', () => {
    const bench = createBench([
      ...bareCluster,
      ...pools,
      deployment('default', 'web', { annotations: nameless }),
    ]);
    bench.run(5);
    expect(agentText(bench.failure('web'))).toBe(
      `failed to allocate IP addresses in standard mode: no IPPool available, all IPv4 IPPools [six-a] of 0 filtered out: cluster-network multus isn't set, the IPPool six-a specified multusName [] unmatched`,
    );
  });
});
