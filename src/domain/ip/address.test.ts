import { isIP, SocketAddress } from 'node:net';
import * as fc from 'fast-check';
import { Address4, Address6 } from 'ip-address';
import { describe, expect, it } from 'vitest';
import { addressBits, compareAddresses, formatAddress, maxAddressValue, parseAddress } from './address.ts';
import type { Address, AddressError } from './address.ts';

function mustParse(text: string): Address {
  const result = parseAddress(text);
  if (!result.ok) throw new Error(`${text}: ${result.error.code}`);
  return result.value;
}

/** Texts near to addresses: real ones, and real ones with one character changed, added or taken. */
const nearlyAddress = fc.oneof(
  fc.ipV4(),
  fc.ipV6(),
  fc
    .tuple(
      fc.oneof(fc.ipV4(), fc.ipV6()),
      fc.nat(40),
      fc.constantFrom('', '0', '1', 'f', 'g', '.', ':', '::', ' ', '%'),
    )
    .map(([text, at, extra]) => text.slice(0, at) + extra + text.slice(at + 1)),
  fc
    .array(fc.constantFrom('0', '00', '1', '255', '256', 'ffff', 'fffff', '.', ':', '::', '1.2.3.4'), {
      maxLength: 18,
    })
    .map((parts) => parts.join('')),
  fc
    .array(fc.constantFrom('0', '1', '10', '255', '256', '01', ''), { minLength: 3, maxLength: 5 })
    .map((parts) => parts.join('.')),
);

describe('parseAddress', () => {
  it('accepts exactly what node:net accepts, zones apart', () => {
    fc.assert(
      fc.property(nearlyAddress, (text) => {
        const version = text.includes('%') ? 0 : isIP(text);
        const result = parseAddress(text);
        expect(result.ok ? result.value.family : 'none').toBe({ 0: 'none', 4: 'ipv4', 6: 'ipv6' }[version]);
      }),
      { numRuns: 1500 },
    );
  });

  it('reads the number that ip-address reads', () => {
    fc.assert(
      fc.property(fc.ipV4(), (text) => {
        expect(mustParse(text).value).toBe(new Address4(text).bigInt());
      }),
    );
    fc.assert(
      fc.property(fc.ipV6(), (text) => {
        expect(mustParse(text).value).toBe(new Address6(text).bigInt());
      }),
    );
  });

  const refused: [text: string, code: AddressError['code'], story: string][] = [
    ['', 'empty', 'nothing typed'],
    ['10.6.0.1 ', 'characters', 'a blank came along with the paste'],
    ['１０.6.0.1', 'characters', 'full-width digits of a Chinese input method'],
    ['10.6.0.1/16', 'characters', 'a CIDR where an address belongs'],
    ['gateway', 'characters', 'a name'],
    ['0x7f.0.0.1', 'characters', 'hexadecimal octets, which some resolvers read'],
    ['fe80::1%eth0', 'zone', 'a link-local address copied from `ip addr`'],
    ['10.1', 'ipv4Shape', 'the short form that inet_aton reads as 10.0.0.1'],
    ['1.2.3', 'ipv4Shape', 'an octet was forgotten'],
    ['1.2.3.4.5', 'ipv4Shape', 'an octet too many'],
    ['1..2.3', 'ipv4Shape', 'an empty octet'],
    ['2130706433', 'ipv4Shape', 'an address as one number'],
    ['256.1.1.1', 'ipv4Octet', 'an octet above 255'],
    ['1.2.3.1000', 'ipv4Octet', 'four digits'],
    ['01.2.3.4', 'ipv4LeadingZero', 'octal for some programs, decimal for others'],
    ['::ffff:1.2.3.04', 'ipv4LeadingZero', 'the same inside IPv6'],
    ['1:2:3:4:5:6:7', 'ipv6Shape', 'seven groups'],
    ['1:2:3:4:5:6:7:8:9', 'ipv6Shape', 'nine groups'],
    ['1::2::3', 'ipv6Shape', 'two gaps: nobody can tell their lengths'],
    ['1:2:3:4::5:6:7:8', 'ipv6Shape', 'a gap that stands for no group'],
    [':1', 'ipv6Shape', 'a stray colon in front'],
    ['1:', 'ipv6Shape', 'a stray colon at the end'],
    [':::', 'ipv6Shape', 'three colons'],
    ['1.2.3.4::', 'ipv6Shape', 'embedded IPv4 that is not at the end'],
    ['fd00::12345', 'ipv6Group', 'five digits in a group'],
    ['::1.2.3', 'ipv4Shape', 'embedded IPv4 with an octet forgotten'],
  ];
  it.each(refused)('refuses %j as %s: %s', (text, code) => {
    expect(parseAddress(text)).toEqual({ ok: false, error: { code, text } });
  });

  it('never throws, whatever the text', () => {
    const text = fc.array(fc.nat(0x2fff), { maxLength: 20 }).map((codes) => String.fromCharCode(...codes));
    fc.assert(fc.property(text, (given) => typeof parseAddress(given).ok === 'boolean'));
  });
});

