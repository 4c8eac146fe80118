import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClusterView } from '../cluster-view.ts';
import { calico, macvlan, sriov, testAttachment, testPool, testView } from '../test-cluster.ts';
import type { NetworkDraft, NicDraft } from '../workload/draft.ts';
import { emptyNic, newNetwork } from '../workload/new-draft.ts';
import {
  addNic,
  duplicateNic,
  moveNic,
  removeNic,
  setAttachment,
  setDefaultRoute,
  setEth0,
  setPools,
  setSource,
} from './nic-actions.ts';
import { fromNetworkDraft } from './write-network.ts';

const MACVLAN = 'kube-system/macvlan';
const SRIOV = 'kube-system/sriov';
const CALICO = 'kube-system/calico';
const RESOURCE = 'spidernet.io/sriov';

const pools = [
  testPool('shared'),
  testPool('for-macvlan', { multusName: [MACVLAN] }),
  testPool('for-both', { multusName: [MACVLAN, SRIOV] }),
];
const noIpam = testAttachment('no-ipam', { type: 'macvlan' });
const view = testView({ attachments: [macvlan, calico, sriov, noIpam], pools });

function nic(attachment: string, more: Partial<NicDraft> = {}): NicDraft {
  return { ...emptyNic(), attachment, ...more };
}

function draft(...nics: NicDraft[]): NetworkDraft {
  return { ...newNetwork(), source: 'pools', nics };
}

const pool = (...ipv4: string[]) => ({ pools: { ipv4, ipv6: [] } });
const ippools = (network: NetworkDraft) => fromNetworkDraft(network)['ipam.spidernet.io/ippools'];

describe('rows', () => {
  const three = draft(
    nic(MACVLAN, pool('a')),
    nic(SRIOV, { ...pool('b'), defaultRoute: true }),
    nic(MACVLAN, pool('c')),
  );

  it('adds an empty NIC behind the last', () => {
    expect(addNic(three).nics).toEqual([...three.nics, emptyNic()]);
  });

  it('removes one, and what was chosen follows the rows to their new names (S21)', () => {
    const rest = removeNic(three, 0, view);
    expect(rest.nics).toEqual(three.nics.slice(1));
    expect(ippools(rest)).toBe('[{"interface":"net1","ipv4":["b"]},{"interface":"net2","ipv4":["c"]}]');
    expect(fromNetworkDraft(rest)['ipam.spidernet.io/default-route-nic']).toBe('net1');
    expect(rest.deviceResources).toEqual([{ name: RESOURCE, count: '1' }]);
    expect(removeNic(three, 1, view).deviceResources).toEqual([]);
  });

  it('moves one with its choices, its own name and the default route', () => {
    const named = draft(nic(MACVLAN, pool('a')), nic(SRIOV, { interfaceName: 'data', defaultRoute: true }));
    const moved = moveNic(named, 1, 0);
    expect(moved.nics).toEqual(named.nics.toReversed());
    expect(fromNetworkDraft(moved)).toMatchObject({
      'k8s.v1.cni.cncf.io/networks': 'kube-system/sriov@data,kube-system/macvlan',
      'ipam.spidernet.io/ippools': '[{"interface":"net2","ipv4":["a"]}]',
      'ipam.spidernet.io/default-route-nic': 'data',
    });
  });

  it.each([
    [0, 3],
    [3, 0],
    [0, -1],
  ])('does not move from %i to %i', (from, to) => {
    expect(moveNic(three, from, to)).toBe(three);
  });

  it('duplicates the attachment and leaves out what two NICs may not share', () => {
    const original = nic(SRIOV, {
      ...pool('a'),
      subnets: { ipv4: 's', ipv6: '' },
      interfaceName: 'data',
      defaultRoute: true,
      cleanGateway: true,
    });
    const doubled = duplicateNic(draft(original, nic(MACVLAN)), 0, view);
    expect(doubled.nics).toEqual([original, nic(SRIOV, { cleanGateway: true }), nic(MACVLAN)]);
    expect(doubled.deviceResources).toEqual([{ name: RESOURCE, count: '2' }]);
    expect(duplicateNic(three, 9, view)).toBe(three);
  });

  it('keeps every NIC and every choice, whatever is moved where', () => {
    const moves = fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { maxLength: 10 });
    const start = draft(...Array.from({ length: 5 }, (_, index) => nic(MACVLAN, pool(`p${index}`))));
    fc.assert(
      fc.property(moves, (steps) => {
        const end = steps.reduce((network, [from, to]) => moveNic(network, from, to), start);
        expect(new Set(end.nics.map(({ pools: chosen }) => chosen.ipv4[0]))).toEqual(
          new Set(start.nics.map(({ pools: chosen }) => chosen.ipv4[0])),
        );
        expect(end.nics).toHaveLength(5);
        expect(end).toEqual({ ...start, nics: end.nics });
      }),
    );
  });
});

