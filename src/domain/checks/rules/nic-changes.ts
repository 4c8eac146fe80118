import {
  calico,
  macvlan,
  sriov,
  spiderpoolIpam,
  testAttachment,
  testPool,
  testSubnet,
  testView,
} from '../../test-cluster.ts';
import type { NetworkDraft } from '../../workload/draft.ts';
import { type Change, nicOn, pools, subnets } from './rule-table.ts';

/** Of the network of subnet s-1. */
const seven = testPool('seven', { subnet: '10.7.0.0/16', ips: ['10.7.1.1-10.7.1.9'] });

export const view = testView({
  attachments: [
    macvlan,
    calico,
    sriov,
    testAttachment('macvlan-2', { type: 'macvlan', ipam: spiderpoolIpam }),
    testAttachment('dhcp', { type: 'macvlan', ipam: { type: 'dhcp' } }),
    testAttachment('broken', '{'),
    testAttachment('cilium', { plugins: [{ type: 'cilium-cni' }] }),
    testAttachment('with-default', {
      plugins: [
        { type: 'macvlan', ipam: { ...spiderpoolIpam, default_ipv4_ippool: ['p-1'] } },
        { type: 'coordinator' },
      ],
    }),
    // On the wire of `macvlan`, so that its network is known.
    testAttachment('neighbour', {
      type: 'macvlan',
      master: 'ens192',
      ipam: { ...spiderpoolIpam, default_ipv4_ippool: ['p-1'], default_ipv6_ippool: ['six'] },
    }),
    testAttachment('same-default', {
      type: 'macvlan',
      ipam: { ...spiderpoolIpam, default_ipv4_ippool: ['p-*'] },
    }),
    testAttachment('gone-default', {
      type: 'macvlan',
      master: 'ens192',
      ipam: { ...spiderpoolIpam, default_ipv4_ippool: ['no-such'] },
    }),
  ],
  pools: [testPool('p-1'), testPool('p-2'), testPool('six', { ipVersion: 6 }), seven],
  subnets: [
    testSubnet('s-1'),
    testSubnet('s-2', { subnet: '10.8.0.0/16' }),
    testSubnet('s-0', { subnet: '10.6.0.0/16', ips: ['10.6.7.1-10.6.7.9'] }),
    testSubnet('s-6', { ipVersion: 6, subnet: 'fd00:7::/64', ips: ['fd00:7::1-fd00:7::9'] }),
  ],
});
export const unreadable = {
  ...view,
  attachments: { state: 'forbidden' },
  pools: { state: 'forbidden' },
  subnets: { state: 'forbidden' },
} as const;

export function network(
  source: NetworkDraft['source'],
  nics: NetworkDraft['nics'],
  more: Partial<NetworkDraft> = {},
): Change {
  return (draft) => Object.assign(draft.network, { source, nics, ...more });
}

export const manual = (...nics: NetworkDraft['nics']) => ({ change: network('pools', nics), view });
export const fixed = (...nics: NetworkDraft['nics']) => ({ change: network('fixed', nics), view });
export const byDefault = (...nics: NetworkDraft['nics']) => ({ change: network('default', nics), view });
export const at = (path: string) => ({ at: `network.${path}` });
export const p1 = nicOn('macvlan', pools(['p-1']));
export const s1 = nicOn('macvlan', subnets('s-1'));
