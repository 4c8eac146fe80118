import { describe, expect, it } from 'vitest';
import { fromRanges } from '../domain/ip/range-set.ts';
import { manyRecords, testPool } from '../domain/test-cluster.ts';
import { compareCidrs, countPool, countStock } from './stock-count.ts';

describe('compareCidrs', () => {
  it('sorts by family, network and length, and puts what is no CIDR last', () => {
    const sorted = ['fd00::/64', '10.10.0.0/16', 'x', '', '10.9.0.0/16', '10.9.0.0/8'].toSorted(compareCidrs);
    expect(sorted).toEqual(['10.9.0.0/8', '10.9.0.0/16', '10.10.0.0/16', 'fd00::/64', '', 'x']);
  });
});

describe('countStock', () => {
  const pool = testPool('p', {}, { allocatedIPs: '{"10.6.0.10":{"pod":"a/b","podUid":"u"}}' });

  it.each([
    [
      'reserved addresses are not free, unless held',
      ['10.6.0.10-10.6.0.12'],
      { free: 7n, total: 10n, reserved: 2n },
    ],
    ['none reserved', [], { free: 9n, total: 10n, reserved: 0n }],
  ])('%s', (_, ranges, expected) => {
    expect(countStock(pool, fromRanges('ipv4', ranges).set)).toEqual(expected);
  });

  it('does not say 0 reserved where nobody may know', () => {
    expect(countStock(pool, undefined)).toEqual({ free: 9n, total: 10n, reserved: undefined });
  });
});

describe('countPool', () => {
  const ips = ['10.6.64.0-10.6.127.255'];

  it('says how many of many free addresses can be handed out', () => {
    const count = (held: number) =>
      countPool(testPool('p', { ips }, { allocatedIPs: manyRecords(held) }), undefined);
    expect(count(10)).toEqual({ free: 16_374n, total: 16_384n, reserved: undefined, obtainable: 4990n });
    expect(count(5000)).toMatchObject({ free: 11_384n, obtainable: 0n });
  });

  it('says nothing where that is all of them', () => {
    expect(countPool(testPool('p'), undefined)).toEqual({ free: 10n, total: 10n, reserved: undefined });
  });
});
