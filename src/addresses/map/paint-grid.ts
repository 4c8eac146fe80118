import { cellStates, type CellState } from '../../domain/spiderpool/range-map.ts';
import { glyphs } from './glyphs.ts';
import type { Grid } from './grid.ts';

export interface PaintOptions {
  /** Side of a cell with the gap beside it, in CSS pixels. */
  readonly cell: number;
  /** Device pixels for each CSS pixel. */
  readonly ratio: number;
  readonly colours: Readonly<Record<CellState, string>>;
}

/**
 * Draws a grid. One tile is drawn for each state and then laid over each run as a pattern: a /16 costs as many fills
 * as it has runs.
 */
export function paintGrid(canvas: HTMLCanvasElement, grid: Grid, options: PaintOptions): void {
  const side = Math.round(options.cell * options.ratio);
  canvas.width = side * grid.columns;
  canvas.height = side * grid.rows.length;
  const context = canvas.getContext('2d');
  if (context === null) return;
  for (const state of cellStates) {
    const tile = context.createPattern(tileOf(state, side, options), 'repeat');
    if (tile === null) continue;
    context.fillStyle = tile;
    for (const { row, column, length, state: of } of grid.runs) {
      if (of === state) context.fillRect(column * side, row * side, length * side, side);
    }
  }
}

/** One cell, with a gap at its right and lower edge. */
function tileOf(state: CellState, side: number, { ratio, colours }: PaintOptions): HTMLCanvasElement {
  const tile = document.createElement('canvas');
  tile.width = side;
  tile.height = side;
  const context = tile.getContext('2d');
  if (context === null) return tile;
  const gap = Math.max(1, Math.round(side / 9));
  const line = Math.max(1, Math.round(ratio));
  const size = side - gap;
  const { boxes, outline } = glyphs[state];
  context.fillStyle = colours[state];
  context.strokeStyle = colours[state];
  context.lineWidth = line;
  // The outline of a small cell is most of the cell: faint, so that free stays lighter than in use.
  context.globalAlpha = size < 6 * ratio ? 0.3 : 1;
  if (outline) context.strokeRect(line / 2, line / 2, size - line, size - line);
  context.globalAlpha = 1;
  for (const { x, y, width, height } of boxes) {
    const left = Math.round(x * size);
    const top = Math.round(y * size);
    context.fillRect(
      left,
      top,
      Math.max(1, Math.round(width * size)),
      Math.max(1, Math.round(height * size)),
    );
  }
  return tile;
}
