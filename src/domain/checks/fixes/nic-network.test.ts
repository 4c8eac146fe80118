import { describe, expect, it } from 'vitest';
import {
  macvlan,
  spiderpoolIpam,
  testAttachment,
  testNamespace,
  testPool,
  testSubnet,
  testView,
} from '../../test-cluster.ts';
import { known } from '../../cluster-view.ts';
import type { Draft } from '../../workload/draft.ts';
import { allFindings } from '../all-findings.ts';
import type { CheckCode } from '../finding-code.ts';
import { network } from '../rules/nic-changes.ts';
import { nicOn, pools, soundDraft, subnets } from '../rules/rule-table.ts';
import type { Fix } from './fix.ts';
import { fixOf } from './fix-of.ts';

const on = (name: string, master: string, more: { vlan?: number; pools?: string[] } = {}) =>
  testAttachment(name, {
    plugins: [
      {
        type: 'macvlan',
        master,
        vlan: more.vlan,
        ipam: { ...spiderpoolIpam, default_ipv4_ippool: more.pools },
      },
    ],
  });
const net7 = { subnet: '10.7.0.0/16', ips: ['10.7.0.10-10.7.0.99'] };
const ten = (third: number) => ({ ips: [`10.6.${third}.10-10.6.${third}.19`] });

/** 10.6.0.0/16 behind ens192 and 10.7.0.0/16 behind ens224, beside a pool of another network that has the most. */
const cluster = {
  attachments: [
    on('ens192', 'ens192', { pools: ['default-6'] }),
    on('ens224', 'ens224', { pools: ['default-7'] }),
    on('bare', 'ens192'),
    on('vlan-100', 'ens192', { vlan: 100 }),
    on('bound', 'ens300'),
    macvlan,
  ],
  pools: [
    testPool('big', { subnet: '10.120.0.0/16', ips: ['10.120.0.1-10.120.255.254'] }),
    testPool('default-6', ten(1)),
    testPool('default-7', { subnet: '10.7.0.0/16', ips: ['10.7.1.10-10.7.1.19'] }),
    testPool('shared-6', { ips: ['10.6.2.10-10.6.2.29'] }),
    testPool('shared-7', net7),
    testPool('team-6', { ...ten(3), namespaceName: ['team-a'] }),
    testPool('off-8', { subnet: '10.8.0.0/16', ips: ['10.8.0.1-10.8.0.9'], disable: true }),
    testPool('tied-9', {
      subnet: '10.9.0.0/16',
      ips: ['10.9.0.1-10.9.0.9'],
      multusName: ['kube-system/bound'],
    }),
  ],
  subnets: [
    testSubnet('subnet-6', { subnet: '10.6.0.0/16', ips: ['10.6.9.1-10.6.9.9'] }),
    testSubnet('subnet-7'),
    testSubnet('subnet-big', { subnet: '10.120.0.0/16', ips: ['10.120.0.1-10.120.255.254'] }),
  ],
};
const view = testView(cluster);

function draftOf(change: (draft: Draft) => unknown): Draft {
  const draft = soundDraft();
  change(draft);
  return draft;
}

const manual = (...nics: Parameters<typeof network>[1]) => draftOf(network('pools', nics));
const byDefault = (...nics: Parameters<typeof network>[1]) => draftOf(network('default', nics));
const fixed = (...nics: Parameters<typeof network>[1]) => draftOf(network('fixed', nics));

/** What the button of the finding does at its path; `undefined` where there is none. */
function fixAt(code: CheckCode, draft: Draft, in_ = view, nic = 0): Fix | undefined {
  const finding = allFindings(draft, in_).find(
    ({ code: each, path }) =>
      each === code && (path === 'network.source' || path.startsWith(`network.nics.${nic}.`)),
  );
  if (finding === undefined) throw new Error(`no ${code}`);
  return fixOf(finding, draft, in_);
}

const chosen = (fix: Fix | undefined) => fix?.draft.network.nics.map((nic) => nic.pools.ipv4.join());

describe('a pool in place of another', () => {
  it.each(['bare', 'vlan-100', 'macvlan'])('is of the same network, on %s', (name) => {
    const fix = fixAt('nic.poolRefused', manual(nicOn(name, pools(['team-6']))));
    expect(fix?.params).toEqual({ name: 'shared-6' });
  });

  it('is none where the network has no other', () => {
    expect(fixAt('nic.poolRefused', manual(nicOn('macvlan', pools(['off-8']))))).toBeUndefined();
  });

  it('is of the network of the default pools where the two do not agree', () => {
    const twice = manual(nicOn('ens192', pools(['shared-6'])), nicOn('ens224', pools(['shared-6'])));
    expect(fixAt('nic.samePool', twice, view, 1)?.params).toEqual({ name: 'shared-7' });
  });

  it('is of the VLAN of the one replaced', () => {
    const tagged = testView({
      ...cluster,
      pools: [
        testPool('old', { vlan: 100, disable: true, ...ten(1) }),
        testPool('untagged', { ips: ['10.6.2.1-10.6.2.99'] }),
        testPool('other-tag', { vlan: 200, ips: ['10.6.3.1-10.6.3.99'] }),
        testPool('same-tag', { vlan: 100, ...ten(4) }),
      ],
    });
    const fix = fixAt('nic.poolRefused', manual(nicOn('vlan-100', pools(['old']))), tagged);
    expect(fix?.params).toEqual({ name: 'same-tag' });
  });
});

