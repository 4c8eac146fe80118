import { stateAt, type CellState, type RangeMap } from '../../domain/spiderpool/range-map.ts';

/** Neighbouring cells of one row that are of one state. */
export interface GridRun {
  readonly row: number;
  readonly column: number;
  readonly length: number;
  readonly state: CellState;
}

/**
 * A map laid out in rows of `columns` addresses, each row starting at a multiple of `columns`, so that an address is
 * always in the same column. Rows without an address are left out.
 */
export interface Grid {
  readonly map: RangeMap;
  readonly columns: number;
  /** The address at column 0 of each row, in order. */
  readonly rows: readonly bigint[];
  /** In order. A row of one state is one run, so that drawing costs runs and not cells. */
  readonly runs: readonly GridRun[];
}

/** More cells or rows than this are not drawn: nobody could look at them. */
export const mostCells = 65_536n;
export const mostRows = 4_096;

/** @returns `undefined` for a map of too many addresses, or of too many far apart. Then nothing was enumerated. */
export function gridOf(map: RangeMap, columns: number): Grid | undefined {
  const cells = Object.values(map.counts).reduce((sum, count) => sum + count, 0n);
  if (cells > mostCells) return undefined;
  const width = BigInt(columns);
  const rows: bigint[] = [];
  const runs: GridRun[] = [];
  for (const { first, last, state } of map.blocks) {
    for (let start = first - (first % width); start <= last; start += width) {
      if (rows.at(-1) !== start) rows.push(start);
      if (rows.length > mostRows) return undefined;
      const from = start < first ? first : start;
      const end = start + width - 1n;
      const to = end > last ? last : end;
      runs.push({
        row: rows.length - 1,
        column: Number(from - start),
        length: Number(to - from) + 1,
        state,
      });
    }
  }
  return { map, columns, rows, runs };
}

/** Where an address is in the grid; `undefined` where it is not. */
export function placeOf({ map, columns, rows }: Grid, value: bigint): GridPlace | undefined {
  if (stateAt(map, value) === undefined) return undefined;
  const start = value - (value % BigInt(columns));
  let low = 0;
  let high = rows.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rows[middle] ?? 0n) < start) low = middle + 1;
    else high = middle;
  }
  return { row: low, column: Number(value - start) };
}

export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

/** The address at a place; `undefined` where there is none. */
export function addressAt({ map, columns, rows }: Grid, { row, column }: GridPlace): bigint | undefined {
  const start = rows[row];
  if (start === undefined || column < 0 || column >= columns) return undefined;
  const value = start + BigInt(column);
  return stateAt(map, value) === undefined ? undefined : value;
}

export type GridMove = 'left' | 'right' | 'up' | 'down' | 'first' | 'last';

/**
 * Where a key leads from an address: left and right to the neighbouring addresses of the map, over its gaps; up and
 * down to the next row that has an address, at the nearest column.
 */
export function move(grid: Grid, from: bigint, way: GridMove): bigint {
  const { blocks } = grid.map;
  switch (way) {
    case 'first':
      return blocks[0]?.first ?? from;
    case 'last':
      return blocks.at(-1)?.last ?? from;
    case 'right':
      if (stateAt(grid.map, from + 1n) !== undefined) return from + 1n;
      return blocks.find(({ first }) => first > from)?.first ?? from;
    case 'left':
      if (from > 0n && stateAt(grid.map, from - 1n) !== undefined) return from - 1n;
      return blocks.findLast(({ last }) => last < from)?.last ?? from;
    case 'up':
      return inRow(grid, from, -1);
    case 'down':
      return inRow(grid, from, 1);
  }
}

function inRow(grid: Grid, from: bigint, by: 1 | -1): bigint {
  const place = placeOf(grid, from);
  const start = place === undefined ? undefined : grid.rows[place.row + by];
  if (place === undefined || start === undefined) return from;
  const wanted = start + BigInt(place.column);
  const row = place.row + by;
  let nearest: bigint | undefined;
  for (const run of grid.runs) {
    if (run.row !== row) continue;
    const first = start + BigInt(run.column);
    const last = first + BigInt(run.length - 1);
    const best = wanted < first ? first : wanted > last ? last : wanted;
    if (nearest === undefined || distance(best, wanted) < distance(nearest, wanted)) nearest = best;
  }
  return nearest ?? from;
}

function distance(a: bigint, b: bigint): bigint {
  return a > b ? a - b : b - a;
}

/** How a number of cells is laid out in a width. */
export interface GridSize {
  readonly columns: number;
  /** Side of a cell with the gap beside it, in CSS pixels. */
  readonly cell: number;
}

/** A few addresses get large cells; a whole /16 gets cells of at least 4 pixels, 256 to a row where there is room. */
export function gridSize(cells: bigint, width: number): GridSize {
  const wanted =
    cells <= 16n ? 16 : cells <= 1_024n ? 32 : cells <= 4_096n ? 64 : cells <= 16_384n ? 128 : 256;
  let columns = wanted;
  while (columns > 16 && width / columns < 4) columns /= 2;
  return { columns, cell: Math.max(4, Math.min(20, Math.floor(width / columns))) };
}
