import { describe, expect, it } from 'vitest';
import { decoded, macvlan, sriov, testAttachment } from '../test-cluster.ts';
import { deviceNeedOf } from './device-need.ts';
import { decodeMultusConfig, withRdmaResources } from './multus-config.ts';

const config = (spec: object, annotations: Record<string, string> = {}) =>
  decoded(decodeMultusConfig({ metadata: { name: 'macvlan', namespace: 'kube-system', annotations }, spec }));
const rdma = { master: ['ens192'], rdmaResourceName: 'spidernet.io/rdma' };

describe('a SpiderMultusConfig', () => {
  it.each(['macvlan', 'ipvlan', 'vlan', 'ipoib'])('of %s names its RDMA resource', (cniType) => {
    expect(config({ cniType, [cniType]: rdma })).toEqual({
      attachment: 'kube-system/macvlan',
      rdmaResourceName: 'spidernet.io/rdma',
    });
  });

  it.each([
    {},
    { cniType: 'macvlan', macvlan: { rdmaResourceName: '' } },
    { cniType: 'macvlan', ipvlan: rdma },
    { cniType: 'sriov', sriov: { resourceName: 'spidernet.io/vf' } },
    { cniType: 'macvlan', macvlan: 'x' },
    { cniType: 7, macvlan: { rdmaResourceName: 7 } },
  ])('%j names none', (spec) => {
    expect(config(spec)).toEqual({ attachment: 'kube-system/macvlan' });
  });

  it('is of the attachment of its name, or of the one that it asks for', () => {
    expect(config({}, { 'multus.spidernet.io/cr-name': 'other' }).attachment).toBe('kube-system/other');
  });

  it('needs a name', () => {
    expect(decodeMultusConfig({ spec: {} }).ok).toBe(false);
  });
});

describe('an attachment', () => {
  const made = config({ cniType: 'macvlan', macvlan: rdma });

  it('has the RDMA resource of the config that it was made of, and of no other', () => {
    const other = testAttachment('macvlan-2', { type: 'macvlan' });
    const [first, second] = withRdmaResources([macvlan, other], [made]);
    expect(first).toEqual({ ...macvlan, rdmaResourceName: 'spidernet.io/rdma' });
    expect(second).toBe(other);
  });

  it('stays in the same list where nothing needs RDMA', () => {
    const list = [macvlan];
    expect(withRdmaResources(list, [config({})])).toBe(list);
  });

  it('takes a device for each NIC with SR-IOV, and one for all of them with shared RDMA', () => {
    expect(deviceNeedOf(sriov)).toEqual({ name: 'spidernet.io/sriov', shared: false });
    const [first] = withRdmaResources([macvlan], [made]);
    expect(deviceNeedOf(first)).toEqual({ name: 'spidernet.io/rdma', shared: true });
    expect(deviceNeedOf(macvlan)).toBeUndefined();
    expect(deviceNeedOf(undefined)).toBeUndefined();
  });
});