describe('setAttachment', () => {
  it('keeps the pools that the new attachment may use, and those that nobody knows (S12)', () => {
    const before = draft(nic(MACVLAN, pool('shared', 'for-macvlan', 'for-both', 'typed', 'p-*')));
    expect(setAttachment(before, 0, SRIOV, view).nics).toEqual([
      nic(SRIOV, pool('shared', 'for-both', 'typed', 'p-*')),
    ]);
  });

  it('takes everything from a NIC that draws nothing from Spiderpool', () => {
    const before = draft(
      nic(MACVLAN, { ...pool('shared'), subnets: { ipv4: 's', ipv6: '' }, cleanGateway: true }),
    );
    expect(setAttachment(before, 0, 'kube-system/no-ipam', view).nics).toEqual([nic('kube-system/no-ipam')]);
  });

  it('asks for one device for each NIC of the resource, eth0 included (R12)', () => {
    let network = draft(nic(''), nic(''));
    network = setAttachment(network, 0, SRIOV, view);
    expect(network.deviceResources).toEqual([{ name: RESOURCE, count: '1' }]);
    network = setAttachment(network, 1, SRIOV, view);
    network = setEth0(network, SRIOV, view);
    expect(network.deviceResources).toEqual([{ name: RESOURCE, count: '3' }]);
    expect(setAttachment(network, 0, MACVLAN, view).deviceResources).toEqual([
      { name: RESOURCE, count: '2' },
    ]);
  });

  it('takes no device away while attachments cannot be read', () => {
    const blind: ClusterView = { ...view, attachments: { state: 'forbidden' } };
    const before = { ...draft(nic(SRIOV)), deviceResources: [{ name: RESOURCE, count: '1' }] };
    expect(setAttachment(before, 0, MACVLAN, blind).deviceResources).toEqual(before.deviceResources);
  });

  it('eth0 gets and loses its choices with the kind of its attachment (S8, S9, S10)', () => {
    const underlay = setEth0(draft(nic(MACVLAN, pool('for-macvlan'))), MACVLAN, view);
    const chosen = setPools(underlay, 'eth0', 'ipv4', ['shared'], view);
    expect(ippools(chosen)).toBe(
      '[{"interface":"eth0","ipv4":["shared"]},{"interface":"net1","ipv4":["for-macvlan"]}]',
    );
    const overlay = setEth0(chosen, CALICO, view);
    expect(overlay.eth0).toEqual(nic(CALICO));
    expect(overlay.nics).toEqual(chosen.nics);
  });
});

describe('setPools', () => {
  it('chooses in one family and leaves the other', () => {
    const before = draft(nic(MACVLAN, { pools: { ipv4: ['a'], ipv6: ['six'] } }));
    expect(setPools(before, 0, 'ipv4', ['b', 'c'], view).nics[0]?.pools).toEqual({
      ipv4: ['b', 'c'],
      ipv6: ['six'],
    });
  });

  it.each([
    ['a pool bound to one attachment', ['for-macvlan'], MACVLAN],
    ['two pools that leave one', ['for-both', 'for-macvlan'], MACVLAN],
    ['a pool bound to two', ['for-both'], ''],
    ['a shared pool', ['shared'], ''],
    ['a pool that nobody knows', ['typed'], ''],
    ['a pattern', ['for-*'], ''],
  ])('fills in the attachment of %s (S13)', (_story, names, attachment) => {
    expect(setPools(draft(nic('')), 0, 'ipv4', names, view).nics[0]).toEqual(nic(attachment, pool(...names)));
  });

  it('does not touch an attachment that is chosen, nor that of eth0', () => {
    expect(setPools(draft(nic(SRIOV)), 0, 'ipv4', ['for-macvlan'], view).nics[0]?.attachment).toBe(SRIOV);
    expect(setPools(draft(), 'eth0', 'ipv4', ['for-macvlan'], view).eth0.attachment).toBe('');
  });
});

it('setSource keeps what was chosen in the other modes (S3, S4, S5)', () => {
  const chosen = draft(nic(MACVLAN, { ...pool('a'), subnets: { ipv4: 's', ipv6: '' } }));
  for (const source of ['fixed', 'default', 'pools'] as const) {
    expect(setSource(chosen, source)).toEqual({ ...chosen, source });
  }
});

it('setDefaultRoute flags one NIC and no other', () => {
  const start = draft(nic(MACVLAN), nic(SRIOV, { defaultRoute: true }));
  const flags = (network: NetworkDraft) =>
    [network.eth0, ...network.nics].map(({ defaultRoute }) => defaultRoute);
  expect(flags(setDefaultRoute(start, 0))).toEqual([false, true, false]);
  expect(flags(setDefaultRoute(start, 'eth0'))).toEqual([true, false, false]);
  expect(flags(setDefaultRoute(start, undefined))).toEqual([false, false, false]);
  expect(setDefaultRoute(start, 1).nics[0]).toBe(start.nics[0]);
});
