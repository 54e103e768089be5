/*
 * What the kernels compute, in plain TypeScript: the oracle of their tests, and the place to read what they do. Planes
 * are row-major, their sides multiples of 4 pixels; a cell is a square of 4 × 4 pixels, a grid has one number for each.
 */

export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

/** A filter: steps from the centre pixel, and their weights. */
export interface Line {
  readonly dx: Int32Array;
  readonly dy: Int32Array;
  readonly weights: Float32Array;
}

/** Lines by bin. */
export type LineBank = readonly Line[];

/** A filter bank, and the bin of each tile of 4 × 2 pixels, row-major. */
export interface Steering<Bank> {
  readonly bank: Bank;
  readonly bins: Uint16Array;
}

export const unfiltered = 0xffff;

/** Three grids, row-major. */
export type Grids = readonly [Float32Array, Float32Array, Float32Array];

const cell = 4;

/**
 * Runs over each pixel the line of its tile's bin, then the same with the next bank over the result. Tiles of bin
 * `unfiltered`, and those within `border` pixels (a multiple of 4) of the plane's edge, become 0; no line may reach
 * farther than the border.
 */
export function steer(source: Raster, passes: readonly Steering<LineBank>[], border: number): Float32Array {
  return passes.reduce((data, pass) => steerOnce({ ...source, data }, pass, border), source.data);
}

function steerOnce({ width, height, data }: Raster, { bank, bins }: Steering<LineBank>, border: number) {
  const out = new Float32Array(data.length);
  for (let y = border; y < height - border; y++)
    for (let x = border; x < width - border; x++) {
      const bin = bins[(y >> 1) * (width >> 2) + (x >> 2)];
      if (bin === unfiltered) continue;
      const { dx, dy, weights } = bank[bin];
      for (let i = 0; i < weights.length; i++)
        out[y * width + x] += weights[i] * data[(y + dy[i]) * width + x + dx[i]];
    }
  return out;
}

/** Smoothing with the same weights (an odd number) along both axes; outside counts as zero. */
export function smooth({ width, height, data }: Raster, weights: Float32Array): Float32Array {
  const radius = (weights.length - 1) / 2;
  const rows = new Float32Array(data.length);
  const out = new Float32Array(data.length);
  const inside = (value: number, size: number) => value >= 0 && value < size;
  for (let at = 0; at < data.length; at++)
    for (let t = -radius; t <= radius; t++)
      if (inside((at % width) + t, width)) rows[at] += weights[t + radius] * data[at + t];
  for (let at = 0; at < data.length; at++)
    for (let t = -radius; t <= radius; t++)
      if (inside(Math.floor(at / width) + t, height)) out[at] += weights[t + radius] * rows[at + t * width];
  return out;
}

/**
 * Sums over each cell of gx² − gy², 2·gx·gy and gx² + gy², gradients by 3 × 3 Scharr masks (32 times too large). The
 * outermost cells are 0.
 */
export function tensor({ width, height, data }: Raster): Grids {
  const grids = emptyGrids(data.length);
  for (let y = cell; y < height - cell; y++)
    for (let x = cell; x < width - cell; x++) {
      const i = y * width + x;
      const [nw, ne, sw, se] = [i - width - 1, i - width + 1, i + width - 1, i + width + 1].map(
        (at) => data[at],
      );
      const gx = 3 * (ne - nw + se - sw) + 10 * (data[i + 1] - data[i - 1]);
      const gy = 3 * (sw - nw + se - ne) + 10 * (data[i + width] - data[i - width]);
      const at = (y >> 2) * (width >> 2) + (x >> 2);
      grids[0][at] += gx * gx - gy * gy;
      grids[1][at] += 2 * gx * gy;
      grids[2][at] += gx * gx + gy * gy;
    }
  return grids;
}

/** Sums over each cell of a·a, a·b and b·b, of two planes of one size. */
export function products(a: Raster, b: Raster): Grids {
  const grids = emptyGrids(a.data.length);
  for (let i = 0; i < a.data.length; i++) {
    const at = (Math.floor(i / a.width) >> 2) * (a.width >> 2) + ((i % a.width) >> 2);
    grids[0][at] += a.data[i] * a.data[i];
    grids[1][at] += a.data[i] * b.data[i];
    grids[2][at] += b.data[i] * b.data[i];
  }
  return grids;
}

const emptyGrids = (pixels: number): Grids => [
  new Float32Array(pixels / 16),
  new Float32Array(pixels / 16),
  new Float32Array(pixels / 16),
];
