import { describe, expect, it } from 'vitest';
import { testPool } from '../../domain/test-cluster.ts';
import { stockDetails } from '../../domain/spiderpool/stock-details.ts';
import { findPools, poolRows } from './pool-rows.ts';

const record = (name: string, spec: Parameters<typeof testPool>[1], labels: Record<string, string> = {}) => {
  const pool = testPool(name, spec, { labels });
  return {
    pool,
    details: stockDetails({ metadata: { name, labels }, spec: { subnet: '10.6.0.0/16', ...spec } }, pool),
  };
};

const rows = poolRows(
  [
    record('alpha', {}, { tier: 'db', 'ipam.spidernet.io/owner-spider-subnet': 'subnet-6' }),
    record('beta', { subnet: '10.7.0.0/16', ips: ['10.7.0.5'], nodeName: ['worker-1'] }),
    record('gamma', { ipVersion: 6 }),
  ],
  undefined,
);

describe('findPools', () => {
  it.each([
    ['', ['alpha', 'beta', 'gamma']],
    ['  ', ['alpha', 'beta', 'gamma']],
    ['BET', ['beta']],
    ['10.7.0.5', ['beta']],
    ['10.6.0.200', []],
    ['10.6.0.0/24', ['alpha']],
    ['tier=db', ['alpha']],
    ['subnet-6', ['alpha']],
    ['worker-1', ['beta']],
    ['fd00:6::12', ['gamma']],
    ['alpha worker-1', []],
  ])('finds by “%s”', (query, names) => {
    expect(findPools(rows, query).map(({ pool }) => pool.name)).toEqual(names);
  });
});
