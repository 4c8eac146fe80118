import { describe, expect, it } from 'vitest';
import type { ClusterView } from '../cluster-view.ts';
import { testSubnet, testView } from '../test-cluster.ts';
import type { Subnet } from './subnet.ts';
import { explainSubnet, subnetsFor } from './subnet-eligibility.ts';
import type { SubnetAsker } from './subnet-eligibility.ts';

const handedOut = { controlledIPPools: '{"p":{"ips":["10.7.0.10-10.7.0.16"]}}' };
const deletionTimestamp = '2026-01-01T00:00:00Z';

const rows: [
  story: string,
  subnet: Subnet,
  asker: SubnetAsker,
  view: ClusterView,
  codes: string[],
  upstream?: string,
][] = [
  ['enough for the workload', testSubnet('s', {}, handedOut), { family: 'ipv4', needed: 3n }, testView(), []],
  [
    'one address too few',
    testSubnet('s', {}, handedOut),
    { family: 'ipv4', needed: 4n },
    testView(),
    ['subnet.tooFew'],
    "insufficient subnet FreeIPs, required '4' but only left '3'",
  ],
  [
    'reserved addresses are not free',
    testSubnet('s', {}, handedOut),
    { family: 'ipv4', needed: 3n },
    testView({ reserved: ['10.7.0.19'] }),
    ['subnet.tooFew'],
    "insufficient subnet FreeIPs, required '3' but only left '2'",
  ],
  [
    'nothing left',
    testSubnet('s', { ips: [] }),
    { family: 'ipv4', needed: 1n },
    testView(),
    ['subnet.exhausted'],
    "insufficient subnet FreeIPs, required '1' but only left '0'",
  ],
  [
    'nothing left, and nobody says how many',
    testSubnet('s', { ips: [] }),
    { family: 'ipv4' },
    testView(),
    ['subnet.exhausted'],
  ],
  [
    'nothing left and nothing needed',
    testSubnet('s', { ips: [] }),
    { family: 'ipv4', needed: 0n },
    testView(),
    [],
  ],
  [
    'terminating',
    testSubnet('s', {}, { deletionTimestamp }),
    { family: 'ipv4' },
    testView(),
    ['subnet.terminating'],
  ],
  ['of the other family', testSubnet('s'), { family: 'ipv6' }, testView(), ['subnet.wrongFamily']],
  [
    'auto pools off',
    testSubnet('s'),
    { family: 'ipv4' },
    testView({ settings: { enableAutoPool: false } }),
    ['subnet.autoPoolDisabled'],
    "it's invalid to use 'ipam.spidernet.io/subnets' or 'ipam.spidernet.io/subnet' annotation when Auto-Pool feature is disabled",
  ],
  [
    'the feature off: one reason is enough',
    testSubnet('s'),
    { family: 'ipv4' },
    testView({ settings: { enableSpiderSubnet: false, enableAutoPool: false } }),
    ['subnet.featureDisabled'],
  ],
  [
    'the family off',
    testSubnet('s'),
    { family: 'ipv4' },
    testView({ settings: { enableIPv4: false } }),
    ['subnet.familyDisabled'],
  ],
];

describe('explainSubnet (domain reference 1.3, 4.1, 4.3)', () => {
  it.each(rows)('%s', (_story, subnet, asker, view, codes, upstream) => {
    const { verdict, reasons } = explainSubnet(subnet, asker, view);
    expect(reasons.map(({ code }) => code)).toEqual(codes);
    expect(reasons[0]?.upstream).toBe(upstream);
    expect(verdict).toBe(codes.length === 0 ? 'eligible' : 'no');
  });

  it('counts what is free, reserved addresses as far as they are known', () => {
    const view = testView({ reserved: ['10.7.0.19'] });
    const subnet = testSubnet('s', {}, handedOut);
    expect(explainSubnet(subnet, { family: 'ipv4' }, view)).toMatchObject({ free: 2n, total: 10n });
    const blind: ClusterView = { ...view, reserved: { state: 'forbidden' } };
    expect(explainSubnet(subnet, { family: 'ipv4' }, blind)).toMatchObject({ free: 3n, total: 10n });
  });
});

it('subnetsFor has the subnets of the family, the best first and by name', () => {
  const six = testSubnet('six', { ipVersion: 6, subnet: 'fd00::/64', ips: ['fd00::1'] });
  const subnets = [testSubnet('c', { ips: [] }), testSubnet('b'), six, testSubnet('a')];
  const names = (family: SubnetAsker['family'], view: ClusterView) =>
    subnetsFor({ family }, view).map(({ subnet }) => subnet.name);
  expect(names('ipv4', testView({ subnets }))).toEqual(['a', 'b', 'c']);
  expect(names('ipv6', testView({ subnets }))).toEqual(['six']);
  expect(names('ipv4', { ...testView({ subnets }), subnets: { state: 'absent' } })).toEqual([]);
});
