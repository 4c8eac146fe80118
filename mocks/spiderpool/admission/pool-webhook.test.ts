import { describe, expect, it } from 'vitest';
import { pool, subnet } from '../../scenarios/objects/address-objects.ts';
import type { KubeObject, NewKubeObject } from '../../store/store.ts';
import type { StatusBody } from '../../store/store.ts';
import { createBench, refusal } from '../bench.ts';
import { bareCluster, NET6, NET6_V6, pool6, pool7 } from '../bench-objects.ts';
import { POOLS } from '../names.ts';
import type { SpiderpoolSettings } from '../settings.ts';

const ENVELOPE = 'admission webhook "spiderippool.spiderpool.spidernet.io" denied the request: ';
const DETERMINED =
  "total IP addresses of an IPPool are jointly determined by 'spec.ips' and 'spec.excludeIPs'";

/** Creates `x` beside the objects that are there, and says why it was refused. */
function create(
  x: NewKubeObject,
  there: readonly NewKubeObject[] = [],
  settings: Partial<SpiderpoolSettings> = {},
): StatusBody {
  const bench = createBench([...bareCluster, ...there], settings);
  bench.run(1);
  return refusal(() => bench.create(x));
}

const neighbour = pool6('neighbour', 1);
const parent = subnet('parent', {
  ...NET6,
  ips: ['10.6.1.1-10.6.1.99'],
  routes: [{ dst: '172.20.0.0/16', gw: '10.6.0.9' }],
});

interface Row {
  rule: string;
  spec: Record<string, unknown>;
  there?: NewKubeObject[];
  settings?: Partial<SpiderpoolSettings>;
  text: string;
}

