import type { CellState } from '../../domain/spiderpool/range-map.ts';

/** The look of a state in a square of side 1: a shape of its own, so that colour is never alone. */
export interface Glyph {
  /** Filled, from back to front. */
  readonly boxes: readonly GlyphBox[];
  /** An outline around the square. */
  readonly outline: boolean;
}

interface GlyphBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const whole = { x: 0, y: 0, width: 1, height: 1 };

/** In use is full, handed out is half, reserved is a bar, excluded a dot, and free is empty. */
export const glyphs: Readonly<Record<CellState, Glyph>> = {
  used: { boxes: [whole], outline: false },
  handedOut: { boxes: [{ x: 0, y: 0.5, width: 1, height: 0.5 }], outline: true },
  free: { boxes: [], outline: true },
  reserved: { boxes: [{ x: 0, y: 0.34, width: 1, height: 0.32 }], outline: true },
  excluded: { boxes: [{ x: 0.34, y: 0.34, width: 0.32, height: 0.32 }], outline: false },
};

/** The colour of each state, a variable of the theme. */
export const glyphColours: Readonly<Record<CellState, `--podnic-${string}`>> = {
  used: '--podnic-color-primary',
  handedOut: '--podnic-color-primary',
  free: '--podnic-color-text-disabled',
  reserved: '--podnic-color-warning',
  excluded: '--podnic-color-text-disabled',
};
