import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countAddresses, formatRanges, fromRanges } from '../ip/range-set.ts';
import { decodeNamespace } from '../namespace-facts.ts';
import { decodeNode } from '../node-facts.ts';
import { decoded, testPool, testSubnet } from '../test-cluster.ts';
import { decodePool } from './decode-pool.ts';
import { decodeSubnet } from './decode-subnet.ts';
import { decodeEndpoint } from './endpoint.ts';
import { decodeReserved, reservedAddresses } from './reserved.ts';
import { decodeSettings } from './settings.ts';
import type { EndpointWire, PoolWire } from './wire.ts';

/** The auto pool of domain reference 11, with the labels of 4.2. */
const autoPool = {
  metadata: {
    name: 'auto4-web-net1-a5bd3',
    labels: {
      'ipam.spidernet.io/owner-spider-subnet': 'subnet-6',
      'ipam.spidernet.io/owner-application-gv': 'apps_v1',
      'ipam.spidernet.io/owner-application-kind': 'Deployment',
      'ipam.spidernet.io/owner-application-namespace': 'default',
      'ipam.spidernet.io/owner-application-name': 'web',
      'ipam.spidernet.io/owner-application-uid': '2f8e6c1a-7d2b-4c55-9f10-a5bd3e77c102',
      'ipam.spidernet.io/interface': 'net1',
      'ipam.spidernet.io/ip-version': 'IPv4',
    },
  },
  spec: {
    ipVersion: 4,
    subnet: '10.6.0.0/16',
    gateway: '10.6.0.1',
    ips: ['10.6.168.101-10.6.168.105'],
    podAffinity: { matchLabels: { 'ipam.spidernet.io/app-name': 'web' } },
  },
  status: {
    totalIPCount: 5,
    allocatedIPCount: 2,
    allocatedIPs:
      '{"10.6.168.102":{"pod":"default/web-b","podUid":"u2"},"10.6.168.101":{"pod":"default/web-a","podUid":"u1","interface":"net1"}}',
  },
} satisfies PoolWire;

