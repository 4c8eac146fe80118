import { describe, expect, it } from 'vitest';
import { macvlan } from '../scenarios/objects/attachment-objects.ts';
import { deployment } from '../scenarios/objects/workload-objects.ts';
import { createBench } from '../spiderpool/bench.ts';
import { bareCluster } from '../spiderpool/bench-objects.ts';
import { annotations } from '../spiderpool/names.ts';

const json = JSON.stringify;

describe('the time that a sandbox may take (reference 4.3 and 7.2, 29)', () => {
  it('ends after two minutes for the kubelet, while the runtime goes on for a while', () => {
    const onThree = ['net-a', 'net-b', 'net-c'].map((name) => `kube-system/${name}`).join(',');
    const bench = createBench(
      [
        ...bareCluster,
        macvlan('kube-system/net-c', { master: 'ens192' }),
        ...['6', '7', '8'].map((at) => ({
          apiVersion: 'spiderpool.spidernet.io/v2beta1',
          kind: 'SpiderSubnet',
          metadata: { name: `subnet-${at}` },
          spec: { subnet: `10.${at}.0.0/16`, ips: [`10.${at}.1.1-10.${at}.1.9`] },
        })),
        deployment('default', 'web', {
          annotations: {
            [annotations.networks]: onThree,
            [annotations.subnets]: json([
              { interface: 'net1', ipv4: ['subnet-6'] },
              { interface: 'net2', ipv4: ['subnet-7'] },
              { interface: 'net3', ipv4: ['subnet-8'] },
            ]),
          },
        }),
      ],
      { clusterSubnetAutoPoolDefaultRedundantIPNumber: 1 },
    );
    bench.run(119);
    expect(bench.failure('web')).toBeUndefined();
    bench.run(10);
    expect(bench.failure('web')).toBe(
      'Failed to create pod sandbox: rpc error: code = DeadlineExceeded desc = context deadline exceeded',
    );
    const messages = bench.store.list('v1/events').map(({ message }) => message);
    expect(messages).toContainEqual(
      expect.stringMatching(
        /failed to reserve sandbox name "web-.*_default_.*_0": name "web-.*" is reserved for "[0-9a-f]{64}"$/,
      ),
    );
    bench.run(120);
    expect(bench.pods('web')[0]?.status).toMatchObject({ phase: 'Running' });
  });
});
