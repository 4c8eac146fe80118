import { describe, expect, it } from 'vitest';
import { macvlan, sriov } from '../scenarios/objects/attachment-objects.ts';
import { annotations } from '../spiderpool/names.ts';
import { web } from './bench-web.ts';

const json = JSON.stringify;
const VF = 'spidernet.io/sriov_netdevice';

describe('network-status and events (reference 6.4)', () => {
  it('lists every NIC, eth0 of the node first', () => {
    const bench = web(
      { [annotations.networks]: 'kube-system/net-b,kube-system/vf@data0' },
      { objects: [sriov('kube-system/vf', { resourceName: VF })], devices: { [VF]: '1' } },
    );
    const [pod] = bench.pods('web');
    expect(JSON.parse(pod?.metadata.annotations?.[annotations.networkStatus] ?? '')).toEqual([
      {
        name: 'k8s-pod-network',
        interface: 'eth0',
        ips: [((pod?.status ?? {}) as { podIP?: string }).podIP],
        mac: expect.any(String),
        default: true,
        dns: {},
      },
      {
        name: 'kube-system/net-b',
        interface: 'net1',
        ips: ['10.7.1.1'],
        mac: expect.any(String),
        dns: {},
        gateway: ['10.7.0.1'],
      },
      {
        name: 'kube-system/vf',
        interface: 'data0',
        ips: ['10.6.1.1'],
        mac: expect.any(String),
        dns: {},
        gateway: ['10.6.0.1'],
        'device-info': {
          type: 'pci',
          version: '1.1.0',
          pci: { 'pci-address': expect.stringMatching(/^0000:04:[01][0-9a-f]\.[0-7]$/) },
        },
      },
    ]);
    const lines = bench.store
      .list('v1/events')
      .filter(({ reason }) => reason === 'AddedInterface')
      .map(({ message }) => message);
    expect(lines).toEqual(
      expect.arrayContaining([
        'Add net1 [10.7.1.1/16] from kube-system/net-b',
        'Add data0 [10.6.1.1/16] from kube-system/vf',
      ]),
    );
  });

  it('names the attachment of eth0 when there is one, and none of its addresses without IPAM', () => {
    const bench = web(
      { [annotations.networks]: 'kube-system/no-ipam' },
      {
        objects: [macvlan('kube-system/no-ipam', { master: 'ens192', disableIPAM: true })],
        clusterNetwork: 'kube-system/calico',
      },
    );
    const [pod] = bench.pods('web');
    expect(JSON.parse(pod?.metadata.annotations?.[annotations.networkStatus] ?? '')).toEqual([
      expect.objectContaining({ name: 'kube-system/calico', interface: 'eth0', default: true }),
      { name: 'kube-system/no-ipam', interface: 'net1', mac: expect.any(String), dns: {} },
    ]);
  });

  it('is written once all NICs are up, and not before', () => {
    const bench = web({ [annotations.networks]: 'kube-system/net-a,kube-system/nobody' });
    expect(bench.pods('web')[0]?.metadata.annotations).not.toHaveProperty([annotations.networkStatus]);
  });

  it('gives the MAC address that the annotation asks for, and ignores addresses that it asks for', () => {
    const bench = web({
      [annotations.networks]: json([
        { name: 'net-a', namespace: 'kube-system', mac: '02:00:00:00:00:09', ips: ['10.6.1.7/16'] },
      ]),
    });
    const status = JSON.parse(
      bench.pods('web')[0]?.metadata.annotations?.[annotations.networkStatus] ?? '',
    ) as unknown[];
    expect(status[1]).toMatchObject({ mac: '02:00:00:00:00:09', ips: ['10.6.1.1'] });
  });
});