describe('decodePool', () => {
  it('reads an auto pool with its owner (4.2) and its allocations, by address', () => {
    const pool = decoded(decodePool(autoPool));
    expect(pool).toMatchObject({
      name: 'auto4-web-net1-a5bd3',
      family: 'ipv4',
      subnet: '10.6.0.0/16',
      gateway: '10.6.0.1',
      isDefault: false,
      disabled: false,
      terminating: false,
      multusNames: [],
      owner: {
        kind: 'Deployment',
        namespace: 'default',
        name: 'web',
        uid: '2f8e6c1a-7d2b-4c55-9f10-a5bd3e77c102',
        interfaceName: 'net1',
        subnet: 'subnet-6',
      },
      podAffinity: { matchLabels: { 'ipam.spidernet.io/app-name': 'web' }, matchExpressions: [] },
      allocated: [
        { address: '10.6.168.101', pod: 'default/web-a', podUid: 'u1' },
        { address: '10.6.168.102', pod: 'default/web-b', podUid: 'u2' },
      ],
      problems: [],
    });
    expect(formatRanges(pool.allocatedSet)).toEqual(['10.6.168.101-10.6.168.102']);
  });

  it('takes excludeIPs out', () => {
    const pool = testPool('p', { ips: ['10.6.0.1-10.6.0.9'], excludeIPs: ['10.6.0.1', '10.6.0.5-10.6.0.6'] });
    expect(formatRanges(pool.addresses)).toEqual(['10.6.0.2-10.6.0.4', '10.6.0.7-10.6.0.9']);
  });

  it.each([
    ['ipVersion', { ipVersion: 6, subnet: 'fd00::/64' }, 'ipv6'],
    ['the subnet', { subnet: 'fd00::/64' }, 'ipv6'],
    ['the first range', { ips: ['fd00::1-fd00::2'] }, 'ipv6'],
    ['nothing', {}, 'ipv4'],
  ])('has the family of %s', (_what, spec, family) => {
    expect(decoded(decodePool({ metadata: { name: 'p' }, spec })).family).toBe(family);
  });

  it.each([
    ['::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff', 2n ** 128n],
    ['fd00::-fd00::ffff:ffff:ffff:ffff', 2n ** 64n],
  ])('counts %s without listing it', (range, count) => {
    const pool = testPool('p', { ipVersion: 6, subnet: '::/0', ips: [range] });
    expect(countAddresses(pool.addresses)).toBe(count);
    expect(pool.problems).toEqual([]);
  });

  const broken: [story: string, object: object, problems: object[]][] = [
    [
      'a CIDR among the ranges',
      { spec: { subnet: '10.6.0.0/16', ips: ['::/0', '10.6.0.1'] }, status: {} },
      [{ code: 'pool.badRange', text: '::/0' }],
    ],
    [
      'a range of the other family',
      { spec: { subnet: '10.6.0.0/16', excludeIPs: ['fd00::1'] }, status: {} },
      [{ code: 'pool.badRange', text: 'fd00::1' }],
    ],
    [
      'host bits in the subnet',
      { spec: { subnet: '10.6.0.1/16' }, status: {} },
      [{ code: 'pool.badSubnet', text: '10.6.0.1/16' }],
    ],
    [
      'a subnet of the other family',
      { spec: { ipVersion: 6, subnet: '10.6.0.0/16' }, status: {} },
      [{ code: 'pool.badSubnet', text: '10.6.0.0/16' }],
    ],
    ['no status', { spec: { subnet: '10.6.0.0/16' } }, [{ code: 'pool.noStatus' }]],
    [
      'allocations that are no JSON',
      { spec: { subnet: '10.6.0.0/16' }, status: { allocatedIPs: '{' } },
      [{ code: 'pool.badAllocations' }],
    ],
    [
      'allocations that are a list',
      { spec: { subnet: '10.6.0.0/16' }, status: { allocatedIPs: '[]' } },
      [{ code: 'pool.badAllocations' }],
    ],
    [
      'an allocation of no address',
      { spec: { subnet: '10.6.0.0/16' }, status: { allocatedIPs: '{"x":{}}' } },
      [{ code: 'pool.badAllocations' }],
    ],
    ['nothing at all', {}, [{ code: 'pool.badSubnet', text: '' }, { code: 'pool.noStatus' }]],
  ];
  it.each(broken)('records %s', (_story, object, problems) => {
    expect(decoded(decodePool({ metadata: { name: 'p' }, ...object })).problems).toEqual(problems);
  });

  it('has no problem with a pool that nothing was taken from', () => {
    expect(testPool('p').problems).toEqual([]);
    expect(testPool('p').allocated).toEqual([]);
  });

  it('is terminating, disabled and default as the object says', () => {
    const pool = testPool(
      'p',
      { disable: true, default: true },
      { deletionTimestamp: '2026-01-01T00:00:00Z' },
    );
    expect(pool).toMatchObject({ terminating: true, disabled: true, isDefault: true });
  });
});

describe('decodeSubnet', () => {
  it('reads what was handed out, to auto pools and to others', () => {
    const subnet = testSubnet(
      's',
      {},
      {
        controlledIPPools:
          '{"auto4-web-net1-a5bd3":{"ips":["10.7.0.10-10.7.0.12"],"application":"apps_v1_Deployment_default_web"},"manual":{"ips":["10.7.0.19"]}}',
      },
    );
    expect(formatRanges(subnet.handedOut)).toEqual(['10.7.0.10-10.7.0.12', '10.7.0.19']);
    expect(subnet.controlled).toEqual([
      {
        name: 'auto4-web-net1-a5bd3',
        addresses: fromRanges('ipv4', ['10.7.0.10-10.7.0.12']).set,
        application: { kind: 'Deployment', namespace: 'default', name: 'web' },
      },
      { name: 'manual', addresses: fromRanges('ipv4', ['10.7.0.19']).set },
    ]);
    expect(subnet.problems).toEqual([]);
  });

  it.each([
    ['', []],
    ['{', [{ code: 'pool.badAllocations' }]],
    ['[]', [{ code: 'pool.badAllocations' }]],
    ['{"p":{"ips":["x"]}}', [{ code: 'pool.badRange', text: 'x' }]],
    ['{"p":null,"q":{"ips":"10.7.0.1"}}', [{ code: 'pool.badAllocations' }, { code: 'pool.badAllocations' }]],
  ])('records what is wrong with %s', (controlledIPPools, problems) => {
    expect(testSubnet('s', {}, { controlledIPPools }).problems).toEqual(problems);
  });
});

