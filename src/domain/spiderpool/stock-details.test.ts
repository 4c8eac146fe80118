import { describe, expect, it } from 'vitest';
import { formatRanges } from '../ip/range-set.ts';
import { testPool } from '../test-cluster.ts';
import { counterDisagreements, stockDetails } from './stock-details.ts';

const detailsOf = (object: object) => stockDetails(object, testPool('p'));

describe('stockDetails', () => {
  it('reads what no rule looks at', () => {
    const details = detailsOf({
      metadata: { name: 'p', labels: { 'ipam.spidernet.io/owner-spider-subnet': 'subnet-6', tier: 'db' } },
      spec: {
        ips: ['10.6.0.10-10.6.0.19'],
        excludeIPs: ['10.6.0.12', '10.6.0.19-10.6.0.30'],
        routes: [{ dst: '192.168.0.0/16', gw: '10.6.0.254' }, null],
      },
      status: { totalIPCount: 8, allocatedIPCount: 0 },
    });
    expect(details).toMatchObject({
      subnetName: 'subnet-6',
      routes: [{ destination: '192.168.0.0/16', gateway: '10.6.0.254' }],
      counters: { total: 8, allocated: 0 },
    });
    expect(details.labels['tier']).toBe('db');
    expect(formatRanges(details.included)).toEqual(['10.6.0.10-10.6.0.19']);
    expect(formatRanges(details.excluded)).toEqual(['10.6.0.12', '10.6.0.19']);
  });

  it.each([
    [{}],
    [{ metadata: { name: 'p' }, spec: null, status: 'x' }],
    [{ metadata: { name: 'p' }, spec: { ips: 3, routes: {} }, status: { totalIPCount: '8' } }],
  ])('takes anything: %j', (object) => {
    expect(detailsOf(object)).toMatchObject({
      routes: [],
      counters: { total: undefined, allocated: undefined },
    });
  });
});

describe('counterDisagreements', () => {
  it.each([
    ['equal', { totalIPCount: 10, allocatedIPCount: 2 }, []],
    ['absent: not reconciled yet', {}, []],
    ['another total', { totalIPCount: 9, allocatedIPCount: 2 }, ['total']],
    [
      'negative, and beyond all numbers',
      { totalIPCount: -1, allocatedIPCount: 1e30 },
      ['total', 'allocated'],
    ],
    ['no whole number', { totalIPCount: 10.5 }, ['total']],
  ])('%s', (_, status, counters) => {
    const found = counterDisagreements(detailsOf({ metadata: { name: 'p' }, status }), {
      total: 10n,
      allocated: 2n,
    });
    expect(found.map(({ counter }) => counter)).toEqual(counters);
  });
});
