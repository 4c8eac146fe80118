import { describe, expect, it } from 'vitest';
import { macvlan } from '../../scenarios/objects/attachment-objects.ts';
import type { NewKubeObject } from '../../store/store.ts';
import { createBench } from '../bench.ts';
import { bareCluster } from '../bench-objects.ts';
import { ATTACHMENTS, MULTUS_CONFIGS } from '../names.ts';

function multusConfig(spec: unknown, annotations: Record<string, string> = {}): NewKubeObject {
  return {
    apiVersion: 'spiderpool.spidernet.io/v2beta1',
    kind: 'SpiderMultusConfig',
    metadata: { name: 'x', namespace: 'kube-system', annotations },
    spec,
  };
}

function render(object: NewKubeObject, name = 'x') {
  const bench = createBench([...bareCluster, object]);
  bench.run(1);
  return bench.store.get(ATTACHMENTS, 'kube-system', name);
}

const coordinator = { type: 'coordinator', mode: 'auto', tunePodRoutes: true, txQueueLen: 0 };

describe('the attachment of a SpiderMultusConfig (reference 2.5)', () => {
  it.each([
    {
      title: 'macvlan',
      spec: { cniType: 'macvlan', macvlan: { master: ['ens192'], ippools: { ipv4: ['a'], ipv6: ['b'] } } },
      plugins: [
        {
          type: 'macvlan',
          master: 'ens192',
          mode: 'bridge',
          mtu: 0,
          ipam: { type: 'spiderpool', default_ipv4_ippool: ['a'], default_ipv6_ippool: ['b'] },
        },
        coordinator,
      ],
    },
    {
      title: 'macvlan on a VLAN, without coordinator and IPAM',
      spec: {
        cniType: 'macvlan',
        macvlan: { master: ['ens192'], vlanID: 100 },
        enableCoordinator: false,
        disableIPAM: true,
      },
      plugins: [
        { type: 'ifacer', interfaces: ['ens192'], vlanID: 100 },
        { type: 'macvlan', master: 'ens192.100', mode: 'bridge', mtu: 0 },
      ],
    },
    {
      title: 'ipvlan on a bond',
      spec: { cniType: 'ipvlan', ipvlan: { master: ['ens192', 'ens224'], bond: { name: 'bond0', mode: 1 } } },
      plugins: [
        { type: 'ifacer', interfaces: ['ens192', 'ens224'], bond: { name: 'bond0', mode: 1, options: '' } },
        { type: 'ipvlan', master: 'bond0', mtu: 0, ipam: { type: 'spiderpool' } },
        coordinator,
      ],
    },
    {
      title: 'vlan',
      spec: { cniType: 'vlan', vlan: { master: ['ens192'], vlanID: 7 } },
      plugins: [
        {
          type: 'vlan',
          master: 'ens192',
          vlanMode: 'manual',
          vlanId: 7,
          mtu: 0,
          ipam: { type: 'spiderpool' },
        },
        coordinator,
      ],
    },
    {
      title: 'sriov with everything',
      spec: {
        cniType: 'sriov',
        sriov: {
          resourceName: 'spidernet.io/vf',
          vlanID: 5,
          mtu: 9000,
          rdmaIsolation: true,
          ippools: { ipv4: ['a'], matchMasterSubnet: true },
        },
        chainCNIJsonData: ['{"type":"sbr"}'],
      },
      plugins: [
        {
          type: 'sriov',
          vlan: 5,
          min_tx_rate: 0,
          max_tx_rate: 0,
          ipam: { type: 'spiderpool', default_ipv4_ippool: ['a'], match_master_subnet: true },
        },
        { type: 'rdma' },
        { type: 'sbr' },
        coordinator,
        { type: 'tuning', mtu: 9000 },
      ],
    },
    {
      title: 'ib-sriov',
      spec: { cniType: 'ib-sriov', ibsriov: { resourceName: 'spidernet.io/ib' } },
      plugins: [
        {
          type: 'ib-sriov',
          pkey: '',
          link_state: 'enable',
          rdmaIsolation: true,
          ibKubernetesEnabled: false,
          ipam: { type: 'spiderpool' },
        },
        coordinator,
      ],
    },
    {
      title: 'ipoib',
      spec: { cniType: 'ipoib', ipoib: { master: 'ib0' } },
      plugins: [{ type: 'ipoib', master: 'ib0', ipam: { type: 'spiderpool' } }, coordinator],
    },
    {
      title: 'ovs',
      spec: { cniType: 'ovs', ovs: { bridge: 'br1', trunk: [{ minID: 1, maxID: 9 }] } },
      plugins: [
        {
          type: 'ovs',
          vlan: 0,
          bridge: 'br1',
          trunk: [{ minID: 1, maxID: 9 }],
          ipam: { type: 'spiderpool' },
        },
        coordinator,
      ],
    },
    {
      title: 'a coordinator of its own',
      spec: {
        cniType: 'macvlan',
        macvlan: { master: ['ens192'] },
        coordinator: { mode: 'overlay', podDefaultRouteNIC: 'net1' },
      },
      plugins: [
        { type: 'macvlan', master: 'ens192', mode: 'bridge', mtu: 0, ipam: { type: 'spiderpool' } },
        expect.objectContaining({ type: 'coordinator', mode: 'overlay', podDefaultRouteNic: 'net1' }),
      ],
    },
  ])('of $title', ({ spec, plugins }) => {
    const { config } = (render(multusConfig(spec))?.spec ?? {}) as { config?: string };
    expect(JSON.parse(config ?? '')).toEqual({ cniVersion: '0.3.1', name: 'x', plugins });
  });

  it.each([
    { title: 'the text as it is', customCNI: '{"type": "calico"}', spec: { config: '{"type": "calico"}' } },
    { title: 'nothing, for which Multus reads a file', customCNI: undefined, spec: {} },
  ])('of a custom one is $title', ({ customCNI, spec }) => {
    expect(
      render(multusConfig({ cniType: 'custom', ...(customCNI === undefined ? {} : { customCNI }) }))?.spec,
    ).toEqual(spec);
  });

  it('carries annotations, the device resource and its owner', () => {
    const object = render(
      multusConfig(
        { cniType: 'sriov', sriov: { resourceName: 'spidernet.io/vf' } },
        { 'multus.spidernet.io/cr-name': 'other', team: 'a' },
      ),
      'other',
    );
    expect(object?.metadata).toMatchObject({
      annotations: { team: 'a', 'k8s.v1.cni.cncf.io/resourceName': 'spidernet.io/vf' },
      ownerReferences: [{ kind: 'SpiderMultusConfig', name: 'x', controller: true }],
    });
  });

  it('follows the annotations for version and name', () => {
    const object = render(
      multusConfig(
        { cniType: 'macvlan', macvlan: { master: ['ens192'] } },
        { 'multus.spidernet.io/cni-version': '1.0.0', 'cni.spidernet.io/cniconfig-name': 'data' },
      ),
    );
    expect(JSON.parse(((object?.spec ?? {}) as { config: string }).config)).toMatchObject({
      cniVersion: '1.0.0',
      name: 'data',
    });
  });

  it('is repaired, changed and deleted with its owner', () => {
    const bench = createBench([...bareCluster, macvlan('kube-system/mine', { master: 'ens192' })]);
    bench.run(1);
    const config = () =>
      (bench.store.get(ATTACHMENTS, 'kube-system', 'mine')?.spec as { config: string } | undefined)?.config;
    const before = config();
    bench.change(ATTACHMENTS, 'kube-system', 'mine', (object) => {
      object.spec = { config: '{}' };
    });
    bench.run(1);
    expect(config()).toBe(before);
    bench.change(MULTUS_CONFIGS, 'kube-system', 'mine', (object) => {
      object.spec = { ...(object.spec as object), macvlan: { master: ['ens224'] } };
    });
    bench.run(1);
    expect(config()).toContain('"master":"ens224"');
    bench.remove(MULTUS_CONFIGS, 'kube-system', 'mine');
    bench.run(5);
    expect(config()).toBeUndefined();
  });
});
