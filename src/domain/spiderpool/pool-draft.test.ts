import { describe, expect, it } from 'vitest';
import {
  spiderpoolIpam,
  calico,
  macvlan,
  sriov,
  testAttachment,
  testNode,
  testPool,
  testView,
} from '../test-cluster.ts';
import type { PodContext } from './pod-context.ts';
import { networkWithPool } from './pool-draft.ts';

const pod: PodContext = {
  namespace: 'default',
  workload: { group: 'apps', version: 'v1', kind: 'Deployment', name: '' },
  podLabels: {},
  nodeSelector: {},
};

const withDefaults = (name: string, pools: readonly string[]) =>
  testAttachment(name, {
    type: 'macvlan',
    master: 'ens192',
    ipam: { ...spiderpoolIpam, default_ipv4_ippool: pools },
  });

const pool = testPool('p');
const sibling = testPool('sibling', { ips: ['10.6.0.30'] });
const elsewhere = testPool('elsewhere', { subnet: '10.7.0.0/16', ips: ['10.7.0.1'] });
const pools = [pool, sibling, elsewhere];
const nodes = [testNode('worker', { allocatable: { 'spidernet.io/sriov': '4' } })];
const a = withDefaults('a', ['sibling']);
const b = withDefaults('b', ['elsewhere']);
const c = withDefaults('c', ['p']);

describe('networkWithPool', () => {
  it('draws net1 from the pool, in its family', () => {
    const v6 = testPool('p6', { ipVersion: 6 });
    const network = networkWithPool(v6, '', pod, testView({ pools: [v6] }));
    expect(network.source).toBe('pools');
    expect(network.nics).toMatchObject([{ pools: { ipv4: [], ipv6: ['p6'] } }]);
  });

  it.each([
    ['the only one that works', pool, [macvlan, calico], 'kube-system/macvlan'],
    ['none where several are as good', pool, [macvlan, withDefaults('x', [])], ''],
    ['the one whose own default it is', pool, [a, b, c], 'kube-system/c'],
    ['the one on the same network', pool, [a, b], 'kube-system/a'],
    ['none where two stand on the network', pool, [a, withDefaults('d', ['sibling']), b], ''],
    [
      'the one that the pool is bound to',
      testPool('p', { multusName: ['kube-system/b'] }),
      [a, b, c],
      'kube-system/b',
    ],
    ['none of the overlay', pool, [calico], ''],
    ['none that cannot be read', pool, [testAttachment('x', 'no json')], ''],
  ])('chooses %s', (_, of, attachments, expected) => {
    const view = testView({ pools: [of, sibling, elsewhere], attachments });
    expect(networkWithPool(of, '', pod, view).nics[0]?.attachment).toBe(expected);
  });

  it('takes the attachment that is given, with its devices', () => {
    const network = networkWithPool(
      pool,
      'kube-system/sriov',
      pod,
      testView({ pools, attachments: [macvlan, sriov], nodes }),
    );
    expect(network.nics[0]).toMatchObject({ attachment: 'kube-system/sriov', pools: { ipv4: ['p'] } });
    expect(network.deviceResources).toEqual([{ name: 'spidernet.io/sriov', count: '1' }]);
  });

  it('leaves the attachment to the person where attachments cannot be read', () => {
    const view = { ...testView({ pools }), attachments: { state: 'forbidden' } as const };
    expect(networkWithPool(pool, '', pod, view).nics[0]).toMatchObject({
      attachment: '',
      pools: { ipv4: ['p'] },
    });
  });
});
