import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeAttachment, isOverlay, usesSpiderpool } from './attachment.ts';
import type { Attachment } from './attachment.ts';

function attachment(
  config: unknown,
  more: { name?: string; annotations?: Record<string, string> } = {},
): Attachment {
  const { name = 'nad', annotations = {} } = more;
  const decoded = decodeAttachment({
    metadata: { name, namespace: 'kube-system', annotations },
    spec: { config: typeof config === 'object' ? JSON.stringify(config) : config },
  });
  if (!decoded.ok) throw new Error(decoded.error.code);
  return decoded.value;
}

const spiderpool = {
  type: 'spiderpool',
  default_ipv4_ippool: ['v4-a', 'v4-b'],
  default_ipv6_ippool: ['v6-*'],
};

describe('decodeAttachment', () => {
  it('reads a chain of the SpiderMultusConfig controller', () => {
    const chain = {
      cniVersion: '0.3.1',
      name: 'macvlan-vlan100',
      plugins: [
        { type: 'ifacer', interfaces: ['ens192'], vlanID: 100 },
        { type: 'macvlan', master: 'ens192.100', mode: 'bridge', ipam: spiderpool },
        { type: 'coordinator', mode: 'auto', podDefaultRouteNic: 'net1' },
      ],
    };
    expect(attachment(chain, { name: 'macvlan-vlan100' })).toEqual({
      id: 'kube-system/macvlan-vlan100',
      namespace: 'kube-system',
      name: 'macvlan-vlan100',
      config: {
        kind: 'decoded',
        cniType: 'macvlan',
        cniName: 'macvlan-vlan100',
        master: 'ens192.100',
        vlan: 100,
        ipamType: 'spiderpool',
        spiderpool: true,
        overlay: false,
        defaultPools: { ipv4: ['v4-a', 'v4-b'], ipv6: ['v6-*'] },
        coordinator: true,
        coordinatorMode: 'auto',
        podDefaultRouteNic: 'net1',
        matchMasterSubnet: false,
      },
    });
  });

  it('reads a single plugin written by hand, with its resource', () => {
    const sriov = { type: 'sriov', vlan: 6, ipam: { type: 'spiderpool', match_master_subnet: true } };
    expect(
      attachment(sriov, { annotations: { 'k8s.v1.cni.cncf.io/resourceName': 'spidernet.io/sriov' } }),
    ).toMatchObject({
      resourceName: 'spidernet.io/sriov',
      config: {
        cniType: 'sriov',
        vlan: 6,
        matchMasterSubnet: true,
        coordinator: false,
        defaultPools: { ipv4: [] },
      },
    });
  });

  it.each([
    ['podDefaultRouteNic', 'net1', 'net1'],
    ['podDefaultRouteNIC', 'net1', 'net1'],
    ['podDefaultRouteNic', '', undefined],
    ['podDefaultRouteNic', 5, undefined],
  ])('reads the route NIC of the coordinator: %s %j', (key, value, routeNic) => {
    const { config } = attachment({ plugins: [{ type: 'macvlan' }, { type: 'coordinator', [key]: value }] });
    expect(config.kind === 'decoded' && config.podDefaultRouteNic).toBe(routeNic);
    expect(config).toMatchObject({ coordinator: true });
  });

  it('reads ovs, whose bridge is what the NIC stands on', () => {
    expect(attachment({ type: 'ovs', bridge: 'br1', vlan: 0 }).config).toMatchObject({ master: 'br1' });
    expect(attachment({ type: 'ovs', bridge: 'br1', vlan: 0 }).config).not.toHaveProperty('vlan');
  });

  const eth0: [story: string, config: unknown, draws: boolean][] = [
    ['macvlan with Spiderpool', { type: 'macvlan', ipam: spiderpool }, true],
    ['Calico with its own IPAM', { type: 'calico', ipam: { type: 'calico-ipam' } }, false],
    ['Calico with Spiderpool', { type: 'calico', ipam: { type: 'spiderpool' } }, true],
    [
      'Weave in a chain with Spiderpool',
      { plugins: [{ type: 'weave-net', ipam: { type: 'spiderpool' } }, { type: 'portmap' }] },
      true,
    ],
    ['macvlan with disableIPAM', { type: 'macvlan', master: 'ens192' }, false],
    ['macvlan with another IPAM', { type: 'macvlan', ipam: { type: 'whereabouts' } }, false],
    ['an empty config: the CNI file of the node', '', false],
    ['no JSON', '{', false],
  ];
  it.each(eth0)('draws from Spiderpool (1.7): %s', (_story, config, draws) => {
    expect(usesSpiderpool(attachment(config))).toBe(draws);
  });

  const overlay: [story: string, config: unknown, name: string, is: boolean][] = [
    ['Calico by type', { type: 'calico' }, 'k8s-pod-network', true],
    ['Cilium by type', { plugins: [{ type: 'cilium-cni' }] }, 'x', true],
    ['an underlay that is named like an overlay', { type: 'macvlan', ipam: spiderpool }, 'calico', false],
    ['a CNI file: the cluster network', '', 'calico', true],
    ['an unknown type is not taken for an overlay', { type: 'my-cni' }, 'x', false],
    ['an unreadable one is not taken for anything', 'no JSON', 'x', false],
  ];
  it.each(overlay)('overlay: %s', (_story, config, name, is) => {
    expect(isOverlay(attachment(config, { name }))).toBe(is);
  });

  const hostile: [story: string, config: unknown, expected: object][] = [
    ['not JSON', 'type: macvlan', { kind: 'unreadable', problem: 'notJson' }],
    ['a list', '[]', { kind: 'unreadable', problem: 'notObject' }],
    ['null', 'null', { kind: 'unreadable', problem: 'notObject' }],
    ['a number', 5, { kind: 'unreadable', problem: 'notText' }],
    ['no type', '{"cniVersion":"0.3.1"}', { kind: 'unreadable', problem: 'noPlugin' }],
    ['a type that is no text', '{"type":5}', { kind: 'unreadable', problem: 'noPlugin' }],
    ['plugins that are none', '{"plugins":[null,5,{}]}', { kind: 'unreadable', problem: 'noPlugin' }],
    [
      'a first plugin without a type',
      '{"plugins":[{"master":"ens192"},{"type":"macvlan"}]}',
      { kind: 'unreadable', problem: 'noPlugin' },
    ],
    [
      'a type of its own beside plugins',
      '{"type":"macvlan","plugins":[{"type":"sriov"}]}',
      { kind: 'decoded', cniType: 'macvlan' },
    ],
    ['100,000 open brackets', '['.repeat(100_000), { kind: 'unreadable', problem: 'notJson' }],
    ['a missing config', undefined, { kind: 'file' }],
    [
      'pools that are no list',
      '{"type":"macvlan","ipam":{"type":"spiderpool","default_ipv4_ippool":"a"}}',
      { kind: 'decoded', defaultPools: { ipv4: [] } },
    ],
    [
      'a master that is no text',
      '{"type":"macvlan","master":["a"]}',
      { kind: 'decoded', cniType: 'macvlan' },
    ],
    [
      'a prototype',
      '{"type":"macvlan","__proto__":{"master":"evil"}}',
      { kind: 'decoded', cniType: 'macvlan' },
    ],
  ];
  it.each(hostile)('goes on with %s', (_story, config, expected) => {
    const { config: decoded } = attachment(config);
    expect(decoded).toMatchObject(expected);
    expect(decoded).not.toHaveProperty('master');
  });

  it('needs no more than a name, whatever the object', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (metadata, spec) => {
        const decoded = decodeAttachment({ metadata, spec });
        if (!decoded.ok) expect(decoded.error).toEqual({ code: 'noName' });
      }),
    );
    for (const object of [undefined, null, 5, [], {}, { metadata: null }, { metadata: { name: 5 } }]) {
      expect(decodeAttachment(object)).toEqual({ ok: false, error: { code: 'noName' } });
    }
  });
});
