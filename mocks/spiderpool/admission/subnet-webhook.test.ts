import { describe, expect, it } from 'vitest';
import { subnet } from '../../scenarios/objects/address-objects.ts';
import type { NewKubeObject, StatusBody } from '../../store/store.ts';
import { createBench, refusal } from '../bench.ts';
import { bareCluster, NET6, pool6 } from '../bench-objects.ts';
import { POOLS, SUBNETS } from '../names.ts';
import type { SpiderpoolSettings } from '../settings.ts';

const neighbour = pool6('neighbour', 1);
const parent = subnet('parent', { ...NET6, ips: ['10.6.1.1-10.6.1.99'] });

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

describe('SpiderSubnet (reference 2.3)', () => {
  const envelope = 'admission webhook "spidersubnet.spiderpool.spidernet.io" denied the request: ';

  it.each([
    {
      rule: 'overlaps no other',
      x: subnet('x', { subnet: '10.6.1.0/24', ips: [] }),
      there: [parent],
      text: `spec.subnet: Invalid value: "10.6.1.0/24": overlap with Subnet parent which 'spec.subnet' is 10.6.0.0/16`,
    },
    {
      rule: 'repeats no other',
      x: subnet('x', { ...NET6, ips: [] }),
      there: [parent],
      text: `spec.subnet: Invalid value: "10.6.0.0/16": overlap with Subnet parent which 'spec.subnet' is 10.6.0.0/16`,
    },
    {
      rule: 'overlaps no pool in part',
      x: subnet('x', { subnet: '10.6.1.0/24', ips: [] }),
      there: [neighbour],
      text: `spec.subnet: Invalid value: "10.6.1.0/24": overlap with SpiderIPPool 'neighbour' resource 'spec.subnet' 10.6.0.0/16`,
    },
    {
      rule: 'holds the pools of its CIDR',
      x: subnet('x', { ...NET6, ips: ['10.6.1.1-10.6.1.9'] }),
      there: [neighbour],
      text: `spec.ips: Invalid value: []string{"10.6.1.1-10.6.1.9"}: SpiderIPPool 'neighbour' owns some IP addresses that SpiderSubnet 'x' can't control`,
    },
    {
      rule: 'has sound ranges',
      x: subnet('x', { ...NET6, ips: ['10.6.1.9-10.6.1.1'] }),
      there: [],
      text: `spec.ips[0]: Invalid value: "10.6.1.9-10.6.1.1": invalid IP range format in IPv4 '10.6.1.9-10.6.1.1'`,
    },
    {
      rule: 'has ranges inside',
      x: subnet('x', { ...NET6, ips: ['10.7.1.1'] }),
      there: [],
      text: `spec.ips[0]: Invalid value: "10.7.1.1": not pertains to the 'spec.subnet' 10.6.0.0/16 of IPPool`,
    },
  ])('$rule', ({ x, there, text }) => {
    expect(create(x, there).message).toBe(
      `${envelope}SpiderSubnet.spiderpool.spidernet.io "x" is invalid: ${text}`,
    );
  });

  it('adopts pools that were there before it, and counts them', () => {
    const bench = createBench([...bareCluster, neighbour]);
    bench.run(1);
    bench.create(
      subnet('late', {
        ...NET6,
        ips: ['10.6.1.1-10.6.1.99'],
        routes: [{ dst: '172.20.0.0/16', gw: '10.6.0.9' }],
      }),
    );
    bench.run(1);
    expect(bench.store.get(POOLS, undefined, 'neighbour')?.spec).toMatchObject({
      routes: [{ dst: '172.20.0.0/16', gw: '10.6.0.9' }],
    });
    expect(bench.store.get(SUBNETS, undefined, 'late')?.status).toEqual({
      totalIPCount: 99,
      allocatedIPCount: 10,
      controlledIPPools: '{"neighbour":{"ips":["10.6.1.1-10.6.1.10"]}}',
    });
  });

  it('keeps what it has handed out', () => {
    const bench = createBench([...bareCluster, parent, neighbour]);
    bench.run(1);
    const status = refusal(() =>
      bench.change(SUBNETS, undefined, 'parent', (object) => {
        object.spec = { ...(object.spec as object), ips: ['10.6.1.4-10.6.1.99'] };
      }),
    );
    expect(status.message).toBe(
      `${envelope}SpiderSubnet.spiderpool.spidernet.io "parent" is invalid: spec.ips: Forbidden: remove some IP ranges [10.6.1.1-10.6.1.3] that is being used by IPPool neighbour, total IP addresses of an Subnet are jointly determined by 'spec.ips' and 'spec.excludeIPs'`,
    );
  });

  it('takes its pools along', () => {
    const bench = createBench([...bareCluster, parent, neighbour]);
    bench.run(1);
    bench.remove(SUBNETS, undefined, 'parent');
    bench.run(5);
    expect([...bench.store.list(SUBNETS), ...bench.store.list(POOLS)]).toEqual([]);
  });

  it('cannot be written when the feature is off, because nobody serves its webhook', () => {
    expect(create(parent, [], { enableSpiderSubnet: false })).toMatchObject({
      code: 500,
      message:
        'Internal error occurred: failed calling webhook "spidersubnet.spiderpool.spidernet.io": the server could not find the requested resource',
    });
  });
});

describe('SpiderReservedIP (reference 2.4)', () => {
  const reserved = (spec: object): NewKubeObject => ({
    apiVersion: 'spiderpool.spidernet.io/v2beta1',
    kind: 'SpiderReservedIP',
    metadata: { name: 'x' },
    spec,
  });

  it.each([
    {
      spec: {},
      text: `spec.ipVersion: Invalid value: "null": is not generated correctly, 'spec.ips' is empty or 'spec.ips[0]' may be invalid`,
    },
    {
      spec: { ips: ['router'] },
      text: `spec.ipVersion: Invalid value: "null": is not generated correctly, 'spec.ips' is empty or 'spec.ips[0]' may be invalid`,
    },
    {
      spec: { ips: ['10.6.0.1', 'fd00::1'] },
      text: `spec.ips[1]: Invalid value: "fd00::1": invalid IP range format in IPv4 'fd00::1'`,
    },
  ])('refuses $spec', ({ spec, text }) => {
    expect(create(reserved(spec)).message).toBe(
      `admission webhook "spiderreservedip.spiderpool.spidernet.io" denied the request: SpiderReservedIP.spiderpool.spidernet.io "x" is invalid: ${text}`,
    );
  });

  it('merges its ranges and takes the family from the first', () => {
    const bench = createBench([...bareCluster, reserved({ ips: ['10.6.0.2', '10.6.0.1'] })]);
    expect(bench.store.list('spiderpool.spidernet.io/v2beta1/spiderreservedips')[0]?.spec).toEqual({
      ipVersion: 4,
      ips: ['10.6.0.1-10.6.0.2'],
    });
  });
});
