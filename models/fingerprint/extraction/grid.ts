import { emptyPlane, type Plane } from './plane.ts';

/* Slowly changing properties (direction, spacing, coverage) live on a grid of square cells laid over the image. */

/** Side of a cell in pixels. */
export const cell = 4;

export function gridOf(plane: Plane): Plane {
  return emptyPlane(Math.ceil(plane.width / cell), Math.ceil(plane.height / cell));
}

/** Mean of the plane's pixels in each cell. */
export function cellMeans(plane: Plane): Plane {
  const grid = gridOf(plane);
  const counts = new Float32Array(grid.data.length);
  for (let y = 0; y < plane.height; y++) {
    const gridRow = Math.floor(y / cell) * grid.width;
    for (let x = 0; x < plane.width; x++) {
      const at = gridRow + (x >> 2);
      grid.data[at] += plane.data[y * plane.width + x];
      counts[at]++;
    }
  }
  for (let i = 0; i < counts.length; i++) grid.data[i] /= counts[i];
  return grid;
}
