import { describe, expect, it } from 'vitest';
import { allFindings } from '../checks/all-findings.ts';
import { soundDraft } from '../checks/rules/rule-table.ts';
import { forecastCapacity } from '../capacity/forecast.ts';
import { capacityAskerOf } from '../capacity/asker.ts';
import { spiderpoolIpam, testAttachment, testPool, testSubnet, testView } from '../test-cluster.ts';
import type { NetworkDraft } from './draft.ts';
import { emptyNic, newNetwork } from './new-draft.ts';
import { networkInEffect } from './source-in-effect.ts';

const underlay = (...defaults: string[]) =>
  testView({
    attachments: [
      testAttachment('macvlan', {
        plugins: [
          { type: 'macvlan', ipam: { ...spiderpoolIpam, default_ipv4_ippool: defaults } },
          { type: 'coordinator' },
        ],
      }),
    ],
    pools: [testPool('own'), testPool('full', { ips: [] })],
    subnets: [testSubnet('s-1')],
    settings: { clusterNetwork: 'kube-system/macvlan' },
  });
const errorsOf = (network: NetworkDraft, view = underlay('own')) =>
  allFindings({ ...soundDraft(), network }, view)
    .filter(({ severity }) => severity === 'error')
    .map(({ code, path }) => `${code} ${path}`);

describe('networkInEffect', () => {
  const fixed = newNetwork();
  it.each([
    ['a new one', fixed, 'default'],
    ['with a NIC', { ...fixed, nics: [emptyNic()] }, 'fixed'],
    ['with a subnet', { ...fixed, eth0: { ...emptyNic(), subnets: { ipv4: 's', ipv6: '' } } }, 'fixed'],
    ['with an eth0 of its own', { ...fixed, eth0: { ...emptyNic(), attachment: 'a/b' } }, 'fixed'],
    ['with pools asked for', { ...fixed, source: 'pools' as const }, 'pools'],
  ])('%s', (_, network, source) => {
    expect(networkInEffect(network).source).toBe(source);
    expect(networkInEffect(network)).toBe(networkInEffect(network));
  });
});

describe('a workload whose NICs nobody has configured, where Spiderpool serves eth0', () => {
  it('can be created: eth0 draws from the default pools, and their addresses are counted', () => {
    const draft = { ...soundDraft(), network: newNetwork() };
    expect(errorsOf(draft.network)).toEqual([]);
    const forecasts = forecastCapacity(capacityAskerOf(draft), underlay('own'));
    expect(forecasts.map(({ nic, supply }) => [nic.interfaceName, supply?.kind])).toEqual([
      ['eth0', 'pools'],
    ]);
  });

  it('is told where the default pools will not do', () => {
    expect(errorsOf(newNetwork(), underlay())).toEqual(['nic.noDefaultPool network.eth0.attachment']);
    expect(errorsOf(newNetwork(), underlay('full'))).toEqual(['capacity.short network.eth0.attachment']);
  });

  it('asks for a subnet of eth0 as soon as a NIC is added, and counts no pool that is not meant', () => {
    const nic = { ...emptyNic(), attachment: 'kube-system/macvlan' };
    const network = { ...newNetwork(), nics: [nic] };
    expect(errorsOf(network)).toEqual([
      'nic.subnetRequired network.eth0.subnets.ipv4',
      'nic.subnetRequired network.nics.0.subnets.ipv4',
    ]);
    for (const source of ['fixed', 'pools'] as const) {
      const draft = { ...soundDraft(), network: { ...network, source } };
      expect(forecastCapacity(capacityAskerOf(draft), underlay('own'))).toEqual([]);
    }
  });
});
