import { describe, expect, it } from 'vitest';
import { fromRanges } from '../../domain/ip/range-set.ts';
import { finder } from './search.ts';

const pool = {
  words: ['Shared-200', '10.200.0.10-59', 'app=web'],
  cidr: '10.200.0.0/24',
  addresses: fromRanges('ipv4', ['10.200.0.10-10.200.0.59']).set,
};

describe('finder', () => {
  it.each([
    ['a part of the name, in any case', 'shared', true],
    ['a label', 'app=web', true],
    ['an address that the pool has but does not name', '10.200.0.33', true],
    ['an address of its network that it does not have', '10.200.0.77', false],
    ['a network around it', '10.200.0.0/16', true],
    ['another network', '10.6.0.0/16', false],
    ['an address of the other family', 'fd00::1', false],
    ['two words that are both there', 'shared web', true],
    ['two words of which one is not', 'shared db', false],
  ])('%s: %s', (_, query, expected) => {
    expect(finder(query)(pool)).toBe(expected);
  });

  it('looks in the network of a line without addresses', () => {
    expect(finder('10.6.3.4')({ words: [], cidr: '10.6.0.0/16' })).toBe(true);
    expect(finder('10.7.3.4')({ words: [], cidr: '10.6.0.0/16' })).toBe(false);
  });
});
