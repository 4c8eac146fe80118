import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNetworkStatus } from './network-status.ts';

const KEY = 'k8s.v1.cni.cncf.io/network-status';
const OLD_KEY = 'k8s.v1.cni.cncf.io/networks-status';

const text = JSON.stringify([
  {
    name: 'k8s-pod-network',
    interface: 'eth0',
    ips: ['10.233.73.210'],
    mac: 'a2:99:9d:04:01:80',
    default: true,
    dns: {},
  },
  {
    name: 'kube-system/macvlan-ens192',
    interface: 'net1',
    ips: ['10.6.212.145'],
    gateway: ['10.6.0.1'],
    mtu: 1500,
  },
  {
    name: 'kube-system/sriov',
    interface: 'net2',
    ips: ['10.8.0.5'],
    'device-info': { type: 'pci', pci: { 'pci-address': '0000:04:00.4' } },
  },
]);

describe('readNetworkStatus (domain reference 6.4)', () => {
  it.each([KEY, OLD_KEY])('reads %s', (key) => {
    expect(readNetworkStatus({ [key]: text })).toEqual({
      state: 'read',
      nics: [
        {
          network: 'k8s-pod-network',
          interfaceName: 'eth0',
          ips: ['10.233.73.210'],
          mac: 'a2:99:9d:04:01:80',
          isDefault: true,
          gateways: [],
        },
        {
          network: 'kube-system/macvlan-ens192',
          interfaceName: 'net1',
          ips: ['10.6.212.145'],
          isDefault: false,
          gateways: ['10.6.0.1'],
        },
        {
          network: 'kube-system/sriov',
          interfaceName: 'net2',
          ips: ['10.8.0.5'],
          isDefault: false,
          gateways: [],
          pciDevice: '0000:04:00.4',
        },
      ],
    });
  });

  it('prefers the new key', () => {
    expect(readNetworkStatus({ [OLD_KEY]: text, [KEY]: '[]' })).toEqual({ state: 'read', nics: [] });
  });

  it('knows the difference between absent and unreadable', () => {
    expect(readNetworkStatus({})).toEqual({ state: 'absent' });
    expect(readNetworkStatus({ [KEY]: '' })).toEqual({ state: 'absent' });
    expect(readNetworkStatus({ [KEY]: '{' })).toEqual({ state: 'unreadable', key: KEY });
    expect(readNetworkStatus({ [OLD_KEY]: '{}' })).toEqual({ state: 'unreadable', key: OLD_KEY });
  });

  it('leaves out what is no NIC and keeps the rest', () => {
    expect(readNetworkStatus({ [KEY]: '[null,5,{"interface":"net1","ips":"10.6.0.5","mac":7}]' })).toEqual({
      state: 'read',
      nics: [{ network: '', interfaceName: 'net1', ips: [], isDefault: false, gateways: [] }],
    });
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        expect(readNetworkStatus({ [KEY]: json }).state).not.toBe('absent');
      }),
    );
  });
});
