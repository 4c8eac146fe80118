import { describe, expect, it } from 'vitest';
import type { ClusterView } from '../cluster-view.ts';
import { calico, macvlan, testAttachment, testView } from '../test-cluster.ts';
import { emptyNic, newNetwork } from '../workload/new-draft.ts';
import { attachmentIdOf, isOverlayResolution, resolveNics } from './resolve-nics.ts';

const noIpam = testAttachment('no-ipam', { type: 'macvlan' });
const calicoOnSpiderpool = testAttachment('calico-sp', { type: 'calico', ipam: { type: 'spiderpool' } });
const broken = testAttachment('broken', '{');
const attachments = [macvlan, calico, noIpam, calicoOnSpiderpool, broken];

function resolve(eth0: string, nics: string[] = [], view: ClusterView = testView({ attachments })) {
  const rows = nics.map((attachment) => ({ ...emptyNic(), attachment }));
  return resolveNics({ ...newNetwork(), eth0: { ...emptyNic(), attachment: eth0 }, nics: rows }, view);
}

describe('which NICs ask Spiderpool (domain reference 1.7)', () => {
  it.each([
    ['Calico, by the file of the node', 'kube-system/calico', 'no'],
    ['the cluster default that nobody named', '', 'no'],
    ['an underlay with Spiderpool', 'kube-system/macvlan', 'yes'],
    ['Calico with Spiderpool', 'kube-system/calico-sp', 'yes'],
    ['an underlay with disableIPAM', 'kube-system/no-ipam', 'no'],
    ['one that is not there', 'kube-system/gone', 'unknown'],
    ['one that cannot be read', 'kube-system/broken', 'unknown'],
  ])('eth0 is %s', (_story, id, spiderpool) => {
    expect(resolve(id)[0]?.spiderpool).toBe(spiderpool);
  });

  it('eth0 without an attachment is the cluster network of the settings', () => {
    const view = testView({ attachments, settings: { clusterNetwork: 'kube-system/macvlan' } });
    expect(resolve('', [], view)[0]).toMatchObject({
      spiderpool: 'yes',
      resolution: { state: 'found', id: 'kube-system/macvlan' },
    });
    expect(resolve('kube-system/calico', [], view)[0]?.spiderpool).toBe('no');
  });

  it('added NICs are not given the cluster network', () => {
    const view = testView({ attachments, settings: { clusterNetwork: 'kube-system/macvlan' } });
    expect(
      resolve('', ['', 'kube-system/macvlan'], view).map((nic) => [nic.resolution.state, nic.spiderpool]),
    ).toEqual([
      ['found', 'yes'],
      ['none', 'unknown'],
      ['found', 'yes'],
    ]);
  });

  it('a bare name on eth0 belongs to the namespace of Spiderpool', () => {
    const [eth0] = resolve('macvlan');
    expect(eth0 && attachmentIdOf(eth0.resolution)).toBe('kube-system/macvlan');
  });

  it('has no id where nothing is chosen', () => {
    expect(resolve('', ['', 'a/x']).map(({ resolution }) => attachmentIdOf(resolution))).toEqual([
      '',
      '',
      'a/x',
    ]);
  });

  it('is not verified while attachments cannot be read', () => {
    const view = { ...testView(), attachments: { state: 'forbidden' as const } };
    expect(
      resolve('a/x', ['a/y'], view).map(({ resolution, spiderpool }) => [resolution.state, spiderpool]),
    ).toEqual([
      ['unverified', 'unknown'],
      ['unverified', 'unknown'],
    ]);
  });

  it('names interfaces and paths by position, eth0 first', () => {
    expect(
      resolve('', ['a/x', 'a/y']).map(({ interfaceName, path, index }) => [interfaceName, path, index]),
    ).toEqual([
      ['eth0', 'network.eth0', 'eth0'],
      ['net1', 'network.nics.0', 0],
      ['net2', 'network.nics.1', 1],
    ]);
  });
});

it.each([
  ['', true],
  ['kube-system/calico', true],
  ['kube-system/calico-sp', true],
  ['kube-system/macvlan', false],
  ['kube-system/gone', false],
])('eth0 on %j is an overlay: %s', (id, overlay) => {
  const [eth0] = resolve(id);
  expect(eth0 && isOverlayResolution(eth0.resolution)).toBe(overlay);
});
