import { describe, expect, it } from 'vitest';
import { attachment, macvlan, sriov } from '../scenarios/objects/attachment-objects.ts';
import { annotations } from '../spiderpool/names.ts';
import { failureOf, web } from './bench-web.ts';

const VF = 'spidernet.io/sriov_netdevice';

describe('what a main plugin says (reference 7.2, 23 and 25)', () => {
  const plugin = (name: string) => `[POD:${name}]: error adding container to network "${name}": `;
  const vf = sriov('kube-system/vf', { resourceName: VF });

  it.each([
    {
      title: '25: a master that the node does not have',
      nad: macvlan('kube-system/odd', { master: 'ens999' }),
      text: 'failed to lookup master "ens999": Link not found',
    },
    {
      title: 'a VLAN on a master that the node does not have',
      nad: macvlan('kube-system/odd', { master: 'ens999', vlan: 100 }),
      text: 'failed to lookup master "ens999.100": Link not found',
    },
    {
      title: 'an unknown plugin',
      nad: attachment('kube-system/odd', '{"type":"quantum"}'),
      text: 'failed to find plugin "quantum" in path [/opt/cni/bin]',
    },
  ])('$title', ({ nad, text }) => {
    expect(failureOf(web({ [annotations.networks]: 'kube-system/odd' }, { objects: [nad] }))).toBe(
      `${plugin('odd')}${text}`,
    );
  });

  it.each([
    { title: 'no device', networks: 'kube-system/vf', devices: undefined, fails: true },
    {
      title: 'one device for two NICs',
      networks: 'kube-system/vf,kube-system/vf',
      devices: '1',
      fails: true,
    },
    { title: 'a device for each NIC', networks: 'kube-system/vf,kube-system/vf', devices: '2', fails: false },
  ])('23: SR-IOV with $title', ({ networks, devices, fails }) => {
    const bench = web(
      { [annotations.networks]: networks },
      { objects: [vf], ...(devices === undefined ? {} : { devices: { [VF]: devices } }) },
    );
    if (fails)
      expect(failureOf(bench)).toBe(
        `${plugin('vf')}SRIOV-CNI failed to load netconf: LoadConf(): VF pci addr is required`,
      );
    else expect(bench.pods('web')[0]?.status).toMatchObject({ phase: 'Running' });
  });

  it('24: more devices than the nodes have', () => {
    const bench = web(
      { [annotations.networks]: 'kube-system/vf' },
      { objects: [vf], devices: { [VF]: '5' } },
    );
    const events = bench.store.list('v1/events').map(({ message }) => message);
    expect(events).toContainEqual(expect.stringContaining('Insufficient spidernet.io/sriov_netdevice'));
  });

  it('an interface name that is taken', () => {
    const bench = web({ [annotations.networks]: 'kube-system/net-a@x,kube-system/net-b@x' });
    expect(failureOf(bench)).toBe(
      `${plugin('net-b')}DelegateAdd: cannot set "macvlan" interface name to "x": validateIfName: interface name x already exists`,
    );
  });
});