describe('formatAddress', () => {
  const anyAddress = fc.oneof(
    fc.bigInt(0n, maxAddressValue('ipv4')).map((value): Address => ({ family: 'ipv4', value })),
    fc.bigInt(0n, maxAddressValue('ipv6')).map((value): Address => ({ family: 'ipv6', value })),
    fc
      .array(fc.constantFrom(0n, 0n, 0n, 1n, 0xffffn), { minLength: 8, maxLength: 8 })
      .map((groups): Address => ({
        family: 'ipv6',
        value: groups.reduce<bigint>((value, group) => (value << 16n) | group, 0n),
      })),
  );

  it('is read back as the same address', () => {
    fc.assert(
      fc.property(anyAddress, (address) => {
        expect(mustParse(formatAddress(address))).toEqual(address);
      }),
    );
  });

  it('is the text that ip-address holds for correct', () => {
    fc.assert(
      fc.property(anyAddress, (address) => {
        if (address.family === 'ipv4') {
          expect(formatAddress(address)).toBe(Address4.fromBigInt(address.value).correctForm());
        } else if (address.value >> 32n !== 0xffffn) {
          expect(formatAddress(address)).toBe(Address6.fromBigInt(address.value).correctForm());
        }
      }),
    );
  });

  it.each([
    ['0:0:0:0:0:0:0:0', '::'],
    ['::1', '::1'],
    ['1::', '1::'],
    ['FD00:0010:0006:0000:0000:0000:0000:02E5', 'fd00:10:6::2e5'],
    ['1:0:2:3:4:5:6:7', '1:0:2:3:4:5:6:7'],
    ['1:0:0:2:0:0:0:3', '1:0:0:2::3'],
    ['1:0:0:2:3:0:0:4', '1::2:3:0:0:4'],
    ['::ffff:10.6.0.1', '::ffff:10.6.0.1'],
    ['::ffff:0a06:1', '::ffff:10.6.0.1'],
    ['64:ff9b::1.2.3.4', '64:ff9b::102:304'],
    ['255.255.255.255', '255.255.255.255'],
    ['0.0.0.0', '0.0.0.0'],
  ])('writes %s as %s', (text, canonical) => {
    expect(formatAddress(mustParse(text))).toBe(canonical);
  });

  it('agrees with node:net on IPv4-mapped addresses', () => {
    fc.assert(
      fc.property(fc.ipV4(), (ipv4) => {
        const node = new SocketAddress({ address: `::ffff:${ipv4}`, family: 'ipv6' }).address;
        expect(formatAddress(mustParse(`::ffff:${ipv4}`))).toBe(node);
      }),
    );
  });
});

describe('compareAddresses', () => {
  it('orders by value, not by text, and IPv4 first', () => {
    const sorted = ['fd00::2', '10.6.0.10', '10.6.0.9', 'fd00::10', '::', '9.255.0.0']
      .map(mustParse)
      .sort(compareAddresses)
      .map(formatAddress);
    expect(sorted).toEqual(['9.255.0.0', '10.6.0.9', '10.6.0.10', '::', 'fd00::2', 'fd00::10']);
  });

  it('is zero for an address and itself, however it was written', () => {
    expect(compareAddresses(mustParse('fd00:0::1'), mustParse('fd00::1'))).toBe(0);
  });
});

it('knows the widths of the families', () => {
  expect([addressBits('ipv4'), addressBits('ipv6')]).toEqual([32, 128]);
  expect(formatAddress({ family: 'ipv6', value: maxAddressValue('ipv6') })).toBe(
    'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff',
  );
});
