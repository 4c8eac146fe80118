import { describe, expect, it } from 'vitest';
import { fromRanges } from '../../domain/ip/range-set.ts';
import { shortRanges } from './address-words.ts';

describe('shortRanges', () => {
  it.each([
    ['ipv4', ['10.6.0.10-10.6.0.59'], '10.6.0.10-59'],
    ['ipv4', ['10.6.0.250-10.6.1.4'], '10.6.0.250-10.6.1.4'],
    ['ipv4', ['10.6.0.10'], '10.6.0.10'],
    ['ipv4', ['10.6.0.10-10.6.0.12', '10.6.0.20', '10.6.0.30'], '10.6.0.10-12 +2'],
    ['ipv6', ['fd00::10-fd00::1f'], 'fd00::10-fd00::1f'],
    ['ipv4', [], ''],
  ] as const)('%s %j', (family, ranges, expected) => {
    expect(shortRanges(fromRanges(family, ranges).set)).toBe(expected);
  });
});
