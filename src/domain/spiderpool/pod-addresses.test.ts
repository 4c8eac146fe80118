import { describe, expect, it } from 'vitest';
import type { Endpoint } from './endpoint.ts';
import { podNics, type PodFacts } from './pod-addresses.ts';

const networks = 'k8s.v1.cni.cncf.io/networks';
const networkStatus = 'k8s.v1.cni.cncf.io/network-status';

function pod(annotations: Record<string, string> = {}, more: Partial<PodFacts> = {}): PodFacts {
  return { namespace: 'default', uid: 'uid-1', annotations, hostNetwork: false, podIps: [], ...more };
}

function endpoint(podUid: string, nics: Endpoint['nics']): Endpoint {
  return {
    namespace: 'default',
    name: 'web-1',
    podUid,
    node: 'worker1',
    ownerKind: 'Deployment',
    ownerName: 'web',
    nics,
  };
}

const net1 = {
  interfaceName: 'net1',
  vlan: 0,
  ipv4: { address: '10.6.0.5/16', pool: 'p4', gateway: '10.6.0.1' },
  ipv6: { address: 'fd00::5/64', pool: 'p6' },
};

describe('podNics', () => {
  it('shows a Pod without any word from Multus as waiting on eth0', () => {
    expect(podNics(pod(), undefined)).toEqual([
      { interfaceName: 'eth0', attachment: '', vlan: 0, state: 'waiting' },
    ]);
  });

  it('shows requested NICs before they are there, a bare name in the namespace of the Pod', () => {
    const nics = podNics(pod({ [networks]: 'kube-system/macvlan,mine' }), undefined);
    expect(nics.map(({ interfaceName, attachment, state }) => [interfaceName, attachment, state])).toEqual([
      ['eth0', '', 'waiting'],
      ['net1', 'kube-system/macvlan', 'waiting'],
      ['net2', 'default/mine', 'waiting'],
    ]);
  });

  it('joins both sides: prefix, pool and gateway from Spiderpool, MAC and device from Multus', () => {
    const status = JSON.stringify([
      { name: 'k8s-pod-network', interface: 'eth0', ips: ['10.233.1.1'], mac: 'a', default: true },
      {
        name: 'kube-system/sriov',
        interface: 'net1',
        ips: ['10.6.0.5', 'fd00::5'],
        mac: 'b',
        'device-info': { pci: { 'pci-address': '0000:04:00.4' } },
      },
    ]);
    expect(podNics(pod({ [networkStatus]: status }), endpoint('uid-1', [net1]))).toEqual([
      {
        interfaceName: 'eth0',
        attachment: 'k8s-pod-network',
        ipv4: { address: '10.233.1.1', pool: '' },
        mac: 'a',
        vlan: 0,
        state: 'up',
      },
      {
        interfaceName: 'net1',
        attachment: 'kube-system/sriov',
        ipv4: net1.ipv4,
        ipv6: net1.ipv6,
        mac: 'b',
        vlan: 0,
        device: '0000:04:00.4',
        state: 'up',
      },
    ]);
  });

  it('shows partial progress of a Pod that then failed', () => {
    const nics = podNics(pod({ [networks]: 'a/x,a/y' }), endpoint('uid-1', [net1]));
    expect(nics.map(({ interfaceName, state }) => `${interfaceName} ${state}`)).toEqual([
      'eth0 waiting',
      'net1 allocated',
      'net2 waiting',
    ]);
  });

  it('does not take the record of an earlier Pod of the same name', () => {
    expect(podNics(pod(), endpoint('uid-0', [net1])).map(({ interfaceName }) => interfaceName)).toEqual([
      'eth0',
    ]);
  });

  it('sorts as the Pod has them: net2 before net10, whatever the order of the record', () => {
    const given = ['net10', 'net2', 'eth0'].map((interfaceName) => ({ interfaceName, vlan: 0 }));
    expect(podNics(pod(), endpoint('uid-1', given)).map(({ interfaceName }) => interfaceName)).toEqual([
      'eth0',
      'net2',
      'net10',
    ]);
  });

  it('has no NIC for a Pod on the host network', () => {
    expect(podNics(pod({}, { hostNetwork: true }), undefined)).toEqual([]);
  });

  it.each(['not json', '{}', '[1,null]', '[{"interface":5}]'])('tolerates the network-status %s', (text) => {
    expect(podNics(pod({ [networkStatus]: text }), undefined)).toHaveLength(1);
  });

  it.each([{}, { [networkStatus]: 'not json' }])(
    'takes eth0 from kubelet where Multus says nothing (%j)',
    (given) => {
      expect(podNics(pod(given, { podIps: ['10.233.64.1', 'fd00::1'] }), undefined)).toEqual([
        {
          interfaceName: 'eth0',
          attachment: '',
          ipv4: { address: '10.233.64.1', pool: '' },
          ipv6: { address: 'fd00::1', pool: '' },
          vlan: 0,
          state: 'up',
        },
      ]);
    },
  );
});
