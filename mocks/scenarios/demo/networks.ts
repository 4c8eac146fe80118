import type { NewKubeObject } from '../../store/store.ts';
import { attachment, coordinator, ipvlan, macvlan, sriov } from '../objects/attachment-objects.ts';
import { SRIOV_RESOURCE } from './cluster.ts';

/** Two networks of the data centre: 10.6.0.0/16 behind ens192 and 10.7.0.0/16 behind ens224. */
export const attachments: readonly NewKubeObject[] = [
  coordinator(),
  attachment('kube-system/calico'),
  macvlan('kube-system/macvlan-ens192', {
    master: 'ens192',
    pools: { ipv4: ['ens192-default-v4'], ipv6: ['ens192-default-v6'] },
  }),
  macvlan('kube-system/macvlan-ens224', { master: 'ens224', pools: { ipv4: ['ens224-default-v4'] } }),
  ipvlan('kube-system/ipvlan-ens192', { master: 'ens192', pools: { ipv4: ['ipvlan-default-v4'] } }),
  sriov('kube-system/sriov-ens224', { resourceName: SRIOV_RESOURCE, pools: { ipv4: ['sriov-default-v4'] } }),
  macvlan('team-a/macvlan-vlan100', { master: 'ens192', vlan: 100 }),
];

/** Attachments that need care: without default pools, without IPAM, and one that nobody can read. */
export const oddAttachments: readonly NewKubeObject[] = [
  macvlan('kube-system/macvlan-no-pools', { master: 'ens192' }),
  macvlan('kube-system/macvlan-no-ipam', { master: 'ens224', disableIPAM: true }),
  attachment('kube-system/broken-json', '{"cniVersion": "0.3.1", "type": "macvlan", "master": "ens192"'),
];