const rows: Row[] = [
  {
    rule: '2.1 canonical CIDR',
    spec: { subnet: '10.6.0.1/16' },
    text: 'spec.subnet: Invalid value: "10.6.0.1/16": unformatted subnet 10.6.0.1/16, please change it to 10.6.0.0/16',
  },
  {
    rule: '2.1 no CIDR at all',
    spec: { subnet: '10.6.0.0' },
    text: `spec.ipVersion: Invalid value: "null": is not generated correctly, 'spec.subnet' may be invalid`,
  },
  {
    rule: '2.1 no CIDR among the ranges',
    spec: { ...NET6, ips: ['10.6.1.0/24'] },
    text: 'spec.subnet: Invalid value: "10.6.0.0/16": invalid range: 10.6.1.0/24',
  },
  {
    rule: '2.1 no blanks in a range',
    spec: { ...NET6, ips: ['10.6.1.1 - 10.6.1.9'] },
    text: 'spec.subnet: Invalid value: "10.6.0.0/16": invalid IP address: 10.6.1.1 ',
  },
  {
    rule: '2.1 one dash',
    spec: { ...NET6, ips: ['10.6.1.1-10.6.1.2-10.6.1.3'] },
    text: 'spec.subnet: Invalid value: "10.6.0.0/16": invalid range: 10.6.1.1-10.6.1.2-10.6.1.3',
  },
  {
    rule: '2.1 inside the subnet',
    spec: { ...NET6, ips: ['10.7.1.1'] },
    text: 'spec.subnet: Invalid value: "10.6.0.0/16": not match base subnet: 10.7.1.1',
  },
  {
    rule: 'excluded addresses inside the subnet',
    spec: { ...NET6, ips: ['10.6.1.1'], excludeIPs: ['10.7.1.1'] },
    text: 'spec.subnet: Invalid value: "10.6.0.0/16": not match base subnet: 10.7.1.1',
  },
  {
    rule: 'a family that is off',
    spec: { ...NET6_V6, ips: ['fd00:10:6::9'] },
    settings: { enableIPv6: false },
    text: 'spec.ipVersion: Forbidden: IPv6 is disabled',
  },
  {
    rule: 'a family that the subnet is not of',
    spec: { ...NET6, ipVersion: 6 },
    text: `spec.subnet: Invalid value: "10.6.0.0/16": invalid CIDR format in IPv6 '10.6.0.0/16'`,
  },
  {
    rule: 'no part of another CIDR',
    spec: { subnet: '10.6.5.0/24' },
    there: [neighbour],
    text: 'spec.subnet: Invalid value: "10.6.5.0/24": overlap with IPPool neighbour which \'spec.subnet\' is 10.6.0.0/16',
  },
  {
    rule: 'no address of another pool',
    spec: { ...NET6, ips: ['10.6.1.10-10.6.1.12'] },
    there: [neighbour],
    text: `spec.ips: Forbidden: overlap with IPPool neighbour in IP ranges [10.6.1.1-10.6.1.10], ${DETERMINED}`,
  },
  {
    rule: 'no address of another pool, from whichever end its range is written',
    spec: { ...NET6, ips: ['10.6.1.20-10.6.1.10'] },
    there: [neighbour],
    text: `spec.ips: Forbidden: overlap with IPPool neighbour in IP ranges [10.6.1.1-10.6.1.10], ${DETERMINED}`,
  },
  {
    rule: 'the gateway inside the subnet',
    spec: { ...NET6, gateway: '10.7.0.1' },
    text: `spec.gateway: Invalid value: "10.7.0.1": not pertains to the 'spec.subnet' 10.6.0.0/16 of IPPool`,
  },
  {
    rule: 'the gateway is an address',
    spec: { ...NET6, gateway: 'router' },
    text: `spec.gateway: Invalid value: "router": invalid IP format in IPv4 'router'`,
  },
  {
    rule: 'the gateway is not handed out',
    spec: { ...NET6, ips: ['10.6.2.1', '10.6.0.1-10.6.0.9'] },
    text: `spec.ips[0]: Invalid value: "10.6.0.1-10.6.0.9": conflicts with 'spec.gateway' 10.6.0.1, add the gateway IP address to 'spec.excludeIPs' or remove it from 'spec.ips'`,
  },
  {
    rule: 'a route has a CIDR',
    spec: { ...NET6, routes: [{ dst: '172.20.0.0', gw: '10.6.0.9' }] },
    text: `spec.routes[0].dst: Invalid value: "172.20.0.0": invalid CIDR format in IPv4 '172.20.0.0'`,
  },
  {
    rule: 'a route is not the default',
    spec: { ...NET6, routes: [{ dst: '0.0.0.0/0', gw: '10.6.0.9' }] },
    text: `spec.routes[0].dst: Invalid value: "0.0.0.0/0": please specify 'spec.gateway' to configure the default route`,
  },
  {
    rule: 'routes do not repeat',
    spec: {
      ...NET6,
      routes: [
        { dst: '172.20.0.0/16', gw: '10.6.0.9' },
        { dst: '172.20.0.0/16', gw: '10.6.0.8' },
      ],
    },
    text: 'spec.routes[1].dst: Invalid value: "172.20.0.0/16": duplicate route with the same dst',
  },
  {
    rule: 'a route has a gateway inside the subnet',
    spec: { ...NET6, routes: [{ dst: '172.20.0.0/16', gw: '10.7.0.9' }] },
    text: `spec.routes[0].gw: Invalid value: "10.7.0.9": not pertains to the 'spec.subnet' 10.6.0.0/16 of IPPool`,
  },
  {
    rule: 'an affinity says something',
    spec: { ...NET6, podAffinity: {} },
    text: 'spec.podAffinity: Invalid value: v1.LabelSelector{MatchLabels:map[string]string(nil), MatchExpressions:[]v1.LabelSelectorRequirement(nil)}: empty podAffinity is invalid for SpiderIPPool',
  },
  {
    rule: 'an affinity has operators that exist',
    spec: { ...NET6, podAffinity: { matchExpressions: [{ key: 'app', operator: 'Like' }] } },
    text: 'spec.podAffinity.matchExpressions[0].operator: Invalid value: "Like": not a valid selector operator',
  },
  {
    rule: 'inside the subnet that controls it',
    spec: { ...NET6, ips: ['10.6.1.98-10.6.1.101'] },
    there: [parent],
    text: `spec.ips: Forbidden: add some IP ranges [10.6.1.100-10.6.1.101] that are not contained in controller Subnet parent, ${DETERMINED}`,
  },
];

