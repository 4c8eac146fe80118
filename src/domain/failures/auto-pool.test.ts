import { describe, expect, it } from 'vitest';
import { SUBNET } from '../spiderpool/annotation-keys.ts';
import { testSubnet, testView } from '../test-cluster.ts';
import { explainFailure } from './explain-failure.ts';
import { readFailure } from './read-failure.ts';
import { exhausted, fixed, noAutoPool, oneNic, owned, pod } from './test-pods.ts';

describe('a pool of its own that is not there', () => {
  const subnets = [
    testSubnet('s1', { ips: ['10.7.0.10-10.7.0.11'] }),
    testSubnet('s2', { ips: ['10.8.0.10-10.8.0.19'] }),
  ];
  const short = {
    kind: 'subnetShort',
    interfaceName: 'net1',
    family: 'ipv4',
    subnet: 's1',
    needed: 3,
    free: 2n,
  };

  it.each([
    ['the subnet has too few addresses', fixed(['net1', 's1']), 'net1', [], short],
    ['the subnet of an earlier NIC has too few', fixed(['net1', 's1'], ['net2', 's2']), 'net2', [], short],
    [
      'the interface is not in the annotation',
      fixed(['eth1', 's2']),
      'net1',
      [],
      { kind: 'wrongInterface', interfaceName: 'net1', listed: ['eth1'] },
    ],
    [
      'the annotation is meant for eth0',
      { ...oneNic, [SUBNET]: '{"ipv4":["s2"]}' },
      'net1',
      [],
      { kind: 'wrongInterface', interfaceName: 'net1', listed: ['eth0'] },
    ],
    [
      'the subnet was changed',
      fixed(['net1', 's2']),
      'net1',
      [owned('auto4-web-net1-u1', 's1', 'net1', '10.7.0.10-10.7.0.11')],
      {
        kind: 'changedSubnet',
        interfaceName: 'net1',
        family: 'ipv4',
        subnet: 's2',
        pool: 'auto4-web-net1-u1',
        before: 's1',
      },
    ],
    [
      'the subnet does not exist',
      fixed(['net1', 'gone']),
      'net1',
      [],
      { kind: 'subnetMissing', interfaceName: 'net1', family: 'ipv4', subnet: 'gone' },
    ],
    ['nothing is wrong but the controller', fixed(['net1', 's2']), 'net1', [], { kind: 'controller' }],
    [
      'a pool of another workload does not count',
      fixed(['net1', 's1']),
      'net1',
      [owned('auto4-web-net1-u2', 's2', 'net1', '10.8.0.10-10.8.0.12', 'u2')],
      short,
    ],
  ] as const)('%s', (_, annotations, nic, pools, expected) => {
    const view = testView({ subnets, pools });
    expect(explainFailure(noAutoPool(nic), pod(annotations), view, undefined).autoPool).toEqual(expected);
  });

  it('says when it may not look, or when such pools are switched off', () => {
    const view = testView({ subnets });
    const asked = pod(fixed(['net1', 's1']));
    const blind = { ...view, pools: { state: 'forbidden' as const } };
    expect(explainFailure(noAutoPool('net1'), asked, blind, undefined).autoPool).toEqual({
      kind: 'unreadable',
    });
    const early = { ...view, subnets: { state: 'loading' as const } };
    expect(explainFailure(noAutoPool('net1'), asked, early, undefined).autoPool).toBeUndefined();
    const off = testView({ subnets, settings: { enableAutoPool: false } });
    expect(explainFailure(noAutoPool('net1'), asked, off, undefined).autoPool).toEqual({ kind: 'off' });
  });

  it('is what a sandbox that takes too long waits for', () => {
    const timeout = readFailure(
      'Failed to create pod sandbox: rpc error: code = DeadlineExceeded desc = context deadline exceeded',
    );
    const view = testView({ subnets });
    expect(explainFailure(timeout, pod(fixed(['net1', 's1'])), view, undefined).autoPool).toEqual(short);
    expect(explainFailure(timeout, pod(fixed(['net1', 's2'])), view, undefined).autoPool).toBeUndefined();
  });

  it('is seen too where a pool that is too small cannot grow', () => {
    const pool = owned('auto4-web-net1-u1', 's1', 'net1', '10.6.0.10-10.6.0.11');
    const view = testView({ subnets: [testSubnet('s1', { ips: [] })], pools: [pool] });
    const found = explainFailure(exhausted('net1', pool.name), pod(fixed(['net1', 's1'])), view, undefined);
    expect(found.autoPool).toMatchObject({
      kind: 'cannotGrow',
      pool: pool.name,
      size: 2n,
      needed: 3,
      free: 0n,
    });
    expect(found.mend).toBe('network.nics.0.subnets.ipv4');
    const roomy = testView({ subnets: [testSubnet('s1', { ips: ['10.7.0.10'] })], pools: [pool] });
    const growing = explainFailure(
      exhausted('net1', pool.name),
      pod(fixed(['net1', 's1'])),
      roomy,
      undefined,
    );
    expect(growing.autoPool).toBeUndefined();
    expect(growing.mend).toBe('network.elastic.count');
  });
});