describe('a pool for a NIC that has none', () => {
  it.each([
    ['default pools', 'ens224', 'shared-7'],
    ['other attachments of the same master and VLAN', 'bare', 'shared-6'],
    ['pools that are bound to the attachment', 'bound', 'tied-9'],
  ])('is of the network that %s tell', (_, name, pool) => {
    expect(fixAt('nic.poolRequired', manual(nicOn(name)))?.params).toEqual({ name: pool });
  });

  it.each(['vlan-100', 'macvlan'])('is none on %s, of which nothing tells the network', (name) => {
    const alone = testView({ ...cluster, attachments: [on('vlan-100', 'ens192', { vlan: 100 }), macvlan] });
    expect(fixAt('nic.poolRequired', manual(nicOn(name)), alone)).toBeUndefined();
  });
});

describe('a subnet', () => {
  it('is of the network that is known', () => {
    expect(fixAt('nic.subnetRequired', fixed(nicOn('bare')))?.params).toEqual({ name: 'subnet-6' });
    expect(fixAt('nic.subnetRequired', fixed(nicOn('vlan-100')))).toBeUndefined();
  });

  it('is none in place of the only one of its network', () => {
    const twice = fixed(nicOn('ens192', subnets('subnet-6')), nicOn('bare', subnets('subnet-6')));
    expect(fixAt('nic.sameSubnet', twice, view, 1)).toBeUndefined();
  });
});

describe('pools chosen for all NICs', () => {
  it('are of the network of each, its default pools first, and end where the network has no more', () => {
    const eight = byDefault(...Array.from({ length: 8 }, () => nicOn('ens192')));
    const fix = fixAt('nic.sameDefaultPool', eight, view, 1);
    expect(chosen(fix)).toEqual(['default-6', 'shared-6', '', '', '', '', '', '']);
    const left = fix && allFindings(fix.draft, view).filter(({ code }) => code === 'nic.poolRequired');
    expect(left).toHaveLength(6);
  });

  it('are not offered at a NIC that would have none', () => {
    const eight = byDefault(...Array.from({ length: 8 }, () => nicOn('ens192')));
    expect(fixAt('nic.sameDefaultPool', eight, view, 2)).toBeUndefined();
  });

  it('are of the families that a NIC draws from now, and of no other alone', () => {
    const net6 = { ipVersion: 6, subnet: 'fd00:6::/64' };
    const dual = testView({
      ...cluster,
      attachments: [
        testAttachment('dual', {
          type: 'macvlan',
          ipam: {
            ...spiderpoolIpam,
            default_ipv4_ippool: ['default-6'],
            default_ipv6_ippool: ['six'],
          },
        }),
      ],
      pools: [
        ...cluster.pools,
        testPool('six', net6),
        testPool('six-more', { ...net6, ips: ['fd00:6::50-fd00:6::59'] }),
        testPool('six-most', { ...net6, ips: ['fd00:6::100-fd00:6::1ff'] }),
      ],
    });
    const fix = fixAt(
      'nic.sameDefaultPool',
      byDefault(...Array.from({ length: 3 }, () => nicOn('dual'))),
      dual,
      1,
    );
    expect(fix?.draft.network.nics.map(({ pools: { ipv4, ipv6 } }) => [...ipv4, ...ipv6])).toEqual([
      ['default-6', 'six'],
      ['shared-6', 'six-most'],
      [],
    ]);
    const few = testView({
      attachments: known(dual.attachments) ?? [],
      pools: (known(dual.pools) ?? []).filter(({ name }) => name !== 'shared-6' && name !== 'team-6'),
    });
    const other = testAttachment('one', {
      type: 'macvlan',
      ipam: { ...spiderpoolIpam, default_ipv4_ippool: ['default-6'] },
    });
    const two = {
      ...few,
      attachments: { state: 'known', value: [...(known(few.attachments) ?? []), other] },
    } as const;
    // The IPv6 pool of `dual` is free, and the IPv4 one is not.
    const draft = byDefault(nicOn('one'), nicOn('dual'));
    expect(fixAt('nic.sameDefaultPool', draft, two, 1)).toBeUndefined();
  });

  it('leave each attachment its own default pools', () => {
    const mixed = byDefault(nicOn('bare'), nicOn('ens192'), nicOn('ens192'));
    const few = testView({ ...cluster, pools: cluster.pools.filter(({ name }) => name !== 'shared-6') });
    expect(fixAt('nic.noDefaultPool', mixed, few)).toBeUndefined();
    expect(chosen(fixAt('nic.noDefaultPool', mixed))).toEqual(['shared-6', 'default-6', '']);
  });

  it("are those of the namespace's annotation where the attachment names none", () => {
    const annotations = { 'ipam.spidernet.io/default-ipv4-ippool': '["shared-6"]' };
    const payments = testView({ ...cluster, namespaces: [testNamespace('default', { annotations })] });
    const draft = byDefault(nicOn('vlan-100'), nicOn('vlan-100'), nicOn('ens224'));
    expect(chosen(fixAt('network.namespacePools', draft, payments))).toEqual([
      'shared-6',
      'default-6',
      'default-7',
    ]);
  });
});

describe('an attachment in place of another', () => {
  it('is one whose network the chosen pools are of', () => {
    const fix = fixAt('nic.attachmentUnknown', manual(nicOn('gone', pools(['shared-7']))));
    expect(fix?.params['name']).not.toBe('kube-system/ens192');
  });
});
