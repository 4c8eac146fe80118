import { describe, expect, it } from 'vitest';
import type { Finding } from '../../domain/checks/finding.ts';
import { testPool, testView } from '../../domain/test-cluster.ts';
import type { NetworkDraft } from '../../domain/workload/draft.ts';
import { emptyNic, newNetwork } from '../../domain/workload/new-draft.ts';
import { fixOf } from './finding-fix.ts';

const view = testView({ pools: [testPool('shared')] });

function network(more: Partial<NetworkDraft> = {}): NetworkDraft {
  const nic = {
    ...emptyNic(),
    attachment: 'kube-system/sriov',
    pools: { ipv4: ['nope', 'shared'], ipv6: ['six'] },
    subnets: { ipv4: 'gone', ipv6: 'kept' },
    defaultRoute: true,
  };
  return { ...newNetwork(), nics: [nic], ...more };
}

function fix(code: Finding['code'], path: string, params: Finding['params'] = {}) {
  return fixOf({ code, severity: 'error', path, params }, network(), view)?.network;
}

describe('fixOf', () => {
  it.each(['network.autoPoolOff', 'network.subnetsOff', 'nic.noDefaultPool', 'nic.sameDefaultPool'] as const)(
    '%s: pools are chosen instead, and nothing typed is lost',
    (code) => {
      expect(fix(code, 'network.source')).toEqual(network({ source: 'pools' }));
    },
  );

  it('removes the pool that does not exist, and no other', () => {
    const fixed = fix('nic.poolUnknown', 'network.nics.0.pools.ipv4', { name: 'nope' });
    expect(fixed?.nics[0]?.pools).toEqual({ ipv4: ['shared'], ipv6: ['six'] });
  });

  it('clears the one field that a finding is about', () => {
    expect(fix('nic.subnetUnknown', 'network.nics.0.subnets.ipv4')?.nics[0]?.subnets).toEqual({
      ipv4: '',
      ipv6: 'kept',
    });
    expect(fix('nic.familyOff', 'network.nics.0.pools.ipv6')?.nics[0]?.pools).toEqual({
      ipv4: ['nope', 'shared'],
      ipv6: [],
    });
  });

  it('asks for the devices that the attachments need', () => {
    expect(fix('devices.missing', 'network.deviceResources', { count: '1' })?.deviceResources).toEqual([
      { name: 'spidernet.io/sriov', count: '1' },
    ]);
  });

  it('lets eth0 keep the default route', () => {
    const fixed = fix('nic.defaultRouteLate', 'network.nics.0.defaultRoute');
    expect(fixed?.eth0.defaultRoute).toBe(true);
    expect(fixed?.nics[0]?.defaultRoute).toBe(false);
  });

  it('follows the replicas again in place of a fixed total', () => {
    expect(fix('network.fixedTotal', 'network.elastic.count')?.elastic).toEqual({
      enabled: true,
      count: '1',
      form: 'elastic',
    });
  });

  it('has none where a person has to choose, or the path is of no NIC', () => {
    expect(fix('nic.attachmentRequired', 'network.nics.0.attachment')).toBeUndefined();
    expect(fix('nic.subnetUnknown', 'network.nics.7.subnets.ipv4')).toBeUndefined();
  });
});
