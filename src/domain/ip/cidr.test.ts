import * as fc from 'fast-check';
import { Address4, Address6 } from 'ip-address';
import { describe, expect, it } from 'vitest';
import { formatAddress, parseAddress } from './address.ts';
import { cidrContains, cidrRange, cidrsOverlap, formatCidr, parseCidr } from './cidr.ts';
import type { Cidr, CidrError } from './cidr.ts';

function mustParse(text: string): Cidr {
  const result = parseCidr(text);
  if (!result.ok) throw new Error(`${text}: ${result.error.code}`);
  return result.value;
}

const ipv4Cidr = fc.tuple(fc.ipV4(), fc.nat(32)).map(([ip, prefix]) => `${ip}/${prefix}`);
const ipv6Cidr = fc.tuple(fc.ipV6(), fc.nat(128)).map(([ip, prefix]) => `${ip}/${prefix}`);

describe('parseCidr', () => {
  it('finds the bounds that ip-address finds', () => {
    fc.assert(
      fc.property(ipv4Cidr, (text) => {
        const oracle = new Address4(text);
        expect(cidrRange(mustParse(text))).toEqual({
          first: oracle.startAddress().bigInt(),
          last: oracle.endAddress().bigInt(),
        });
      }),
    );
    fc.assert(
      fc.property(ipv6Cidr, (text) => {
        const oracle = new Address6(text);
        expect(cidrRange(mustParse(text))).toEqual({
          first: oracle.startAddress().bigInt(),
          last: oracle.endAddress().bigInt(),
        });
      }),
    );
  });

  it('reports host bits exactly when the text is not the network', () => {
    expect(mustParse('10.6.0.1/16')).toMatchObject({ hostBits: true, prefix: 16 });
    expect(formatCidr(mustParse('10.6.0.1/16'))).toBe('10.6.0.0/16');
    expect(formatAddress(mustParse('10.6.0.1/16').address)).toBe('10.6.0.1');
    expect(mustParse('10.6.0.0/16').hostBits).toBe(false);
    fc.assert(
      fc.property(fc.oneof(ipv4Cidr, ipv6Cidr), (text) => {
        const cidr = mustParse(text);
        expect(cidr.hostBits).toBe(cidr.address.value !== cidrRange(cidr).first);
        expect(mustParse(formatCidr(cidr))).toMatchObject({ hostBits: false, network: cidr.network });
      }),
    );
  });

  const refused: [text: string, code: CidrError['code'], story: string][] = [
    ['', 'empty', 'nothing typed'],
    ['10.6.0.0', 'noPrefix', 'a bare address, which Spiderpool refuses as a route destination'],
    ['10.6.0', 'ipv4Shape', 'neither an address nor a prefix'],
    ['10.6.0.0/', 'badPrefix', 'the prefix is not typed yet'],
    ['10.6.0.0/16/24', 'badPrefix', 'two prefixes'],
    ['10.6.0.0/+16', 'badPrefix', 'a sign'],
    ['10.6.0.0/016', 'badPrefix', 'a leading zero'],
    ['10.6.0.0/255.255.0.0', 'badPrefix', 'a netmask'],
    ['10.6.0.0/33', 'prefixTooLong', 'one more bit than IPv4 has'],
    ['fd00::/129', 'prefixTooLong', 'one more bit than IPv6 has'],
    ['/16', 'empty', 'no address'],
    ['10.6.0.300/16', 'ipv4Octet', 'an address that is none'],
  ];
  it.each(refused)('refuses %j as %s: %s', (text, code) => {
    expect(parseCidr(text)).toMatchObject({ ok: false, error: { code } });
  });
});

describe('containment', () => {
  it.each([
    ['10.6.0.0/16', '10.6.255.255', true],
    ['10.6.0.0/16', '10.7.0.0', false],
    ['10.6.0.9/32', '10.6.0.9', true],
    ['10.6.0.9/32', '10.6.0.8', false],
    ['0.0.0.0/0', '255.255.255.255', true],
    ['fd00::1/128', 'fd00::1', true],
    ['fd00::/64', 'fd00::ffff:ffff:ffff:ffff', true],
    ['fd00::/64', 'fd00:0:0:1::', false],
    ['::/0', '10.6.0.1', false],
    ['::/0', '::ffff:10.6.0.1', true],
  ])('%s holds %s: %s', (cidr, address, inside) => {
    const parsed = parseAddress(address);
    expect(parsed.ok && cidrContains(mustParse(cidr), parsed.value)).toBe(inside);
  });

  it('overlaps as ip-address says: one is inside the other', () => {
    const near = fc
      .tuple(fc.nat(3), fc.nat(255), fc.integer({ min: 22, max: 32 }))
      .map(([third, fourth, prefix]) => `10.6.${third}.${fourth}/${prefix}`);
    fc.assert(
      fc.property(near, near, (a, b) => {
        const x = new Address4(a);
        const y = new Address4(b);
        expect(cidrsOverlap(mustParse(a), mustParse(b))).toBe(x.isInSubnet(y) || y.isInSubnet(x));
      }),
    );
    expect(cidrsOverlap(mustParse('0.0.0.0/0'), mustParse('::/0'))).toBe(false);
  });
});
