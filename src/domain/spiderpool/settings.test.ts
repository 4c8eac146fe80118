import { describe, expect, it } from 'vitest';
import { assumedSettings, decodeSettings } from './settings.ts';
import type { SettingsWire } from './wire.ts';

describe('decodeSettings (domain reference 4.1)', () => {
  const settings = (conf: string, clusterNetwork?: string) =>
    decodeSettings({
      metadata: { name: 'spiderpool-conf', namespace: 'spiderpool' },
      data: { 'conf.yml': conf, ...(clusterNetwork === undefined ? {} : { clusterNetwork }) },
    } satisfies SettingsWire);

  it('reads the gates', () => {
    const conf =
      'enableIPv4: true\nenableIPv6: false # no IPv6 here\nenableSpiderSubnet: true\nenableAutoPoolForApplication: false\n';
    expect(settings(conf, 'kube-system/macvlan')).toEqual({
      source: 'read',
      namespace: 'spiderpool',
      enableIPv4: true,
      enableIPv6: false,
      enableSpiderSubnet: true,
      enableAutoPool: false,
      clusterNetwork: 'kube-system/macvlan',
    });
  });

  it('takes what the chart installs for a gate that is not there', () => {
    const chart = {
      namespace: 'spiderpool',
      enableIPv4: true,
      enableIPv6: true,
      enableSpiderSubnet: true,
      enableAutoPool: true,
      clusterNetwork: '',
    };
    expect(assumedSettings('spiderpool')).toEqual({ ...chart, source: 'assumed' });
    expect(settings('ipamUnixSocketPath: /x')).toEqual({ ...chart, source: 'read' });
  });

  it('has no auto pools without the subnet feature, and follows it where the gate is not known', () => {
    expect(settings('enableSpiderSubnet: false\nenableAutoPoolForApplication: true')).toMatchObject({
      enableAutoPool: false,
    });
    expect(settings('enableSpiderSubnet: true')).toMatchObject({ enableAutoPool: true });
  });

  it.each(['', 'a: [', '- a', 'a: *b', '&a [*a, *a]', '"x"'])('assumes the defaults for %j', (conf) => {
    expect(settings(conf, 'x/y')).toEqual({ ...assumedSettings('spiderpool'), clusterNetwork: 'x/y' });
  });
});
