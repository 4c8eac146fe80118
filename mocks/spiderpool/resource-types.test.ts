import { describe, expect, it } from 'vitest';
import { createBench, refusal } from './bench.ts';
import { bareCluster, NET6, pool6 } from './bench-objects.ts';
import { POOLS } from './names.ts';
import { spiderpoolResourceTypes } from './resource-types.ts';

describe('the custom resources (reference 2)', () => {
  it.each([
    {
      kind: 'SpiderIPPool',
      plural: 'spiderippools',
      short: 'sp',
      namespaced: false,
      status: true,
      columns: 'Name VERSION SUBNET ALLOCATED-IP-COUNT TOTAL-IP-COUNT DEFAULT',
      wide: 'DISABLE NodeName MultusName APP-NAMESPACE',
    },
    {
      kind: 'SpiderSubnet',
      plural: 'spidersubnets',
      short: 'ss',
      namespaced: false,
      status: true,
      columns: 'Name VERSION SUBNET ALLOCATED-IP-COUNT TOTAL-IP-COUNT',
      wide: '',
    },
    {
      kind: 'SpiderReservedIP',
      plural: 'spiderreservedips',
      short: 'sr',
      namespaced: false,
      status: false,
      columns: 'Name VERSION',
      wide: '',
    },
    {
      kind: 'SpiderEndpoint',
      plural: 'spiderendpoints',
      short: 'se',
      namespaced: true,
      status: false,
      columns: 'Name INTERFACE IPV4POOL IPV4 IPV6POOL IPV6 NODE',
      wide: '',
    },
    {
      kind: 'SpiderMultusConfig',
      plural: 'spidermultusconfigs',
      short: 'smc',
      namespaced: true,
      status: false,
    },
    {
      kind: 'SpiderCoordinator',
      plural: 'spidercoordinators',
      short: 'scc',
      namespaced: false,
      status: true,
    },
    {
      kind: 'NetworkAttachmentDefinition',
      plural: 'network-attachment-definitions',
      short: 'net-attach-def',
      namespaced: true,
      status: false,
    },
  ])('$kind', ({ kind, plural, short, namespaced, status, columns, wide }) => {
    const type = spiderpoolResourceTypes.find((candidate) => candidate.kind === kind);
    expect(type).toMatchObject({ plural, shortNames: [short], namespaced, custom: true });
    expect(type?.subresources?.status ?? false).toBe(status);
    const titles = (isWide: boolean) =>
      type?.columns
        ?.filter(({ priority = 0 }) => priority > 0 === isWide)
        .map(({ name }) => name)
        .join(' ');
    expect([titles(false), titles(true)]).toEqual([columns, wide]);
  });

  it('has no SpiderClaimParameter', () => {
    expect(spiderpoolResourceTypes.map(({ kind }) => kind)).not.toContain('SpiderClaimParameter');
  });

  it.each([
    { title: 'a missing subnet', spec: { ips: [] }, field: 'spec.subnet' },
    { title: 'a family that does not exist', spec: { ...NET6, ipVersion: 5 }, field: 'spec.ipVersion' },
    { title: 'ranges that are no list', spec: { ...NET6, ips: '10.6.1.1' }, field: 'spec.ips' },
    { title: 'a text where a bool belongs', spec: { ...NET6, disable: 'true' }, field: 'spec.disable' },
  ])('refuses $title by its schema', ({ spec, field }) => {
    const bench = createBench(bareCluster);
    const { code, details } = refusal(() => bench.create({ ...pool6('x', 1), spec }));
    expect([code, details?.causes?.[0]?.field]).toEqual([422, field]);
    expect(bench.store.list(POOLS)).toEqual([]);
  });
});
