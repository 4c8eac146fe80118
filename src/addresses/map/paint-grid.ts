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
 * Draws a grid. One tile is drawn for each state and its pixels are copied into each cell: ten thousand fills of a
 * pattern take longer than all the pixels of a /16.
 */
export function paintGrid(canvas: HTMLCanvasElement, grid: Grid, options: PaintOptions): void {
  const side = Math.round(options.cell * options.ratio);
  const width = side * grid.columns;
  canvas.width = width;
  canvas.height = side * grid.rows.length;
  const context = canvas.getContext('2d');
  if (context === null) return;
  const image = context.createImageData(width, canvas.height);
  const pixels = new Uint32Array(image.data.buffer);
  for (const state of cellStates) {
    const runs = grid.runs.filter((run) => run.state === state);
    if (runs.length === 0) continue;
    const tile = tilePixels(state, side, options);
    for (const { row, column, length } of runs) {
      for (let y = 0; y < side; y += 1) {
        let at = (row * side + y) * width + column * side;
        for (let x = 0; x < length * side; x += 1, at += 1) pixels[at] = tile[y * side + (x % side)] ?? 0;
      }
    }
  }
  context.putImageData(image, 0, 0);
}

function tilePixels(state: CellState, side: number, options: PaintOptions): Uint32Array {
  const data = tileOf(state, side, options).getContext('2d')?.getImageData(0, 0, side, side).data;
  return new Uint32Array(data?.buffer ?? new ArrayBuffer(side * side * 4));
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
