import { describe, expect, it } from 'vitest';
import { fromRanges } from '../domain/ip/range-set.ts';
import { testPool } from '../domain/test-cluster.ts';
import { compareCidrs, countStock } from './stock-count.ts';

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
