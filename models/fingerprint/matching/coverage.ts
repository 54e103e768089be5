/*
 * Where a print has minutiae near, as a map of square cells: a minutia of the other print that falls there should have
 * found its like.
 */

export interface Coverage {
  readonly left: number;
  readonly bottom: number;
  readonly width: number;
  readonly height: number;
  /** 1 where a minutia is within reach. */
  readonly cells: Uint8Array;
}

/** Pixels. */
const cell = 12;
const reach = 45;

/** The map of all points within reach of any of the given ones. */
export function coverageOf(x: Float32Array, y: Float32Array): Coverage {
  const left = x.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY) - reach;
  const bottom = y.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY) - reach;
  const right = x.reduce((most, value) => Math.max(most, value), left);
  const top = y.reduce((most, value) => Math.max(most, value), bottom);
  const width = x.length === 0 ? 0 : Math.ceil((right + reach - left) / cell) + 1;
  const height = x.length === 0 ? 0 : Math.ceil((top + reach - bottom) / cell) + 1;
  const cells = new Uint8Array(width * height);
  for (let i = 0; i < x.length; i++) {
    const firstRow = Math.max(0, Math.ceil((y[i] - reach - bottom) / cell - 0.5));
    for (let row = firstRow; row < height; row++) {
      const dy = bottom + (row + 0.5) * cell - y[i];
      if (dy > reach) break;
      const half = Math.sqrt(reach * reach - dy * dy);
      const from = Math.max(0, Math.ceil((x[i] - half - left) / cell - 0.5));
      const to = Math.min(width - 1, Math.floor((x[i] + half - left) / cell - 0.5));
      cells.fill(1, row * width + from, row * width + to + 1);
    }
  }
  return { left, bottom, width, height, cells };
}

/** Whether a point lies within reach of the print's minutiae, to the nearest cell. */
export function covers({ left, bottom, width, height, cells }: Coverage, x: number, y: number): boolean {
  const column = Math.floor((x - left) / cell);
  const row = Math.floor((y - bottom) / cell);
  return column >= 0 && row >= 0 && column < width && row < height && cells[row * width + column] === 1;
}