describe('what the webhook of SpiderIPPool refuses (reference 2.1, 2.2)', () => {
  it.each(rows)('$rule', ({ spec, there, settings, text }) => {
    const status = create({ ...pool('x', { ...NET6, ips: [] }), spec }, there, settings);
    expect(status.message).toBe(`${ENVELOPE}SpiderIPPool.spiderpool.spidernet.io "x" is invalid: ${text}`);
    expect(status).toMatchObject({ code: 422, reason: 'Invalid' });
    const [cause] = status.details?.causes ?? [];
    expect(`${cause?.field}: ${cause?.message}`).toBe(text);
  });

  it('reports several fields in brackets', () => {
    const status = create({
      ...pool('x', { ...NET6, ips: [] }),
      spec: { ...NET6, ips: ['10.7.1.1'], podAffinity: {} },
    });
    expect(status.message).toContain(
      'is invalid: [spec.subnet: Invalid value: "10.6.0.0/16": not match base subnet: 10.7.1.1, spec.podAffinity: Invalid value',
    );
    expect(status.details?.causes).toHaveLength(2);
  });

  it('knows a name that is taken before the API server does', () => {
    const status = create(pool7('neighbour', 1), [neighbour]);
    expect(status).toMatchObject({
      code: 409,
      reason: 'AlreadyExists',
      message: `${ENVELOPE}SpiderIPPool.spiderpool.spidernet.io "neighbour" already exists`,
    });
  });
});

describe('what the webhook of SpiderIPPool fills in (reference 2.1, 2.2)', () => {
  const made = (x: NewKubeObject, there: readonly NewKubeObject[] = []): KubeObject | undefined => {
    const bench = createBench([...bareCluster, ...there, x]);
    return bench.store.get(POOLS, undefined, x.metadata.name ?? '');
  };

  it('merges and sorts ranges, derives the family, and labels the CIDR', () => {
    const object = made(
      pool('x', {
        ...NET6,
        ips: ['10.6.1.20', '10.6.1.3-10.6.1.9', '10.6.1.1-10.6.1.2'],
        excludeIPs: ['10.6.1.9', '10.6.1.8'],
      }),
    );
    expect(object?.spec).toMatchObject({
      ipVersion: 4,
      ips: ['10.6.1.1-10.6.1.9', '10.6.1.20'],
      excludeIPs: ['10.6.1.8-10.6.1.9'],
      default: false,
      disable: false,
    });
    expect(object?.metadata).toMatchObject({
      labels: { 'ipam.spidernet.io/ippool-cidr': '10-6-0-0-16' },
      finalizers: ['spiderpool.spidernet.io'],
    });
  });

  it('leaves a single range as it is written', () => {
    const object = made(pool('x', { subnet: 'fd00::/64', ips: ['fd00::0009-fd00:0::a'] }));
    expect(object?.spec).toMatchObject({ ips: ['fd00::0009-fd00:0::a'] });
  });

  it('is adopted by the subnet of the same CIDR, and inherits what it does not say', () => {
    const object = made(pool('x', { subnet: '10.6.0.0/16', ips: ['10.6.1.1'] }), [parent]);
    expect(object?.spec).toMatchObject({
      gateway: '10.6.0.1',
      routes: [{ dst: '172.20.0.0/16', gw: '10.6.0.9' }],
    });
    expect(object?.metadata.labels).toMatchObject({ 'ipam.spidernet.io/owner-spider-subnet': 'parent' });
    expect(object?.metadata.ownerReferences).toMatchObject([
      { kind: 'SpiderSubnet', name: 'parent', controller: true },
    ]);
  });

  it('keeps a gateway of its own', () => {
    const own = pool('x', { subnet: '10.6.0.0/16', ips: ['10.6.1.1'], gateway: '10.6.0.2' });
    expect(made(own, [parent])?.spec).toMatchObject({ gateway: '10.6.0.2' });
  });

  it('inherits no routes when its own list is empty, which is not kept', () => {
    expect(
      made(pool('x', { subnet: '10.6.0.0/16', ips: ['10.6.1.1'], routes: [] }), [parent])?.spec,
    ).not.toHaveProperty('routes');
  });

  it('drops a VLAN, which older versions had', () => {
    const x = { ...pool6('x', 1), spec: { ...NET6, vlan: 100, ips: ['10.6.1.1'] } };
    expect(made(x)?.spec).not.toHaveProperty('vlan');
  });
});