describe('decodeReserved', () => {
  it('joins all reserved addresses by family', () => {
    const all = [['10.6.0.1-10.6.0.3'], ['10.6.0.3-10.6.0.5'], ['fd00::1'], []].map((ips) =>
      decoded(decodeReserved({ metadata: { name: 'r' }, spec: { ips } })),
    );
    const reserved = reservedAddresses(all);
    expect(formatRanges(reserved.ipv4)).toEqual(['10.6.0.1-10.6.0.5']);
    expect(formatRanges(reserved.ipv6)).toEqual(['fd00::1']);
  });

  it('records a range that is none', () => {
    const reserved = decoded(
      decodeReserved({ metadata: { name: 'r' }, spec: { ips: ['10.6.0.1', '10.6.0.0/24'] } }),
    );
    expect(reserved.problems).toEqual([{ code: 'pool.badRange', text: '10.6.0.0/24' }]);
  });
});

it('decodeEndpoint reads domain reference 6.2', () => {
  const endpoint = {
    metadata: { name: 'web-x', namespace: 'default' },
    status: {
      current: {
        uid: 'u1',
        node: 'worker1',
        ips: [
          {
            interface: 'net1',
            ipv4: '10.6.212.145/16',
            ipv4Pool: 'p4',
            ipv4Gateway: '10.6.0.1',
            ipv6: 'fd00::2/64',
            ipv6Pool: 'p6',
            vlan: 0,
          },
          { interface: 'net2', ipv4: '10.8.0.5/16', ipv4Pool: 'q4', vlan: 100, mac: 'aa:bb:cc:dd:ee:ff' },
        ],
      },
      ownerControllerType: 'Deployment',
      ownerControllerName: 'web',
    },
  } satisfies EndpointWire;
  expect(decoded(decodeEndpoint(endpoint))).toEqual({
    namespace: 'default',
    name: 'web-x',
    podUid: 'u1',
    node: 'worker1',
    ownerKind: 'Deployment',
    ownerName: 'web',
    nics: [
      {
        interfaceName: 'net1',
        vlan: 0,
        ipv4: { address: '10.6.212.145/16', pool: 'p4', gateway: '10.6.0.1' },
        ipv6: { address: 'fd00::2/64', pool: 'p6' },
      },
      {
        interfaceName: 'net2',
        vlan: 100,
        mac: 'aa:bb:cc:dd:ee:ff',
        ipv4: { address: '10.8.0.5/16', pool: 'q4' },
      },
    ],
  });
  expect(decoded(decodeEndpoint({ metadata: { name: 'x' } })).nics).toEqual([]);
});

it('no decoder throws, whatever the object', () => {
  const decoders = [decodePool, decodeSubnet, decodeReserved, decodeEndpoint, decodeNode, decodeNamespace];
  const half = fc.record({
    metadata: fc.constant({ name: 'x' }),
    spec: fc.anything(),
    status: fc.anything(),
    data: fc.anything(),
  });
  fc.assert(
    fc.property(fc.oneof(fc.anything(), half), (object) => {
      for (const decode of decoders) expect(typeof decode(object).ok).toBe('boolean');
      expect(decodeSettings(object).namespace).toBe('');
    }),
  );
});
