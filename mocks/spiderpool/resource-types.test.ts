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
    { title: 'a family that does not exist', spec: { ...NET6, ipVersion: 5 }, field: 'spec.ipVersion' },
    {
      title: 'an operator without a key',
      spec: { ...NET6, podAffinity: { matchExpressions: [{ operator: 'In' }] } },
      field: 'spec.podAffinity.matchExpressions[0].key',
    },
  ])('refuses $title by its schema', ({ spec, field }) => {
    const bench = createBench(bareCluster);
    const { code, details } = refusal(() => bench.create({ ...pool6('x', 1), spec }));
    expect([code, details?.causes?.[0]?.field]).toEqual([422, field]);
    expect(bench.store.list(POOLS)).toEqual([]);
  });

  // The mutating webhook comes before the schema: it cannot decode such an object.
  it.each([
    {
      spec: { ...NET6, ips: '10.6.1.1' },
      why: 'string into Go struct field IPPoolSpec.spec.ips of type []string',
    },
    {
      spec: { ...NET6, disable: 'true' },
      why: 'string into Go struct field IPPoolSpec.spec.disable of type bool',
    },
    { spec: 'all', why: 'string into Go struct field SpiderIPPool.spec of type v2beta1.IPPoolSpec' },
  ])('says of $why that it cannot be decoded', ({ spec, why }) => {
    const bench = createBench(bareCluster);
    const { code, message } = refusal(() => bench.create({ ...pool6('x', 1), spec }));
    expect([code, message]).toEqual([
      400,
      `admission webhook "spiderippool.spiderpool.spidernet.io" denied the request: json: cannot unmarshal ${why}`,
    ]);
  });
});
