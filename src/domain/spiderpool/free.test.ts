import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatAddress } from '../ip/address.ts';
import { fromRanges } from '../ip/range-set.ts';
import { testPool, testSubnet } from '../test-cluster.ts';
import { freeAddresses } from './free.ts';

const reserved = (...texts: string[]) => fromRanges(texts[0]?.includes(':') ? 'ipv6' : 'ipv4', texts).set;
const held = (...addresses: string[]) =>
  JSON.stringify(Object.fromEntries(addresses.map((address) => [address, { pod: 'a/b', podUid: 'u' }])));

describe('freeAddresses (domain reference 5.1)', () => {
  it('takes off what is excluded, held and reserved, each address once', () => {
    const spec = { ips: ['10.6.0.10-10.6.0.19'], excludeIPs: ['10.6.0.10'] };
    const pool = testPool('p', spec, { allocatedIPs: held('10.6.0.11', '10.6.0.12') });
    expect(pool.total).toBe(9n);
    expect(freeAddresses(pool, undefined)).toBe(7n);
    expect(freeAddresses(pool, reserved('10.6.0.12-10.6.0.13', '10.6.0.19-10.6.0.99'))).toBe(5n);
    expect(freeAddresses(pool, reserved('10.6.0.20'))).toBe(7n);
    expect(freeAddresses(pool, undefined)).toBe(7n);
  });

  it('does not count an address that was held and has left the pool', () => {
    expect(freeAddresses(testPool('p', {}, { allocatedIPs: held('10.6.9.9') }), undefined)).toBe(10n);
  });

  it('counts a /64 and the whole of IPv6', () => {
    const pool = testPool('p', {
      ipVersion: 6,
      subnet: '::/0',
      ips: ['::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
    });
    expect(pool.total).toBe(2n ** 128n);
    expect(freeAddresses(pool, reserved('fd00::-fd00::ffff:ffff:ffff:ffff'))).toBe(2n ** 128n - 2n ** 64n);
  });

  it('is what counting one by one says', () => {
    const at = (offset: number) => formatAddress({ family: 'ipv4', value: 0x0a060000n + BigInt(offset) });
    const offsets = fc.uniqueArray(fc.nat(30), { maxLength: 12 });
    fc.assert(
      fc.property(offsets, offsets, offsets, offsets, (ips, excluded, taken, kept) => {
        const pool = testPool(
          'p',
          { ips: ips.map(at), excludeIPs: excluded.map(at) },
          { allocatedIPs: held(...taken.map(at)) },
        );
        const gone = new Set([...excluded, ...taken, ...kept]);
        const left = ips.filter((offset) => !gone.has(offset)).length;
        expect(freeAddresses(pool, reserved(...kept.map(at)))).toBe(BigInt(left));
      }),
    );
  });
});

it('of a subnet takes off what pools have got, not what Pods use', () => {
  const subnet = testSubnet('s', {}, { controlledIPPools: '{"p":{"ips":["10.7.0.10-10.7.0.12"]}}' });
  expect(subnet.total).toBe(10n);
  expect(freeAddresses(subnet, undefined)).toBe(7n);
  expect(freeAddresses(subnet, reserved('10.7.0.12-10.7.0.13'))).toBe(6n);
});
