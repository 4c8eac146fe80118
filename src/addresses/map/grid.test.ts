import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromRanges, setOf } from '../../domain/ip/range-set.ts';
import { rangeMap, stateAt } from '../../domain/spiderpool/range-map.ts';
import { addressAt, gridOf, gridSize, move, mostRows, placeOf, type Grid } from './grid.ts';

const set = (...texts: string[]) => fromRanges('ipv4', texts).set;

function required(grid: Grid | undefined): Grid {
  if (grid === undefined) throw new Error('no grid');
  return grid;
}

describe('gridOf', () => {
  it('starts each row at a multiple of its length, and leaves empty rows out', () => {
    const map = rangeMap(set('0.0.0.14-0.0.0.17', '0.0.0.64'), [
      { state: 'used', addresses: set('0.0.0.16') },
    ]);
    expect(required(gridOf(map, 16))).toMatchObject({
      rows: [0n, 16n, 64n],
      runs: [
        { row: 0, column: 14, length: 2, state: 'free' },
        { row: 1, column: 0, length: 1, state: 'used' },
        { row: 1, column: 1, length: 1, state: 'free' },
        { row: 2, column: 0, length: 1, state: 'free' },
      ],
    });
  });

  it('draws a /16 in 256 rows, and no more than that', () => {
    const grid = required(gridOf(rangeMap(set('10.6.0.0-10.6.255.255'), []), 256));
    expect([grid.rows.length, grid.runs.length]).toEqual([256, 256]);
    expect(gridOf(rangeMap(set('10.6.0.0-10.7.0.0'), []), 256)).toBeUndefined();
  });

  it('gives up on too many rows, and on all of IPv6, without enumerating', () => {
    const apart = Array.from({ length: mostRows + 1 }, (_, index) => ({
      first: BigInt(index * 64),
      last: BigInt(index * 64),
    }));
    expect(gridOf(rangeMap(setOf('ipv4', apart), []), 32)).toBeUndefined();
    const everything = fromRanges('ipv6', ['::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff']).set;
    expect(gridOf(rangeMap(everything, []), 256)).toBeUndefined();
  });
});

const maps = fc
  .tuple(
    fc.array(fc.tuple(fc.nat(300), fc.nat(12)), { minLength: 1, maxLength: 8 }),
    fc.array(fc.tuple(fc.nat(300), fc.nat(5)), { maxLength: 8 }),
  )
  .map(([all, used]) => {
    const ranges = (pairs: readonly (readonly [number, number])[]) =>
      setOf(
        'ipv4',
        pairs.map(([at, more]) => ({ first: BigInt(at), last: BigInt(at + more) })),
      );
    return rangeMap(ranges(all), [{ state: 'used', addresses: ranges(used) }]);
  });
const columns = fc.constantFrom(16, 32);

describe('a grid', () => {
  it('has each address of the map in one cell, with its state, and nothing else', () => {
    fc.assert(
      fc.property(maps, columns, (map, width) => {
        const grid = required(gridOf(map, width));
        const cells = grid.runs.flatMap(({ row, column, length, state }) =>
          Array.from({ length }, (_, more) => ({
            value: (grid.rows[row] ?? 0n) + BigInt(column + more),
            state,
          })),
        );
        const expected = [];
        for (let value = 0n; value <= 320n; value += 1n) {
          const state = stateAt(map, value);
          if (state !== undefined) expected.push({ value, state });
          const place = placeOf(grid, value);
          expect(place === undefined).toBe(state === undefined);
          if (place !== undefined) expect(addressAt(grid, place)).toBe(value);
        }
        expect(cells).toEqual(expected);
      }),
    );
  });

  it('is walked from end to end, and every move stays on it', () => {
    fc.assert(
      fc.property(maps, columns, (map, width) => {
        const grid = required(gridOf(map, width));
        let at = move(grid, 0n, 'first');
        const seen = [at];
        for (let next = move(grid, at, 'right'); next !== at; next = move(grid, at, 'right')) {
          expect(move(grid, next, 'left')).toBe(at);
          at = next;
          seen.push(at);
        }
        expect(at).toBe(move(grid, 0n, 'last'));
        expect(BigInt(seen.length)).toBe(map.counts.free + map.counts.used);
        for (const value of seen) {
          for (const way of ['up', 'down'] as const) {
            const row = placeOf(grid, value)?.row ?? -1;
            const other = placeOf(grid, move(grid, value, way));
            const expected = row + (way === 'up' ? -1 : 1);
            expect(other?.row).toBe(grid.rows[expected] === undefined ? row : expected);
          }
        }
      }),
    );
  });
});

describe('gridSize', () => {
  it.each([
    [6n, 1200, { columns: 16, cell: 20 }],
    [50n, 1200, { columns: 32, cell: 20 }],
    [50n, 400, { columns: 32, cell: 12 }],
    [4_000n, 1200, { columns: 64, cell: 18 }],
    [10_000n, 1200, { columns: 128, cell: 9 }],
    [65_536n, 1250, { columns: 256, cell: 4 }],
    [65_536n, 830, { columns: 128, cell: 6 }],
    [65_536n, 10, { columns: 16, cell: 4 }],
  ])('of %s cells in %s pixels', (cells, width, size) => {
    expect(gridSize(cells, width)).toEqual(size);
  });
});
