import { emptyPlane, type Plane } from './plane.ts';

/* Slowly changing properties (direction, spacing, coverage) live on a grid of square cells laid over the image. */

/** Side of a cell in pixels. */
export const cell = 4;
/** Planes that carry a grid have a width of this many pixels times a whole number, grids then one of 4 times. */
export const widthStep = 16;

export function gridOf(plane: Plane): Plane {
  return emptyPlane(Math.ceil(plane.width / cell), Math.ceil(plane.height / cell));
}

/** The cell of a pixel, as index into grids of this width. */
export function cellAt(gridWidth: number, x: number, y: number): number {
  return Math.floor(y / cell) * gridWidth + Math.floor(x / cell);
}

/** The values of a grid at each pixel of one row, linearly between the cells' centres. */
export function interpolateRow({ width, height, data }: Plane, y: number, into: Float32Array): void {
  const gy = Math.min(Math.max((y + 0.5) / cell - 0.5, 0), height - 1);
  const top = Math.min(Math.floor(gy), height - 2);
  const fy = gy - top;
  const upper = top * width;
  const value = (gx: number) => data[upper + gx] * (1 - fy) + data[upper + width + gx] * fy;
  // Between two centres lie four pixels, the first of them an eighth of the way.
  let left = value(0);
  into.fill(left, 0, cell / 2);
  for (let gx = 1, x = cell / 2; gx < width; gx++, x += cell) {
    const right = value(gx);
    const eighth = (right - left) / (2 * cell);
    into[x] = left + eighth;
    into[x + 1] = left + 3 * eighth;
    into[x + 2] = left + 5 * eighth;
    into[x + 3] = left + 7 * eighth;
    left = right;
  }
  into.fill(left, width * cell - cell / 2, width * cell);
}
